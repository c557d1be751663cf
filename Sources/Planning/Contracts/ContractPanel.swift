import Cities
import Storage
import Web

/// The way from a city's own page to the contract that it published.
enum ContractPanel {
    static let panel = CityPanel(statement: { ContractPublication.newest(of: $0) }, part: part)

    @Sendable private static func part(_ rows: [Row], _ cityPath: String) throws -> CityPanel.Part? {
        guard let row = rows.first else { return nil }
        let publication = try ContractPublication(row: row)
        return { visit in
            let t = visit.t
            return section(.id("contract")) {
                h2 { t("Climate City Contract") }
                if !publication.source.isEmpty { p { t("Source: {source}", ["source": publication.source]) } }
                p { a(.href(visit.path("\(cityPath)/contract"))) { t("The published contract") } }
            }
        }
    }
}
