import Cities
import Members
import Storage
import Web

/// Who may do what with a city's plan. Pages, files and the API ask here and nowhere else.
///
/// Everybody sees what the city published; work in progress is for the city's team and for staff of the programme.
package enum ScenarioRules {
    package static let viewAny: Permission = "scenarios:view"

    /// What a visitor may do with a city's plan.
    package typealias Right = CityRight

    /// The visitor's right, from the levels held in the city's teams; programme staff read.
    package static func right(_ visitor: Visitor, city: String, _ connection: any Connection) throws -> Right {
        try Right.of(visitor, city: city, staff: viewAny, connection)
    }

    /// Every plan keeps its three scenarios; variants may go.
    static func mayRemove(_ scenario: ScenarioRecord) -> Bool { scenario.kind == .variant }

    /// Business as usual is what happens without measures.
    static func mayChoose(_ scenario: ScenarioRecord) -> Bool { scenario.kind != .businessAsUsual }

    /// The rule of routes whose path names a scenario by `:scenario`.
    private static func atLeast(_ needed: Right, _ name: String) -> Access {
        .object("scenario:\(name)") { visitor, parameters, connection in
            guard let id = ScenarioID(parameters["scenario"]),
                let scenario = try ScenarioRecord.find(connection, id: id)
            else { return .hidden }
            // That work exists is nobody else's business: to them the address does not exist.
            return try right(visitor, city: scenario.city, connection).verdict(needed)
        }
    }

    static let reader = atLeast(.read, "reader")
    static let editor = atLeast(.edit, "editor")

    /// The rule of routes whose path names a city by `:city`; that cities plan here is no secret.
    private static func inCity(_ needed: Right, _ name: String) -> Access {
        .object("scenario-city:\(name)") { visitor, parameters, connection in
            guard let city = try City.find(connection, slug: parameters["city"]) else { return .hidden }
            return try right(visitor, city: city.code, connection) >= needed ? .allowed : .refused
        }
    }

    static let cityReader = inCity(.read, "reader")
    static let cityEditor = inCity(.edit, "editor")
    static let cityPublisher = inCity(.certify, "publisher")
}
