import Cities
import Storage
import Web

/// Who may do what with a city's measures: what they may do with its plan. Pages, files and the API ask here and nowhere
/// else.
///
/// The solutions library and published portfolios are for everybody; a portfolio in work is for the city's team and for
/// staff of the programme.
package enum MeasureRules {
    /// The rule of routes whose path names a measure by `:measure`.
    private static func atLeast(_ needed: ScenarioRules.Right, _ name: String) -> Access {
        .object("measure:\(name)") { visitor, parameters, connection in
            guard let id = MeasureID(parameters["measure"]),
                let record = try MeasureRecord.find(connection, id: id)
            else { return .hidden }
            // That work exists is nobody else's business: to them the address does not exist.
            return try ScenarioRules.right(visitor, city: record.city, connection).verdict(needed)
        }
    }

    static let reader = atLeast(.read, "reader")
    static let editor = atLeast(.edit, "editor")
}
