import Cities
import Inventory
import Web

/// A published inventory beside those of cities of like size, per head.
struct InventoryComparisonPages {
    let city: City
    let line: InventoryListLine
    let comparison: InventoryComparison?
    let words: InventoryComparisonWords
    let path: @Sendable (String) -> String

    /// - Parameter comparison: nil where nobody knows how many people the inventory covers.
    init(_ city: City, _ line: InventoryListLine, _ comparison: InventoryComparison?, _ visit: Visit) {
        self.city = city
        self.line = line
        self.comparison = comparison
        words = InventoryComparisonWords(visit)
        path = { visit.path($0) }
    }

    private var t: Texts { words.t }
    private var figures: Figures { words.figures }
    private var names: [String: String] { ["city": city.name, "year": "\(line.year)"] }

    var page: Page {
        Page(
            title: t("{city} and cities of like size", names), caption: t("Inventory {year}", names),
            description: t("Emissions per head of {city} in {year} beside those of cities of like size.", names),
            breadcrumb: [
                Page.Crumb(t("Cities"), path("/cities")), Page.Crumb(city.name, path(city.path)),
                Page.Crumb(t("Inventories"), path("\(city.path)/inventories")),
                Page.Crumb("\(line.year)", path(line.path)),
            ],
            body: HTML {
                if let comparison {
                    body(comparison)
                } else {
                    Components.emptyState(
                        t(
                            "How many people lived in {city} in {year} is not known, so its inventory cannot be compared per head.",
                            names), next: (t("The inventory"), path(line.path)))
                }
            })
    }

    @HTMLBuilder private func body(_ comparison: InventoryComparison) -> HTML {
        let range = [
            "low": figures.integer(comparison.people.lowerBound), "high": figures.integer(comparison.people.upperBound),
        ]
        Components.lead(
            t("Cities with {low} to {high} people that have published an inventory, one year of each.", range))
        p {
            t(
                "Only what covers the same, weighs gases in the same way, uses the same grid electricity factors and lies at most two years apart stands in one order. Cities differ in climate, industry and commuting too: a lower figure is not a better policy."
            )
        }
        alike(comparison)
        if !comparison.unlike.isEmpty { unlike(comparison) }
    }

    // MARK: Counted alike

    private func alike(_ comparison: InventoryComparison) -> HTML {
        // The order is that of the figures, with the city itself among the others.
        let all = ([comparison.own] + comparison.alike).sorted {
            ($0.line.perHead ?? .infinity, $0.line.citySlug) < ($1.line.perHead ?? .infinity, $1.line.citySlug)
        }
        return section(.id("alike")) {
            h2 { t("Counted alike") }
            if comparison.alike.isEmpty {
                p(.class("quiet")) { t("No other city of like size has published an inventory counted alike.") }
            } else {
                chart(all, own: comparison.own)
            }
            totals(all).html
            sectors(all).html
            scopes(all).html
        }
    }

    private func chart(_ all: [ComparedInventory], own: ComparedInventory) -> HTML {
        ChartFrame(
            id: "per-head-chart", title: t("Emissions per head, t CO₂e"),
            message: t.count(
                all.count - 1, "{city} and {count} city counted alike.", "{city} and {count} cities counted alike.",
                names),
            drawing: BarChart(
                all.compactMap { item in
                    item.line.perHead.map { value in
                        BarChart.Bar(
                            name(item.line), value: value, figure: figures.decimal(value) + " t",
                            highlighted: item.line.citySlug == own.line.citySlug)
                    }
                }
            ).html, table: totals(all)
        ).html(t)
    }

    private func name(_ line: InventoryListLine) -> String {
        t("{city}, {year}", ["city": line.cityName, "year": "\(line.year)"])
    }

    private func totals(_ all: [ComparedInventory]) -> DataTable {
        DataTable(
            caption: t("Totals"),
            columns: [
                DataTable.Column(t("Inventory")), DataTable.Column(t("People"), number: true),
                DataTable.Column("t CO₂e", number: true), DataTable.Column(t("t CO₂e per head"), number: true),
            ],
            rows: all.map { item in
                [
                    .link(name(item.line), path(item.line.path)), words.people(item.line.people),
                    words.tonnes(item.line.total), words.perHead(item.line),
                ]
            })
    }

    private func sectors(_ all: [ComparedInventory]) -> DataTable {
        DataTable(
            caption: t("By sector, t CO₂e per head"),
            columns: [DataTable.Column(t("Sector"))] + all.map { DataTable.Column(name($0.line), number: true) },
            rows: ContractSector.allCases.map { sector in
                [.text(t(sector.title))] + all.map { words.tonnesPerHead($0.perHead($0.total(of: sector))) }
            })
    }

    private func scopes(_ all: [ComparedInventory]) -> DataTable {
        DataTable(
            caption: t("Scopes side by side, t CO₂e per head"),
            columns: [DataTable.Column(t("Scope"))] + all.map { DataTable.Column(name($0.line), number: true) },
            rows: Scope.allCases.map { scope in
                [.text(t("Scope {number}", ["number": "\(scope.rawValue)"]) + ": " + t(scope.meaning))]
                    + all.map { words.tonnesPerHead($0.perHead($0.total(of: scope))) }
            })
    }

    // MARK: Counted differently

    private func unlike(_ comparison: InventoryComparison) -> HTML {
        section(.id("unlike")) {
            h2 { t("Counted differently") }
            p { t("In the order of their names: these figures cannot be ranked with those above or with each other.") }
            DataTable(
                caption: t("Inventories counted differently"),
                columns: [
                    DataTable.Column(t("Inventory")), DataTable.Column(t("People"), number: true),
                    DataTable.Column(t("t CO₂e per head"), number: true), DataTable.Column(t("What differs")),
                ],
                rows: comparison.unlike.map { item in
                    [
                        .link(name(item.inventory.line), path(item.inventory.line.path)),
                        words.people(item.inventory.line.people), words.perHead(item.inventory.line),
                        .text(item.differences.map(words.text).joined(separator: "; ")),
                    ]
                }, captionHidden: true
            ).html
        }
    }
}
