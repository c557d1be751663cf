import Cities
import Foundation
import Inventory
import Members
import Storage
import Web

/// Inventories that cities published elsewhere, carried over as they stand, with their sources.
package enum InventoryExamples {
    /// Files of Data/examples with the SIRUTA code of the city.
    static let files = [
        ("cluj-napoca-2021.csv", "54975"), ("suceava-2021.csv", "146263"), ("bucuresti-sector-2-2016.csv", "179150"),
    ]

    /// Adds and publishes those that are not there yet; a published one is never touched again.
    package static func load(_ database: Database, folder: String, ids: IDSource, at: Instant) async throws {
        for (file, city) in files {
            let inventory = try InventoryContent.read(
                Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))))
            try await database.write { connection in
                try add(connection, inventory, city: city, ids: ids, at: at)
            }
        }
    }

    private static func add(
        _ connection: any Connection, _ whole: CityInventory, city: String, ids: IDSource, at: Instant
    ) throws {
        var frame = InventoryFrame()
        frame.gwp = whole.gwp
        frame.coverage = whole.coverage
        frame.boundary = whole.boundary.description
        frame.population = whole.population
        frame.source = whole.source
        let id: InventoryID = ids.next()
        guard
            try InventoryRecord.create(
                connection, id: id, city: city, year: whole.year, frame, isAsPublished: true, by: nil, at: at)
        else { return }
        for (position, row) in whole.rows.enumerated() {
            try InventoryLine.add(
                connection, row, id: ids.next(), to: id, position: position + 1, by: nil, at: at)
        }
        try InventoryRecord.replaceParts(connection, of: id, with: whole)
        guard let record = try InventoryRecord.find(connection, id: id) else { return }
        let number = try InventoryPublication.publish(
            connection, id: ids.next(), record, certification: nil, reason: "", by: nil, at: at)
        try AuditEntry.record(
            connection, actor: nil, "inventory.carried-over", subject: (kind: "city", id: city),
            details: ["city": whole.city, "year": "\(whole.year)", "number": "\(number)"], at: at)
    }
}
