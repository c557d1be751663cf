import Inventory
import Web

/// National grid factors by year and methodology.
struct GridFactorPages {
    let factors: GridFactors
    let visit: Visit

    init(_ factors: GridFactors, _ visit: Visit) {
        self.factors = factors
        self.visit = visit
    }

    private var t: Texts { visit.t }

    var page: Page {
        Page(
            title: t("Grid electricity in Romania"), caption: t("Emission factors"),
            description: t("What a megawatt-hour from the grid emits, by year and by methodology."),
            breadcrumb: FactorPages.trail(visit), wide: true,
            body: HTML {
                Components.lead(
                    t(
                        "What a megawatt-hour from the grid emits depends on what is counted. The methodologies stand side by side and are never mixed: a city chooses one for an inventory and says why."
                    ))
                ChartFrame(
                    id: "grid-chart", title: t("Grid electricity in Romania"), message: message,
                    drawing: LineChart(
                        factors.series.filter { $0.byYear.count > 1 }.map(line), unit: "t/MWh",
                        writeY: { visit.figures.decimal($0, decimals: 3) }
                    ).html, table: table, csvPath: "/factors.csv?family=grid-electricity&region=RO"
                ).html(t)
                h2 { t("What each methodology counts") }
                for series in factors.series { meaning(series) }
            })
    }

    private var message: String {
        guard let latest = factors.years.first else { return t("No factor is known.") }
        return t.count(
            factors.series.count, "{count} methodology, up to {year}.", "{count} methodologies, up to {year}.",
            ["year": "\(latest)"])
    }

    private func line(_ series: GridFactors.Series) -> LineChart.Series {
        LineChart.Series(
            FactorWords.methodology(series.methodology, t),
            points: series.byYear.sorted { $0.key < $1.key }.compactMap { year, entry in
                entry.factor.value(as: GridFactors.measure).map { (x: Double(year), y: $0) }
            })
    }

    private var table: DataTable {
        DataTable(
            caption: t("t per MWh by year and methodology"),
            columns: [DataTable.Column(t("Year"))]
                + factors.series.map {
                    DataTable.Column(FactorWords.methodology($0.methodology, t), number: true)
                },
            rows: factors.years.map { year in [.text("\(year)")] + factors.series.map { cell($0.byYear[year]) } })
    }

    private func cell(_ entry: RegisteredFactor?) -> DataTable.Cell {
        guard let entry, let value = entry.factor.value(as: GridFactors.measure) else {
            return .missing(t("not known"))
        }
        return .link(visit.figures.decimal(value, decimals: 4), visit.path(entry.path))
    }

    private func meaning(_ series: GridFactors.Series) -> HTML {
        HTML {
            h3 { FactorWords.methodology(series.methodology, t) }
            if let entry = series.byYear.max(by: { $0.key < $1.key })?.value {
                p {
                    series.property == "co2"
                        ? t("Carbon dioxide alone.") : t("All gases together, as CO₂e.")
                    " "
                    FactorWords.status(entry.factor.status, t)
                }
                p(.class("note")) { entry.factor.source }
            }
        }
    }
}
