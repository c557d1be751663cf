import Contract
import Foundation
import Inventory
import Portfolio
import Storage

/// What a yearly report says: figures, lights and the team's texts, as they are frozen when it is published.
struct MonitoringContent: Codable, Sendable, Equatable {
    struct Target: Codable, Sendable, Equatable {
        let year: Int
        let value: Double
    }

    struct Value: Codable, Sendable, Equatable {
        let measured_on: String
        let value: Double
        let source: String
        let evidence: String?
    }

    struct Indicator: Codable, Sendable, Equatable {
        let id: String
        let number: String
        let name: String
        let unit: String
        let definition: String
        let baseline: Double?
        let targets: [Target]
        let values: [Value]
        let light: String
        let expected: Double?
        let lag_share: Double?
        let is_overdue: Bool

        var signal: TrafficLight.Signal { TrafficLight.Signal(rawValue: light) ?? .notMeasured }
    }

    struct Measure: Codable, Sendable, Equatable {
        let id: String
        let name: String
        let status: String?
        let share_percent: Double?
        let on_day: String?
        let spent_eur_cents: Int?
        let spending: String?
        let note: String

        var state: MonitoringEntry.Status? { status.flatMap(MonitoringEntry.Status.init) }
    }

    /// A light or a measure that stands otherwise than in the report before.
    struct Change: Codable, Sendable, Equatable {
        let kind: String
        let name: String
        let before: String?
        let after: String?
    }

    let city: String
    let slug: String
    let year: Int
    let base_year: Int
    let thresholds: TrafficLight.Thresholds
    let indicators: [Indicator]
    let measures: [Measure]
    let pathway: [MonitoringObservation]
    let changes: [Change]
    /// The year of the report before; nil for the first.
    let compared_with: Int?
    let summary: String
    let outlook: String

    /// Spent until the end of the year, by how sure it is.
    var spent: [(status: MonitoringEntry.Spending, cents: Int)] {
        MonitoringEntry.Spending.allCases.map { status in
            (status, measures.filter { $0.spending == status.rawValue }.compactMap(\.spent_eur_cents).reduce(0, +))
        }
    }

    func count(_ signal: TrafficLight.Signal) -> Int { indicators.count { $0.signal == signal } }
}

extension MonitoringContent {
    /// Assembles the report of a year from what stands at its end.
    init(
        _ connection: any Connection, _ desk: MonitoringDesk, year: Int, texts: MonitoringReport?
    ) throws {
        let last = Day(year: year, month: 12, day: 31)
        let indicators = desk.indicators.filter(\.isShown).map { Indicator($0, until: last) }
        let measures = try Self.measures(connection, desk, until: last)
        let before = try MonitoringPublication.all(connection, of: desk.city.code).first { $0.year < year }
        let earlier = try before.map { try $0.content(connection) }
        self.init(
            city: desk.city.name, slug: desk.city.slug, year: year, base_year: desk.contract?.frame.baseYear ?? 0,
            thresholds: .standard, indicators: indicators, measures: measures,
            pathway: try MonitoringObservation.all(connection, desk, shownOnly: true).filter { $0.year <= year },
            changes: earlier.map { Self.changes(from: $0, indicators, measures) } ?? [],
            compared_with: earlier?.year, summary: texts?.summary ?? "", outlook: texts?.outlook ?? "")
    }

    private static func measures(
        _ connection: any Connection, _ desk: MonitoringDesk, until last: Day
    ) throws -> [Measure] {
        let entries = Dictionary(
            try MonitoringEntry.all(connection, of: desk.city.code).filter { $0.day <= last }.map { ($0.measure, $0) },
            uniquingKeysWith: { newest, _ in newest })
        return try MeasureRecord.all(connection, of: desk.city.code).map { record in
            let entry = entries[record.measure.id]
            return Measure(
                id: record.measure.id, name: record.title, status: entry?.status.rawValue,
                share_percent: entry?.sharePercent, on_day: entry?.day.description,
                spent_eur_cents: entry?.spentCents, spending: entry?.spending.rawValue, note: entry?.note ?? "")
        }
    }

    private static func changes(
        from earlier: MonitoringContent, _ indicators: [Indicator], _ measures: [Measure]
    ) -> [Change] {
        let lights = Dictionary(earlier.indicators.map { ($0.id, $0.light) }, uniquingKeysWith: { first, _ in first })
        let states = Dictionary(earlier.measures.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
        return indicators.filter { lights[$0.id] != $0.light }.map {
            Change(kind: "indicator", name: $0.name, before: lights[$0.id], after: $0.light)
        }
            + measures.filter { (states[$0.id] ?? nil) != $0.status }.map {
                Change(kind: "measure", name: $0.name, before: states[$0.id] ?? nil, after: $0.status)
            }
    }

    /// As bytes; the same report gives the same ones.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

extension MonitoringContent.Indicator {
    init(_ indicator: MonitoredIndicator, until last: Day) {
        let values = indicator.values.filter { $0.day <= last }
        let light = TrafficLight(indicator.course, newest: values.last?.point)
        self.init(
            id: indicator.id, number: indicator.number, name: indicator.name, unit: indicator.unit,
            definition: indicator.sheet?.text("definition") ?? "", baseline: indicator.course.baseline?.value,
            targets: indicator.targets.map { MonitoringContent.Target(year: $0.year, value: $0.value) },
            values: values.compactMap { item in
                item.value.map {
                    MonitoringContent.Value(
                        measured_on: item.day.description, value: $0, source: item.source,
                        evidence: item.evidenceLink.isEmpty ? nil : item.evidenceLink)
                }
            }, light: light.signal.rawValue, expected: light.expected, lag_share: light.lag,
            is_overdue: indicator.isOverdue)
    }
}
