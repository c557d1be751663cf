import Contract
import Web

/// The frozen contract of a round, read by module.
struct SubmissionContentPages {
    let desk: SubmissionDesk
    let document: CityContract
    let visit: Visit

    private var t: Texts { visit.t }
    private var words: ContractWords { ContractWords(document, visit) }
    private var path: String { "\(desk.submission.path)/content" }
    /// A page stays light: rows and findings beyond these are counted.
    private static let most = 100

    private func page(_ title: String, wide: Bool = false, _ body: HTML) -> Page {
        Page(
            title: title, caption: desk.city.name, breadcrumb: desk.trail(visit), wide: wide, isPrivate: true,
            body: body)
    }

    var modules: Page {
        let report = document.check(CheckCircumstances(stage: .publication))
        return page(
            t("The frozen contract"),
            HTML {
                p { t("As it was submitted: what the team wrote afterwards is not in it.") }
                DataTable(
                    caption: t("Modules"),
                    columns: [
                        DataTable.Column(t("Module")), DataTable.Column(t("Findings of the check"), number: true),
                    ],
                    rows: Module.allCases.map { module in
                        let count = report.findings.filter { $0.place.module == module }.count
                        return [
                            .link(
                                "\(module.rawValue) \(t(module.title))",
                                visit.path(path) + "?" + FormBody.encode([("module", module.rawValue)])),
                            .number(visit.figures.integer(count), Double(count)),
                        ]
                    }, captionHidden: true
                ).html
            })
    }

    func module(_ module: Module) -> Page {
        let report = document.check(CheckCircumstances(stage: .publication))
        let findings = report.findings.filter { $0.place.module == module }
        let tables = TableForm.all.filter {
            $0.module == module && !(document.tables[$0.id]?.rows.isEmpty ?? true)
        }
        let sections = SectionForm.all.filter {
            $0.module == module && !(document.sections[$0.id] ?? "").isEmpty
        }
        return page(
            "\(module.rawValue) \(t(module.title))", wide: true,
            HTML {
                p { a(.href(visit.path(path))) { t("All modules") } }
                comment("modules/\(module.rawValue)", t(module.title))
                if sections.isEmpty, tables.isEmpty { p(.class("quiet")) { t("Nothing was written here.") } }
                for form in sections { section(form.id) }
                for form in tables { table(form.id) }
                if !findings.isEmpty {
                    h2 { t("Findings of the check") }
                    ul(.class("findings")) {
                        for finding in findings.prefix(Self.most) {
                            li { "\(words.place(finding.place)): \(words.message(finding)) (\(finding.rule))" }
                        }
                    }
                }
            })
    }

    private func section(_ id: SectionID) -> HTML {
        let place = ContractPlace.section(id)
        return HTML {
            h2 { words.place(place) }
            comment(place.path, words.place(place))
            Components.prose { Markdown.html(document.sections[id] ?? "", topHeading: 3) }
        }
    }

    private func table(_ id: TableID) -> HTML {
        let place = ContractPlace.table(id)
        let rows = document.items(id)
        return HTML {
            h2 { words.place(place) }
            comment(place.path, words.place(place))
            PublicContractTable(id, words).html
            if isReviewer, !rows.isEmpty {
                Components.disclosure(t("Comment on a row")) {
                    ul {
                        for row in rows.prefix(Self.most) {
                            li { link(ContractPlace.row(id, row.id).path) { words.name(of: row, in: id) } }
                        }
                    }
                }
            }
        }
    }

    // MARK: Comments

    /// Whether the reader writes a review of this round now.
    private var isReviewer: Bool { desk.standing.own.map { $0.sentAt == nil } ?? false && desk.allows(.review) }

    private func comment(_ place: String, _ about: String) -> HTML {
        guard isReviewer else { return .empty }
        return p {
            link(place) {
                t("Comment")
                span(.class("hidden")) { " \(about)" }
            }
        }
    }

    private func link(_ place: String, @HTMLBuilder _ title: () -> HTML) -> HTML {
        let review = desk.standing.own?.path ?? ""
        return a(.href(visit.path("\(review)/comments/new") + "?" + FormBody.encode([("place", place)]))) { title() }
    }
}
