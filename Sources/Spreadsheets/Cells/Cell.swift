/// One cell of a sheet: its value, and whether a formula made it.
public struct Cell: Sendable, Hashable {
    /// What a cell can hold.
    public enum Value: Sendable, Hashable {
        case empty
        case text(String)
        case number(Number)
        case date(CellDate)
        case boolean(Bool)
        /// An error that the spreadsheet program shows, such as `#DIV/0!`.
        case error(String)
    }

    /// A number together with the characters that stand in the file.
    public struct Number: Sendable, Hashable {
        /// The number itself; twelve per cent is 0.12.
        public let value: Double
        /// The characters in the file, such as `1234.50`.
        public let written: String
        /// Whether the cell is shown in per cent.
        public let isPercent: Bool

        /// A number and, where it came from a file, how it was written there.
        public init(_ value: Double, written: String? = nil, isPercent: Bool = false) {
            self.value = value
            self.written = written ?? Cell.plain(value)
            self.isPercent = isPercent
        }
    }

    /// The value; for a formula the value that the spreadsheet program stored last.
    public let value: Value
    /// Whether a formula made the value.
    public let isFormula: Bool

    /// A cell with a value.
    public init(_ value: Value, isFormula: Bool = false) {
        self.value = value
        self.isFormula = isFormula
    }

    /// The cell that holds nothing.
    public static let empty = Cell(.empty)

    /// Whether the cell holds nothing, or only white space.
    public var isBlank: Bool {
        switch value {
        case .empty: true
        case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        default: false
        }
    }

    /// The value as plain text: a point before decimals, dates as 2021-12-31, `true` and `false`.
    public var text: String {
        switch value {
        case .empty: ""
        case .text(let text): text
        case .number(let number): number.written
        case .date(let date): date.description
        case .boolean(let flag): flag ? "true" : "false"
        case .error(let text): text
        }
    }

    /// Shortest digits that read back as the same number; whole numbers without a decimal point.
    static func plain(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return "\(value)"
    }
}
