import Cities
import Inventory
import InventoryImports
import Spreadsheets
import Web

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

extension InventoryFiles {
    /// The kinds of file in which an inventory can be had.
    enum Format: String, CaseIterable { case csv, json, xlsx }

    /// An inventory as a file; each kind comes back through the import to the same totals.
    static func reply(_ inventory: CityInventory, _ format: Format, form: String, name: String) throws -> Reply {
        guard let form = ReportForm(rawValue: form.isEmpty ? ReportForm.contract.rawValue : form) else {
            throw PageError.notFound
        }
        switch format {
        case .csv:
            return .download(
                try InventoryContent.bytes(inventory), mediaType: CityFiles.mediaType, fileName: "\(name).csv")
        case .json:
            return .download(
                json(inventory, form), mediaType: "application/json", fileName: "\(name).json")
        case .xlsx:
            return .download(
                try InventoryWorkbook.bytes(InventoryReport(inventory), form), mediaType: FileType.xlsx.mediaType,
                fileName: "\(name)-\(form.rawValue).xlsx")
        }
    }

    /// The report in a form, with every line of the inventory beside it.
    private static func json(_ inventory: CityInventory, _ form: ReportForm) -> [UInt8] {
        let table = JSONTable.value(inventory)
        guard case .object(var object) = InventoryReport(inventory).json(form) else { return [] }
        object["table"] = table
        return Array(JSONValue.object(object).json().utf8)
    }

    /// Links to the files of an inventory below an address.
    static func links(_ address: String, _ t: Texts) -> [(title: String, path: String)] {
        [
            (t("The inventory as a table (CSV)"), "\(address)/inventory.csv"),
            (t("The inventory with all its lines (JSON)"), "\(address)/inventory.json"),
            (t("In the contract's tables A-1 (XLSX)"), "\(address)/inventory.xlsx?form=ccc"),
            (t("In the GPC's form, BASIC and BASIC+ (XLSX)"), "\(address)/inventory.xlsx?form=gpc"),
            (t("In the Common Reporting Framework (XLSX)"), "\(address)/inventory.xlsx?form=crf"),
        ]
    }
}
