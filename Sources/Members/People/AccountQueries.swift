import Storage
import Web

/// What the account page shows.
struct AccountSummary: Sendable {
    struct Membership: Sendable {
        let organisation: OrganisationID
        let name: String
        let level: MembershipLevel
    }

    let person: Person
    let roles: [Role]
    let memberships: [Membership]
    let hasSecondFactor: Bool
    let recoveryCodes: Int
    let sessions: Int

    /// A role waits until the second factor is there.
    var mustEnrol: Bool { !hasSecondFactor && roles.contains(where: \.needsSecondFactor) }

    static func find(
        _ connection: any Connection, of id: PersonID, limits: SessionLimits, at: Instant
    ) throws -> AccountSummary? {
        guard let person = try Person.find(connection, id) else { return nil }
        let roles = try Person.roles(connection, of: id)
        return AccountSummary(
            person: person, roles: Role.allCases.filter(roles.contains),
            memberships: try memberships(connection, of: id),
            hasSecondFactor: try SecondFactor.find(connection, of: id) != nil,
            recoveryCodes: try SecondFactor.unusedRecoveryCodes(connection, of: id),
            sessions: try Session.all(connection, of: id, limits: limits, at: at).count)
    }

    static func memberships(_ connection: any Connection, of person: PersonID) throws -> [Membership] {
        try connection.all(
            """
            SELECT organisation.id, organisation.name, membership.level
            FROM membership JOIN organisation ON organisation.id = membership.organisation_id
            WHERE membership.person_id = \(person) ORDER BY organisation.name
            """
        ) { row in
            Membership(organisation: try row("id"), name: try row("name"), level: try row("level"))
        }
    }
}
