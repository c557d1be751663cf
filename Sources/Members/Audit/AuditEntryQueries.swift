import Foundation
import Storage
import Web

extension AuditEntry {
    /// Adds a line in the caller's transaction, so that no change is without its line and no line without its change.
    package static func record(
        _ connection: any Connection, actor: PersonID?, _ activity: String, subject: (kind: String, id: String),
        details: [String: String] = [:], at: Instant
    ) throws {
        let last = try connection.first("SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1") {
            row in
            (sequence: try row("sequence") as Int, hash: try row("hash") as String)
        }
        let sequence = (last?.sequence ?? 0) + 1
        let previous = last?.hash ?? genesisHash
        let json = try detailsText(details)
        let hash = hash(
            sequence: sequence, at: at, actor: actor, activity: activity, subjectKind: subject.kind,
            subject: subject.id, details: json, previousHash: previous)
        try connection.execute(
            """
            INSERT INTO audit_entry
                (sequence, at, actor_id, activity, subject_kind, subject, details, previous_hash, hash)
            VALUES (\(sequence), \(at), \(actor), \(activity), \(subject.kind), \(subject.id), \(json), \(previous), \(hash))
            """)
    }

    /// The number that rises with every recorded change.
    package static func lastSequence(_ connection: any Connection) throws -> Int {
        try connection.value("SELECT COALESCE(MAX(sequence), 0) FROM audit_entry") ?? 0
    }

    /// Walks the whole chain; returns how many lines hold and what is wrong at the first that does not.
    package static func verify(_ connection: any Connection) throws -> (count: Int, problem: String?) {
        var count = 0
        var previous = genesisHash
        var problem: String?
        try connection.forEach("SELECT * FROM audit_entry ORDER BY sequence") { row in
            guard problem == nil else { return }
            problem = self.problem(of: row, number: count + 1, after: previous)
            if problem == nil {
                previous = try row("hash")
                count += 1
            }
        }
        return (count, problem)
    }

    private static func problem(of row: Row, number: Int, after previous: String) -> String? {
        let entry: AuditEntry
        let writtenAt: String
        do {
            entry = try AuditEntry(row: row)
            writtenAt = try row("at")
        } catch { return "entry \(number) cannot be read: \(error)" }
        if entry.sequence != number { return "entry \(number) is missing" }
        if entry.previousHash != previous { return "entry \(number) does not follow the one before it" }
        // Two ways to write one moment (a 31st of February) are two texts: only ours was hashed.
        if entry.hash != entry.expectedHash || writtenAt != entry.at.description {
            return "entry \(number) was changed"
        }
        return nil
    }

    /// Lines from the newest on, optionally of one subject or activity.
    package static func page(
        _ connection: any Connection, _ place: ListPlace<Int> = .start, subject: (kind: String, id: String)? = nil,
        activity: String? = nil, limit: Int
    ) throws -> [AuditEntry] {
        var filter = AuditFilter()
        filter.activity = activity
        filter.subjectKind = subject?.kind
        filter.subject = subject?.id
        return try page(connection, filter, place, limit: limit)
    }

    static func page(
        _ connection: any Connection, _ filter: AuditFilter, _ place: ListPlace<Int>, limit: Int
    ) throws -> [AuditEntry] {
        try connection.all(page(filter, place, limit: limit))
    }

    static func page(_ filter: AuditFilter, _ place: ListPlace<Int>, limit: Int) -> Statement {
        var query: Statement = "SELECT * FROM audit_entry WHERE 1 = 1"
        query += place.condition("sequence", descending: true)
        if let kind = filter.subjectKind { query += " AND subject_kind = \(kind)" }
        if let subject = filter.subject { query += " AND subject = \(subject)" }
        if let activity = filter.activity { query += " AND activity = \(activity)" }
        return query + place.order("sequence", descending: true) + " LIMIT \(limit)"
    }

    private static func detailsText(_ details: [String: String]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(details), as: UTF8.self)
    }
}
