/// Reads the rows of one worksheet and hands each on as soon as it is complete.
final class SheetPart: PartReader {
    /// What all sheets of a workbook share.
    struct Surroundings {
        let texts: [String]
        let styles: StylesPart
        let countsFrom1904: Bool
        let limits: ReadingLimits
        let budget: TextBudget
    }

    private(set) var merges: [CellRange] = []
    private(set) var problems: ProblemList
    private(set) var cellCount = 0

    private let name: String
    private let surroundings: Surroundings
    private let cellsLeft: Int
    private let emit: (Row) throws(SpreadsheetProblem) -> Void

    private var rowCount = 0
    private var lastRow = 0
    private var row: Row?
    private var cell: OpenCell?
    private var field = Field.none
    private var phonetic = 0
    private static let mergeLimit = 100_000

    /// The element whose text is being collected.
    private enum Field { case none, value, inline, formula }

    init(
        name: String, surroundings: Surroundings, cellsLeft: Int,
        emit: @escaping (Row) throws(SpreadsheetProblem) -> Void
    ) {
        self.name = name
        self.surroundings = surroundings
        self.cellsLeft = cellsLeft
        self.emit = emit
        problems = ProblemList(limit: surroundings.limits.problems)
    }

    func start(_ name: Substring, _ attributes: [String: String]) throws(SpreadsheetProblem) {
        switch name {
        case "row": try startRow(attributes)
        case "c": try startCell(attributes)
        case "v": field = .value
        case "t": field = phonetic == 0 ? .inline : .none
        case "f":
            field = .formula
            cell?.isFormula = true
        case "rPh": phonetic += 1
        case "mergeCell":
            guard merges.count < Self.mergeLimit else { throw problem(.tooManyParts(limit: Self.mergeLimit)) }
            if let range = attributes["ref"].flatMap({ CellReference.range($0) }) { merges.append(range) }
        default: break
        }
    }

    func text(_ text: String) throws(SpreadsheetProblem) {
        guard cell != nil, field == .value || field == .inline else { return }
        cell?.text += text
        try surroundings.budget.check(cell: cell?.text ?? "", at: place)
    }

    func end(_ name: Substring) throws(SpreadsheetProblem) {
        switch name {
        case "v", "t", "f": field = .none
        case "rPh": phonetic -= 1
        case "c": try endCell()
        case "row": try endRow()
        default: break
        }
    }

    private func startRow(_ attributes: [String: String]) throws(SpreadsheetProblem) {
        let number = attributes["r"].flatMap { Int($0) } ?? lastRow + 1
        guard number <= CellReference.lastRow else { throw problem(.tooManyRows(limit: CellReference.lastRow)) }
        cell = nil
        guard number > lastRow else {
            problems.add(.rowOutOfOrder, at: Place(sheet: name, row: number))
            row = nil
            return
        }
        lastRow = number
        row = Row(number: number, cells: [])
    }

    private func startCell(_ attributes: [String: String]) throws(SpreadsheetProblem) {
        guard let row else { return }
        let column = attributes["r"].flatMap { CellReference.parse($0)?.column } ?? row.cells.count
        guard column < surroundings.limits.columns else {
            throw problem(.tooManyColumns(limit: surroundings.limits.columns))
        }
        cell = OpenCell(column: column, style: attributes["s"].flatMap { Int($0) } ?? 0, type: attributes["t"] ?? "n")
        field = .none
        phonetic = 0
    }

    private func endCell() throws(SpreadsheetProblem) {
        guard let open = cell else { return }
        let value = try value(of: open)
        if value != .empty {
            let missing = open.column + 1 - (row?.cells.count ?? 0)
            if missing > 0 {
                cellCount += missing
                guard cellCount <= cellsLeft else { throw problem(.tooManyCells(limit: surroundings.limits.cells)) }
                row?.cells.append(contentsOf: repeatElement(.empty, count: missing))
            }
            row?.cells[open.column] = Cell(value, isFormula: open.isFormula)
        } else if open.isFormula {
            problems.add(.formulaWithoutValue, at: place)
        }
        cell = nil
    }

    private func endRow() throws(SpreadsheetProblem) {
        guard let done = row else { return }
        row = nil
        guard !done.cells.isEmpty else { return }
        rowCount += 1
        guard rowCount <= surroundings.limits.rows else { throw problem(.tooManyRows(limit: surroundings.limits.rows)) }
        try emit(done)
    }

    private func value(of open: OpenCell) throws(SpreadsheetProblem) -> Cell.Value {
        let text = open.text
        if text.isEmpty { return .empty }
        switch open.type {
        case "s":
            guard let index = Int(text), surroundings.texts.indices.contains(index) else { return unreadable(text) }
            let shared = surroundings.texts[index]
            return shared.isEmpty ? .empty : .text(shared)
        case "str", "inlineStr":
            try surroundings.budget.spend(text)
            return .text(EscapedText.decoded(text))
        case "b":
            guard let flag = ["1": true, "0": false, "true": true, "false": false][text] else {
                return unreadable(text)
            }
            return .boolean(flag)
        case "e": return .error(String(text.prefix(40)))
        case "d": return CellDate(iso: text).map { .date($0) } ?? unreadable(text)
        default: return number(text, style: open.style)
        }
    }

    private func number(_ text: String, style: Int) -> Cell.Value {
        let digits = text.utf8.count <= 40 ? text : ""
        guard let value = Double(digits), value.isFinite else { return unreadable(text) }
        switch surroundings.styles.kind(style) {
        case .plain: return .number(.init(value, written: text))
        case .percent: return .number(.init(value, written: text, isPercent: true))
        case .date:
            let date = CellDate(serial: value, from1904: surroundings.countsFrom1904)
            return date.map { .date($0) } ?? .number(.init(value, written: text))
        }
    }

    private func unreadable(_ text: String) -> Cell.Value {
        problems.add(.unreadableCell(text), at: place)
        return .empty
    }

    private var place: Place { Place(sheet: name, row: row?.number, column: cell?.column) }

    private func problem(_ fault: Fault) -> SpreadsheetProblem { SpreadsheetProblem(fault, at: place) }
}

/// A cell whose end has not been seen yet.
private struct OpenCell {
    let column: Int
    let style: Int
    let type: String
    var isFormula = false
    var text = ""
}
