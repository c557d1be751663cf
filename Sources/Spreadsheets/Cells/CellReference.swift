/// Names of cells such as `B12`, and of ranges such as `A1:C3`.
enum CellReference {
    /// Most rows and columns that any spreadsheet program has.
    static let lastRow = 1_048_576
    static let lastColumn = 16_383

    /// The letters of a column counted from 0: A, B, …, Z, AA.
    static func letters(_ column: Int) -> String {
        var letters: [Character] = []
        var rest = max(0, column)
        while true {
            letters.append(Character(Unicode.Scalar(UInt8(0x41 + rest % 26))))
            if rest < 26 { break }
            rest = rest / 26 - 1
        }
        return String(letters.reversed())
    }

    /// Column (from 0) and row (from 1) of a name; nil when it is none.
    static func parse(_ name: some StringProtocol) -> (column: Int, row: Int)? {
        var column = 0
        var row = 0
        var sawDigit = false
        for byte in name.utf8 where byte != 0x24 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                guard !sawDigit else { return nil }
                column = column * 26 + Int(byte & 0x1F)
                guard column <= lastColumn + 1 else { return nil }
            case 0x30...0x39:
                sawDigit = true
                row = row * 10 + Int(byte - 0x30)
                guard row <= lastRow else { return nil }
            default: return nil
            }
        }
        guard column > 0, row > 0 else { return nil }
        return (column - 1, row)
    }

    /// A range such as `A1:C3`; nil when it is none or has one cell.
    static func range(_ name: String) -> CellRange? {
        let ends = name.split(separator: ":", omittingEmptySubsequences: false).map { parse($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first != last else { return nil }
        guard first.column <= last.column, first.row <= last.row else { return nil }
        return CellRange(rows: first.row...last.row, columns: first.column...last.column)
    }
}
