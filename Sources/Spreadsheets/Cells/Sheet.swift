/// One row with its number as people see it.
public struct Row: Sendable, Hashable {
    /// Row number of a worksheet, or line of a text file, counted from 1.
    public let number: Int
    /// The cells from column A on; empty cells at the end may be left away.
    public var cells: [Cell]

    /// A row with its number.
    public init(number: Int, cells: [Cell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell of a column counted from 0; empty where the row has ended.
    public subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : .empty }

    /// Whether no cell holds anything.
    public var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    /// Puts a value into the empty cells of some columns.
    mutating func fill(_ columns: ClosedRange<Int>, with value: Cell, left: inout Int) {
        for column in columns where left > 0 {
            left -= 1
            while cells.count <= column { cells.append(.empty) }
            if cells[column] == .empty { cells[column] = value }
        }
    }
}

/// Cells that a spreadsheet program shows as one; the first one holds the value.
public struct CellRange: Sendable, Hashable {
    /// Row numbers, counted from 1.
    public let rows: ClosedRange<Int>
    /// Columns, counted from 0.
    public let columns: ClosedRange<Int>

    /// A range of rows (from 1) and columns (from 0).
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// A named table of cells.
public struct Sheet: Sendable, Hashable {
    /// Name on the tab; empty for a text file.
    public let name: String
    /// Rows that hold something, by rising number.
    public var rows: [Row]
    /// Cells shown as one.
    public let merges: [CellRange]
    /// Whether the spreadsheet program hides the sheet.
    public let isHidden: Bool

    /// A sheet with its rows.
    public init(name: String, rows: [Row], merges: [CellRange] = [], isHidden: Bool = false) {
        self.name = name
        self.rows = rows
        self.merges = merges
        self.isHidden = isHidden
    }

    /// The cell at a row number (from 1) and column (from 0).
    public func cell(row: Int, column: Int) -> Cell {
        rowIndex(atOrAfter: row).flatMap { rows[$0].number == row ? rows[$0][column] : nil } ?? .empty
    }

    /// The same sheet with the value of merged cells repeated in each of them, in rows that hold something.
    ///
    /// Stops after `limit` cells, because one merge can name more cells than a machine has memory for.
    public func fillingMerges(limit: Int = 1_000_000) -> Sheet {
        var copy = self
        var left = limit
        for merge in merges {
            let value = cell(row: merge.rows.lowerBound, column: merge.columns.lowerBound)
            guard !value.isBlank, var index = rowIndex(atOrAfter: merge.rows.lowerBound) else { continue }
            while index < copy.rows.count, merge.rows.contains(copy.rows[index].number), left > 0 {
                copy.rows[index].fill(merge.columns, with: value, left: &left)
                index += 1
            }
        }
        return copy
    }

    private func rowIndex(atOrAfter number: Int) -> Int? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count ? low : nil
    }
}
