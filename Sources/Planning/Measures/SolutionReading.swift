import Finance
import Foundation
import Spreadsheets

/// Reads the library's file and the sources that it names. A row with a hole in it stops the reading: figures that are
/// wrong would go into cities' plans.
enum SolutionReading {
    /// What is wrong with which line.
    struct Problem: Error, CustomStringConvertible {
        let file: String
        let line: Int
        let text: String
        var description: String { "\(file):\(line): \(text)" }
    }

    static let file = "measures/solutions.csv"

    /// - Parameter folder: the folder `Data`.
    static func read(_ folder: String) throws -> SolutionList {
        let sources = try table("sources.csv", in: folder)
        let rows = try table(file, in: folder)
        let known = try sources.rows.map { row in
            SolutionSource(
                key: try row.needed("key"), title: try row.needed("title"),
                address: row.optional("address"), note: row.text("note"))
        }
        let named = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
        return SolutionList(
            header: rows.header, solutions: try rows.rows.map { try Solution($0, sources: named) },
            elasticities: try table(TransportElasticity.file, in: folder).rows.map {
                try TransportElasticity($0, sources: named)
            })
    }

    static func table(
        _ name: String, in folder: String
    ) throws -> (header: [String], rows: [SolutionRow]) {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
            throw Problem(file: name, line: 1, text: "cannot be read")
        }
        let workbook: Workbook
        do {
            workbook = try CSVReader.workbook(Array(data), options: .init(encoding: .utf8, separator: .comma))
        } catch { throw Problem(file: name, line: 1, text: "\(error)") }
        let rows = workbook.sheets.first?.rows ?? []
        guard let header = rows.first?.cells.map(\.text) else {
            throw Problem(file: name, line: 1, text: "is empty")
        }
        return (
            header,
            rows.dropFirst().map { row in
                SolutionRow(file: name, line: row.number, header: header, cells: header.indices.map { row[$0].text })
            }
        )
    }
}

/// One line of a file by the names of its columns.
struct SolutionRow {
    let file: String
    let line: Int
    let header: [String]
    let cells: [String]

    func text(_ column: String) -> String { header.firstIndex(of: column).map { cells[$0] } ?? "" }

    func optional(_ column: String) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    func needed(_ column: String) throws -> String {
        guard let text = optional(column) else { throw problem("no \(column)") }
        return text
    }

    func number(_ column: String) throws -> Double? {
        guard let text = optional(column) else { return nil }
        guard let number = Double(text), number.isFinite, number >= 0 else {
            throw problem("\(column) “\(text)” is not a number")
        }
        return number
    }

    func neededNumber(_ column: String) throws -> Double {
        guard let number = try number(column) else { throw problem("no \(column)") }
        return number
    }

    func whole(_ column: String) throws -> Int? {
        guard let text = optional(column) else { return nil }
        guard let number = Int(text) else { throw problem("\(column) “\(text)” is not a whole number") }
        return number
    }

    func neededWhole(_ column: String) throws -> Int {
        guard let number = try whole(column) else { throw problem("no \(column)") }
        return number
    }

    func words(_ column: String) -> [String] { text(column).split(separator: ";").map(String.init) }

    func both(_ column: String) -> SolutionText {
        SolutionText(english: text("\(column)_en"), romanian: text("\(column)_ro"))
    }

    func problem(_ text: String) -> SolutionReading.Problem {
        SolutionReading.Problem(file: file, line: line, text: text)
    }
}

extension Solution {
    init(_ row: SolutionRow, sources: [String: SolutionSource]) throws {
        id = try row.needed("id")
        guard let field = FieldOfAction(rawValue: row.text("field")) else {
            throw row.problem("there is no field “\(row.text("field"))”")
        }
        self.field = field
        (part, name, unit) = (row.both("part"), row.both("name"), row.both("unit"))
        cost = try Self.cost(row, sources)
        guard let lifetime = try row.whole("lifetime_years") else { throw row.problem("no lifetime_years") }
        self.lifetime = lifetime
        running = try row.neededNumber("running_percent") / 100
        saving = Saving(
            megawattHours: try row.number("saving_mwh"), basis: row.both("basis"),
            origin: try Self.origin("saving", row, sources))
        driver = row.both("driver")
        effect = try Self.effect(row)
        lines = row.words("gpc_lines")
        coBenefits = row.words("co_benefits")
        drawbacks = row.words("drawbacks")
        remark = row.both("remark")
        cells = row.cells
    }

    private static func cost(_ row: SolutionRow, _ sources: [String: SolutionSource]) throws -> Cost? {
        guard let value = try row.number("capex_eur") else { return nil }
        guard let origin = try origin("capex", row, sources) else { throw row.problem("a cost without a source") }
        return Cost(
            value: value, low: try row.neededNumber("capex_low_eur"), high: try row.neededNumber("capex_high_eur"),
            fixed: try row.number("capex_fixed_eur") ?? 0, priceYear: try row.whole("price_year"), origin: origin)
    }

    private static func origin(
        _ figure: String, _ row: SolutionRow, _ sources: [String: SolutionSource]
    ) throws -> Origin? {
        guard let word = row.optional("\(figure)_confidence") else { return nil }
        guard let confidence = Confidence(rawValue: word) else {
            throw row.problem("there is no confidence “\(word)”")
        }
        let named = try row.words("\(figure)_sources").map { key in
            guard let source = sources[key] else { throw row.problem("there is no source “\(key)”") }
            return source
        }
        return Origin(confidence: confidence, sources: named, note: row.text("\(figure)_note"))
    }

    private static func effect(_ row: SolutionRow) throws -> Effect {
        switch row.text("effect") {
        case "saving": .saving(try row.neededNumber("saving_mwh"))
        case "switch":
            .switching(
                replaced: try row.neededNumber("replaced_mwh"),
                electricity: try row.neededNumber("added_electricity_mwh"))
        case "generation": .generation(try row.neededNumber("generated_mwh"))
        case "removal":
            .removal(
                try row.neededNumber("removed_t_co2"), low: try row.neededNumber("removed_low_t_co2"),
                high: try row.neededNumber("removed_high_t_co2"))
        case "diversion": .diversion(try row.neededNumber("diverted_t"))
        case "none": .none
        default: throw row.problem("there is no effect “\(row.text("effect"))”")
        }
    }
}
