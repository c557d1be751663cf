import Finance
import Foundation
import Pathways
import Spreadsheets

/// A plan's measures and funding lines as two tables: what is exported is read again to the same measures.
public enum PortfolioTables {
    /// The tables by name: `measures` and `funding`.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case measures, funding
    }

    /// What was read, and what could not be: nothing is lost in silence.
    public struct Reading: Sendable {
        /// Measures with their funding, in the order of the lines.
        public let measures: [CityMeasure]
        /// Each with its place, such as `measures, line 3, start`.
        public let problems: [PlanProblem]
        /// Ids of the measures of which a line, or a line that funds them, could not be read whole.
        public let faulty: Set<String>
    }

    /// One of the tables, as a sheet to be written.
    public static func sheet(_ name: Name, of measures: [CityMeasure]) -> OutputSheet {
        switch name {
        case .measures:
            sheet(name, MeasureLine.columns, measures.map(MeasureLine.init))
        case .funding:
            sheet(
                name, FundingRow.columns,
                measures.flatMap { measure in measure.funding.map { FundingRow(measure.id, $0) } })
        }
    }

    /// A workbook with both tables; the same measures give the same bytes.
    public static func workbook(_ measures: [CityMeasure]) throws(SpreadsheetProblem) -> [UInt8] {
        try XLSXWriter.bytes(Name.allCases.map { sheet($0, of: measures) })
    }

    /// One of the tables as CSV, safe to open in a spreadsheet program and read again without loss.
    public static func csv(_ name: Name, of measures: [CityMeasure]) -> [UInt8] {
        let sheet = sheet(name, of: measures)
        var writer = CSVWriter(header: sheet.columns.map(\.title), mode: .lossless)
        for row in sheet.rows { writer.row(row.map { $0 == .empty ? nil : Cell($0).text }) }
        return writer.bytes
    }

    /// The sheets of a file: a workbook, or a CSV of this target or of anybody.
    public static func sheets(_ bytes: [UInt8]) throws(SpreadsheetProblem) -> [Sheet] {
        for name in Name.allCases {
            let header = sheet(name, of: []).columns.map(\.title).joined(separator: ",")
            guard bytes.starts(with: Array(header.utf8)) else { continue }
            return try CSVReader.workbook(bytes, options: .init(isLossless: true)).sheets
        }
        return try Workbook.read(bytes).sheets
    }

    /// Reads the tables wherever they stand: each is known by its columns.
    public static func read(_ sheets: [Sheet]) -> Reading {
        var reader = TableReader()
        var lines: [(place: String, value: MeasureLine)] = []
        var rows: [(place: String, value: FundingRow)] = []
        var hasMeasures = false
        for sheet in sheets {
            guard let header = sheet.rows.first?.cells.map(\.text) else { continue }
            if header.contains("measure"), header.contains("cents") {
                rows += reader.rows(sheet, .funding, FundingRow.columns, FundingRow.required, FundingRow.init)
            } else if header.contains("id"), header.contains("field") {
                hasMeasures = true
                lines += reader.rows(sheet, .measures, MeasureLine.columns, MeasureLine.required, MeasureLine.init)
            }
        }
        if !hasMeasures { reader.add("no-table", "", "There is no table with the columns “id” and “field”.") }
        let measures = joined(lines, rows, &reader)
        let places = reader.places
        let faulty =
            lines.filter { places.contains($0.place) }.map(\.value.measure.id)
            + rows.filter { places.contains($0.place) }.map(\.value.measure)
        return Reading(measures: measures, problems: reader.problems, faulty: Set(faulty))
    }

    private static func joined(
        _ lines: [(place: String, value: MeasureLine)], _ rows: [(place: String, value: FundingRow)],
        _ reader: inout TableReader
    ) -> [CityMeasure] {
        var measures: [CityMeasure] = []
        for (place, line) in lines {
            reader.together(line, place)
            measures.append(line.read)
        }
        for (place, row) in rows {
            if let index = measures.firstIndex(where: { $0.id == row.measure }) {
                measures[index].funding.append(row.read)
            } else {
                reader.add(
                    "unknown-measure", "\(place), measure", "There is no measure “{id}” in the table of measures.",
                    ["id": row.measure])
            }
        }
        return measures
    }

    private static func sheet<Row>(_ name: Name, _ columns: [TableColumn<Row>], _ rows: [Row]) -> OutputSheet {
        OutputSheet(
            name: name.rawValue, columns: columns.map { OutputColumn($0.title) },
            rows: rows.map { row in columns.map { $0.write(row) } })
    }
}

/// Reads lines of tables and keeps what could not be read.
struct TableReader {
    private(set) var problems: [PlanProblem] = []

    mutating func add(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:]) {
        problems.append(PlanProblem(check, place, message, values))
    }

    /// The lines that have a problem, without the column.
    var places: Set<String> {
        Set(problems.map { $0.place.components(separatedBy: ", ").prefix(2).joined(separator: ", ") })
    }

    mutating func rows<Row>(
        _ sheet: Sheet, _ name: PortfolioTables.Name, _ columns: [TableColumn<Row>], _ required: Set<String>,
        _ make: () -> Row
    ) -> [(place: String, value: Row)] {
        guard let header = sheet.rows.first else { return [] }
        let titles = header.cells.map(\.text)
        let known = Set(columns.map(\.title))
        for (index, title) in titles.enumerated() where !title.isEmpty {
            if !known.contains(title) {
                add(
                    "unknown-column", "\(name.rawValue), line \(header.number)", "There is no column “{name}”.",
                    ["name": title])
            } else if titles[..<index].contains(title) {
                add(
                    "column-twice", "\(name.rawValue), line \(header.number)", "The column “{name}” stands here twice.",
                    ["name": title])
            }
        }
        return sheet.rows.dropFirst().filter { !$0.isBlank }.map { cells in
            let place = "\(name.rawValue), line \(cells.number)"
            var row = make()
            for column in columns {
                let text = titles.firstIndex(of: column.title).map { cells[$0].text } ?? ""
                if text.isEmpty {
                    if required.contains(column.title) {
                        add("missing", "\(place), \(column.title)", "This field is missing.")
                    }
                } else if !column.read(&row, text) {
                    add(
                        "cell", "\(place), \(column.title)", "The field does not take this value: “{value}”.",
                        ["value": String(text.prefix(60))])
                }
            }
            return (place: place, value: row)
        }
    }

    /// What is given in part only.
    mutating func together(_ line: MeasureLine, _ place: String) {
        let costs = [line.capitalCents, line.priceYear, line.lifetime]
        if costs.contains(nil), costs.contains(where: { $0 != nil }) || line.hasOtherCosts {
            add(
                "costs-in-part", "\(place), \(MeasureLine.costsTogether[costs.firstIndex(of: nil) ?? 0])",
                "Costs need capital_cents, price_year and lifetime_years.")
        }
        for (column, pair) in zip(
            MeasureLine.pairs,
            [
                (line.effectLower, line.effectUpper), (line.capitalLower, line.capitalUpper),
                (line.yearlyLower, line.yearlyUpper),
            ])
        where (pair.0 == nil) != (pair.1 == nil) {
            add("range", "\(place), \(pair.0 == nil ? column.0 : column.1)", "A range needs both ends.")
        }
    }
}

extension MeasureLine {
    /// Whether something is said about costs beside the three fields that they need.
    var hasOtherCosts: Bool {
        costs != Costs(capitalCents: costs.capitalCents, priceYear: costs.priceYear, lifetime: costs.lifetime)
            || capitalLower != nil || yearlyLower != nil
    }
}
