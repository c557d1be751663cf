import Cities
import Members
import Pathways
import Portfolio
import Storage
import Web

/// A city's portfolio in work with everything its pages need.
struct MeasureDesk: Sendable {
    let plan: ScenarioDesk
    /// The city's measures, in their order.
    let records: [MeasureRecord]
    /// The portfolio in the city's plan, or by itself where nobody has started one.
    let whole: CityPlan

    var city: City { plan.city }
    var right: ScenarioRules.Right { plan.right }
    var mayEdit: Bool { right >= .edit }
    var work: ScenarioDesk.Work? { plan.work }

    init(_ connection: any Connection, _ city: City, _ bases: ScenarioBases, _ visitor: Visitor) throws {
        plan = try ScenarioDesk(connection, city, bases, visitor)
        records = try plan.work?.records ?? MeasureRecord.all(connection, of: city.code)
        whole = plan.work?.whole ?? Self.alone(city.name, records.map(\.measure))
    }

    /// The city that a path names by `:city`.
    static func open(_ kit: Kit, _ bases: ScenarioBases, _ visit: Visit) async throws -> MeasureDesk {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> MeasureDesk? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            return try MeasureDesk(connection, city, bases, visit.visitor)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    /// Measures without a plan: years as wide as they can be, and nothing that a measure could act on.
    private static func alone(_ city: String, _ measures: [CityMeasure]) -> CityPlan {
        MeasurePlan.plan(city, model: Plan(name: city, baseYear: 1990, finalYear: 2100), measures: measures, money: nil)
    }

    /// The plan with other measures in the place of the portfolio's.
    func plan(with measures: [CityMeasure]) -> CityPlan {
        var model = whole.model
        let own = Set(records.map(\.measure.id))
        model.measures = whole.measures.filter { !own.contains($0.id) }.map(\.pathwayMeasure)
        return MeasurePlan.plan(
            whole.city, model: model, measures: measures, money: whole.money, finances: whole.finances)
    }

    /// What is wrong with a plan, as far as it matters here: without a plan nobody has said yet in which year's prices
    /// money is counted.
    func problems(_ plan: CityPlan) -> [PlanProblem] {
        let problems = plan.problems()
        guard work == nil else { return problems }
        return problems.filter { !["no-price-index", "no-exchange-rate"].contains($0.check) }
    }

    // MARK: Addresses

    static func path(of city: City) -> String { "\(city.path)/measures" }

    /// Address of the portfolio without the language.
    var path: String { "\(Self.path(of: city))/portfolio" }

    /// The way from the cities to the portfolio.
    func trail(_ visit: Visit, withPortfolio: Bool = true) -> [Page.Crumb] {
        plan.trail(visit, withPlan: false)
            + (withPortfolio ? [Page.Crumb(visit.t("Portfolio of measures"), visit.path(path))] : [])
    }

    // MARK: Results

    /// The scenario “The plan” computed, or why it cannot be; nil without a plan.
    var outcome: ScenarioOutcome? { scenario.map { work?.outcome($0) } ?? nil }

    /// The scenario “The plan”.
    var scenario: Plan.Scenario? {
        guard let work, let record = work.scenarios.first(where: { $0.kind == .plan }) else { return nil }
        return work.scenario(record)
    }

    /// A line in the history about a measure.
    func record(
        _ connection: any Connection, _ activity: String, _ id: MeasureID, _ name: String, _ visit: Visit
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity, subject: (kind: "measure", id: id.description),
            details: ["city": city.name, "measure": name], at: visit.now)
    }
}

/// One measure of a city with everything its pages need.
struct MeasureView: Sendable {
    let desk: MeasureDesk
    let record: MeasureRecord

    var measure: CityMeasure { record.measure }
    var work: ScenarioDesk.Work? { desk.work }

    /// The measure that a path names by `:measure`.
    static func open(_ kit: Kit, _ bases: ScenarioBases, _ visit: Visit) async throws -> MeasureView {
        guard let id = MeasureID(visit.parameters["measure"]) else { throw PageError.notFound }
        let found = try await kit.database.read { connection -> MeasureView? in
            guard let record = try MeasureRecord.find(connection, id: id),
                let city = try City.find(connection, code: record.city)
            else { return nil }
            return MeasureView(desk: try MeasureDesk(connection, city, bases, visit.visitor), record: record)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    /// Its place in the plan's document.
    var place: Int? { desk.whole.measures.firstIndex { $0.id == measure.id } }

    /// Everything that the plan's checks say about it.
    var problems: [PlanProblem] {
        guard let place else { return [] }
        return desk.problems(desk.whole).filter { MeasureCheck.part(of: $0, at: place) != nil }
    }

    /// The city's other measures as choices.
    var others: [Option] {
        desk.whole.measures.filter { $0.id != measure.id }.map {
            Option($0.id, $0.name.isEmpty ? $0.id : $0.name, translated: false)
        }
    }

    /// The way from the cities to the measure.
    func trail(_ visit: Visit, withMeasure: Bool = true) -> [Page.Crumb] {
        desk.trail(visit) + (withMeasure ? [Page.Crumb(record.title, visit.path(record.path))] : [])
    }
}
