import Storage
import Web

/// The list of cities with its map.
struct CityListPages {
    let request: CityListRequest
    let result: CityListResult
    /// What the map shows: everything that was asked for, not one page of it.
    let mapped: [CityLine]
    let gazetteer: Gazetteer
    let query: Answers
    let t: Texts
    let language: Language
    let path: @Sendable (String) -> String

    private var address: ListAddress { request.address(path("/cities")) }
    private var numbers: Figures { Figures(language: language) }

    var page: Page {
        Page(
            title: t("Cities"),
            description: t(
                "The cities on their way to climate neutrality, and all municipalities of Romania: map, population, targets."
            ),
            wide: true,
            feeds: [Page.Alternate(t("Cities (CSV)"), path: csvPath, mediaType: "text/csv")],
            body: HTML {
                Components.lead(
                    t("Cities that have promised to become climate-neutral, and every other municipality of Romania."))
                tabs
                filter
                p(.class("result-count"), .id("count")) { countText }
                if result.lines.isEmpty { emptyState } else { found }
            })
    }

    private var tabs: HTML {
        func tab(_ show: CityListRequest.Show) -> Components.Tab {
            Components.Tab(
                t(show.title), path: address.with("show", show == .programme ? nil : show.rawValue).text,
                isCurrent: request.show == show)
        }
        return Components.tabs(
            [tab(.programme), tab(.euMission), tab(.m100Mirror), tab(.all)], label: t("Which cities"))
    }

    // MARK: Filter

    static func filterForm(regions: [Region], counties: [County], _ language: Language) -> Form {
        let any = Option("", "All")
        return Form([
            Field("q", "Name", hint: "With or without diacritics", optional: true, .text(maxLength: 100)),
            Field(
                "region", "Region", optional: true,
                .select([any] + regions.map { Option($0.code, $0.name(language), translated: false) })),
            Field(
                "county", "County", optional: true,
                .select([any] + counties.map { Option($0.code, $0.name, translated: false) })),
            Field(
                "size", "Population", optional: true,
                .select([any] + CityListRequest.Size.allCases.map { Option($0.rawValue, $0.title) })),
        ])
    }

    private var filter: HTML {
        var keeping: [String: String] = [:]
        if request.show != .programme { keeping["show"] = request.show.rawValue }
        if let sort = address["sort"] { keeping["sort"] = sort }
        let shown = Answers(texts: [
            "q": [request.search], "region": [request.region], "county": [request.county],
            "size": [request.size?.rawValue ?? ""],
        ])
        return Components.filter(
            Self.filterForm(regions: gazetteer.regions, counties: gazetteer.counties, language), shown, t,
            action: path("/cities"),
            label: t("Narrow the list of cities"), keeping: keeping)
    }

    private var countText: String { t.count(result.total, "{count} city", "{count} cities") }

    private var emptyState: HTML {
        if request.show != .all {
            let all = request.address(path("/cities")).with("show", CityListRequest.Show.all.rawValue).text
            return Components.emptyState(
                t("No programme city fits. It may be among the other cities."),
                next: (t("Look among all cities"), all))
        }
        return Components.emptyState(
            t("No city fits all of this."), next: (t("Show all cities"), path("/cities") + "?show=all"))
    }

    // MARK: Found

    private var found: HTML {
        div(.class("split")) {
            CityMap.html(
                mapped, on: gazetteer.map, label: t("Map of Romania with the cities of this list"), path: path, t)
            div {
                table.html
                Components.pagination(address, before: result.before, after: result.after, t)
                p { a(.href(csvPath), .flag("download")) { t("Download this list (CSV)") } }
            }
        }
    }

    /// The file outside the languages that holds the same list.
    private var csvPath: String { request.address("/cities.csv").text }

    private var table: DataTable {
        let current = (request.isDescending ? "-" : "") + request.order.rawValue
        return DataTable(
            caption: t("Cities"),
            columns: [
                DataTable.Column(t("City"), sort: CityListRequest.Order.name.rawValue),
                DataTable.Column(t("Population"), number: true, sort: CityListRequest.Order.population.rawValue),
                DataTable.Column(t("Target"), number: true, sort: CityListRequest.Order.target.rawValue),
            ],
            rows: result.lines.map(cells), captionHidden: true, address: address.with("sort", current))
    }

    /// Few columns, since the table stands beside the map: what belongs together shares a cell.
    private func cells(_ line: CityLine) -> [DataTable.Cell] {
        let county = line.kind == .municipality ? t("{county} County", ["county": line.countyName]) : t(line.kind.title)
        return [
            DataTable.Cell(
                HTML {
                    a(.href(path(line.path))) { line.name }
                    br()
                    small(.class("quiet")) { county }
                }, sortValue: line.sortKey),
            population(line), target(line),
        ]
    }

    private func target(_ line: CityLine) -> DataTable.Cell {
        guard let year = line.targetYear, let cohort = line.cohort else { return .missing(t("not in the programme")) }
        return DataTable.Cell(
            HTML {
                "\(year)"
                br()
                small(.class("quiet")) { t(cohort.shortTitle) }
            }, sortValue: "\(year)")
    }

    private func population(_ line: CityLine) -> DataTable.Cell {
        guard line.population > 0, let status = line.populationStatus else { return .missing(t("Not known yet")) }
        let text = numbers.integer(line.population)
        if status == .sourced { return .number(text, Double(line.population)) }
        // The table is dense: only figures that want care are marked; the city's page names the source of each.
        return DataTable.Cell(
            HTML {
                text + " "
                Components.sourceMark(status, t)
            }, sortValue: "\(line.population)")
    }
}
