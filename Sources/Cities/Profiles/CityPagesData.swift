import Storage
import Web

/// The parts of a city's page that show the reference data.
extension CityPages {
    var population: HTML {
        let numbers = Figures(language: language)
        return section(.id("population")) {
            h2 { t("Population") }
            if view.figures.isEmpty {
                p(.class("quiet")) { t("Not known yet: no source gives a figure.") }
            } else if view.figures.series.count > 1 {
                ChartFrame(
                    id: "population-chart", title: t("Population of {city}", ["city": view.city.name]),
                    message: message(numbers), drawing: chart(numbers), table: table(numbers),
                    csvPath: "\(view.city.path)/population.csv", source: sourceLine
                ).html(t)
            } else {
                table(numbers).html
                p { a(.href("\(view.city.path)/population.csv")) { t("Download the data (CSV)") } }
            }
        }
    }

    private func message(_ numbers: Figures) -> String {
        guard let first = view.figures.series.first, let last = view.figures.series.last, first.population > 0 else {
            return ""
        }
        let change = Double(last.population - first.population) / Double(first.population) * 100
        let percent = numbers.decimal(abs(change), decimals: 1)
        let values = ["from": first.title(t), "to": last.title(t), "percent": percent]
        if change < 0 { return t("From {from} to {to}: {percent} % fewer people.", values) }
        return t("From {from} to {to}: {percent} % more people.", values)
    }

    private func chart(_ numbers: Figures) -> HTML {
        // Fractions of years, so that distances in the drawing are distances in time.
        let points = view.figures.series.compactMap { figure in
            figure.day.map { day in
                (x: Double(day.year) + Double(day.month - 1) / 12, y: Double(figure.population))
            }
        }
        return LineChart(
            [LineChart.Series(t("Population"), points: points, area: true)], unit: t("people"),
            writeY: { numbers.integer(Int($0)) }
        ).html
    }

    private func table(_ numbers: Figures) -> DataTable {
        DataTable(
            caption: t("Population of {city} by source", ["city": view.city.name]),
            columns: [
                DataTable.Column(t("Reference")), DataTable.Column(t("Day")),
                DataTable.Column(t("People"), number: true), DataTable.Column(t("Source")),
            ],
            rows: view.figures.map { figure in
                [
                    .text(figure.title(t)),
                    figure.day.map { .text(numbers.day($0)) } ?? .missing(t("not given by the source")),
                    .number(numbers.integer(figure.population), Double(figure.population)),
                    .html(
                        Components.sourceMark(
                            figure.status, source: view.title(of: figure.source),
                            in: view.language(of: figure.source), t)),
                ]
            })
    }

    private var sourceLine: HTML {
        var sources: [String] = []
        for figure in view.figures.series
        where !sources.contains(where: { view.title(of: $0) == view.title(of: figure.source) }) {
            sources.append(figure.source)
        }
        return HTML {
            t("Sources:")
            for (index, source) in sources.enumerated() {
                index == 0 ? " " : "; "
                Components.words(view.title(of: source), in: view.language(of: source), t)
            }
        }
    }

    var place: HTML {
        section(.id("place")) {
            h2 { t("Where it is") }
            div(.class("split")) {
                map
                div { around }
            }
        }
    }

    private var map: HTML {
        guard view.city.latitude != nil else {
            return p(.class("quiet")) { t("Not known yet: no source gives coordinates.") }
        }
        return CityMap.drawing(
            [view.line], on: view.map, label: t("Map of Romania with {city}", ["city": view.city.name]),
            named: true, path: path, t
        ).html
    }

    /// What lies in the city and near it.
    private var around: HTML {
        HTML {
            if let parent = view.parent {
                p {
                    t("Part of") + " "
                    a(.href(path(parent.path))) { parent.name }
                }
            }
            if !view.sectors.isEmpty {
                h3 { t("Sectors") }
                Components.linkList(view.sectors.map { ($0.name, path($0.path)) })
            }
            if !view.neighbours.isEmpty {
                h3 { t("Other programme cities in the region {region}", ["region": view.line.region(language)]) }
                Components.linkList(view.neighbours.map { ($0.name, path($0.path)) })
            }
            p {
                a(.href(path("/cities") + "?show=all&region=\(view.region?.code ?? "")")) {
                    t("All cities of the region")
                }
            }
        }
    }

    var register: HTML {
        section(.id("register")) {
            h2 { t("In the registers") }
            Components.summaryList(
                [
                    Components.SummaryRow(
                        t("SIRUTA code"),
                        HTML {
                            view.city.code + " "
                            Components.sourceMark(
                                view.city.status, source: view.title(of: view.city.source),
                                in: view.language(of: view.city.source), t)
                        }),
                    Components.SummaryRow(
                        t("County seat"), view.city.isCountySeat ? t("yes") : t("no")),
                    Components.SummaryRow(t("Coordinates"), coordinates),
                ], t)
        }
    }

    private var coordinates: HTML {
        let numbers = Figures(language: language)
        guard let latitude = view.city.latitude, let longitude = view.city.longitude,
            let status = view.city.coordinateStatus
        else { return span(.class("quiet")) { t("Not known yet") } }
        return HTML {
            numbers.decimal(latitude, decimals: 5) + "° N, " + numbers.decimal(longitude, decimals: 5) + "° E "
            Components.sourceMark(
                status, source: view.city.coordinateSource.map(view.title(of:)),
                in: view.city.coordinateSource.flatMap(view.language(of:)), t)
        }
    }

    func team(mayEdit: Bool, mayLink: Bool, mayRunProgramme: Bool) -> HTML {
        section(.id("team")) {
            h2 { t("The city's team in the hub") }
            if view.teams.isEmpty {
                p(.class("quiet")) { t("Not known yet: no organisation speaks for this city in the hub.") }
            } else {
                Components.linkList(view.teams.map { (teamTitle($0), path("/organisations/\($0.organisation)")) })
            }
            let links = actions(mayEdit: mayEdit, mayLink: mayLink, mayRunProgramme: mayRunProgramme)
            if !links.isEmpty { Components.linkList(links) }
        }
    }

    private func teamTitle(_ team: CityTeam) -> String {
        team.isDemonstration ? "\(team.name) (\(t("demonstration")))" : team.name
    }

    private func actions(mayEdit: Bool, mayLink: Bool, mayRunProgramme: Bool) -> [(title: String, path: String)] {
        var links: [(title: String, path: String)] = []
        if mayEdit { links.append((t("Edit the profile"), path("\(view.city.path)/edit"))) }
        if mayLink { links.append((t("Choose the city's team"), path("\(view.city.path)/team"))) }
        if mayRunProgramme, view.programme != nil, view.withdrawal == nil {
            links.append((t("Change the entry in the programme"), path("/programme/\(view.city.slug)/edit")))
        }
        return links
    }
}
