/// Reference values as a table: `Data/factors` holds them so, and editors send and get them so.
public enum FactorTable {
    /// The names of the columns, in their order.
    public static let header = [
        "id", "subject", "property", "value", "lower", "upper", "unit", "region", "year", "methodology", "source",
        "status",
    ]

    /// The values of a table, with what could not be taken; a line with a problem is left out as a whole.
    public static func read(_ rows: [TableRow]) -> (factors: [Factor], problems: [TableProblem]) {
        guard let first = rows.first else {
            return ([], [TableProblem(line: 0, .lineLeftOut, "The table of factors is empty.")])
        }
        let names = first.cells.map { $0.trimmed.lowercased() }
        let missing = header.filter { !names.contains($0) }
        guard missing.isEmpty else {
            return (
                [],
                [
                    TableProblem(
                        line: first.number, .lineLeftOut, "The table of factors has no column {missing}.",
                        ["missing": missing.joined(separator: ", ")])
                ]
            )
        }
        var reader = Reader(places: Dictionary(zip(names, names.indices)) { first, _ in first })
        let factors = rows.dropFirst().compactMap { reader.read($0) }
        return (factors, reader.problems)
    }

    /// The table of some values, column names first.
    public static func write(_ factors: [Factor]) -> [[String]] {
        [header]
            + factors.map { factor in
                [
                    factor.id, factor.subject, factor.property, NumberText.write(factor.value),
                    factor.uncertainty.map { NumberText.write($0.lower) } ?? "",
                    factor.uncertainty.map { NumberText.write($0.upper) } ?? "", factor.unit, factor.region,
                    factor.year.map(String.init) ?? "", factor.methodology, factor.source, factor.status.rawValue,
                ]
            }
    }

    private struct Reader {
        let places: [String: Int]
        private(set) var problems: [TableProblem] = []
        private var seen: Set<String> = []

        init(places: [String: Int]) { self.places = places }

        mutating func read(_ row: TableRow) -> Factor? {
            guard row.cells.contains(where: { !$0.trimmed.isEmpty }) else { return nil }
            func text(_ column: String) -> String {
                guard let place = places[column], place < row.cells.count else { return "" }
                return row.cells[place].trimmed
            }
            for column in ["id", "subject", "property", "region", "source"] where text(column).isEmpty {
                return refuse(row, column, "The cell must not be empty.")
            }
            guard seen.insert(text("id")).inserted else {
                return refuse(row, "id", "There is a factor with the id {value} already.", text("id"))
            }
            guard let value = NumberText.read(text("value")) else {
                return refuse(row, "value", Self.number, text("value"))
            }
            var year: Int?
            if !text("year").isEmpty {
                year = Int(text("year"))
                guard year != nil else { return refuse(row, "year", "{value} is not a year.", text("year")) }
            }
            guard let status = FactorStatus(rawValue: text("status")) else {
                return refuse(row, "status", "{value} is not one of sourced, derived, unverified.", text("status"))
            }
            var range: Uncertainty?
            if !text("lower").isEmpty || !text("upper").isEmpty {
                guard let lower = NumberText.read(text("lower")) else {
                    return refuse(row, "lower", Self.number, text("lower"))
                }
                guard let upper = NumberText.read(text("upper")) else {
                    return refuse(row, "upper", Self.number, text("upper"))
                }
                guard lower <= value, value <= upper else {
                    return refuse(row, "lower", "The value {value} is not inside its range.", text("value"))
                }
                range = Uncertainty(lower: lower, upper: upper)
            }
            return Factor(
                id: text("id"), subject: text("subject"), property: text("property"), value: value, uncertainty: range,
                unit: text("unit"), region: text("region"), year: year, methodology: text("methodology"),
                source: text("source"), status: status)
        }

        private static let number = "{value} is not a number: write it as 1234.56."

        private mutating func refuse(_ row: TableRow, _ column: String, _ template: String, _ value: String = "")
            -> Factor?
        {
            problems.append(TableProblem(line: row.number, column: column, .lineLeftOut, template, ["value": value]))
            return nil
        }
    }
}
