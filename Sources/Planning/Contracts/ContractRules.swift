import Cities
import Members
import Storage
import Web

/// Who may do what with a city's contract in work. Pages, files and the API ask here and nowhere else.
///
/// The working copy is for the city's team and for staff of the programme. Reviewers see what was submitted to them,
/// signatories their own commitment, everybody what is published; those rules stand in their rooms.
package enum ContractRules {
    package static let viewAny: Permission = "contracts:view"

    /// What a visitor may do with a contract in work.
    package typealias Right = CityRight

    /// The visitor's right, from the levels held in the city's teams; programme staff read.
    package static func right(_ visitor: Visitor, city: String, _ connection: any Connection) throws -> Right {
        try Right.of(visitor, city: city, staff: viewAny, connection)
    }

    /// The rule of routes whose path names a contract by `:contract`.
    private static func atLeast(_ needed: Right, _ name: String) -> Access {
        .object("contract:\(name)") { visitor, parameters, connection in
            guard let id = ContractID(parameters["contract"]),
                let record = try ContractRecord.find(connection, id: id)
            else { return .hidden }
            // That work exists is nobody else's business: to them the address does not exist.
            return try right(visitor, city: record.city, connection).verdict(needed)
        }
    }

    package static let reader = atLeast(.read, "reader")
    package static let editor = atLeast(.edit, "editor")
    package static let committer = atLeast(.certify, "committer")

    /// The rule of routes whose path names a city by `:city`; that cities write contracts here is no secret.
    private static func inCity(_ needed: Right, _ name: String) -> Access {
        .object("contract-city:\(name)") { visitor, parameters, connection in
            guard let city = try City.find(connection, slug: parameters["city"]) else { return .hidden }
            return try right(visitor, city: city.code, connection) >= needed ? .allowed : .refused
        }
    }

    package static let cityReader = inCity(.read, "reader")
    package static let cityEditor = inCity(.edit, "editor")
    package static let cityCommitter = inCity(.certify, "committer")
}
