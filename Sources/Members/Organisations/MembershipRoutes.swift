import Storage
import Web

/// The people of an organisation: who they are, inviting, changing and ending memberships.
struct MembershipRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        let base = "/organisations/:id"
        routes.get("\(base)/members", OrganisationRules.member) { try await list($0) }
        routes.post("\(base)/invitations", OrganisationRules.certifier) { try await invite($0) }
        routes.post("\(base)/invitations/:invitation/renewal", OrganisationRules.certifier) { try await renew($0) }
        routes.post("\(base)/invitations/:invitation/revocation", OrganisationRules.certifier) { try await revoke($0) }
        routes.post("\(base)/members/:person/level", OrganisationRules.certifier) { try await changeLevel($0) }
        routes.post("\(base)/members/:person/removal", OrganisationRules.certifierOrSelf) { try await remove($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        .page(MembershipPages.list(visit, try await content(visit), Answers()))
    }

    private func content(_ visit: Visit) async throws -> MembershipPages.Content {
        let id: OrganisationID = try visit.parameters.id("id")
        return try await kit.database.read { connection in
            guard let organisation = try Organisation.find(connection, id) else { throw PageError.notFound }
            return MembershipPages.Content(
                organisation: organisation, members: try Membership.all(connection, in: id),
                invitations: try Invitation.open(connection, to: id))
        }
    }

    private func path(_ visit: Visit) -> String { visit.path("/organisations/\(visit.parameters["id"])/members") }

    // MARK: Invitations

    private enum Invited: Sendable { case sent, member, invited }

    private func invite(_ visit: Visit) async throws -> Reply {
        let t = visit.t
        let actor = try visit.signedIn.person
        let id: OrganisationID = try visit.parameters.id("id")
        var answers = OrganisationForm.levels.check(visit.answers, t)
        let email = answers.text("email").lowercased()
        if answers.isFine, let level = MembershipLevel(rawValue: answers.text("level")) {
            let outcome = try await kit.database.write { connection -> Invited in
                if try Membership.exists(connection, email: email, in: id) { return .member }
                if try Invitation.isOpen(connection, email: email, to: id) { return .invited }
                try Invitation.invite(
                    connection, kit: kit, email: email, organisation: id, level: level, role: nil, by: actor,
                    language: visit.language, at: visit.now)
                return .sent
            }
            switch outcome {
            case .sent:
                return .seeOther(path(visit), notice: t("The invitation is on its way to {email}.", ["email": email]))
            case .member: answers.refuse("email", t("this person is a member already."))
            case .invited:
                answers.refuse("email", t("this person is invited already; send it again below."))
            }
        }
        return .page(MembershipPages.list(visit, try await content(visit), answers), status: 422)
    }

    private func renew(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        return try await settle(visit, notice: visit.t("The invitation is sent again.")) { connection, invitation in
            try Invitation.renew(
                connection, kit: kit, invitation, by: actor, language: visit.language, at: visit.now)
        }
    }

    private func revoke(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        return try await settle(visit, notice: visit.t("The invitation is taken back.")) { connection, invitation in
            try Invitation.revoke(connection, invitation, by: actor, at: visit.now)
        }
    }

    /// Does something with an open invitation of this organisation; of another one it does not exist.
    private func settle(
        _ visit: Visit, notice: String, _ action: @escaping @Sendable (any Connection, Invitation) throws -> Bool
    ) async throws -> Reply {
        let organisation: OrganisationID = try visit.parameters.id("id")
        let id: ID<InvitationKind> = try visit.parameters.id("invitation")
        let isDone = try await kit.database.write { connection in
            guard let invitation = try Invitation.find(connection, id: id), invitation.organisation == organisation
            else {
                throw PageError.notFound
            }
            return try action(connection, invitation)
        }
        guard isDone else {
            throw PageError.conflict(visit.t("The invitation was accepted or taken back meanwhile."))
        }
        return .seeOther(path(visit), notice: notice)
    }

    // MARK: Levels

    private func changeLevel(_ visit: Visit) async throws -> Reply {
        guard let level = MembershipLevel(rawValue: visit.answers.text("level")) else {
            throw PageError.badRequest(visit.t("Choose what this person may do."))
        }
        try await change(visit, to: level)
        return .seeOther(path(visit), notice: visit.t("What this person may do is changed."))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let isSelf = visit.visitor.person?.description == visit.parameters["person"]
        try await change(visit, to: nil)
        let target = isSelf ? visit.path("/organisations/\(visit.parameters["id"])") : path(visit)
        return .seeOther(target, notice: visit.t("The membership is ended."))
    }

    /// Gives a member another level, or ends the membership (nil); the person is told unless they did it themselves.
    private func change(_ visit: Visit, to level: MembershipLevel?) async throws {
        let actor = try visit.signedIn.person
        let id: OrganisationID = try visit.parameters.id("id")
        let person: PersonID = try visit.parameters.id("person")
        let isStaff = OrganisationRules.isStaff(visit.visitor)
        let lastCertifier = visit.t("An organisation keeps one certifier. Make somebody else a certifier first.")
        try await kit.database.write { connection in
            let members = try Membership.all(connection, in: id)
            guard let organisation = try Organisation.find(connection, id),
                let member = members.first(where: { $0.person == person })
            else { throw PageError.notFound }
            if !isStaff, OrganisationRules.leavesNoCertifier(level, of: person, in: members) {
                throw PageError.conflict(lastCertifier)
            }
            guard level != member.level else { return }
            try save(connection, level, of: member, at: visit.now)
            try AuditEntry.record(
                connection, actor: actor, level == nil ? "membership.ended" : "membership.changed",
                subject: ("organisation", id.description),
                details: ["person": person.description, "from": member.level.rawValue, "to": level?.rawValue ?? ""],
                at: visit.now)
            guard person != actor else { return }
            try tell(connection, person, organisation, level, at: visit.now)
        }
    }

    private func save(
        _ connection: any Connection, _ level: MembershipLevel?, of member: Membership, at: Instant
    ) throws {
        if let level {
            try Membership.set(
                connection, organisation: member.organisation, person: member.person, level: level, at: at)
        } else {
            _ = try Membership.remove(connection, member.person, from: member.organisation)
        }
    }

    private func tell(
        _ connection: any Connection, _ person: PersonID, _ organisation: Organisation, _ level: MembershipLevel?,
        at: Instant
    ) throws {
        let sentence =
            switch level {
            case .viewer: "You are now a viewer in {organisation}."
            case .editor: "You are now an editor in {organisation}."
            case .certifier: "You are now a certifier in {organisation}."
            case nil: "Your membership in {organisation} has ended."
            }
        try Notification.notify(
            connection, kit: kit, people: [person], topic: Organisations.memberships,
            activity: level == nil ? "membership.ended" : "membership.changed",
            subject: ("organisation", organisation.id.description), sentence: sentence,
            values: ["organisation": organisation.name], path: "/organisations/\(organisation.id)", at: at)
    }
}
