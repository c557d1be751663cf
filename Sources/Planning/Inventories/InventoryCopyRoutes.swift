import Inventory
import Members
import Storage
import Web

/// Starting from what an earlier inventory of the city had.
struct InventoryCopyRoutes {
    let kit: Kit
    let methods: InventoryMethodRoutes

    func add(to routes: inout Routes) {
        let copy = "/inventories/:inventory/copy"
        routes.get(copy, InventoryRules.editor, show)
        routes.post(copy, InventoryRules.editor, take)
        routes.get("\(copy)/:copied", InventoryRules.editor, row)
        routes.post("\(copy)/:copied", InventoryRules.editor, answer)
        routes.post("\(copy)/:copied/draft", InventoryRules.editor) {
            try await methodPages($0).drafts(kit, $0.answers).save($0)
        }
        routes.post("\(copy)/:copied/draft/removal", InventoryRules.editor) {
            try await methods.discard(try await methodPages($0), $0)
        }
        routes.get("\(copy)/:copied/removal", InventoryRules.editor, removal)
        routes.post("\(copy)/:copied/removal", InventoryRules.editor, remove)
    }

    private func open(_ visit: Visit) async throws -> (InventoryDesk, [InventoryRecord]) {
        let desk = try await InventoryDesk.open(kit, visit)
        let all = try await kit.database.read { try InventoryRecord.all($0, of: desk.record.city) }
        return (desk, all.filter { $0.year < desk.record.year })
    }

    private func item(_ visit: Visit) async throws -> (InventoryDesk, CopiedRow, InventoryRowID) {
        let desk = try await InventoryDesk.open(kit, visit)
        guard let id = InventoryRowID(visit.parameters["copied"]),
            let item = desk.copied.first(where: { $0.line.row.id == id.description })
        else { throw PageError.notFound }
        return (desk, item, id)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let (desk, earlier) = try await open(visit)
        let years = earlier.map(\.year)
        return .page(InventoryCopyPages(desk, visit).copying(years, InventoryCopyForm.start(years)))
    }

    private func take(_ visit: Visit) async throws -> Reply {
        let (desk, earlier) = try await open(visit)
        let years = earlier.map(\.year)
        let checked = InventoryCopyForm.form(years).check(visit.answers, visit.t)
        guard checked.isFine, let source = earlier.first(where: { "\($0.year)" == checked.text("from") }) else {
            return .page(InventoryCopyPages(desk, visit).copying(years, checked), status: 422)
        }
        let (version, person) = (visit.answers.integer("version") ?? -1, try visit.signedIn.person)
        let isCopied = try await kit.database.write { connection in
            guard
                try desk.record.copy(
                    connection, InventoryCopyForm.parts(checked), from: source, version: version, by: person,
                    at: visit.now)
            else { return false }
            try desk.record(connection, "inventory.copied", visit)
            return true
        }
        guard isCopied else {
            let (desk, _) = try await open(visit)
            return .page(InventoryCopyPages(desk, visit).copying(years, checked, isStale: true), status: 409)
        }
        return .seeOther(
            visit.path("\(desk.record.workPath)/copy"),
            notice: visit.t("Copied from {year}.", ["year": "\(source.year)"]))
    }

    // MARK: One row

    private func methodPages(_ visit: Visit) async throws -> InventoryMethodPages {
        let (desk, item, _) = try await item(visit)
        guard let pages = try await methods.pages(desk, item, visit) else { throw PageError.notFound }
        return pages
    }

    private func row(_ visit: Visit) async throws -> Reply {
        let (desk, item, _) = try await item(visit)
        if let pages = try await methods.pages(desk, item, visit) {
            return try await methods.opened(pages, version: nil, visit)
        }
        return .page(InventoryCopyPages(desk, visit).answering(item, item.start))
    }

    private func answer(_ visit: Visit) async throws -> Reply {
        let (desk, item, copied) = try await item(visit)
        if let pages = try await methods.pages(desk, item, visit) {
            return try await calculate(pages, item, copied, visit)
        }
        let checked = item.line.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(InventoryCopyPages(desk, visit).answering(item, checked), status: 422)
        }
        return try await save(item.answered(checked), in: desk, settling: copied, visit)
    }

    /// A row that a method calculated is calculated by it again, with this year's figures.
    private func calculate(
        _ pages: InventoryMethodPages, _ item: CopiedRow, _ copied: InventoryRowID, _ visit: Visit
    ) async throws -> Reply {
        let drafts = pages.drafts(kit, visit.answers)
        let autosave = drafts.autosaveSent(visit)
        if visit.wantsEverything { return .page(pages.page(visit.answers, autosave: autosave)) }
        let checked = pages.form(visit.answers).check()
        guard let result = checked.result else {
            return .page(pages.page(checked.answers, autosave: autosave), status: 422)
        }
        if visit.wantsCalculation {
            return .page(pages.page(checked.answers, result: (result, checked.arguments), autosave: autosave))
        }
        var row = item.line.row
        row.take(result, checked.arguments, of: pages.method, checked.answers)
        return try await save(row, in: pages.desk, settling: copied, visit, draft: drafts.name)
    }

    /// Puts an answered row into the inventory and takes the one of then off the list.
    private func save(
        _ answered: InventoryRow, in desk: InventoryDesk, settling copied: InventoryRowID, _ visit: Visit,
        draft: String? = nil
    ) async throws -> Reply {
        let (id, person): (InventoryRowID, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        var row = answered
        row.id = id.description
        let isNew = try await kit.database.write { [row] connection in
            guard try CopiedRow.settle(connection, row: copied, of: desk.record.id) else { return false }
            try InventoryLine.add(
                connection, row, id: id, to: desk.record.id,
                position: try InventoryLine.nextPosition(connection, of: desk.record.id), by: person, at: visit.now)
            try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
            if let draft { try Draft.remove(connection, of: person, form: draft) }
            try desk.record(connection, "inventory.row-added", visit)
            return true
        }
        guard isNew else {
            throw PageError.conflict(visit.t("Somebody answered this row meanwhile or set it aside."))
        }
        return .seeOther(visit.path("\(desk.record.workPath)/copy"), notice: visit.t("The row is saved."))
    }

    private func removal(_ visit: Visit) async throws -> Reply {
        let (desk, item, _) = try await item(visit)
        return .page(InventoryCopyPages(desk, visit).removal(item))
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let (desk, _, copied) = try await item(visit)
        try await kit.database.write { connection in
            guard try CopiedRow.settle(connection, row: copied, of: desk.record.id) else { return }
            try desk.record(connection, "inventory.copied-row-set-aside", visit)
        }
        return .seeOther(visit.path("\(desk.record.workPath)/copy"), notice: visit.t("The row is set aside."))
    }
}
