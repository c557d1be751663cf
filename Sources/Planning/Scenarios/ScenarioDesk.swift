import Cities
import Finance
import Inventory
import Members
import Pathways
import Portfolio
import Storage
import Web

/// A city's plan in work with everything its pages need.
struct ScenarioDesk: Sendable {
    let city: City
    let right: ScenarioRules.Right
    /// The city's published inventories, from which a plan can start, by year.
    let inventories: [InventoryListLine]
    /// What the city set itself in the programme, where it is in it.
    let programme: ProgrammeCity?
    /// The current publication of the plan.
    let publication: ScenarioPublication?
    /// nil: nobody has started a plan.
    let work: Work?

    /// A plan that has a frame.
    struct Work: Sendable {
        let frame: ScenarioFrame
        let base: CityInventory
        let scenarios: [ScenarioRecord]
        let choices: [ScenarioID: [ScenarioChoice]]
        /// The measures of the city's portfolio.
        let records: [MeasureRecord]
        /// How money is counted, and the city's own finances; nil: nobody has said anything yet.
        let money: InvestmentFrame?
        /// The plan with its money, without scenarios: each is run by itself, so that one that is wrong does not hide
        /// the others.
        let whole: CityPlan
        /// What of it is about emissions.
        let plan: Plan
    }

    /// The city that a path names by `:city`.
    static func open(_ kit: Kit, _ bases: ScenarioBases, _ visit: Visit) async throws -> ScenarioDesk {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> ScenarioDesk? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            return try ScenarioDesk(connection, city, bases, visit.visitor)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    init(_ connection: any Connection, _ city: City, _ bases: ScenarioBases, _ visitor: Visitor) throws {
        self.city = city
        right = try ScenarioRules.right(visitor, city: city.code, connection)
        inventories = try InventoryListLine.published(connection, of: city.code)
        programme = try ProgrammeCity.active(connection, city: city.code)
        publication = try ScenarioPublication.current(connection, city: city.code)
        work = try Work(connection, city, bases)
    }

    /// Address of the plan's working pages without the language.
    var path: String { "\(city.path)/scenarios" }

    /// The way from the cities to the plan.
    func trail(_ visit: Visit, withPlan: Bool = true) -> [Page.Crumb] {
        [Page.Crumb(visit.t("Cities"), visit.path("/cities")), Page.Crumb(city.name, visit.path(city.path))]
            + (withPlan ? [Page.Crumb(visit.t("Plan and scenarios"), visit.path(path))] : [])
    }

    /// A line in the history about the plan.
    func record(
        _ connection: any Connection, _ activity: String, scenario: ScenarioRecord? = nil, _ visit: Visit
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity,
            subject: scenario.map { (kind: "scenario", id: $0.id.description) } ?? (kind: "city", id: city.code),
            details: [
                "city": city.name,
                "scenario": scenario.map { $0.name.isEmpty ? $0.slug : $0.name } ?? "",
            ], at: visit.now)
    }
}

extension ScenarioDesk.Work {
    init?(_ connection: any Connection, _ city: City, _ bases: ScenarioBases) throws {
        guard let frame = try ScenarioFrame.find(connection, city: city.code),
            let publication = try InventoryPublication.find(connection, id: frame.publication)
        else { return nil }
        self.frame = frame
        base = try bases.inventory(connection, publication)
        scenarios = try ScenarioRecord.all(connection, of: city.code)
        choices = try ScenarioChoice.all(connection, of: city.code)
        let model = try frame.modelHash.map { try bases.model(connection, $0) }
        records = try MeasureRecord.all(connection, of: city.code)
        money = try InvestmentFrame.find(connection, city: city.code)
        var whole = MeasurePlan.plan(
            city.name, model: ScenarioPlan.plan(city.name, base: base, frame.content, model: model),
            measures: records.map(\.measure), money: money?.content.money,
            finances: money?.content.finances ?? CityFinances())
        whole.money.carbonValue = try whole.money.carbonValue ?? bases.reference?.carbonValue()
        self.whole = whole
        plan = whole.pathwayPlan
    }

    /// Every measure that a scenario can have.
    var measures: [Plan.Measure] { plan.measures }

    /// The scenario of the plan's document that a record stands for.
    func scenario(_ record: ScenarioRecord) -> Plan.Scenario {
        ScenarioPlan.scenario(record, choices[record.id] ?? [], of: measures)
    }

    /// The plan with all its scenarios: the document that is published and sent on. Its prices are those of the scenario
    /// that is the city's pathway.
    func document(_ pathway: String = Plan.Scenario.Kind.plan.rawValue) -> CityPlan {
        let chosen = scenarios.first { $0.slug == pathway }.flatMap { choices[$0.id] } ?? []
        var whole = whole.priced(chosen)
        whole.model.scenarios = scenarios.map(scenario)
        return whole
    }

    /// A scenario with its money; nil where something stands in the way.
    func money(_ scenario: Plan.Scenario, _ choices: [ScenarioChoice]) -> PlanResults? {
        try? Portfolio(whole.priced(choices)).results(scenario, .init(sensitivity: false))
    }

    /// One scenario computed, or why it cannot be.
    func outcome(_ scenario: Plan.Scenario) -> ScenarioOutcome { ScenarioOutcome(plan, scenario) }
}

/// What a scenario comes to, or every problem that stands in the way.
enum ScenarioOutcome: Sendable {
    case drawn(ScenarioResult)
    case refused([PlanProblem])

    init(_ plan: Plan, _ scenario: Plan.Scenario) {
        do {
            self = .drawn(ScenarioResult(try Model(plan).run(scenario)))
        } catch {
            self = .refused(error.problems)
        }
    }

    var result: ScenarioResult? { if case .drawn(let result) = self { result } else { nil } }

    var problems: [PlanProblem] { if case .refused(let problems) = self { problems } else { [] } }
}

/// A scenario's pathway and what each measure takes off it.
struct ScenarioResult: Sendable {
    let plan: Plan
    let pathway: Pathway
    let wedges: Wedges

    init(_ run: ScenarioRun) {
        plan = run.plan
        pathway = run.pathway()
        wedges = run.wedges()
    }

    var years: [Int] { pathway.years }

    /// The target of the latest year.
    var target: TargetResult? { pathway.targets.max { $0.target.year < $1.target.year } }

    /// A measure's name in the city's words, or its id.
    func name(of measure: String) -> String {
        guard let name = plan.measures.first(where: { $0.id == measure })?.name, !name.isEmpty else { return measure }
        return name
    }

    /// The years that tables show: the ends, every fifth year, and the targets'.
    var shownYears: [Int] {
        let targets = Set(plan.targets.map(\.year))
        return years.filter { $0 == years.first || $0 == years.last || $0 % 5 == 0 || targets.contains($0) }
    }
}
