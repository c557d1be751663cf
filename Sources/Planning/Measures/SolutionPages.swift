import Cities
import Web

/// The page of one action of the library.
struct SolutionPages {
    let solution: Solution
    /// The cities for which the visitor may start a measure.
    let cities: [City]
    /// By how much traffic follows it.
    let elasticities: [TransportElasticity]
    let visit: Visit
    private let words: SolutionWords

    init(_ solution: Solution, cities: [City], elasticities: [TransportElasticity], _ visit: Visit) {
        self.solution = solution
        self.cities = cities
        self.elasticities = elasticities
        self.visit = visit
        words = SolutionWords(visit)
    }

    private var t: Texts { visit.t }
    private var language: Language { visit.language }

    var page: Page {
        Page(
            title: solution.name(language), caption: "\(t(solution.field.title)) · \(solution.part(language))",
            description: t(
                "What one unit costs and saves, where the figures come from and how far they can be relied on."),
            breadcrumb: Self.trail(visit),
            feeds: [
                Page.Alternate(
                    t("The solution (JSON)"), path: "/api/v1/solutions/\(solution.id)", mediaType: "application/json")
            ],
            body: HTML {
                judgement
                start
                h2 { t("Cost of a unit") }
                Components.summaryList(cost, t)
                h2 { t("What a unit does in a year") }
                remark
                Components.summaryList(effect, t)
                TransportElasticityPages(visit: visit).panel(elasticities)
                h2 { t("Beside the climate") }
                Components.summaryList(
                    [
                        Components.SummaryRow(t("Co-benefits"), orNone(words.benefits(solution.coBenefits))),
                        Components.SummaryRow(t("Drawbacks"), orNone(words.benefits(solution.drawbacks))),
                    ], t)
                p { a(.href("/api/v1/solutions/\(solution.id)")) { t("The solution (JSON)") } }
            })
    }

    static func trail(_ visit: Visit) -> [Page.Crumb] {
        [Page.Crumb(visit.t("Solutions library"), visit.path("/measures"))]
    }

    private func orNone(_ text: String) -> String { text.isEmpty ? t("none is named") : text }

    /// Figures that nobody has published are called so before they are shown.
    private var judgement: HTML {
        let isCost = solution.cost?.origin.confidence == .judgement
        let isSaving = solution.saving.origin?.confidence == .judgement
        guard isCost || isSaving else { return .empty }
        let sentence =
            if isCost && isSaving {
                t("The cost and the saving are an engineer's judgement, not published figures.")
            } else if isCost {
                t("The cost is an engineer's judgement or a price from memory, not a published figure.")
            } else {
                t("The saving is an engineer's judgement, not a published figure.")
            }
        return Components.notice(.warning, t("Check the figures before relying on them"), t) { p { sentence } }
    }

    /// What a reader must know before the figures, such as a saving that does not follow from its own basis.
    private var remark: HTML {
        guard !solution.remark.isEmpty else { return .empty }
        return Components.notice(.warning, t("Remark"), t) { p { solution.remark(language) } }
    }

    private var start: HTML {
        HTML {
            if !cities.isEmpty {
                h2 { t("Start a measure from it") }
                Components.linkList(
                    cities.map { ($0.name, visit.path("\($0.path)/measures/new/\(solution.id)")) })
            } else if visit.visitor.signedIn == nil {
                p(.class("quiet")) { t("Teams of cities start a measure from here when they are signed in.") }
            }
        }
    }

    private var cost: [Components.SummaryRow] {
        let unit = Components.SummaryRow(t("Unit"), solution.unit(language))
        guard let cost = solution.cost else {
            return [unit, Components.SummaryRow(t("Cost"), t("not known"))]
        }
        var rows = [
            unit, Components.SummaryRow(t("Cost"), words.euros(cost.value)),
            Components.SummaryRow(t("Range of the cost"), words.range(cost.low, cost.high)),
        ]
        if cost.fixed > 0 {
            rows.append(Components.SummaryRow(t("Once, whatever the size"), words.euros(cost.fixed)))
        }
        return rows + [
            Components.SummaryRow(t("Prices of the year"), cost.priceYear.map { "\($0)" } ?? t("not known")),
            Components.SummaryRow(
                t("Lifetime"), t.count(solution.lifetime, "{count} year", "{count} years")),
            Components.SummaryRow(
                t("Running costs a year"), t("{part} % of the cost", ["part": words.number(solution.running * 100)])),
        ] + origin(cost.origin)
    }

    private var effect: [Components.SummaryRow] {
        var rows = [Components.SummaryRow(t("Effect"), words.effect(solution))]
        if let energy = solution.saving.megawattHours {
            rows.append(Components.SummaryRow(t("Final energy saved, net"), "\(words.number(energy)) MWh"))
        }
        rows += [
            Components.SummaryRow(t("Basis"), orNone(solution.saving.basis(language))),
            Components.SummaryRow(t("How emissions fall"), orNone(solution.driver(language))),
            Components.SummaryRow(t("Lines of the GPC"), orNone(solution.lines.joined(separator: ", "))),
        ]
        return rows + (solution.saving.origin.map { origin($0) } ?? [])
    }

    private func origin(_ origin: Solution.Origin) -> [Components.SummaryRow] {
        [
            Components.SummaryRow(
                t("Confidence"),
                HTML {
                    words.mark(origin.confidence)
                    " " + t(origin.confidence.about)
                }),
            Components.SummaryRow(t("Source"), sources(origin)),
        ]
    }

    /// Titles and notes stand as in the documents, in English.
    private func sources(_ origin: Solution.Origin) -> HTML {
        HTML {
            for source in origin.sources {
                if source.key == SolutionSource.judgement {
                    p { t("An engineer's judgement, or a price from memory") }
                } else {
                    p {
                        let title = Components.words(source.title, in: .en, t)
                        if let address = source.address { a(.href(address)) { title } } else { title }
                    }
                }
            }
            if !origin.note.isEmpty {
                p { small(.class("quiet")) { Components.words(origin.note, in: .en, t) } }
            }
        }
    }
}
