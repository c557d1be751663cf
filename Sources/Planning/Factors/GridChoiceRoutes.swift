import Inventory
import Storage
import Web

/// A city chooses the grid factor of an inventory, with a reason.
struct GridChoiceRoutes {
    let kit: Kit
    let register: FactorRegister

    func add(to routes: inout Routes) {
        routes.get("/inventories/:inventory/grid-factor", InventoryRules.editor, show)
        routes.post("/inventories/:inventory/grid-factor", InventoryRules.editor, save)
    }

    private func pages(_ visit: Visit) async throws -> GridChoicePages {
        let desk = try await InventoryDesk.open(kit, visit)
        let book = try await kit.database.read { [register] in try register.book($0) }
        return GridChoicePages(desk, book, visit)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        let record = pages.desk.record
        let answers = Answers(["methodology": record.gridMethodology, "reason": record.gridReason])
        return .page(pages.page(answers, version: record.version))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let pages = try await pages(visit)
        let desk = pages.desk
        let version = visit.answers.integer("version") ?? -1
        let checked = pages.form.check(visit.answers, visit.t)
        guard checked.isFine else { return .page(pages.page(checked, version: version), status: 422) }
        let person = try visit.signedIn.person
        let choice = GridChoice(
            methodology: checked.text("methodology"), reason: checked.text("reason").replacing("\r\n", with: "\n"))
        let isSaved = try await kit.database.write { connection in
            guard
                try InventoryRecord.choose(
                    connection, id: desk.record.id, version: version, choice, by: person, at: visit.now)
            else { return false }
            try desk.record(connection, "inventory.grid-factor-chosen", visit)
            return true
        }
        guard isSaved else {
            let latest = try await self.pages(visit)
            return .page(
                latest.page(checked, version: latest.desk.record.version, isLate: true), status: 409)
        }
        return .seeOther(visit.path(desk.record.workPath), notice: visit.t("The choice is saved."))
    }
}
