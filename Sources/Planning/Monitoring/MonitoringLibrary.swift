import Contract
import Spreadsheets
import Web

/// An indicator that many cities use, as `Data/indicators/indicators.csv` describes it.
struct LibraryIndicator: Sendable {
    let id: String
    let unit: String
    let direction: String
    let interval: String
    let observes: String
    let source: String
    private let names: (en: String, ro: String)
    private let definitions: (en: String, ro: String)

    init(_ record: CSVRecord) throws {
        id = try record("id")
        unit = try record("unit")
        direction = try record("direction")
        interval = try record("interval")
        observes = try record("observes")
        source = try record("source")
        names = (try record("name_en"), try record("name_ro"))
        definitions = (try record("definition_en"), try record("definition_ro"))
    }

    func name(_ language: Language) -> String { language == .ro ? names.ro : names.en }
    func definition(_ language: Language) -> String { language == .ro ? definitions.ro : definitions.en }
    func hint(_ language: Language) -> String { "\(unit) · \(definition(language))" }

    static func all(_ kit: Kit) throws -> [LibraryIndicator] {
        try CSVReader.records(file: "\(kit.settings.resources)/Data/indicators/indicators.csv").map(
            LibraryIndicator.init)
    }

    /// Adds indicators to the tables B-3.1 and B-3.2, each with the next free number; those that are there stay.
    static func add(
        _ chosen: [LibraryIndicator], to rows: inout ContractTable, _ sheets: inout ContractTable, _ language: Language,
        _ t: Texts
    ) {
        for item in chosen where rows.row(item.id) == nil {
            let taken = Set(rows.rows.map { $0.text("number") } + sheets.rows.map { $0.text("number") })
            var count = rows.rows.count + 1
            while taken.contains("I-\(count)") { count += 1 }
            let shared: [String: ContractCell] = [
                "number": ContractCell(.text("I-\(count)")), "name": ContractCell(.text(item.name(language))),
                "unit": ContractCell(.text(item.unit)),
            ]
            rows.rows.append(
                ContractRow(item.id, shared.merging(["direction": ContractCell(.text(item.direction))]) { $1 }))
            sheets.rows.append(
                ContractRow(
                    free(item.id, in: sheets),
                    shared.merging([
                        "definition": ContractCell(.text(item.definition(language))),
                        "interval": ContractCell(
                            .text(CollectionInterval(rawValue: item.interval).map { t($0.title) } ?? "")),
                    ]) { $1 }))
        }
    }

    private static func free(_ id: String, in table: ContractTable) -> String {
        var (found, count) = (id, 1)
        while table.row(found) != nil {
            count += 1
            found = "\(id)-\(count)"
        }
        return found
    }
}
