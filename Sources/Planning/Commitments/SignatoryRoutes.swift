import Cities
import Contract
import Members
import Storage
import Web

/// Who is invited to sign a contract, what they answered, and what of it goes into the contract's tables.
struct SignatoryRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/signatories"
        routes.get(path, ContractRules.reader, list)
        routes.get("\(path)/new", ContractRules.editor, new)
        routes.post("\(path)/new", ContractRules.editor, invite)
        routes.get("\(path)/transfer", ContractRules.reader) { visit in
            .page(SignatoryPages(visit: visit).transfer(try await transfer(visit), isStale: false))
        }
        routes.post("\(path)/transfer", ContractRules.editor, take)
    }

    private func desk(_ visit: Visit) async throws -> SignatoryDesk {
        try await ContractDesk.open(kit, visit) { desk, connection in try SignatoryDesk(connection, desk) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        .page(SignatoryPages(visit: visit).list(try await desk(visit)))
    }

    // MARK: Inviting

    /// All organisations of the hub as choices; there are some hundreds.
    private func choices(_ visit: Visit) async throws -> (ContractDesk, [Option]) {
        try await ContractDesk.open(kit, visit) { desk, connection in
            let own = Set(try CityTeam.all(connection, of: desk.city.code).map(\.organisation.description))
            let all = try CommitmentChoices.organisations(connection)
            return (desk, all.filter { !own.contains($0.value) })
        }
    }

    private func new(_ visit: Visit) async throws -> Reply {
        let (desk, choices) = try await choices(visit)
        return .page(SignatoryPages(visit: visit).inviting(desk, choices, Answers(["tier": "framework"])))
    }

    private func invite(_ visit: Visit) async throws -> Reply {
        let (desk, choices) = try await choices(visit)
        var checked = CommitmentForm.invitation(choices).check(visit.answers, visit.t)
        let organisation = try await organisation(checked)
        let content = checked.isFine ? CommitmentForm.invited(&checked, organisation: organisation, visit.t) : nil
        guard checked.isFine, let content else {
            return .page(SignatoryPages(visit: visit).inviting(desk, choices, checked), status: 422)
        }
        let id: CommitmentID = kit.ids.next()
        let person = try visit.signedIn.person
        let isNew = try await kit.database.write { connection in
            guard try !Commitment.has(connection, content.institution, in: desk.record.id) else { return false }
            try Commitment.invite(
                connection, id: id, to: desk.record.id, content, organisation: organisation?.id, by: person,
                at: visit.now)
            guard let invited = try CommitmentDesk(connection, id, visit.visitor) else { return false }
            try invited.record(connection, "commitment.invited", visit)
            if let organisation { try tell(connection, organisation, invited, visit) }
            return true
        }
        guard isNew else {
            checked.refuse(
                organisation == nil ? "institution" : "organisation", visit.t("choose one that is not invited yet"))
            return .page(SignatoryPages(visit: visit).inviting(desk, choices, checked), status: 422)
        }
        return .seeOther(visit.path(SignatoryDesk.path(desk)), notice: visit.t("The organisation is invited."))
    }

    private func organisation(_ checked: Answers) async throws -> Organisation? {
        guard let id = OrganisationID(checked.text("organisation")) else { return nil }
        return try await kit.database.read { try Organisation.find($0, id) }
    }

    /// Its certifiers and editors find the invitation among their news.
    private func tell(
        _ connection: any Connection, _ organisation: Organisation, _ invited: CommitmentDesk, _ visit: Visit
    ) throws {
        let people = try Membership.all(connection, in: organisation.id).filter { $0.level != .viewer }
        try Notification.notify(
            connection, kit: kit, people: people.map(\.person), topic: "commitments",
            activity: "commitment.invited",
            subject: (kind: "commitment", id: invited.commitment.id.description),
            sentence: "{city} invites {institution} to sign its Climate City Contract.",
            values: ["city": invited.desk.city.name, "institution": organisation.name],
            path: invited.commitment.path, at: visit.now)
    }

    // MARK: Into the contract's tables

    /// The three tables as they are and as they would be.
    struct Transfer: Sendable {
        let desk: ContractDesk
        let before: CityContract
        let after: CityContract
        /// What the preview was made of: nobody confirms what they have not seen.
        let state: String

        var differences: [ContractDifference] { ContractDifference.all(from: before, to: after) }
    }

    private func transfer(_ visit: Visit) async throws -> Transfer {
        try await ContractDesk.open(kit, visit) { desk, connection in try Self.transfer(connection, desk) }
    }

    private static func transfer(_ connection: any Connection, _ desk: ContractDesk) throws -> Transfer {
        let signatories = try SignatoryDesk(connection, desk)
        var before = desk.record.frame.contract
        for id in SignatoryTables.tables {
            before.tables[id] = try ContractPart.find(connection, desk.record.id, .table(id))?.table()?.table
        }
        var statuses: [CommitmentID: CommitmentStatus] = [:]
        for line in signatories.lines {
            let id = line.commitment.id
            statuses[id] = try CommitmentProgress.all(connection, of: id).first?.status
        }
        var after = before
        let merged = SignatoryTables(lines: signatories.lines, progress: statuses)
            .merged(into: before)
        for (id, table) in merged where table != (before.tables[id] ?? ContractTable()) { after.tables[id] = table }
        let text = String(decoding: try after.json(), as: UTF8.self)
        return Transfer(
            desk: desk, before: before, after: after,
            state: "\(desk.record.revision)-\(Blob.hash(of: Array(text.utf8)).prefix(16))")
    }

    private func take(_ visit: Visit) async throws -> Reply {
        guard let id = ContractID(visit.parameters["contract"]) else { throw PageError.notFound }
        let person = try visit.signedIn.person
        let seen = visit.answers.text("state")
        let stale = try await kit.database.write { connection -> Transfer? in
            guard let desk = try ContractDesk(connection, id, visit.visitor) else { throw PageError.notFound }
            let transfer = try Self.transfer(connection, desk)
            guard transfer.state == seen else { return transfer }
            for id in SignatoryTables.tables {
                guard let table = transfer.after.tables[id], table != transfer.before.tables[id] else { continue }
                try ContractPart.replace(connection, desk.record.id, id, table, by: person, at: visit.now)
            }
            try desk.record(connection, "contract.signatories-taken-over", visit)
            return nil
        }
        if let stale { return .page(SignatoryPages(visit: visit).transfer(stale, isStale: true), status: 409) }
        return .seeOther(
            visit.path("/contracts/\(id)/signatories"),
            notice: visit.t("The contract's tables say what the signatories said."))
    }
}
