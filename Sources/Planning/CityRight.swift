import Cities
import Members
import Storage
import Web

/// What a visitor may do with a city's work in a room of this wing, from little to much.
package enum CityRight: Int, Comparable, Sendable {
    case none, read, edit
    /// Certify, publish, submit, sign: who is mandated by the city.
    case certify

    package static func < (left: CityRight, right: CityRight) -> Bool { left.rawValue < right.rawValue }

    /// From the levels held in the city's teams; staff with the room's permission read.
    package static func of(_ visitor: Visitor, teams: [OrganisationID], staff: Permission) -> CityRight {
        switch teams.compactMap({ visitor.level(in: $0) }).max() {
        case .certifier: .certify
        case .editor: .edit
        case .viewer: .read
        case nil: visitor.may(staff) ? .read : .none
        }
    }

    package static func of(
        _ visitor: Visitor, city: String, staff: Permission, _ connection: any Connection
    ) throws -> CityRight {
        guard visitor.signedIn != nil else { return .none }
        return of(visitor, teams: try CityTeam.all(connection, of: city).map(\.organisation), staff: staff)
    }

    /// The answer to somebody who asks for a thing that needs a right: without any, the thing does not exist.
    func verdict(_ needed: CityRight) -> Verdict {
        if self >= needed { return .allowed }
        return self == .none ? .hidden : .refused
    }
}
