import Foundation
import Inventory
import Members
import Spreadsheets
import Storage
import Web

/// Puts the tables of `Data/factors` into the register.
///
/// Loading again adds what is new and an edition for what has changed. Nothing is overwritten, and a correction that an
/// editor made stays in force.
package enum FactorReference {
    /// What is wrong with which file.
    package struct Problem: Error, CustomStringConvertible {
        package let file: String
        package let text: String
        package var description: String { "\(file): \(text)" }
    }

    static let loaded = "Loaded from the hub's reference tables."
    static let changed = "Changed in the hub's reference tables."
    static let removed = "No longer in the hub's reference tables."

    /// Reads the folder and stores it in one transaction; false when the tables are those of last time.
    /// - Parameter locales: the folder of translations, in whose words the search finds factors.
    @discardableResult package static func load(
        _ database: Database, folder: String, locales: String, at: Instant
    ) async throws -> Bool {
        let files = try files(folder)
        let digest = Blob.hash(of: Array(files.map { "\($0.name) \(Blob.hash(of: $0.bytes))" }.joined().utf8))
        let known = try await database.read { try FactorReference.digest($0) }
        if known == digest { return false }
        let factors = try read(files)
        let ids = IDSource(now: { at })
        let languages = try Languages(folder: locales)
        try await database.write { connection in
            try FactorList.countChange(connection)
            let change = FactorReferenceChange(from: try standing(connection), to: factors)
            try store(connection, change, ids: ids, at: at)
            try FactorSearch.refresh(connection, languages)
            try rememberDigest(connection, digest)
            // The line in the history also tells every node that its pages are out of date.
            try AuditEntry.record(
                connection, actor: nil, "factors.loaded", subject: ("reference-data", "factors"),
                details: [
                    "count": "\(factors.count)", "new": "\(change.new.count)",
                    "changed": "\(change.changed.count)", "withdrawn": "\(change.gone.count)",
                ], at: at)
        }
        return true
    }

    private static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw Problem(file: folder, text: "cannot be read")
        }
        return try names.filter { $0.hasSuffix(".csv") }.sorted().map { name in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw Problem(file: "\(folder)/\(name)", text: "cannot be read")
            }
            return (name, Array(data))
        }
    }

    /// Every value of the files, or the first problem: a register with a hole in it must not compute.
    private static func read(_ files: [(name: String, bytes: [UInt8])]) throws -> [Factor] {
        var seen: Set<String> = []
        var all: [Factor] = []
        for (name, bytes) in files {
            let workbook: Workbook
            do {
                workbook = try CSVReader.workbook(bytes, options: .init(encoding: .utf8, separator: .comma))
            } catch { throw Problem(file: name, text: "\(error)") }
            let rows = workbook.sheets.first?.rows ?? []
            let reading = FactorTable.read(rows.map { TableRow(number: $0.number, cells: $0.cells.map(\.text)) })
            if let problem = reading.problems.first { throw Problem(file: name, text: "\(problem)") }
            for factor in reading.factors {
                guard FactorKey.isValid(factor.id), seen.insert(factor.id).inserted else {
                    throw Problem(file: name, text: "the id \(factor.id) is there twice, or not words between slashes")
                }
            }
            all += reading.factors
        }
        return all
    }
}

/// What loading the tables would change.
struct FactorReferenceChange: Sendable {
    /// A factor as the register holds it.
    struct Standing: Sendable {
        /// As the reference tables last said it; nil where only editors did.
        let reference: Factor?
        let lastEdition: Int
        /// Whether an editor's edition is in force, or an editor withdrew the factor.
        let isEditors: Bool
        let isWithdrawn: Bool
    }

    private(set) var new: [Factor] = []
    /// With the number of the new edition, and whether calculations are to use it.
    private(set) var changed: [(factor: Factor, number: Int, comesIntoForce: Bool)] = []
    private(set) var gone: [String] = []
    /// Withdrawn when they left the tables, and back in them.
    private(set) var returned: [String] = []

    init(from standing: [String: Standing], to factors: [Factor]) {
        var left = standing
        for factor in factors {
            guard let known = left.removeValue(forKey: factor.id) else {
                new.append(factor)
                continue
            }
            if known.reference != factor {
                changed.append((factor, known.lastEdition + 1, !known.isEditors))
            }
            if known.isWithdrawn, !known.isEditors { returned.append(factor.id) }
        }
        gone = left.filter { !$0.value.isEditors && !$0.value.isWithdrawn }.keys.sorted()
    }
}
