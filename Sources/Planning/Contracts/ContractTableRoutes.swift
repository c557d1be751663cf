import Contract
import Members
import Storage
import Web

/// A table of a contract: shown, its rows added, changed, removed and moved, and what its head says.
struct ContractTableRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/contracts/:contract/tables/:table"
        routes.get(path, ContractRules.reader, show)
        routes.get("\(path)/head", ContractRules.editor, head)
        routes.post("\(path)/head", ContractRules.editor, saveHead)
        routes.get("\(path)/rows/new", ContractRules.editor, new)
        routes.post("\(path)/rows/new", ContractRules.editor, add)
        routes.get("\(path)/rows/:row", ContractRules.reader, row)
        routes.get("\(path)/rows/:row/edit", ContractRules.editor, edit)
        routes.post("\(path)/rows/:row/edit", ContractRules.editor, change)
        routes.get("\(path)/rows/:row/removal", ContractRules.editor, removal)
        routes.post("\(path)/rows/:row/removal", ContractRules.editor, remove)
        routes.post("\(path)/rows/:row/order", ContractRules.editor, move)
    }

    // MARK: Reading

    private func view(_ visit: Visit) async throws -> ContractTableView { try await Self.view(kit, visit) }

    static func view(_ kit: Kit, _ visit: Visit) async throws -> ContractTableView {
        guard let id = TableID(rawValue: visit.parameters["table"]) else { throw PageError.notFound }
        let (person, now) = (visit.visitor.person, visit.now)
        return try await ContractDesk.open(kit, visit) { desk, connection in
            try ContractTableView(connection, desk, id, person: person, at: now)
        }
    }

    private func found(_ visit: Visit) async throws -> (ContractTableView, ContractRow) {
        let view = try await view(visit)
        guard let row = view.table.row(visit.parameters["row"]) else { throw PageError.notFound }
        return (view, row)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let start = min(max(0, visit.query.integer("from") ?? 0), max(0, view.table.rows.count - 1))
        return .page(ContractTablePages(view: view, visit: visit).table(from: start))
    }

    private func row(_ visit: Visit) async throws -> Reply {
        let (view, row) = try await found(visit)
        return .page(ContractTablePages(view: view, visit: visit).row(row))
    }

    /// Others see who is at the table.
    static func see(_ kit: Kit, _ view: ContractTableView, _ visit: Visit) async throws {
        let (contract, place, person) = (view.desk.record.id, view.place, try visit.signedIn.person)
        try await kit.database.write { try ContractPresence.see($0, contract, place, person, at: visit.now) }
    }

    // MARK: Saving

    /// - Parameter drafts: their names; what they kept is saved now.
    private func save(
        _ change: ContractTableChange, _ view: ContractTableView, version: Int, drafts: [String] = [], _ visit: Visit
    ) async throws -> ContractTableSaving.Outcome {
        let (id, person) = (view.form.id, try visit.signedIn.person)
        return try await kit.database.write { connection in
            let outcome = try ContractTableSaving.save(
                connection, view.desk.record.id, id, version: version, change, by: person, at: visit.now)
            if outcome != .conflict { for name in drafts { try Draft.remove(connection, of: person, form: name) } }
            switch outcome {
            case .saved, .merged:
                try ContractPresence.leave(connection, view.desk.record.id, view.place, person)
                try view.desk.record(connection, "contract.table-changed", visit, details: ["table": view.number])
            case .unchanged, .conflict: break
            }
            return outcome
        }
    }

    private func done(_ view: ContractTableView, _ outcome: ContractTableSaving.Outcome, _ visit: Visit) -> Reply {
        let notice =
            outcome == .merged
            ? visit.t("The table is saved, together with what somebody else saved meanwhile.")
            : visit.t("The table is saved.")
        return .seeOther(visit.path(view.path), notice: notice)
    }

    private func version(_ visit: Visit) -> Int { visit.answers.integer("version") ?? 0 }

    // MARK: Rows

    private func new(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        try await Self.see(kit, view, visit)
        let drafts = ContractRowDraftRoutes.drafts(kit, view, "", visit)
        let draft = try await drafts.find(visit)
        return .page(
            ContractRowPages(view: view, visit: visit).row(
                nil, draft?.answers ?? Answers(), version: draft?.base ?? view.version, drafts, draft: draft))
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let row = view.table.row(visit.parameters["row"])
        let drafts = ContractRowDraftRoutes.drafts(kit, view, visit.parameters["row"], visit)
        let draft = try await drafts.find(visit)
        // Somebody removed it: only what was typed is left, and may become a new row.
        guard row != nil || draft != nil else { throw PageError.notFound }
        try await Self.see(kit, view, visit)
        let answers = draft?.answers ?? ContractRowForm(view, row, visit).recorded
        return .page(
            ContractRowPages(view: view, visit: visit).row(
                row, answers, version: draft?.base ?? view.version, isStale: row == nil, drafts, draft: draft))
    }

    private func add(_ visit: Visit) async throws -> Reply {
        try await keep(nil, try await view(visit), visit)
    }

    private func change(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        guard let row = view.table.row(visit.parameters["row"]) else {
            // Somebody removed it meanwhile: what was typed may become a new row.
            let form = ContractRowForm(view, nil, visit).form
            let drafts = ContractRowDraftRoutes.drafts(kit, view, visit.parameters["row"], visit)
            return .page(
                ContractRowPages(view: view, visit: visit)
                    .row(
                        nil, form.check(visit.answers, visit.t), version: view.version, isStale: true, drafts,
                        wasSent: true), status: 409)
        }
        return try await keep(row, view, visit)
    }

    /// Checks and saves a row, nil for a new one.
    private func keep(_ row: ContractRow?, _ view: ContractTableView, _ visit: Visit) async throws -> Reply {
        let form = ContractRowForm(view, row, visit)
        let pages = ContractRowPages(view: view, visit: visit)
        let drafts = ContractRowDraftRoutes.drafts(kit, view, row?.id ?? "", visit)
        var checked = form.form.check(visit.answers, visit.t)
        let changed = checked.isFine ? form.applied(&checked) : nil
        guard checked.isFine, let changed else {
            return .page(pages.row(row, checked, version: version(visit), drafts, wasSent: true), status: 422)
        }
        // Somebody may have removed the row that it was typed over.
        let gone = ContractRowDraftRoutes.drafts(kit, view, visit.answers.text("gone"), visit).name
        let outcome = try await save(
            row == nil ? .add(changed) : .edit(changed), view, version: version(visit), drafts: [drafts.name, gone],
            visit)
        guard outcome == .conflict else { return done(view, outcome, visit) }
        let latest = try await self.view(visit)
        return .page(
            ContractRowPages(view: latest, visit: visit)
                .row(
                    latest.table.row(changed.id), checked, version: latest.version, isStale: true, drafts,
                    wasSent: true), status: 409)
    }

    private func removal(_ visit: Visit) async throws -> Reply {
        let (view, row) = try await found(visit)
        return .page(ContractRowPages(view: view, visit: visit).removal(row, isStale: false))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let (view, row) = try await found(visit)
        let outcome = try await save(.remove(row.id), view, version: version(visit), visit)
        guard outcome == .conflict else { return done(view, outcome, visit) }
        let (latest, now) = try await found(visit)
        return .page(ContractRowPages(view: latest, visit: visit).removal(now, isStale: true), status: 409)
    }

    private func move(_ visit: Visit) async throws -> Reply {
        let (view, row) = try await found(visit)
        let isUp = visit.answers.text("direction") == "up"
        let outcome = try await save(.move(row.id, isUp: isUp), view, version: view.version, visit)
        return done(view, outcome, visit)
    }

    // MARK: The head

    private func head(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .page(
            ContractRowPages(view: view, visit: visit)
                .head(ContractHeadForm.answers(view.table), version: view.version))
    }

    private func saveHead(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        let checked = ContractHeadForm.form.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(
                ContractRowPages(view: view, visit: visit).head(checked, version: version(visit)), status: 422)
        }
        let changed = ContractHeadForm.apply(checked, to: view.table)
        let outcome = try await save(.head(changed), view, version: version(visit), visit)
        guard outcome == .conflict else { return done(view, outcome, visit) }
        let latest = try await self.view(visit)
        return .page(
            ContractRowPages(view: latest, visit: visit).head(checked, version: latest.version, isStale: true),
            status: 409)
    }
}
