import Cities
import Inventory
import Pathways
import Storage
import Web

/// One scenario of a city's plan with everything its pages need.
struct ScenarioView: Sendable {
    let desk: ScenarioDesk
    let work: ScenarioDesk.Work
    let record: ScenarioRecord

    /// The scenario that a path names by `:scenario`.
    static func open(_ kit: Kit, _ bases: ScenarioBases, _ visit: Visit) async throws -> ScenarioView {
        guard let id = ScenarioID(visit.parameters["scenario"]) else { throw PageError.notFound }
        let found = try await kit.database.read { connection -> ScenarioView? in
            guard let record = try ScenarioRecord.find(connection, id: id),
                let city = try City.find(connection, code: record.city)
            else { return nil }
            let desk = try ScenarioDesk(connection, city, bases, visit.visitor)
            return desk.work.map { ScenarioView(desk: desk, work: $0, record: record) }
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    var choices: [ScenarioChoice] { work.choices[record.id] ?? [] }

    /// The scenario ready to be asked more of; nil where something stands in the way.
    var run: ScenarioRun? { try? Model(work.plan).run(work.scenario(record)) }

    /// The way from the cities to the scenario.
    func trail(_ visit: Visit, withScenario: Bool = true) -> [Page.Crumb] {
        desk.trail(visit) + (withScenario ? [Page.Crumb(record.title(visit.t), visit.path(record.path))] : [])
    }
}
