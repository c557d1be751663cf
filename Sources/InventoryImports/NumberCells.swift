import Inventory
import Spreadsheets

/// The cells of a column below its heading, read as numbers.
struct NumberCells {
    enum Answer {
        case nothing
        case number(ReadNumber)
        case keys([NotationKey])
        case notAvailable
        case problem(template: String, arguments: [String: String])
    }

    let mark: NumberColumn.Decision
    private let cells: [Cell]
    private let readings: [NumberReading]

    init(_ rows: ArraySlice<Row>, column: Int, mark: DecimalMark?) {
        cells = rows.map { $0[column] }
        let read = NumberColumn(cells, mark: mark)
        readings = read.readings
        self.mark = read.decision
    }

    /// What the cell of a row holds, by the row's place below the heading.
    subscript(index: Int) -> Answer {
        let cell = cells[index]
        switch readings[index] {
        case .empty: return .nothing
        case .number(let number): return .number(number)
        case .notation(let marks): return .keys(marks.compactMap { NotationKey(rawValue: $0.rawValue) })
        case .missing(let text): return ["-", "–", "—", "--", "−"].contains(text) ? .nothing : .notAvailable
        case .ambiguous(let point, let comma):
            return .problem(
                template:
                    "{text} can be read as {point} or as {comma}, and nothing else in the column decides: say above how its numbers are written.",
                arguments: [
                    "text": NumberText.short(cell.text), "point": NumberText.write(point.value),
                    "comma": NumberText.write(comma.value),
                ])
        case .problem:
            return .problem(
                template: "{value} is not a number: write it as 1234.56.",
                arguments: ["value": NumberText.short(cell.text)])
        }
    }
}

extension Inventory.NumberText {
    /// What people wrote, cut to what a message can show.
    static func short(_ text: String) -> String { text.count > 60 ? "\(text.prefix(60))…" : text }
}
