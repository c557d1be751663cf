import Background
import Cities
import Foundation
import Inventory
import InventoryImports
import Members
import Storage
import Web

/// Reads an import's file under its plan, and puts what is good into the inventory: at once, or as a job when it is much.
struct InventoryImportSaving: Sendable {
    /// Up to so many rows are added while somebody waits.
    static let atOnce = 2_000
    static let jobKind = "inventory.import"
    private static let batch = 500

    let database: Database
    let queue: JobQueue
    let register: FactorRegister
    let files: ImportedFiles

    struct Payload: Codable {
        let inventory: String
        let item: String
    }

    /// The file of an import, its plan and what it says.
    struct Opened: Sendable {
        let file: ImportFile
        let plan: ImportPlan
        let reading: ImportReading
        /// Whether the inventory has figures of other sources, which the totals that this file prints would not hold.
        let hasOtherFigures: Bool
    }

    static func plan(_ text: String) throws -> ImportPlan {
        try JSONDecoder().decode(ImportPlan.self, from: Data(text.utf8))
    }

    static func text(_ plan: ImportPlan) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(plan), as: UTF8.self)
    }

    func open(_ found: InventoryImport) async throws -> Opened {
        let held = files.known(found.blobHash)
        let (blob, known, key, hasOther) = try await database.read { connection in
            let (known, key) = try circumstances(connection, of: found)
            let blob = held == nil ? try Blob.fetch(found.blobHash, in: connection) : nil
            return (blob, known, key, try found.hasOtherFigures(connection))
        }
        guard let file = try held ?? blob.map({ try files.read($0.bytes, found.blobHash) }) else {
            throw InventoryContent.Missing()
        }
        let plan = try Self.plan(found.plan)
        let reading = files.reading(found.blobHash, key) { file.read(plan, in: known) }
        return Opened(file: file, plan: plan, reading: reading, hasOtherFigures: hasOther)
    }

    private func circumstances(
        _ connection: any Connection, of found: InventoryImport
    ) throws -> (InventoryTable.Circumstances, ImportedFiles.ReadingKey) {
        guard let record = try InventoryRecord.find(connection, id: found.inventory),
            let city = try City.find(connection, code: record.city)
        else { throw PageError.notFound }
        let list = try register.list(connection)
        let key = ImportedFiles.ReadingKey(
            plan: found.plan, city: city.code, year: record.year, register: list.changes)
        let circumstances = InventoryTable.Circumstances(
            city: city.name, year: record.year, factors: list.book,
            regions: FactorPlace(city, year: record.year).regions, isKnownFactor: { list[$0] != nil })
        return (circumstances, key)
    }

    /// Confirms a reading; false when it was confirmed or changed meanwhile.
    func confirm(
        _ found: InventoryImport, _ reading: ImportReading, version: Int, replaces: InventoryImportID?,
        by person: PersonID, at: Instant
    ) async throws -> Bool {
        let rows = reading.rows
        let isLarge = rows.count > Self.atOnce
        let result = InventoryImport.Result(readable: rows.count, leftOut: reading.leftOut.count)
        return try await database.write { connection in
            let payload = Payload(inventory: found.inventory.description, item: found.id.description)
            let job =
                isLarge
                ? try queue.enqueue(
                    in: connection, kind: Self.jobKind, payload: payload, uniqueKey: "\(Self.jobKind) \(found.id)")
                : nil
            guard
                try found.confirm(
                    connection, version: version, replaces: replaces, result, job: job, by: person, at: at)
            else {
                if isLarge { throw Overtaken() }
                return false
            }
            if let replaces {
                let (removed, kept) = try InventoryImport.removeRows(connection, of: replaces, in: found.inventory)
                try found.note(connection, replaced: removed, kept: kept)
            }
            try InventoryRecord.touch(connection, id: found.inventory, by: person, at: at)
            guard !isLarge else { return true }
            _ = try found.add(connection, rows[...], ids: queue.ids, by: person, at: at)
            try finish(connection, found, reading, by: person, at: at)
            return true
        }
    }

    /// Thrown to take back what a confirmation that came too late had begun.
    struct Overtaken: Error {}

    /// Adds the rows of a large import part by part; a second attempt goes on where the first stopped.
    func run(_ job: JobRun) async throws {
        let payload = try job.payload(Payload.self)
        guard let inventory = InventoryID(payload.inventory), let item = InventoryImportID(payload.item) else {
            throw PermanentFailure("the payload names no import: \(payload)")
        }
        let found = try await database.read { connection in
            try InventoryImport.find(connection, inventory: inventory, id: item)
        }
        guard let found, found.confirmedAt != nil, found.finishedAt == nil else { return }
        let reading = try await open(found).reading
        let rows = reading.rows
        var start = found.result.added
        while start < rows.count {
            let end = min(start + Self.batch, rows.count)
            let part = rows[start..<end]
            let isNext = try await database.write { connection in
                guard try found.add(connection, part, ids: queue.ids, by: found.confirmedBy, at: queue.now()) else {
                    return false
                }
                try InventoryRecord.touch(connection, id: found.inventory, by: found.confirmedBy, at: queue.now())
                return true
            }
            guard isNext else { throw CancellationError() }
            try await job.progress(end, of: rows.count)
            start = end
        }
        try await database.write { connection in
            try finish(connection, found, reading, by: found.confirmedBy, at: queue.now())
        }
    }

    /// Takes printed totals, factors and exclusions, and writes the history.
    private func finish(
        _ connection: any Connection, _ found: InventoryImport, _ reading: ImportReading, by person: PersonID?,
        at: Instant
    ) throws {
        guard let record = try InventoryRecord.find(connection, id: found.inventory),
            let city = try City.find(connection, code: record.city)
        else { return }
        var whole = try record.whole(connection)
        let bringsFigures = reading.rows.contains { $0.masses != nil }
        // Totals that a source printed are those of its own rows alone.
        if bringsFigures { whole.printedTotals = try found.hasOtherFigures(connection) ? [] : reading.totals }
        for factor in reading.factors where !whole.printedFactors.contains(factor) {
            whole.printedFactors.append(factor)
        }
        for item in reading.exclusions where !whole.boundary.exclusions.contains(item) {
            whole.boundary.exclusions.append(item)
        }
        try InventoryRecord.replaceParts(connection, of: record.id, with: whole)
        try InventoryRecord.touch(connection, id: record.id, by: person, at: at)
        try found.finish(connection, at: at)
        try AuditEntry.record(
            connection, actor: person, "inventory.rows-imported",
            subject: (kind: "inventory", id: record.id.description),
            details: ["city": city.name, "year": "\(record.year)", "count": "\(reading.rows.count)"], at: at)
    }
}
