import Cities
import Members
import Storage
import Web

/// The label of a contract: decided by the hub's team, verified by everybody.
struct LabelRoutes {
    static let decide: Permission = "labels:decide"

    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/contracts/:contract/label", ContractRules.reader, show)
        routes.post("/contracts/:contract/label", .permission(Self.decide), decide)
        routes.get("/labels/:code", .everyone, verify)
        routes.get("/labels/:code/revocation", .permission(Self.decide), revocation)
        routes.post("/labels/:code/revocation", .permission(Self.decide), revoke)
    }

    /// A contract before the decision.
    struct Table: Sendable {
        let desk: ContractDesk
        let decisions: [Label]
        let criteria: [LabelCriterion]
    }

    private func table(_ visit: Visit) async throws -> Table {
        let criteria = try LabelCriterion.all(resources: kit.settings.resources)
        return try await ContractDesk.open(kit, visit) { desk, connection in
            Table(desk: desk, decisions: try Label.all(connection, of: desk.record.id), criteria: criteria)
        }
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let table = try await table(visit)
        let today = visit.today
        let answers = Answers([
            "from": today.description,
            "until": Day(year: today.year + 3, month: today.month, day: min(today.day, 28)).description,
        ])
        return .page(LabelPages(visit: visit).deciding(table, answers))
    }

    private func decide(_ visit: Visit) async throws -> Reply {
        let table = try await table(visit)
        var checked = LabelForm.decision(table.criteria).check(visit.answers, visit.t)
        let decision = checked.isFine ? LabelForm.decision(&checked, table.criteria, visit.t) : nil
        guard checked.isFine, let decision else {
            return .page(LabelPages(visit: visit).deciding(table, checked), status: 422)
        }
        let (id, snapshot): (ID<LabelKind>, ID<ContractSnapshot>) = (kit.ids.next(), kit.ids.next())
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard let record = try ContractRecord.find(connection, id: table.desk.record.id) else {
                throw PageError.notFound
            }
            let frozen = try ContractSnapshot.take(
                connection, id: snapshot, of: record, by: person, at: visit.now)
            try Label.decide(connection, id: id, on: frozen, decision, by: person, at: visit.now)
            try AuditEntry.record(
                connection, actor: person, decision.granted == nil ? "label.refused" : "label.granted",
                subject: (kind: "label", id: id.description), details: ["city": table.desk.city.name],
                at: visit.now)
        }
        let path = decision.granted.map { "/labels/\($0.code)" } ?? "\(table.desk.record.path)/label"
        return .seeOther(visit.path(path), notice: visit.t("The decision is recorded."))
    }

    // MARK: One label

    /// A label with the contract that it was given to, as everybody sees it.
    struct Verified: Sendable {
        let label: Label
        let city: City
        let iteration: Int
        /// SHA-256 of the frozen contract.
        let hash: String
        let isPublished: Bool
    }

    private func verified(_ visit: Visit) async throws -> Verified {
        let code = visit.parameters["code"]
        let found = try await kit.database.read { connection -> Verified? in
            guard let label = try Label.find(connection, code: code),
                let record = try ContractRecord.find(connection, id: label.contract),
                let city = try City.find(connection, code: record.city),
                let snapshot = try ContractSnapshot.find(connection, id: label.snapshot)
            else { return nil }
            return Verified(
                label: label, city: city, iteration: record.iteration, hash: snapshot.contentHash,
                isPublished: try ContractPublication.current(connection, of: record.id) != nil)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func verify(_ visit: Visit) async throws -> Reply {
        .page(LabelPages(visit: visit).certificate(try await verified(visit)))
    }

    private func revocation(_ visit: Visit) async throws -> Reply {
        .page(LabelPages(visit: visit).revoking(try await verified(visit), Answers()))
    }

    private func revoke(_ visit: Visit) async throws -> Reply {
        let view = try await verified(visit)
        let checked = LabelForm.revocation.check(visit.answers, visit.t)
        guard checked.isFine, let path = view.label.path else {
            return .page(LabelPages(visit: visit).revoking(view, checked), status: 422)
        }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            guard
                try Label.revoke(
                    connection, id: view.label.id, reason: checked.text("reason"), on: visit.today, by: person,
                    at: visit.now)
            else { return }
            try AuditEntry.record(
                connection, actor: person, "label.revoked", subject: (kind: "label", id: view.label.id.description),
                details: ["city": view.city.name], at: visit.now)
        }
        return .seeOther(visit.path(path), notice: visit.t("The label is revoked."))
    }
}
