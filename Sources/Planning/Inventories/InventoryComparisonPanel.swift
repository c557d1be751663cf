import Cities
import Storage
import Web

/// A city's latest published inventories on its own page.
enum InventoryComparisonPanel {
    /// Older ones stand on the page of all of them.
    static let most = 3

    static let panel = CityPanel(statement: { InventoryListLine.latest(of: $0, most: most) }, part: part)

    @Sendable private static func part(_ rows: [Row], _ cityPath: String) throws -> CityPanel.Part? {
        let lines = try rows.map { try InventoryListLine(row: $0) }
        guard !lines.isEmpty else { return nil }
        return { visit in html(lines, cityPath, visit) }
    }

    private static func html(_ lines: [InventoryListLine], _ cityPath: String, _ visit: Visit) -> HTML {
        let t = visit.t
        let words = InventoryComparisonWords(visit)
        return section(.id("inventories")) {
            h2 { t("Greenhouse-gas inventories") }
            DataTable(
                caption: t("Published inventories"),
                columns: [
                    DataTable.Column(t("Year")), DataTable.Column("t CO₂e", number: true),
                    DataTable.Column(t("t CO₂e per head"), number: true),
                ],
                rows: lines.map { line in
                    [
                        .link("\(line.year)", visit.path(line.path)), words.tonnes(line.total),
                        words.perHead(line),
                    ]
                }, captionHidden: true
            ).html
            p { a(.href(visit.path("\(cityPath)/inventories"))) { t("All inventories, over the years") } }
        }
    }
}
