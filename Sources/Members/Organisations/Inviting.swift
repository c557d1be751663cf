import Background
import Storage
import Web

extension Invitation {
    /// Asks somebody by mail to join: the row, the link, the mail and the audit line in the caller's transaction.
    ///
    /// - Parameter language: of the mail where the address has no account yet; the inviter's is the best guess.
    @discardableResult
    package static func invite(
        _ connection: any Connection, kit: Kit, email: String, organisation: OrganisationID?,
        level: MembershipLevel?, role: Role?, by inviter: PersonID, language: Language, at: Instant
    ) throws -> Invitation {
        let id: ID<InvitationKind> = kit.ids.next()
        try insert(
            connection, id: id, email: email.lowercased(), organisation: organisation, level: level, role: role,
            by: inviter, at: at)
        guard let invitation = try find(connection, id: id) else { throw PageError.notFound }
        try mail(connection, kit: kit, invitation, from: inviter, language: language, at: at)
        try record(connection, invitation, "invitation.sent", by: inviter, at: at)
        return invitation
    }

    /// Sends the mail again with a new link that works for another fourteen days; false when it is no longer open.
    static func renew(
        _ connection: any Connection, kit: Kit, _ invitation: Invitation, by person: PersonID, language: Language,
        at: Instant
    ) throws -> Bool {
        guard try markSent(connection, invitation.id, at: at) else { return false }
        try mail(connection, kit: kit, invitation, from: person, language: language, at: at)
        try record(connection, invitation, "invitation.renewed", by: person, at: at)
        return true
    }

    /// Takes it back, so that its links lead nowhere; false when it is no longer open.
    static func revoke(
        _ connection: any Connection, _ invitation: Invitation, by person: PersonID, at: Instant
    ) throws -> Bool {
        guard try markRevoked(connection, invitation.id, at: at) else { return false }
        try record(connection, invitation, "invitation.revoked", by: person, at: at)
        return true
    }

    /// Gives the person what they were invited to, and tells who invited them. A higher level held already stays.
    package static func accept(
        _ connection: any Connection, _ invitation: Invitation, person: PersonID, kit: Kit, at: Instant
    ) throws {
        guard try markAccepted(connection, invitation.id, by: person, at: at) else { throw PageError.notFound }
        if let organisation = invitation.organisation, let level = invitation.level {
            let held = try Membership.find(connection, person, in: organisation)?.level
            try Membership.set(
                connection, organisation: organisation, person: person, level: max(level, held ?? level), at: at)
        }
        if let role = invitation.role {
            try Person.grant(connection, role, to: person, by: invitation.invitedBy, at: at)
        }
        try record(connection, invitation, "invitation.accepted", by: person, at: at)
        let path = invitation.organisation.map { "/organisations/\($0)/members" } ?? "/people/\(person)"
        try Notification.notify(
            connection, kit: kit, people: [invitation.invitedBy], topic: Organisations.memberships,
            activity: "invitation.accepted", subject: subject(of: invitation),
            sentence: invitation.organisationName == nil
                ? "{person} accepted your invitation." : "{person} accepted your invitation to {organisation}.",
            values: ["person": person.description, "organisation": invitation.organisationName ?? ""], path: path,
            at: at)
    }

    /// No address stands in the line; the row of the invitation has it while it is open.
    private static func record(
        _ connection: any Connection, _ invitation: Invitation, _ activity: String, by person: PersonID, at: Instant
    ) throws {
        var details = ["invitation": invitation.id.description]
        if let level = invitation.level { details["level"] = level.rawValue }
        if let role = invitation.role { details["role"] = role.rawValue }
        try AuditEntry.record(
            connection, actor: person, activity, subject: subject(of: invitation), details: details, at: at)
    }

    private static func subject(of invitation: Invitation) -> (kind: String, id: String) {
        invitation.organisation.map { ("organisation", $0.description) } ?? ("hub", "team")
    }

    // MARK: Mail

    private static func mail(
        _ connection: any Connection, kit: Kit, _ invitation: Invitation, from inviter: PersonID, language: Language,
        at: Instant
    ) throws {
        guard let address = MailAddress(invitation.email) else { throw PageError.notFound }
        let token = try OneTimeLink.create(
            connection, purpose: .invitation, person: nil, payload: ["invitation": invitation.id.description],
            lifetime: lifetime, at: at)
        let language = try Person.find(connection, email: invitation.email)?.language ?? language
        let t = kit.languages[language]
        let until = BucharestTime.local(at.adding(seconds: lifetime)).day
        try kit.outbox.send(
            in: connection, template: "people.invitation", language: language.rawValue, to: address,
            values: [
                "inviter": try Person.find(connection, inviter)?.name ?? "M100",
                "organisation": invitation.organisationName ?? "",
                "level": (invitation.level?.title ?? invitation.role?.title).map { t($0) } ?? "",
                "link": "\(kit.settings.publicURL)/\(language.rawValue)/invitations/\(token)",
                "until": Figures(language: language).day(until),
            ])
    }
}
