import Cities
import Inventory
import Web

/// A city's published inventories over the years: totals, per head and by sector, with what was restated.
struct InventoryComparisonTrend {
    let city: City
    /// By year.
    let years: [ComparedInventory]
    let words: InventoryComparisonWords
    let path: @Sendable (String) -> String

    init(_ city: City, _ years: [ComparedInventory], _ visit: Visit) {
        self.city = city
        self.years = years
        words = InventoryComparisonWords(visit)
        path = { visit.path($0) }
    }

    private var t: Texts { words.t }
    private var figures: Figures { words.figures }
    private var names: [String: String] { ["city": city.name] }

    var html: HTML {
        HTML {
            table.html
            if years.count > 1 {
                if isMixed { Components.notice(.warning, t("The years were not all counted alike"), t) { mixed } }
                chart
                sectors.html
            }
        }
    }

    // MARK: Totals

    private var table: DataTable {
        DataTable(
            caption: t("Published inventories"),
            columns: [
                DataTable.Column(t("Year")), DataTable.Column("t CO₂e", number: true),
                DataTable.Column(t("t CO₂e per head"), number: true), DataTable.Column(t("How it was counted")),
                DataTable.Column(t("Published")), DataTable.Column(t("Comparison")),
            ],
            rows: years.map(cells), captionHidden: true)
    }

    private func cells(_ item: ComparedInventory) -> [DataTable.Cell] {
        let line = item.line
        return [
            .link("\(line.year)", path(line.path)), .number(figures.decimal(line.total, decimals: 0), line.total),
            words.perHead(line), .text("\(t(line.coverage.title)), \(line.gwp.rawValue)"), .html(publication(line)),
            .link(t("With other cities"), path("\(line.path)/comparison")),
        ]
    }

    /// When it was published, and what it put right.
    private func publication(_ line: InventoryListLine) -> HTML {
        HTML {
            line.isAsPublished ? t("carried over as published") : figures.time(line.publishedAt)
            if let earlier = line.earlierTotal {
                " "
                Components.tag(t("Restated"), .warning)
                " "
                span(.class("note")) {
                    t("before: {total} t", ["total": figures.decimal(earlier, decimals: 0)])
                }
            }
        }
    }

    // MARK: Over the years

    private var isMixed: Bool {
        Set(years.map(\.line.gwp)).count > 1 || Set(years.map(\.line.coverage)).count > 1
    }

    private var mixed: HTML {
        p {
            t(
                "The coverage or the weights of gases differ between years, as the table says. Part of what changes from year to year is the way of counting."
            )
        }
    }

    private var chart: HTML {
        ChartFrame(
            id: "trend-chart", title: t("Emissions of {city}", names), message: message,
            drawing: LineChart(
                [
                    LineChart.Series(
                        t("Total"), points: years.map { (x: Double($0.line.year), y: $0.line.total) }, area: true)
                ], unit: "t CO₂e", writeY: { figures.decimal($0, decimals: 0) }
            ).html, table: chartTable
        ).html(t)
    }

    private var message: String {
        guard let first = years.first?.line, let last = years.last?.line, first.total > 0 else { return "" }
        let change = (last.total - first.total) / first.total * 100
        let values = [
            "from": "\(first.year)", "to": "\(last.year)", "percent": figures.decimal(change.magnitude, decimals: 1),
        ]
        return change < 0
            ? t("From {from} to {to}: {percent} % less.", values) : t("From {from} to {to}: {percent} % more.", values)
    }

    private var chartTable: DataTable {
        DataTable(
            caption: t("Emissions of {city}", names),
            columns: [DataTable.Column(t("Year")), DataTable.Column("t CO₂e", number: true)],
            rows: years.map { [.text("\($0.line.year)"), words.tonnes($0.line.total)] })
    }

    private var sectors: DataTable {
        DataTable(
            caption: t("By sector over the years, t CO₂e"),
            columns: [DataTable.Column(t("Sector"))]
                + years.map { DataTable.Column("\($0.line.year)", number: true) },
            rows: ContractSector.allCases.map { sector in
                [.text(t(sector.title))] + years.map { words.tonnes($0.total(of: sector)) }
            }, footer: [.text(t("Total"))] + years.map { words.tonnes($0.line.total) })
    }
}
