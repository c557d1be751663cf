import Storage
import Web

/// A city's public page.
struct CityPages {
    let view: CityView
    let t: Texts
    let language: Language
    let path: @Sendable (String) -> String
    private let visit: Visit

    init(_ view: CityView, _ visit: Visit) {
        self.view = view
        self.visit = visit
        t = visit.t
        language = visit.language
        path = { visit.path($0) }
    }

    private var city: City { view.city }
    private var numbers: Figures { Figures(language: language) }

    func page(publicURL: String, mayEdit: Bool, mayLink: Bool, mayRunProgramme: Bool) -> Page {
        Page(
            title: city.name, caption: caption, description: description,
            breadcrumb: [Page.Crumb(t("Cities"), path("/cities"))],
            feeds: [
                Page.Alternate(
                    t("Population of {city} (CSV)", ["city": city.name]), path: "\(city.path)/population.csv",
                    mediaType: "text/csv"),
                Page.Alternate(
                    t("{city} as data (JSON)", ["city": city.name]), path: "/api/v1\(city.path)",
                    mediaType: "application/json"),
            ],
            jsonLD: CityLinkedData.json(view, address: publicURL + path(city.path)),
            body: HTML {
                facts
                programme
                about
                for part in view.parts { part(visit) }
                population
                place
                register
                team(mayEdit: mayEdit, mayLink: mayLink, mayRunProgramme: mayRunProgramme)
            })
    }

    private var caption: String {
        let county = city.kind == .municipality ? t("{county} County", ["county": view.line.countyName]) : nil
        return [t(city.kind.title), county, view.line.region(language)].compactMap { $0 }.joined(separator: " · ")
    }

    private var description: String {
        if let programme = view.programme, view.withdrawal == nil {
            return t(
                "{city}, {cohort}: target year {year}, population, profile and sources.",
                ["city": city.name, "cohort": t(programme.cohort.title), "year": "\(programme.targetYear)"])
        }
        return t("{city}: population, profile and sources.", ["city": city.name])
    }

    // MARK: Facts

    private var facts: HTML {
        var facts: [Components.Fact] = []
        if let programme = view.programme, view.withdrawal == nil {
            facts.append(
                Components.Fact(
                    t("Climate-neutral by"), figure: "\(programme.targetYear)", note: t(programme.cohort.title),
                    mark: mark(programme.targetStatus, programme.targetSource)))
        }
        facts.append(populationFact)
        if let area = city.areaKm2, let status = city.areaStatus {
            facts.append(
                Components.Fact(
                    t("Area"), figure: numbers.decimal(area), unit: "km²", mark: mark(status, city.areaSource)))
        } else {
            facts.append(unknown(t("Area")))
        }
        if let density = view.density {
            facts.append(
                Components.Fact(
                    t("Density"), figure: numbers.decimal(density, decimals: 0), unit: t("people per km²"),
                    mark: Components.sourceMark(view.densityStatus, source: t("population divided by area"), t)))
        }
        return Components.facts(facts)
    }

    private var populationFact: Components.Fact {
        guard let figure = view.figures.newest else { return unknown(t("Population")) }
        let note = figure.day.map { "\(figure.title(t)), \(numbers.day($0))" } ?? figure.title(t)
        return Components.Fact(
            t("Population"), figure: numbers.integer(figure.population), note: note,
            mark: mark(figure.status, figure.source))
    }

    private func unknown(_ label: String) -> Components.Fact { Components.Fact(label, figure: t("Not known yet")) }

    private func mark(_ status: FigureStatus, _ source: String?) -> HTML {
        Components.sourceMark(
            status, source: source.map(view.title(of:)), path: address(of: source),
            in: source.flatMap(view.language(of:)), t)
    }

    private func address(of source: String?) -> String? {
        guard let address = source.flatMap({ view.sources[$0]?.address }), address.hasPrefix("http") else { return nil }
        return address
    }

    // MARK: Programme

    private var programme: HTML {
        section(.id("programme")) {
            h2 { t("In the programme") }
            if let withdrawal = view.withdrawal {
                p {
                    t(
                        "{city} left the programme on {day}.",
                        ["city": city.name, "day": numbers.day(withdrawal.withdrawnOn)])
                }
                p { withdrawal.reason }
            } else if let programme = view.programme {
                Components.summaryList(rows(programme), t)
            } else {
                p { t("{city} is not in the programme.", ["city": city.name]) }
                p { a(.href(path("/programme"))) { t("What the programme is and which cities are in it") } }
            }
        }
    }

    private func rows(_ programme: ProgrammeCity) -> [Components.SummaryRow] {
        var rows = [
            Components.SummaryRow(t("Group"), a(.href(path("/programme"))) { t(programme.cohort.title) }),
            Components.SummaryRow(
                t("Target year"),
                HTML {
                    "\(programme.targetYear) "
                    mark(programme.targetStatus, programme.targetSource)
                }),
        ]
        if let day = programme.selectedOn {
            rows.append(
                Components.SummaryRow(
                    t("Selected"),
                    HTML {
                        numbers.day(day) + " "
                        mark(programme.selectedStatus ?? .unverified, programme.selectedSource)
                    }))
        }
        for label in view.labels {
            rows.append(
                Components.SummaryRow(
                    t(label.label.title),
                    HTML {
                        t("awarded on {day}", ["day": numbers.day(label.awardedOn)]) + " "
                        mark(label.status, label.source)
                    }))
        }
        if let note = programme.note { rows.append(Components.SummaryRow(t("Note"), note)) }
        return rows
    }

    // MARK: Profile

    private var about: HTML {
        let profile = view.profile
        return section(.id("profile")) {
            h2 { t("What the city says") }
            if profile.version == 0 {
                p(.class("quiet")) { t("Not known yet: the city's team has not written a profile.") }
            } else {
                if let summary = profile.summary(language) { paragraphs(summary) }
                Components.summaryList(profileRows(profile), t)
            }
        }
    }

    private func profileRows(_ profile: CityProfile) -> [Components.SummaryRow] {
        let gap = span(.class("quiet")) { t("Not known yet") }
        return [
            Components.SummaryRow(t("The target in words"), profile.target(language).map(paragraphs) ?? gap),
            Components.SummaryRow(
                t("Decision of the local council"),
                profile.councilDecision.map { paragraphs(($0, .ro)) } ?? gap),
            Components.SummaryRow(
                t("Website"), profile.website.map { site in a(.href(site), .rel("external")) { site } } ?? gap),
            Components.SummaryRow(
                t("Climate office"),
                profile.climateOfficeContact.map { mail in a(.href("mailto:\(mail)")) { mail } } ?? gap),
            Components.SummaryRow(
                t("Population figure for amounts per person"), view.chosenFigure.map { .text($0.title(t)) } ?? gap),
        ]
    }

    /// Paragraphs are parted by empty lines; a text in the other language says so to screen readers.
    private func paragraphs(_ text: (text: String, language: Language)) -> HTML {
        let parts = text.text.split(separator: /\n\s*\n/)
        return div(.lang(text.language == language ? nil : text.language.rawValue)) {
            for part in parts { p { String(part) } }
        }
    }
}
