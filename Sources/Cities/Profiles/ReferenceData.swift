import Crypto
import Foundation
import Members
import Storage
import Web

/// Puts the reference tables of `Data/` into the database: regions, counties, cities, populations, programme.
///
/// Loading again brings the rows up to date and touches nothing that people wrote: profiles, teams, and programme
/// entries that were changed by a form.
package enum ReferenceData {
    /// What is wrong with which file.
    package struct Problem: Error, CustomStringConvertible {
        package let file: String
        package let text: String
        package var description: String { "\(file): \(text)" }
    }

    /// Reads the folder and stores it in one transaction; does nothing when the files are those of last time.
    @discardableResult package static func load(
        _ database: Database, folder: String, at: Instant
    ) async throws -> Bool {
        let tables = try Tables(folder: folder)
        let known = try await database.read { try loadedDigest($0) }
        if known == tables.digest { return false }
        try await database.write { connection in
            try store(connection, tables)
            try rememberDigest(connection, tables.digest, at: at)
            // The line in the history also tells every node that its pages are out of date.
            try AuditEntry.record(
                connection, actor: nil, "reference-data.loaded", subject: ("reference-data", "places"),
                details: ["cities": "\(tables.cities.count)"], at: at)
        }
        return true
    }

    /// Adds a place that does not exist, for the demonstration world: its region, its county, itself, and the source that
    /// says so. The reference tables are loaded again without touching it.
    package static func addInvented(_ database: Database, folder: String) async throws {
        func table(_ name: String) throws -> [CSVRecord] { try CSVReader.records(file: "\(folder)/\(name).csv") }
        let (sources, regions) = (try table("sources"), try table("regions"))
        let (counties, cities) = (try table("counties"), try table("municipalities"))
        try await database.write { connection in
            try storePlaces(connection, sources: sources, regions: regions, counties: counties, cities: cities)
            for row in cities { try CitySearch.refresh(connection, code: try row("siruta")) }
        }
    }

    /// All tables of the folder, read and checked before anything is stored.
    struct Tables: Sendable {
        let sources: [CSVRecord]
        let regions: [CSVRecord]
        let counties: [CSVRecord]
        let cities: [CSVRecord]
        let populations: [CSVRecord]
        let programme: [CSVRecord]
        let labels: [CSVRecord]
        let shapes: [CSVRecord]
        let digest: String

        init(folder: String) throws {
            var hasher = SHA256()
            func table(_ name: String, optional: Bool = false) throws -> [CSVRecord] {
                let path = "\(folder)/\(name).csv"
                guard let data = FileManager.default.contents(atPath: path) else {
                    if optional { return [] }
                    throw Problem(file: path, text: "cannot be read")
                }
                hasher.update(data: Data("\(name):\(data.count);".utf8))
                hasher.update(data: data)
                guard let text = String(validating: data, as: UTF8.self) else {
                    throw Problem(file: path, text: "is not UTF-8")
                }
                do { return try CSVReader.read(text) } catch {
                    throw Problem(file: path, text: "\(error)")
                }
            }
            sources = try table("sources", optional: true)
            regions = try table("regions")
            counties = try table("counties")
            cities = try table("municipalities")
            populations = try table("populations")
            programme = try table("programme_cities")
            labels = try table("programme_labels")
            shapes = try table("map/romania")
            digest = hasher.finalize().hexadecimal
        }
    }

    /// One cell; empty means that the value is not known.
    static func cell(_ row: CSVRecord, _ name: String) -> String? {
        row[name]
    }

    static func needed(_ row: CSVRecord, _ name: String) throws -> String {
        guard let text = cell(row, name) else { throw Problem(file: "reference data", text: "no \(name) in \(row)") }
        return text
    }

    static func number(_ row: CSVRecord, _ name: String) throws -> Double? {
        guard let text = cell(row, name) else { return nil }
        guard let number = Double(text), number.isFinite else {
            throw Problem(file: "reference data", text: "\(name) is no number in \(row)")
        }
        return number
    }

    static func integer(_ row: CSVRecord, _ name: String) throws -> Int {
        guard let number = Int(try needed(row, name)) else {
            throw Problem(file: "reference data", text: "\(name) is no whole number in \(row)")
        }
        return number
    }

    static func day(_ row: CSVRecord, _ name: String) throws -> Day? {
        guard let text = cell(row, name) else { return nil }
        guard let day = Day(text) else { throw Problem(file: "reference data", text: "\(name) is no day in \(row)") }
        return day
    }

    static func status(_ row: CSVRecord, _ name: String = "status") throws -> FigureStatus? {
        guard let text = cell(row, name) else { return nil }
        guard let status = FigureStatus(rawValue: text) else {
            throw Problem(file: "reference data", text: "\(name) is no known status in \(row)")
        }
        return status
    }
}
