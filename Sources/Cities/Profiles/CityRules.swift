import Storage
import Web

/// Who may do what with a city. Pages, files and the API ask here and nowhere else.
package enum CityRules {
    package static let editAny: Permission = "cities:edit"

    /// Staff may edit every profile; editors and certifiers of a city's team may edit theirs.
    package static func mayEdit(_ visitor: Visitor, teams: [OrganisationID]) -> Bool {
        if visitor.may(editAny) { return true }
        return teams.contains { organisation in (visitor.level(in: organisation) ?? .viewer) >= .editor }
    }

    /// The same, asking the database for the teams of the city.
    package static func mayEdit(_ visitor: Visitor, _ city: City, _ connection: any Connection) throws -> Bool {
        guard visitor.signedIn != nil else { return false }
        return mayEdit(visitor, teams: try CityTeam.all(connection, of: city.code).map(\.organisation))
    }

    /// The rule of routes whose path names a city by `:city`.
    static let teamEditor = Access.object("city-team:editor") { visitor, parameters, connection in
        guard let city = try City.find(connection, slug: parameters["city"]) else { return .hidden }
        return try mayEdit(visitor, city, connection) ? .allowed : .refused
    }
}
