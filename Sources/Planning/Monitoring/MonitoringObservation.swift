import Contract
import Inventory
import Storage

/// What was measured in a year beside what the published pathway foresaw for it.
struct MonitoringObservation: Codable, Sendable, Equatable {
    /// `inventory`, or the name of an indicator.
    let name: String
    /// `gross`, or a sector of the contract.
    let part: String
    let year: Int
    let planned_t_co2e: Double
    let observed_t_co2e: Double

    var isInventory: Bool { name == Self.inventory }
    /// Above zero: more is emitted than was foreseen.
    var deviation: Double { observed_t_co2e - planned_t_co2e }
    var deviationShare: Double? { planned_t_co2e > 0 ? deviation / planned_t_co2e : nil }

    static let inventory = "inventory"
    static let gross = "gross"

    /// The city's published inventories, and values of indicators that measure a part of the pathway; empty while no
    /// pathway is published.
    static func all(
        _ connection: any Connection, _ desk: MonitoringDesk, shownOnly: Bool = false
    ) throws -> [MonitoringObservation] {
        guard let view = try PublicPathway(connection, slug: desk.city.slug) else { return [] }
        return all(view, desk, shownOnly: shownOnly)
    }

    static func all(
        _ view: PublicPathway, _ desk: MonitoringDesk, shownOnly: Bool = false
    ) -> [MonitoringObservation] {
        let inventories = view.progress.map {
            MonitoringObservation(
                name: inventory, part: gross, year: $0.year, planned_t_co2e: $0.planned,
                observed_t_co2e: $0.inventory.total)
        }
        let measured = desk.indicators.filter { $0.isShown || !shownOnly }.flatMap { indicator in
            observations(of: indicator, view)
        }
        return inventories + measured
    }

    /// The last value of each year.
    private static func observations(
        of indicator: MonitoredIndicator, _ view: PublicPathway
    ) -> [MonitoringObservation] {
        guard let part = indicator.setting?.observes, !part.isEmpty else { return [] }
        let byYear = Dictionary(indicator.values.map { ($0.day.year, $0) }, uniquingKeysWith: { _, last in last })
        return byYear.sorted { $0.key < $1.key }.compactMap { year, value in
            guard let observed = value.value, let planned = planned(part, year, view) else { return nil }
            return MonitoringObservation(
                name: indicator.name, part: part, year: year, planned_t_co2e: planned, observed_t_co2e: observed)
        }
    }

    private static func planned(_ part: String, _ year: Int, _ view: PublicPathway) -> Double? {
        if part == gross { return view.result.pathway.gross(in: year) }
        guard let place = view.result.pathway.place(year) else { return nil }
        return view.result.pathway.bySector.first { $0.sector.rawValue == part }?.co2e[place]
    }
}
