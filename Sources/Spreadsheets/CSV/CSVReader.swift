/// Reads the rows of a CSV text one by one; what can be read is read, and the rest is listed as problems.
public struct CSVReader: Sendable {
    /// How to read; what is nil is found out from the text.
    public struct Options: Sendable, Hashable {
        /// The way of writing text as bytes.
        public var encoding: TextEncoding?
        /// The character between two cells.
        public var separator: CSVSeparator?
        /// Takes back what `CSVWriter` in its lossless mode adds: apostrophes, empty texts and empty rows.
        public var isLossless = false
        /// Number of cells that each row must have; nil for the number that most of the first rows have.
        public var width: Int?
        /// How much a text may ask of the machine.
        public var limits = ReadingLimits.standard

        /// Finds out everything from the text.
        public init(
            encoding: TextEncoding? = nil, separator: CSVSeparator? = nil, isLossless: Bool = false, width: Int? = nil,
            limits: ReadingLimits = .standard
        ) {
            self.encoding = encoding
            self.separator = separator
            self.isLossless = isLossless
            self.width = width
            self.limits = limits
        }
    }

    /// The encoding that was given or found.
    public let encoding: TextEncoding
    /// The separator that was given or found.
    public let separator: CSVSeparator
    /// What was noticed in the rows read so far.
    public private(set) var problems: ProblemList

    private let options: Options
    private let text: [UInt8]
    private let width: Int
    private var scanner: CSVScanner
    private var rows = 0
    private var cells = 0

    /// Decodes the text and finds its separator; throws when it is too large.
    public init(_ bytes: [UInt8], options: Options = Options()) throws(SpreadsheetProblem) {
        guard bytes.count <= options.limits.fileBytes else {
            throw SpreadsheetProblem(.fileTooLarge(bytes: options.limits.fileBytes))
        }
        // What our writer wrote is not guessed.
        let decoded = DecodedText(bytes, as: options.encoding ?? (options.isLossless ? .utf8 : nil))
        var problems = ProblemList(limit: options.limits.problems)
        for line in decoded.wrongLines { problems.add(.wrongBytes(decoded.encoding), at: Place(row: line)) }
        let told = options.isLossless ? nil : Self.directive(decoded.bytes)
        let start = told?.length ?? 0
        let choice = SeparatorChoice(
            decoded.bytes, from: start, given: options.separator ?? (options.isLossless ? .comma : told?.separator))
        text = decoded.bytes
        encoding = decoded.encoding
        separator = choice.separator
        width = options.width ?? choice.width
        self.problems = problems
        self.options = options
        scanner = CSVScanner(
            separator: choice.separator.rawValue, start: start, limits: options.limits,
            keepsEmpty: options.isLossless)
    }

    /// The next row, or nil at the end; throws when a limit is passed.
    public mutating func next() throws(SpreadsheetProblem) -> Row? {
        guard var row = try scanner.row(of: text, noting: &problems) else { return nil }
        rows += 1
        cells += row.cells.count
        let limits = options.limits
        guard rows <= limits.rows else { throw SpreadsheetProblem(.tooManyRows(limit: limits.rows)) }
        guard cells <= limits.cells else { throw SpreadsheetProblem(.tooManyCells(limit: limits.cells)) }
        checkWidth(row)
        if options.isLossless { row.cells = row.cells.map(Self.withoutApostrophe) }
        return row
    }

    /// The share of the text that has been read, from 0 to 1.
    public var progress: Double { text.isEmpty ? 1 : Double(scanner.position) / Double(text.count) }

    /// All rows of a text as a workbook with one sheet.
    public static func workbook(
        _ bytes: [UInt8], options: Options = Options()
    ) throws(SpreadsheetProblem) -> Workbook {
        var reader = try CSVReader(bytes, options: options)
        var rows: [Row] = []
        while let row = try reader.next() { rows.append(row) }
        return Workbook(
            sheets: [Sheet(name: "", rows: rows)], problems: reader.problems,
            format: .csv(reader.encoding, separator: reader.separator))
    }

    /// Spreadsheet programs leave separators behind at the end of short lines; only cells that hold something count.
    private mutating func checkWidth(_ row: Row) {
        let found = row.cells.count
        guard found != width else { return }
        if options.width == nil, found > width, row.cells[width...].allSatisfy(\.isBlank) { return }
        problems.add(.wrongWidth(found: found, expected: width), at: Place(row: row.number))
    }

    private static func withoutApostrophe(_ cell: Cell) -> Cell {
        guard case .text(let text) = cell.value, text.utf8.first == 0x27 else { return cell }
        return Cell(.text(String(text.unicodeScalars.dropFirst())))
    }

    /// The line `sep=;` with which some programs begin, as a directive and no row.
    private static func directive(_ text: [UInt8]) -> (separator: CSVSeparator, length: Int)? {
        let key = Array("sep=".utf8)
        guard text.count > 5, text.starts(with: key), let separator = CSVSeparator(rawValue: text[4]),
            text[5] == 0x0A || text[5] == 0x0D
        else { return nil }
        return (separator, 5)
    }
}
