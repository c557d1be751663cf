import Contract
import Storage
import Web

package enum MonitoringValueKind {}
package typealias MonitoringValueID = ID<MonitoringValueKind>

/// A measured value of an indicator. It never changes: a correction is another value that names this one.
package struct MonitoringValue: Sendable, RowDecodable {
    package let id: MonitoringValueID
    package let city: String
    /// The id of the indicator's row in table B-3.1.
    package let indicator: String
    /// The day of the measurement, or the last day of its period.
    package let day: Day
    /// The first day of the period; nil for a measurement of one day.
    package let start: Day?
    /// nil: a correction that takes a value back.
    package let value: Double?
    package let source: String
    package let evidenceName: String
    package let evidenceHash: String?
    package let evidenceLink: String
    package let note: String
    /// The value that this one stands for instead.
    package let corrects: MonitoringValueID?
    package let recordedAt: Instant
    /// Who wrote it down; nil where they are no longer known by name.
    package let recorder: String?

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        indicator = try row("indicator")
        day = try row("measured_on")
        start = try row("period_start")
        value = try row("value")
        source = try row("source")
        evidenceName = try row("evidence_name")
        evidenceHash = try row("evidence_hash")
        evidenceLink = try row("evidence_link")
        note = try row("note")
        corrects = try row("corrects_id")
        recordedAt = try row("recorded_at")
        recorder = try row("recorder_name")
    }

    /// Where the measurement stands on the indicator's course: the end of its day.
    var point: IndicatorCourse.Point? {
        value.map { IndicatorCourse.Point(time: MonitoringRules.time(day), value: $0) }
    }
}

/// What a city's team says about an indicator besides the contract.
package struct MonitoringSetting: Sendable, RowDecodable {
    package let indicator: String
    package let owner: PersonID?
    package let ownerName: String?
    /// Whether the yearly report shows it.
    package let isShown: Bool
    /// How often it is measured, where the sheet's own words are not understood.
    package let interval: CollectionInterval?
    /// What of the pathway it measures: `gross`, a sector of the contract, or nothing.
    package let observes: String
    package let version: Int

    package init(row: Row) throws {
        indicator = try row("indicator")
        owner = try row("owner_id")
        ownerName = try row("owner_name")
        isShown = try row("is_shown")
        interval = CollectionInterval(rawValue: try row("collection_interval"))
        observes = try row("observes")
        version = try row("version")
    }
}

/// How far a measure was on a day. Entries are added, never changed.
package struct MonitoringEntry: Sendable, RowDecodable {
    package enum Status: String, Sendable, CaseIterable, Storable, Codable {
        case notStarted = "not-started"
        case begun
        case onTrack = "on-track"
        case delayed, done, stopped

        /// Key of the name.
        var title: String {
            switch self {
            case .notStarted: "Not started"
            case .begun: "Begun"
            case .onTrack: "On track"
            case .delayed: "Delayed"
            case .done: "Done"
            case .stopped: "Stopped"
            }
        }
    }

    /// How sure the spent money is.
    package enum Spending: String, Sendable, CaseIterable, Storable, Codable {
        case estimated, paid, audited

        /// Key of the name.
        var title: String {
            switch self {
            case .estimated: "Estimated"
            case .paid: "Paid"
            case .audited: "Audited"
            }
        }
    }

    package let id: ID<Self>
    package let city: String
    /// The measure's id in the plan's document.
    package let measure: String
    package let day: Day
    package let status: Status
    package let sharePercent: Double
    /// Spent until that day; nil where nothing is said.
    package let spentCents: Int?
    package let spending: Spending
    package let note: String
    package let recordedAt: Instant
    package let recorder: String?

    package init(row: Row) throws {
        id = try row("id")
        city = try row("city_code")
        measure = try row("measure")
        day = try row("on_day")
        status = try row("status")
        sharePercent = try row("share_percent")
        spentCents = try row("spent_eur_cents")
        spending = try row("spending")
        note = try row("note")
        recordedAt = try row("recorded_at")
        recorder = try row("recorder_name")
    }
}

/// The texts of a yearly report as the team is writing them.
package struct MonitoringReport: Sendable, RowDecodable {
    package let year: Int
    package let summary: String
    package let outlook: String
    package let version: Int

    package init(row: Row) throws {
        year = try row("year")
        summary = try row("summary")
        outlook = try row("outlook")
        version = try row("version")
    }
}

/// A yearly report as it was published; it never changes.
package struct MonitoringPublication: Sendable, RowDecodable {
    package let year: Int
    package let number: Int
    /// SHA-256 of its figures and texts as JSON, its name among files.
    package let contentHash: String
    package let publishedAt: Instant

    package init(row: Row) throws {
        year = try row("year")
        number = try row("number")
        contentHash = try row("content_hash")
        publishedAt = try row("published_at")
    }
}
