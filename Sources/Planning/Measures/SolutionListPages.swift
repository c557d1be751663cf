import Finance
import Storage
import Web

/// The library as a list: for everybody, and for a team that takes a measure from it.
struct SolutionListPages {
    static let pageSize = 20

    let list: SolutionList
    let filter: SolutionFilter
    let visit: Visit
    private let words: SolutionWords

    init(_ list: SolutionList, _ visit: Visit) {
        self.list = list
        self.visit = visit
        filter = SolutionFilter(visit.query)
        words = SolutionWords(visit)
    }

    private var t: Texts { visit.t }
    private var filePath: String { filter.address("/measures/solutions.csv").text }

    var page: Page {
        Page(
            title: t("Solutions library"),
            description: t(
                "Actions that cities take, with what they cost and save, where the figures come from and how far they can be relied on."
            ),
            wide: true,
            feeds: [Page.Alternate(t("Solutions (CSV)"), path: filePath, mediaType: "text/csv")],
            body: HTML {
                Components.lead(
                    t(
                        "Actions that cities take, each with what one unit costs and saves. A city starts a measure from one and changes what is different at home."
                    ))
                confidences
                content(action: visit.path("/measures")) { visit.path($0.path) }
                p { a(.href(filePath), .flag("download")) { t("Download this list (CSV)") } }
                p { a(.href(visit.path(TransportElasticityPages.path))) { t("Elasticities of traffic") } }
            })
    }

    /// Says what the marks mean, before anybody meets one.
    private var confidences: HTML {
        ul {
            for confidence in Solution.Confidence.allCases {
                li {
                    words.mark(confidence)
                    " " + t(confidence.about)
                }
            }
        }
    }

    /// The list with its filter, on whatever page it stands.
    /// - Parameters:
    ///   - action: the page's address.
    ///   - link: where an action of the list leads.
    func content(action: String, link: (Solution) -> String) -> HTML {
        let found = filter.matches(list, visit.language)
        let part = SolutionFilter.page(found, at: visit.place { $0.isEmpty ? nil : $0 }, size: Self.pageSize)
        let address = filter.address(action)
        return HTML {
            Components.filter(
                form, filter.answers, t, action: action, label: t("Narrow the list of solutions"),
                keeping: filter.sort.isEmpty ? [:] : ["sort": filter.sort])
            p(.class("result-count"), .id("count")) { t.count(found.count, "{count} solution", "{count} solutions") }
            if part.items.isEmpty {
                Components.emptyState(t("No solution fits all of this."), next: (t("Show all solutions"), action))
            } else {
                table(part.items, address, link).html
                Components.pagination(address, part, t) { $0.id }
            }
        }
    }

    private var form: Form {
        let any = Option("", "All")
        return Form([
            Field("q", "Words", optional: true, .text(maxLength: 100)),
            Field(
                "field", "Field of action", optional: true,
                .select([any] + FieldOfAction.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "confidence", "Confidence of the figures", optional: true,
                .select([any] + Solution.Confidence.allCases.map { Option($0.rawValue, $0.title) })),
        ])
    }

    private func table(_ items: [Solution], _ address: ListAddress, _ link: (Solution) -> String) -> DataTable {
        DataTable(
            caption: t("Solutions"),
            columns: [
                DataTable.Column(t("Solution"), sort: SolutionFilter.Order.name.rawValue), DataTable.Column(t("Unit")),
                DataTable.Column(t("Cost of a unit"), number: true, sort: SolutionFilter.Order.cost.rawValue),
                DataTable.Column(t("What a unit does in a year")),
            ],
            rows: items.map { solution in
                [
                    name(solution, link(solution)), .text(solution.unit(visit.language)), cost(solution),
                    effect(solution),
                ]
            }, captionHidden: true, address: address)
    }

    private func name(_ solution: Solution, _ path: String) -> DataTable.Cell {
        .html(
            HTML {
                a(.href(path)) { solution.name(visit.language) }
                br()
                small(.class("quiet")) { "\(t(solution.field.title)) · \(solution.part(visit.language))" }
            })
    }

    private func cost(_ solution: Solution) -> DataTable.Cell {
        guard let cost = solution.cost else { return .missing(t("not known")) }
        return DataTable.Cell(
            HTML {
                words.euros(cost.value)
                br()
                small(.class("quiet")) { words.range(cost.low, cost.high) }
                br()
                words.mark(cost.origin.confidence)
            }, sortValue: "\(cost.value)")
    }

    private func effect(_ solution: Solution) -> DataTable.Cell {
        .html(
            HTML {
                words.effect(solution)
                if let origin = solution.saving.origin {
                    br()
                    words.mark(origin.confidence)
                }
            })
    }
}
