import Storage
import Web

package enum InvitationKind {}

/// Somebody who was asked by mail to join: an organisation at a level, or the hub's team in a role.
package struct Invitation: Sendable, RowDecodable {
    package let id: ID<InvitationKind>
    package let organisation: OrganisationID?
    package let organisationName: String?
    package let role: Role?
    /// Lower-case; empty once the invitation is no longer open.
    package let email: String
    package let level: MembershipLevel?
    package let invitedBy: PersonID
    package let createdAt: Instant
    /// When the last mail went out; its link works for `lifetime` from then.
    package let sentAt: Instant
    package let acceptedAt: Instant?
    package let revokedAt: Instant?

    package init(row: Row) throws {
        id = try row("id")
        organisation = try row("organisation_id")
        organisationName = try row("organisation_name")
        role = try row("role")
        email = try row("email")
        level = try row("level")
        invitedBy = try row("invited_by")
        createdAt = try row("created_at")
        sentAt = try row("sent_at")
        acceptedAt = try row("accepted_at")
        revokedAt = try row("revoked_at")
    }

    /// Neither accepted nor revoked; whether a link to it still works is the link's own matter.
    package var isOpen: Bool { acceptedAt == nil && revokedAt == nil }

    package func isExpired(at: Instant) -> Bool { sentAt.adding(seconds: Self.lifetime) <= at }

    /// Fourteen days, in seconds.
    package static let lifetime: Double = 14 * 86_400
}
