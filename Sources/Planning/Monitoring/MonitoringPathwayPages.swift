import Inventory
import Web

/// Published inventories and measured emissions beside the published pathway.
struct MonitoringPathwayPages: Sendable {
    let desk: MonitoringDesk
    /// nil: no pathway is published.
    let view: PublicPathway?
    let observations: [MonitoringObservation]
    let visit: Visit

    private var t: Texts { visit.t }

    var page: Page {
        Page(
            title: t("Observed values against the pathway"), caption: desk.city.name, breadcrumb: desk.trail(visit),
            isPrivate: true,
            body: HTML {
                if let view {
                    chart(view)
                    Self.table(observations, visit).html
                    p { a(.href("\(desk.path)/pathway.csv"), .flag("download")) { t("Download the data (CSV)") } }
                } else {
                    Components.emptyState(
                        t("The city has published no pathway to compare with."),
                        next: (t("Plan and scenarios"), visit.path("\(desk.city.path)/scenarios")))
                }
            })
    }

    private func chart(_ view: PublicPathway) -> HTML {
        let figures = visit.figures
        let gross = observations.filter { $0.part == MonitoringObservation.gross }
        let planned = zip(view.result.years, view.result.pathway.gross).map { (x: Double($0), y: $1) }
        let observed = gross.map { (x: Double($0.year), y: $0.observed_t_co2e) }.sorted { $0.x < $1.x }
        return ChartFrame(
            id: "observed", title: t("Gross emissions: pathway and observations"),
            message: gross.max { $0.year < $1.year }.map { Self.deviation($0, visit) }
                ?? t("Nothing was observed since the pathway began."),
            drawing: LineChart(
                [LineChart.Series(t("Pathway"), points: planned), LineChart.Series(t("Observed"), points: observed)]
                    .filter { !$0.points.isEmpty }, unit: "t CO₂e", writeY: { figures.decimal($0, decimals: 0) }
            ).html, table: Self.table(gross, visit), csvPath: "\(view.path)/pathway.csv"
        ).html(t)
    }

    /// How far an observation is from the pathway, in a sentence.
    static func deviation(_ item: MonitoringObservation, _ visit: Visit) -> String {
        let words = MonitoringWords(visit: visit)
        let values = [
            "year": "\(item.year)", "tonnes": visit.figures.decimal(item.deviation.magnitude, decimals: 0),
            "share": words.percent((item.deviationShare ?? 0).magnitude),
        ]
        if item.deviation.magnitude < 0.5 { return visit.t("{year}: as the pathway foresaw.", values) }
        return item.deviation > 0
            ? visit.t("{year}: {tonnes} t ({share}) above the pathway.", values)
            : visit.t("{year}: {tonnes} t ({share}) below the pathway.", values)
    }

    static func table(_ found: [MonitoringObservation], _ visit: Visit) -> DataTable {
        let t = visit.t
        func tonnes(_ value: Double) -> DataTable.Cell { .number(visit.figures.decimal(value, decimals: 0), value) }
        return DataTable(
            caption: t("Observed values beside the pathway, t CO₂e"),
            columns: [
                DataTable.Column(t("What was observed")), DataTable.Column(t("Year")),
                DataTable.Column(t("Pathway"), number: true), DataTable.Column(t("Observed"), number: true),
                DataTable.Column(t("Deviation")),
            ],
            rows: found.sorted { ($0.year, $0.name) < ($1.year, $1.name) }.map { item in
                [
                    .text(name(item, t)), .text("\(item.year)"), tonnes(item.planned_t_co2e),
                    tonnes(item.observed_t_co2e), .text(deviation(item, visit)),
                ]
            })
    }

    private static func name(_ item: MonitoringObservation, _ t: Texts) -> String {
        if item.isInventory { return t("Published inventory") }
        guard let sector = ContractSector(rawValue: item.part) else { return item.name }
        return "\(item.name) (\(t(sector.title)))"
    }
}
