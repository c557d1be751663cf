import Finance
import Pathways
import Web

/// The pages with the investment plan's tables, and with its large projects as investors read them.
struct InvestmentTablePages {
    let view: InvestmentView
    let visit: Visit

    private var t: Texts { visit.t }

    var tables: Page {
        page(t("Investment plan tables T1–T15")) { plan in
            let tables = InvestmentTables(plan, visit)
            return HTML {
                Components.lead(t("Every table comes from the measures and funding lines; none is typed again."))
                p { a(.href(view.address("/tables.xlsx")), .flag("download")) { t("All tables (XLSX)") } }
                for item in tables.all {
                    if item.rows.isEmpty {
                        h2 { "T\(item.number). \(item.title)" }
                        p(.class("quiet")) { t("Nothing has been written down yet.") }
                    } else {
                        tables.shown(item).html
                    }
                }
            }
        }
    }

    /// A sheet for each project that costs at least what the plan calls capital-intensive.
    var projects: Page {
        page(t("Capital-intensive projects")) { plan in
            let words = InvestmentWords(visit)
            return HTML {
                Components.lead(
                    t(
                        "Projects of {amount} million euro and more, as investors ask for them.",
                        ["amount": words.millions(plan.intensiveCents)]))
                if plan.capitalIntensive.isEmpty {
                    Components.emptyState(t("No measure of the scenario costs as much."))
                }
                for row in plan.capitalIntensive { sheet(row, words) }
            }
        }
    }

    private func sheet(_ row: ProjectRow, _ words: InvestmentWords) -> HTML {
        let money = view.outcome.computed?.results.costs.measures.first { $0.id == row.id }
        let payers = Payer.allCases.compactMap { payer -> String? in
            guard let cents = row.capitalByPayer[payer.rawValue], cents > 0 else { return nil }
            return "\(t(payer.title)): \(words.euros(cents)) EUR"
        }
        func euros(_ value: Double?) -> String { value.map { words.euros($0) } ?? t("not known") }
        var rows = [
            Components.SummaryRow(t("Field of action"), t(row.field.title)),
            Components.SummaryRow(t("Investment"), "\(words.euros(row.capitalCents)) EUR"),
            Components.SummaryRow(t("Running costs, EUR a year"), words.euros(row.yearlyCents)),
            Components.SummaryRow(t("Who pays"), payers.joined(separator: " · ")),
            Components.SummaryRow(t("Contracted, EUR"), words.euros(row.gap.contractedCents)),
            Components.SummaryRow(t("Hoped for, EUR"), words.euros(row.gap.hopedForCents)),
            Components.SummaryRow(t("Open, EUR"), words.euros(row.gap.gapCents)),
            Components.SummaryRow("EUR/t CO₂e", euros(row.eurPerTonne)),
        ]
        if let money {
            rows.append(Components.SummaryRow(t("Net present value, EUR"), euros(money.npvEur)))
            let rates = money.internalRates.map { words.percent($0) }.joined(separator: " · ")
            rows.append(Components.SummaryRow(t("Internal rate of return"), rates.isEmpty ? t("none") : rates))
            let payback = money.paybackYears.map { words.figures.decimal($0, decimals: 1) }
            rows.append(Components.SummaryRow(t("Payback, years"), payback ?? t("not within the plan")))
        }
        return section {
            h2 { row.measure.isEmpty ? row.id : row.measure }
            if !row.description.isEmpty { p { row.description } }
            Components.summaryList(rows, t)
        }
    }

    private func page(_ title: String, _ body: (InvestmentPlan) -> HTML) -> Page {
        Page(
            title: title, caption: "\(view.desk.city.name) · \(view.record.title(t))", breadcrumb: view.trail(visit),
            isPrivate: true,
            body: HTML {
                switch view.outcome {
                case .refused(let problems): ScenarioProblems.notice(problems, view.work.plan, t)
                case .computed(_, let plan): body(plan)
                }
            })
    }
}
