import Storage
import Web

/// Somebody's place in an organisation.
package struct Membership: Sendable, RowDecodable {
    package let organisation: OrganisationID
    package let person: PersonID
    package let level: MembershipLevel
    package let createdAt: Instant
    /// The person, for lists.
    package let name: String
    package let email: String

    package init(row: Row) throws {
        organisation = try row("organisation_id")
        person = try row("person_id")
        level = try row("level")
        createdAt = try row("created_at")
        name = try row("name")
        email = try row("email")
    }
}
