import Inventory
import Members
import Storage
import Web

extension FactorReference {
    static func digest(_ connection: any Connection) throws -> String? {
        try connection.value("SELECT digest FROM factor_register WHERE name = 'factors'")
    }

    static func rememberDigest(_ connection: any Connection, _ digest: String) throws {
        try connection.execute("UPDATE factor_register SET digest = \(digest) WHERE name = 'factors'")
    }

    /// The register as loading finds it.
    static func standing(_ connection: any Connection) throws -> [String: FactorReferenceChange.Standing] {
        var reference: [String: Factor] = [:]
        var last: [String: Int] = [:]
        var authors: [String: [Int: PersonID]] = [:]
        try connection.forEach(
            """
            SELECT factor.subject, factor.property, factor_edition.*
            FROM factor_edition JOIN factor ON factor.key = factor_edition.factor_key ORDER BY number
            """
        ) { row in
            let edition = try FactorEdition(row: row)
            last[edition.factor.id] = edition.number
            if let author = edition.createdBy {
                authors[edition.factor.id, default: [:]][edition.number] = author
            } else {
                reference[edition.factor.id] = edition.factor
            }
        }
        let byEditors: [String] = try connection.all(
            "SELECT DISTINCT factor_key FROM factor_withdrawal WHERE withdrawn_by IS NOT NULL"
        ) { try $0("factor_key") }
        let withdrawnByEditors = Set(byEditors)
        var found: [String: FactorReferenceChange.Standing] = [:]
        try connection.forEach("SELECT key, edition, is_withdrawn FROM factor") { row in
            let (key, edition, isWithdrawn): (String, Int, Bool) = (
                try row("key"), try row("edition"), try row("is_withdrawn")
            )
            found[key] = FactorReferenceChange.Standing(
                reference: reference[key], lastEdition: last[key] ?? 0,
                isEditors: authors[key]?[edition] != nil || (isWithdrawn && withdrawnByEditors.contains(key)),
                isWithdrawn: isWithdrawn)
        }
        return found
    }

    static func store(
        _ connection: any Connection, _ change: FactorReferenceChange, ids: IDSource, at: Instant
    ) throws {
        for part in parts(of: change.new) {
            let rows = part.map { [$0.id.value, $0.subject.value, $0.property.value, 1.value, false.value] }
            try connection.execute(
                "INSERT INTO factor (key, subject, property, edition, is_withdrawn) VALUES \(rows: rows)")
        }
        try add(connection, change.new.map { ($0, 1) }, reason: loaded, at: at)
        try add(connection, change.changed.map { ($0.factor, $0.number) }, reason: changed, at: at)
        for item in change.changed where item.comesIntoForce {
            try connection.execute("UPDATE factor SET edition = \(item.number) WHERE key = \(item.factor.id)")
        }
        for key in change.returned {
            try connection.execute("UPDATE factor SET is_withdrawn = FALSE WHERE key = \(key)")
        }
        for key in change.gone {
            _ = try FactorWithdrawal.record(connection, id: ids.next(), key: key, reason: removed, by: nil, at: at)
        }
    }

    private static func add(
        _ connection: any Connection, _ editions: [(factor: Factor, number: Int)], reason: String, at: Instant
    ) throws {
        for part in parts(of: editions) {
            let rows = part.map { factor, number -> [Value] in
                let range = factor.uncertainty
                return [
                    factor.id.value, number.value, factor.value.value, (range?.lower).value, (range?.upper).value,
                    factor.unit.value, factor.region.value, factor.year.value, factor.methodology.value,
                    factor.source.value, factor.status.value, reason.value, at.value,
                ]
            }
            try connection.execute(
                """
                INSERT INTO factor_edition (factor_key, number, value, lower_value, upper_value, unit, region, year,
                    methodology, source, status, reason, created_at)
                VALUES \(rows: rows)
                """)
        }
    }

    /// So many rows go in one statement.
    private static func parts<Item>(of all: [Item]) -> [ArraySlice<Item>] {
        stride(from: 0, to: all.count, by: 200).map { all[$0..<min($0 + 200, all.count)] }
    }
}

extension FactorSearch {
    /// Puts the reference tables into the index when the hub starts next: they were loaded before there was one.
    static let migration = Migration("factor-search-001", sql: "UPDATE factor_register SET digest = ''")
}
