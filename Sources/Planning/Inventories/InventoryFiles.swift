import Inventory
import Spreadsheets

/// Tables of inventories as files; the same in every language.
enum InventoryFiles {
    static func list(_ lines: [InventoryListLine]) -> [UInt8] {
        var file = CSVWriter(header: [
            "city", "city_slug", "year", "total_t_co2e", "population_people", "publication", "published_at",
            "carried_over_as_published",
        ])
        for line in lines {
            file.row([
                line.cityName, line.citySlug, "\(line.year)", "\(line.total)", line.population.map { "\($0)" },
                "\(line.number)", line.publishedAt.description, "\(line.isAsPublished)",
            ])
        }
        return file.bytes
    }
}

/// The list of published inventories as data.
struct InventoryListData: Encodable {
    struct Line: Encodable {
        let city: String
        let year: Int
        let total_t_co2e: Double
        let population_people: Int?
        let publication: Int
        let address: String
    }

    let inventories: [Line]

    init(_ lines: [InventoryListLine], publicURL: String) {
        inventories = lines.map { line in
            Line(
                city: line.cityName, year: line.year, total_t_co2e: line.total, population_people: line.population,
                publication: line.number, address: "\(publicURL)/api/v1\(line.path)")
        }
    }
}
