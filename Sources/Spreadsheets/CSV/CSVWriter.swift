/// Writes RFC 4180 tables that are safe to open in a spreadsheet program.
public struct CSVWriter: Sendable {
    /// What becomes of texts that a spreadsheet program would run as a formula.
    public enum Mode: Sendable, Hashable {
        /// They get an apostrophe in front.
        case safe
        /// They and all texts that begin with an apostrophe get one in front, empty texts get quotation marks:
        /// `CSVReader` in its lossless mode takes all this back and gives the same cells.
        case lossless
    }

    /// What the table holds so far, as UTF-8, less what was taken.
    public private(set) var bytes: [UInt8] = []
    private let columns: Int
    private let mode: Mode

    /// - Parameter header: column names of our own, in the order of the cells.
    public init(header: [String], mode: Mode = .safe) {
        columns = header.count
        self.mode = mode
        write(header.map { Optional($0) })
    }

    /// Adds one row; nil is an empty cell. Missing cells at the end are filled, surplus ones dropped.
    public mutating func row(_ cells: [String?]) {
        let missing = max(0, columns - cells.count)
        write(Array(cells.prefix(columns)) + [String?](repeating: nil, count: missing))
    }

    /// What was written since this was called last, for tables that are sent while they are made.
    public mutating func taken() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func write(_ cells: [String?]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            if let cell { Self.append(cell, mode, to: &bytes) }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// One cell as it is written: what a spreadsheet would run as a formula gets an apostrophe in front.
    public static func cell(_ text: String, mode: Mode = .safe) -> String {
        var bytes: [UInt8] = []
        append(text, mode, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ text: String, _ mode: Mode, to bytes: inout [UInt8]) {
        // Judged byte by byte: a quotation mark with an accent on it would be another Character, but ends a cell.
        let isMark = text.unicodeScalars.first == "\u{feff}"
        let needsQuotes =
            isMark || mode == .lossless && text.isEmpty
            || text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
        if needsQuotes { bytes.append(0x22) }
        if isFormula(text) || mode == .lossless && text.utf8.first == 0x27 { bytes.append(0x27) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(0x22) }
    }

    /// A plain number such as `-12.5` is data; anything else that begins like a formula is not.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return false
        }
        let isNumber =
            first == "-" && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
            && Double(text) != nil
        return !isNumber
    }
}
