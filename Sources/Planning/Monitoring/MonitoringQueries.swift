import Cities
import Contract
import Foundation
import Members
import Storage
import Web

extension MonitoringValue {
    private static let selection: Statement = """
        SELECT monitoring_value.*, person.name AS recorder_name FROM monitoring_value
        LEFT JOIN person ON person.id = monitoring_value.recorded_by
        """

    /// Everything that was ever recorded for a city, also what was corrected; by day.
    static func all(_ connection: any Connection, of city: String) throws -> [MonitoringValue] {
        try connection.all(
            selection
                + " WHERE monitoring_value.city_code = \(city) ORDER BY indicator, measured_on, monitoring_value.id")
    }

    static func find(
        _ connection: any Connection, city: String, id: MonitoringValueID
    ) throws -> MonitoringValue? {
        try connection.first(
            selection + " WHERE monitoring_value.id = \(id) AND monitoring_value.city_code = \(city)")
    }

    /// - Throws: `StorageError.duplicate` when somebody corrected the same value meanwhile.
    static func add(
        _ connection: any Connection, id: MonitoringValueID, city: String, _ new: NewValue,
        corrects: MonitoringValueID? = nil, by person: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO monitoring_value (id, city_code, indicator, measured_on, period_start, value, source,
                evidence_name, evidence_hash, evidence_link, note, corrects_id, recorded_at, recorded_by)
            VALUES (\(id), \(city), \(new.indicator), \(new.day), \(new.start), \(new.value), \(new.source),
                \(new.evidenceName), \(new.evidenceHash), \(new.evidenceLink), \(new.note), \(corrects), \(at),
                \(person))
            """)
    }

    /// A value that is about to be recorded.
    struct NewValue: Sendable {
        var indicator: String
        var day: Day
        var start: Day?
        var value: Double?
        var source: String
        var evidenceName = ""
        var evidenceHash: String?
        var evidenceLink = ""
        var note = ""
    }
}

extension MonitoringSetting {
    static func all(_ connection: any Connection, of city: String) throws -> [String: MonitoringSetting] {
        let found: [MonitoringSetting] = try connection.all(
            """
            SELECT monitoring_indicator.*, person.name AS owner_name FROM monitoring_indicator
            LEFT JOIN person ON person.id = monitoring_indicator.owner_id
            WHERE monitoring_indicator.city_code = \(city)
            """)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.indicator, $0) })
    }

    /// False when somebody else saved meanwhile.
    static func save(
        _ connection: any Connection, city: String, indicator: String, version: Int, owner: PersonID?, isShown: Bool,
        interval: String, observes: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO monitoring_indicator (city_code, indicator, owner_id, is_shown, collection_interval, observes,
                version, updated_at, updated_by)
            VALUES (\(city), \(indicator), \(owner), \(isShown), \(interval), \(observes), \(version + 1), \(at),
                \(person))
            ON CONFLICT (city_code, indicator) DO UPDATE SET owner_id = excluded.owner_id,
                is_shown = excluded.is_shown, collection_interval = excluded.collection_interval,
                observes = excluded.observes, version = excluded.version, updated_at = excluded.updated_at,
                updated_by = excluded.updated_by
            WHERE monitoring_indicator.version = \(version)
            """) == 1
    }
}

extension MonitoringEntry {
    private static let selection: Statement = """
        SELECT monitoring_measure.*, person.name AS recorder_name FROM monitoring_measure
        LEFT JOIN person ON person.id = monitoring_measure.recorded_by
        """

    /// All entries of a city, the newest day first; of one day what was written last.
    static func all(_ connection: any Connection, of city: String) throws -> [MonitoringEntry] {
        try connection.all(
            selection + " WHERE monitoring_measure.city_code = \(city) ORDER BY on_day DESC, monitoring_measure.id DESC"
        )
    }

    static func add(
        _ connection: any Connection, id: ID<MonitoringEntry>, city: String, measure: String, day: Day, status: Status,
        share: Double, cents: Int?, spending: Spending, note: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO monitoring_measure (id, city_code, measure, on_day, status, share_percent, spent_eur_cents,
                spending, note, recorded_at, recorded_by)
            VALUES (\(id), \(city), \(measure), \(day), \(status), \(share), \(cents), \(spending), \(note), \(at),
                \(person))
            """)
    }
}

extension MonitoringReport {
    static func find(_ connection: any Connection, city: String, year: Int) throws -> MonitoringReport? {
        try connection.first("SELECT * FROM monitoring_report WHERE city_code = \(city) AND year = \(year)")
    }

    static func all(_ connection: any Connection, of city: String) throws -> [MonitoringReport] {
        try connection.all("SELECT * FROM monitoring_report WHERE city_code = \(city) ORDER BY year DESC")
    }

    /// False when somebody else saved meanwhile.
    static func save(
        _ connection: any Connection, city: String, year: Int, version: Int, summary: String, outlook: String,
        by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO monitoring_report (city_code, year, summary, outlook, version, updated_at, updated_by)
            VALUES (\(city), \(year), \(summary), \(outlook), \(version + 1), \(at), \(person))
            ON CONFLICT (city_code, year) DO UPDATE SET summary = excluded.summary, outlook = excluded.outlook,
                version = excluded.version, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            WHERE monitoring_report.version = \(version)
            """) == 1
    }
}

extension MonitoringPublication {
    /// A city's published reports, the newest publication of the latest year first.
    static func all(_ connection: any Connection, of city: String) throws -> [MonitoringPublication] {
        try connection.all(
            "SELECT * FROM monitoring_publication WHERE city_code = \(city) ORDER BY year DESC, number DESC")
    }

    /// Freezes a report.
    static func publish(
        _ connection: any Connection, id: ID<MonitoringPublication>, city: String, year: Int, _ content: [UInt8],
        by person: PersonID?, at: Instant
    ) throws {
        let hash = try Blob.store(content, mediaType: "application/json", at: at, in: connection)
        let last: Int? = try connection.value(
            "SELECT MAX(number) FROM monitoring_publication WHERE city_code = \(city) AND year = \(year)")
        try connection.execute(
            """
            INSERT INTO monitoring_publication (id, city_code, year, number, content_hash, published_at, published_by)
            VALUES (\(id), \(city), \(year), \((last ?? 0) + 1), \(hash), \(at), \(person))
            """)
    }

    /// The report as it was published.
    func content(_ connection: any Connection) throws -> MonitoringContent {
        guard let blob = try Blob.fetch(contentHash, in: connection) else { throw InventoryContent.Missing() }
        return try JSONDecoder().decode(MonitoringContent.self, from: Data(blob.bytes))
    }
}

/// What was reminded of.
enum MonitoringReminder {
    /// Remembers a reminder; false when it was sent before.
    static func note(
        _ connection: any Connection, id: ID<MonitoringReminderKind>, city: String, indicator: String, due: Day,
        _ level: MonitoringRules.Level, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO monitoring_reminder (id, city_code, indicator, due_on, level, sent_at)
            VALUES (\(id), \(city), \(indicator), \(due), \(level), \(at))
            ON CONFLICT (city_code, indicator, due_on, level) DO NOTHING
            """) == 1
    }

    /// Codes of the cities that write a contract.
    static func cities(_ connection: any Connection) throws -> [String] {
        try connection.all("SELECT DISTINCT city_code FROM contract ORDER BY city_code") { try $0("city_code") }
    }
}

enum MonitoringReminderKind {}
