import Inventory
import Storage
import Web

/// What an inventory leaves out of its boundary.
struct InventoryExclusionRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let list = "/inventories/:inventory/exclusions"
        routes.get(list, InventoryRules.reader, show)
        routes.get("\(list)/new", InventoryRules.editor, new)
        routes.post("\(list)/new", InventoryRules.editor, add)
        routes.get("\(list)/:exclusion/edit", InventoryRules.editor, edit)
        routes.post("\(list)/:exclusion/edit", InventoryRules.editor, save)
        routes.get("\(list)/:exclusion/removal", InventoryRules.editor, removal)
        routes.post("\(list)/:exclusion/removal", InventoryRules.editor, remove)
    }

    private func items(_ desk: InventoryDesk) async throws -> [StoredExclusion] {
        try await kit.database.read { try StoredExclusion.all($0, of: desk.record.id) }
    }

    private func item(_ visit: Visit) async throws -> (InventoryDesk, StoredExclusion) {
        let desk = try await InventoryDesk.open(kit, visit)
        guard let item = try await items(desk).first(where: { "\($0.position)" == visit.parameters["exclusion"] })
        else { throw PageError.notFound }
        return (desk, item)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        return .page(InventoryExclusionPages(desk, visit).list(try await items(desk)))
    }

    // MARK: Adding

    private func new(_ visit: Visit) async throws -> Reply {
        .page(InventoryExclusionPages(try await InventoryDesk.open(kit, visit), visit).adding(Answers()))
    }

    private func add(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        let checked = InventoryExclusionForm.form.check(visit.answers, visit.t)
        guard checked.isFine, let exclusion = InventoryExclusionForm.exclusion(checked) else {
            return .page(InventoryExclusionPages(desk, visit).adding(checked), status: 422)
        }
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try StoredExclusion.add(connection, exclusion, to: desk.record.id)
            try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
            try desk.record(connection, "inventory.exclusion-added", visit)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/exclusions"), notice: visit.t("What is left out is saved."))
    }

    // MARK: Changing and removing

    private func edit(_ visit: Visit) async throws -> Reply {
        let (desk, item) = try await item(visit)
        return .page(InventoryExclusionPages(desk, visit).editing(item, nil, version: desk.record.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let (desk, item) = try await item(visit)
        let version = visit.answers.integer("version") ?? -1
        let checked = InventoryExclusionForm.form.check(visit.answers, visit.t)
        guard checked.isFine, let exclusion = InventoryExclusionForm.exclusion(checked) else {
            return .page(InventoryExclusionPages(desk, visit).editing(item, checked, version: version), status: 422)
        }
        let isSaved = try await change(desk, version, "inventory.exclusion-changed", visit) { connection in
            try StoredExclusion.update(connection, exclusion, of: desk.record.id, position: item.position)
        }
        guard isSaved else {
            let (desk, latest) = try await self.item(visit)
            return .page(InventoryExclusionPages(desk, visit).conflict(latest, checked), status: 409)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/exclusions"), notice: visit.t("What is left out is saved."))
    }

    private func removal(_ visit: Visit) async throws -> Reply {
        let (desk, item) = try await item(visit)
        return .page(InventoryExclusionPages(desk, visit).removal(item))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let (desk, item) = try await item(visit)
        let version = visit.answers.integer("version") ?? -1
        let isRemoved = try await change(desk, version, "inventory.exclusion-removed", visit) { connection in
            try StoredExclusion.remove(connection, of: desk.record.id, position: item.position)
        }
        guard isRemoved else {
            let (desk, latest) = try await self.item(visit)
            return .page(InventoryExclusionPages(desk, visit).removal(latest), status: 409)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/exclusions"), notice: visit.t("It is no longer left out."))
    }

    /// A change unless somebody changed the inventory since the form was shown; false then.
    private func change(
        _ desk: InventoryDesk, _ version: Int, _ activity: String, _ visit: Visit,
        _ act: @escaping @Sendable (any Connection) throws -> Bool
    ) async throws -> Bool {
        let person = try visit.signedIn.person
        return try await kit.database.write { connection in
            guard try InventoryRecord.find(connection, id: desk.record.id)?.version == version, try act(connection)
            else { return false }
            try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
            try desk.record(connection, activity, visit)
            return true
        }
    }
}
