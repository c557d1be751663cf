import Finance
import Pathways
import Portfolio
import Web

/// A city's plan as an investment: by year, payer, field and source, with the gap.
struct InvestmentPages {
    let view: InvestmentView
    let visit: Visit

    private var t: Texts { visit.t }
    private var mayEdit: Bool { view.desk.right >= .edit }

    var page: Page {
        Page(
            title: t("Investment plan"), caption: caption, breadcrumb: view.trail(visit, withRoom: false),
            isPrivate: true,
            body: HTML {
                scenarios
                switch view.outcome {
                case .refused(let problems): ScenarioProblems.notice(problems, view.work.plan, t)
                case .computed(let results, let tables): content(results, tables)
                }
            })
    }

    private var caption: String {
        "\(view.desk.city.name) · \(view.record.title(t))"
    }

    /// Which scenario is meant.
    private var scenarios: HTML {
        guard view.work.scenarios.count > 1 else { return .empty }
        return Components.tabs(
            view.work.scenarios.filter { $0.kind != .businessAsUsual }.map { record in
                Components.Tab(
                    record.title(t), path: visit.path(InvestmentView.path(of: view.desk.city, record)),
                    isCurrent: record.id == view.record.id)
            }, label: t("Scenarios"))
    }

    private func content(_ results: PlanResults, _ tables: InvestmentPlan) -> HTML {
        let charts = InvestmentCharts(results, visit)
        let file = view.address("/years.csv")
        return HTML {
            Components.lead(charts.message)
            charts.facts
            charts.gaps(names)
            if results.costs.measures.isEmpty {
                Components.emptyState(
                    t("No measure of the scenario has costs yet."),
                    next: (t("Measures"), visit.path("\(view.desk.city.path)/measures/portfolio")))
            } else {
                charts.byYear(csvPath: file)
                charts.funding(csvPath: view.address("/funding.csv"))
                h2 { t("Who pays") }
                charts.byPayer.html
                charts.byField.html
                charts.bySource.html
                charts.byStatus.html
                h2 { t("What is still open") }
                charts.gapTable(path).html
                charts.abatement(csvPath: view.address("/abatement.csv"))
                charts.cashFlow(csvPath: file)
                Components.disclosure(t("Returns and sensitivity")) {
                    charts.returns.html
                    charts.sensitivity
                }
                charts.carbon
            }
            debt(results, charts.words)
            further
        }
    }

    private var names: [String: String] {
        Dictionary(
            view.work.whole.measures.map { ($0.id, $0.name.isEmpty ? $0.id : $0.name) },
            uniquingKeysWith: { first, _ in first })
    }

    private func path(_ measure: String) -> String? {
        view.work.records.first { $0.measure.id == measure }.map { visit.path($0.path) }
    }

    /// Whether the municipality stays within the limits to its debt.
    private func debt(_ results: PlanResults, _ words: InvestmentWords) -> HTML {
        let lines = view.work.whole.measures.flatMap(\.funding).map { ($0.id, $0.name.isEmpty ? $0.id : $0.name) }
        return InvestmentDebt(
            results: results.debt, lines: Dictionary(lines) { first, _ in first }, words: words
        ).html(list: mayEdit ? visit.path("\(view.path)/\(FinanceList.debtRules.rawValue)") : nil)
    }

    private var further: HTML {
        HTML {
            h2 { t("Tables and files") }
            Components.linkList([
                (t("Investment plan tables T1–T15"), visit.path(view.address("/tables"))),
                (t("Capital-intensive projects"), visit.path(view.address("/projects"))),
                (t("All tables (XLSX)"), view.address("/tables.xlsx")),
                (t("Everything computed (JSON)"), view.address("/results.json")),
            ])
            if mayEdit {
                h2 { t("What the plan counts with") }
                Components.linkList(
                    [(t("Prices and rates"), visit.path("\(view.path)/money"))]
                        + FinanceList.allCases.map { (t($0.title), visit.path("\(view.path)/\($0.rawValue)")) })
            }
        }
    }
}
