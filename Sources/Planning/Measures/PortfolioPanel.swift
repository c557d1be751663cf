import Cities
import Storage
import Web

/// The way from a city's own page to the portfolio that it published.
enum PortfolioPanel {
    static let panel = CityPanel(statement: { PortfolioPublication.newest(of: $0) }, part: part)

    @Sendable private static func part(_ rows: [Row], _ cityPath: String) throws -> CityPanel.Part? {
        guard let row = rows.first else { return nil }
        let publication = try PortfolioPublication(row: row)
        return { visit in
            let t = visit.t
            return section(.id("measures")) {
                h2 { t("Measures") }
                p { t("Source: {source}", ["source": publication.source]) }
                p { a(.href(visit.path("\(cityPath)/measures"))) { t("The published measures against the gap") } }
            }
        }
    }
}
