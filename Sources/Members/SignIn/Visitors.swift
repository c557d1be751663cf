import Storage
import Web

/// Turns the token of a session into the visitor that the rest of the hub sees.
package enum Visitors {
    /// Who holds this token; anonymous when the session or the account has ended.
    ///
    /// Roles and permissions are empty until the second factor has been proved in the session, since every role needs
    /// one; memberships of organisations count at once.
    package static func holder(
        of token: String, now: Instant, permissions: [PermissionDeclaration], limits: SessionLimits = .standard
    ) -> Query<Visitor> {
        // What cannot be one of our tokens is not worth a query.
        guard (20...100).contains(token.utf8.count) else { return .known(.anonymous) }
        let query = KnownSession.query(digest: RandomToken.digest(token), limits: limits, at: now)
        return query.map { known in
            guard let known else { return .anonymous }
            let roles = known.roles.filter { !$0.needsSecondFactor || known.isStrong }
            let held = permissions.filter { !$0.roles.isDisjoint(with: roles) }.map(\.permission)
            return Visitor(
                signedIn: .init(
                    person: known.person, name: known.name, email: known.email, session: known.session,
                    roles: roles, permissions: Set(held), memberships: known.memberships,
                    unreadNotifications: known.unread))
        }
    }

    /// Notes that the person acted in their session; called after a sent form only, and written every few minutes.
    package static func acted(
        session: String, database: Database, now: Instant, limits: SessionLimits = .standard
    ) async throws {
        let last = try await database.read { try Session.lastSeen($0, id: session) }
        guard let last, now.seconds(since: last) >= limits.touchEvery else { return }
        try await database.write { try Session.touch($0, id: session, at: now) }
    }
}
