import Inventory
import Members
import Storage
import Web

/// A city's team calculates rows again after factors have changed.
struct InventoryRecalculationRoutes {
    let kit: Kit
    let register: FactorRegister

    func add(to routes: inout Routes) {
        routes.get("/inventories/:inventory/recalculation", InventoryRules.editor, show)
        routes.post("/inventories/:inventory/recalculation", InventoryRules.editor, save)
    }

    private func recalculation(_ desk: InventoryDesk, _ connection: any Connection) throws -> InventoryRecalculation {
        InventoryRecalculation(
            desk.lines, city: desk.city, year: desk.record.year, outdated: desk.outdatedRows,
            try register.list(connection))
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        let found = try await kit.database.read { try recalculation(desk, $0) }
        return .page(InventoryRecalculationPages(desk, visit).page(found))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let desk = try await InventoryDesk.open(kit, visit)
        let (version, seen) = (visit.answers.integer("version") ?? -1, visit.answers.integer("register") ?? -1)
        let person = try visit.signedIn.person
        let count = try await kit.database.write { connection -> Int? in
            guard desk.record.version == version,
                try InventoryRecord.find(connection, id: desk.record.id)?.version == version
            else { return nil }
            let found = try recalculation(desk, connection)
            guard found.register == seen else { return nil }
            return try Self.replace(found, desk, visit, by: person, connection)
        }
        guard let count else {
            let desk = try await InventoryDesk.open(kit, visit)
            let found = try await kit.database.read { try recalculation(desk, $0) }
            return .page(InventoryRecalculationPages(desk, visit).page(found, isLate: true), status: 409)
        }
        return .seeOther(
            visit.path(desk.record.workPath),
            notice: visit.t.count(count, "{count} row is calculated again.", "{count} rows are calculated again."))
    }

    /// The number of rows that were replaced; nil when one of them changed meanwhile.
    private static func replace(
        _ found: InventoryRecalculation, _ desk: InventoryDesk, _ visit: Visit, by person: PersonID,
        _ connection: any Connection
    ) throws -> Int {
        var count = 0
        for item in found.lines {
            guard let row = item.row, let id = InventoryRowID(row.id) else { continue }
            let isSaved = try InventoryLine.update(
                connection, row, id: id, in: desk.record.id, version: item.line.version, by: person, at: visit.now)
            // The inventory's version was checked in this transaction, and each change of a row counts there.
            guard isSaved else { throw PageError.conflict(visit.t("Somebody else changed the inventory meanwhile")) }
            count += 1
        }
        guard count > 0 else { return 0 }
        try InventoryRecord.touch(connection, id: desk.record.id, by: person, at: visit.now)
        try AuditEntry.record(
            connection, actor: person, "inventory.recalculated",
            subject: (kind: "inventory", id: desk.record.id.description),
            details: ["city": desk.city.name, "year": "\(desk.record.year)", "count": "\(count)"], at: visit.now)
        return count
    }
}
