import Cities
import Inventory
import Members
import Storage
import Web

/// An inventory in work with everything its pages need.
struct InventoryDesk: Sendable {
    let city: City
    let record: InventoryRecord
    let lines: [InventoryLine]
    let inventory: CityInventory
    let report: InventoryReport
    let findings: [Finding]
    /// Rows of earlier years that wait to be answered.
    let copied: [CopiedRow]
    /// Rows calculated with a value that is no longer in force, by factor.
    let outdated: [String: Set<String>]
    let certification: InventoryCertification?
    let publication: InventoryPublication?
    let right: InventoryRules.Right

    /// The inventory that a path names by `:inventory`.
    static func open(_ kit: Kit, _ visit: Visit) async throws -> InventoryDesk {
        guard let id = InventoryID(visit.parameters["inventory"]) else { throw PageError.notFound }
        let found = try await kit.database.read { try InventoryDesk($0, id: id, visit.visitor) }
        guard let found else { throw PageError.notFound }
        return found
    }

    private init?(_ connection: any Connection, id: InventoryID, _ visitor: Visitor) throws {
        guard let record = try InventoryRecord.find(connection, id: id),
            let city = try City.find(connection, code: record.city)
        else { return nil }
        self.record = record
        self.city = city
        lines = try InventoryLine.all(connection, of: id)
        inventory = try record.whole(connection)
        report = InventoryReport(inventory)
        let earlier = try InventoryRecord.all(connection, of: record.city).first { $0.year < record.year }
        copied = try CopiedRow.all(connection, of: id)
        let usesFactors = lines.contains { $0.row.method != nil }
        outdated = usesFactors ? FactorUse.outdated(lines, try FactorUse.inForce(connection, of: id)) : [:]
        findings =
            Checks.findings(report, CheckContext(earlier: try earlier?.whole(connection))) + CopiedRow.findings(copied)
            + FactorUse.findings(outdated)
        certification = try InventoryCertification.last(connection, of: id)
        publication = try InventoryPublication.last(connection, of: id)
        right = try InventoryRules.right(visitor, city: record.city, connection)
    }

    var status: InventoryStatus {
        InventoryStatus(record, certification: certification, publication: publication)
    }

    var isCertified: Bool { certification?.version == record.version }

    var outdatedRows: Set<String> { outdated.values.reduce(into: []) { $0.formUnion($1) } }

    /// What stands in the way of certification.
    var errors: [Finding] { findings.filter { $0.level == .error } }

    func mayCertifyNow(_ visitor: Visitor) -> Bool {
        InventoryRules.mayCertify(visitor, record, right: right) && errors.isEmpty && !isCertified && !lines.isEmpty
    }

    var mayPublishNow: Bool { right == .certify && isCertified && publication?.version != record.version }

    /// Rows of a line of the GPC.
    func lines(of reference: GPCReference) -> [InventoryLine] {
        lines.filter { $0.row.placement.reference == reference }
    }

    /// Rows of earlier years that wait to be answered on a line of the GPC.
    func copied(on reference: GPCReference) -> [CopiedRow] {
        copied.filter { $0.line.row.placement.reference == reference }
    }

    /// A line in the history about this inventory.
    func record(_ connection: any Connection, _ activity: String, _ visit: Visit) throws {
        try InventoryHistory.record(
            connection, activity, record.id, city: city.name, year: record.year, by: visit.visitor.person, at: visit.now
        )
    }
}

/// Lines in the history about inventories.
enum InventoryHistory {
    static func record(
        _ connection: any Connection, _ activity: String, _ id: InventoryID, city: String, year: Int, by: PersonID?,
        at: Instant
    ) throws {
        try AuditEntry.record(
            connection, actor: by, activity, subject: (kind: "inventory", id: id.description),
            details: ["city": city, "year": "\(year)"], at: at)
    }
}
