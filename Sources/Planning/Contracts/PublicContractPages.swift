import Cities
import Contract
import Web

/// What everybody sees of a city's contract: its goal, then its documents with their parts.
struct PublicContractPages {
    let view: PublicContract
    let visit: Visit

    private var t: Texts { visit.t }
    private var contract: CityContract { view.document }
    private var words: ContractWords { ContractWords(contract, visit) }
    private var language: Language? { Language(rawValue: contract.language) }

    static func nothing(_ city: City, _ visit: Visit) -> Page {
        let t = visit.t
        return Page(
            title: t("Climate City Contract of {city}", ["city": city.name]), breadcrumb: trail(city, visit),
            body: HTML {
                Components.emptyState(
                    t("{city} has not published a contract here.", ["city": city.name]),
                    next: (t("See the cities"), visit.path("/cities")))
            })
    }

    private static func trail(_ city: City, _ visit: Visit) -> [Page.Crumb] {
        [Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path))]
    }

    private var trail: [Page.Crumb] {
        Self.trail(view.city, visit) + [Page.Crumb(t("Climate City Contract"), visit.path(view.path))]
    }

    func page(_ report: ContractReport?) -> Page {
        Page(
            title: t("Climate City Contract of {city}", ["city": view.city.name]),
            description: t(
                "What {city} promised for climate neutrality, as it was published.", ["city": view.city.name]),
            breadcrumb: Self.trail(view.city, visit),
            feeds: [
                Page.Alternate(
                    t("The contract as data (JSON)"), path: "/api/v1\(view.path)", mediaType: "application/json")
            ],
            body: HTML {
                Components.lead(
                    t(
                        "From {base} to climate neutrality in {target}.",
                        ["base": "\(contract.baseYear)", "target": "\(contract.targetYear)"]))
                origin
                if let label = view.label { self.label(label) }
                facts
                if let report { findingsLine(report) }
                for document in contract.documents { self.document(document) }
                links
            })
    }

    private var origin: HTML {
        HTML {
            if view.isCarriedOver {
                Components.notice(.information, t("Published elsewhere and carried over as it stands"), t) {
                    p { t("Source: {source}", ["source": view.publication.source]) }
                    if !contract.note.isEmpty { p { Components.words(contract.note, in: language, t) } }
                }
            } else {
                p {
                    t("Published on {time}.", ["time": visit.figures.time(view.publication.publishedAt)])
                    if !view.publication.withheld.isEmpty {
                        " "
                        t("Parts of it are withheld by the city.")
                    }
                }
                if !contract.note.isEmpty { p { contract.note } }
            }
        }
    }

    private func label(_ label: Label) -> HTML {
        let state = label.state(on: visit.today)
        return p {
            strong { t("Label") }
            " "
            Components.tag(t(state.title), state.tone)
            " "
            if let path = label.path { a(.href(visit.path(path))) { t("Verify the label") } }
        }
    }

    /// The figures that a reader wants first.
    private var facts: HTML {
        func sum(_ table: TableID, _ column: String) -> Double? {
            let values = contract.items(table).compactMap { $0.number(column) }
            return values.isEmpty ? nil : values.reduce(0, +)
        }
        let figures = visit.figures
        var facts: [Components.Fact] = []
        if let gap = sum(.gap, "gap") {
            facts.append(
                Components.Fact(t("Gap to be closed"), figure: figures.decimal(gap, decimals: 0), unit: "t CO₂e"))
        }
        for (table, title) in [
            (TableID.actions, "Measures"), (.signatories, "Signatories"), (.indicators, "Indicators"),
        ] {
            let count = contract.items(table).count
            if count > 0 { facts.append(Components.Fact(t(title), figure: figures.integer(count))) }
        }
        return facts.isEmpty ? .empty : Components.facts(facts)
    }

    private func findingsLine(_ report: ContractReport) -> HTML {
        p {
            t.count(
                report.findings.count, "A check of the published tables finds {count} thing that does not agree.",
                "A check of the published tables finds {count} things that do not agree.")
            " "
            a(.href(visit.path("\(view.path)/findings"))) { t("What the check finds") }
        }
    }

    // MARK: Documents

    private func document(_ document: ContractDocument) -> HTML {
        let sections = SectionForm.all.filter {
            $0.module.document == document && contract.sections[$0.id].map { !$0.isEmpty } ?? false
        }
        let tables = TableForm.all.filter {
            $0.module.document == document && !(contract.tables[$0.id]?.rows.isEmpty ?? true)
        }
        return Web.section {
            h2 { t(document.title) }
            if sections.isEmpty, tables.isEmpty { p(.class("quiet")) { t("Nothing of it is published here.") } }
            Components.linkList(
                sections.map { form in
                    let place = ContractPlace.section(form.id)
                    return (words.place(place), visit.path("\(view.path)/\(place.path)"))
                }
                    + tables.map { form in
                        (words.place(.table(form.id)), visit.path("\(view.path)/tables/\(form.id.rawValue)"))
                    })
        }
    }

    private var links: HTML {
        HTML {
            h2 { t("Documents and data") }
            Components.linkList(
                [
                    (t("Files of the contract"), visit.path("\(view.path)/exports")),
                    (t("The contract as data (JSON)"), "/api/v1\(view.path)"),
                    (t("Commitments of the signatories"), visit.path("/commitments?city=\(view.city.slug)")),
                ]
                    + (view.hasPathway
                        ? [(t("Pathway of {city}", ["city": view.city.name]), visit.path("\(view.city.path)/pathway"))]
                        : [])
                    + (view.hasMeasures
                        ? [
                            (
                                t("Measures of {city}", ["city": view.city.name]),
                                visit.path("\(view.city.path)/measures")
                            )
                        ]
                        : []))
        }
    }

    // MARK: Parts

    func section(_ id: SectionID, _ text: String) -> Page {
        Page(
            title: words.place(.section(id)), caption: view.city.name, breadcrumb: trail,
            body: HTML { Components.prose { Markdown.html(text) } })
    }

    func table(_ id: TableID) -> Page {
        Page(
            title: words.place(.table(id)), caption: view.city.name, breadcrumb: trail, wide: true,
            body: HTML {
                if view.isCarriedOver {
                    p(.class("quiet")) { t("The figures are as published and nothing is corrected.") }
                }
                PublicContractTable(id, words).html
            })
    }

    func findings(_ report: ContractReport) -> Page {
        Page(
            title: t("What a check of the published tables finds"), caption: view.city.name, breadcrumb: trail,
            wide: true,
            body: HTML {
                p { t("The rules compare the published figures with each other; nothing is corrected.") }
                if report.findings.isEmpty {
                    p { t("The check finds nothing.") }
                } else {
                    DataTable(
                        caption: t("What the check finds"),
                        columns: [t("Place"), t("What was found"), t("Weight")].map { DataTable.Column($0) },
                        rows: report.findings.prefix(Self.most).map { finding in
                            [
                                .text(words.place(finding.place)), .text(words.message(finding)),
                                .text(finding.level == .error ? t("Error") : t("Warning")),
                            ]
                        }, captionHidden: true
                    ).html
                    if report.findings.count > Self.most {
                        p { t.count(report.findings.count - Self.most, "and {count} more", "and {count} more") }
                    }
                }
            })
    }

    /// A page stays light; the command line and the data list everything.
    private static let most = 150
}

/// A table of a published contract in the reader's language.
struct PublicContractTable {
    private let id: TableID
    private let words: ContractWords
    private let cells: [(id: String, column: Column)]
    private let rows: [ContractRow]

    init(_ id: TableID, _ words: ContractWords) {
        self.id = id
        self.words = words
        let form = TableForm.of(id)
        let shown = words.document.tables[id]?.rows ?? []
        rows = shown
        let used = Set(shown.flatMap(\.cells.keys))
        cells = form.columns.flatMap { column -> [(id: String, column: Column)] in
            guard column.isYearly else { return used.contains(column.id) ? [(column.id, column)] : [] }
            return used.filter { form.column($0) == column }.sorted().map { ($0, column) }
        }
    }

    var html: HTML {
        let t = words.t
        return DataTable(
            caption: t(TableForm.of(id).title),
            columns: cells.map { DataTable.Column(words.heading($0.id, of: id), number: $0.column.isNumber) },
            rows: rows.map { row in
                cells.map { cell in
                    guard let content = row.cells[cell.id] else { return .missing(t("not printed")) }
                    let text = content.printed.isEmpty ? words.text(content.content, in: cell.column) : content.printed
                    return cell.column.isNumber ? .number(text, content.number) : .text(text)
                }
            }, captionHidden: true
        ).html
    }
}
