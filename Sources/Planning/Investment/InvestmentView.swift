import Cities
import Finance
import Members
import Pathways
import Portfolio
import Storage
import Web

/// A city's plan seen as an investment: one scenario with its money.
struct InvestmentView: Sendable {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let record: ScenarioRecord
    let outcome: Outcome

    /// What the scenario comes to, or every problem that stands in the way.
    enum Outcome: Sendable {
        case computed(PlanResults, InvestmentPlan)
        case refused([PlanProblem])
    }

    /// The scenario that `?scenario=` names in the city that the path names by `:city`; the plan where none is named.
    static func open(_ kit: Kit, _ bases: ScenarioBases, _ visit: Visit) async throws -> InvestmentView {
        let desk = try await ScenarioDesk.open(kit, bases, visit)
        guard let work = desk.work else { throw PageError.notFound }
        let named = visit.query.text("scenario")
        let wanted = named.isEmpty ? Plan.Scenario.Kind.plan.rawValue : named
        guard let record = work.scenarios.first(where: { $0.slug == wanted }) else { throw PageError.notFound }
        return InvestmentView(desk: desk, work: work, record: record, outcome: Outcome(work, record))
    }

    /// Address without the language.
    var path: String { Self.path(of: desk.city) }

    static func path(of city: City) -> String { "\(city.path)/investment" }

    /// The address with a scenario; the plan needs no name.
    static func path(of city: City, _ record: ScenarioRecord, _ tail: String = "") -> String {
        let path = path(of: city) + tail
        return record.kind == .plan ? path : "\(path)?scenario=\(record.slug)"
    }

    /// The address with the scenario that is shown.
    func address(_ tail: String) -> String { Self.path(of: desk.city, record, tail) }

    /// The way from the cities to the page.
    func trail(_ visit: Visit, withRoom: Bool = true) -> [Page.Crumb] {
        desk.trail(visit) + (withRoom ? [Page.Crumb(visit.t("Investment plan"), visit.path(path))] : [])
    }
}

extension InvestmentView.Outcome {
    init(_ work: ScenarioDesk.Work, _ record: ScenarioRecord) {
        do {
            let portfolio = try Portfolio(work.whole.priced(work.choices[record.id] ?? []))
            let results = try portfolio.results(work.scenario(record))
            self = .computed(results, portfolio.investmentPlan(results))
        } catch {
            self = .refused(error.problems)
        }
    }

    /// What is computed; nil where something stands in the way.
    var computed: (results: PlanResults, tables: InvestmentPlan)? {
        if case .computed(let results, let tables) = self { (results, tables) } else { nil }
    }
}
