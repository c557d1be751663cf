/// Reads the sheets of an XLSX workbook row by row.
public final class XLSXReader {
    /// What is known of a sheet before it is read.
    public struct SheetName: Sendable, Hashable {
        /// Name on the tab.
        public let name: String
        /// Whether the spreadsheet program hides the sheet.
        public let isHidden: Bool
        let path: String
    }

    /// What is known of a sheet only after all its rows were read.
    public struct Remainder: Sendable {
        /// Cells shown as one.
        public let merges: [CellRange]
        /// What was noticed in the rows.
        public let problems: ProblemList
    }

    /// The worksheets in the order of their tabs.
    public let sheets: [SheetName]
    private let archive: ZipArchive
    private let limits: ReadingLimits
    private let surroundings: SheetPart.Surroundings
    private var cells: [String: Int] = [:]

    /// Opens a workbook and reads its list of sheets, its texts and its number formats.
    public init(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(SpreadsheetProblem) {
        guard bytes.count <= limits.fileBytes else { throw SpreadsheetProblem(.fileTooLarge(bytes: limits.fileBytes)) }
        archive = try ZipArchive(bytes, limits: limits)
        self.limits = limits
        let main = try Self.mainPart(of: archive)
        let book = WorkbookPart(limit: limits.sheets)
        try PartParser.parse(main, of: archive, book)
        let parts = try Relationships.of(main, in: archive)
        var sheets: [SheetName] = []
        for sheet in book.sheets {
            guard let target = parts.targets[sheet.relationship] else {
                throw SpreadsheetProblem(.partMissing(sheet.name))
            }
            // Sheets that are one chart, and dialogues, have no cells.
            guard target.kind == "worksheet" else { continue }
            // Many names for one part would multiply the work that the limits allow.
            guard !sheets.contains(where: { $0.path == target.path }) else {
                throw SpreadsheetProblem(.damagedPart(main))
            }
            sheets.append(SheetName(name: sheet.name, isHidden: sheet.isHidden, path: target.path))
        }
        guard !sheets.isEmpty else { throw SpreadsheetProblem(.damagedFile) }
        self.sheets = sheets
        let budget = TextBudget(limits)
        let texts = SharedStrings(budget: budget)
        if let path = parts.first("sharedStrings") { try PartParser.parse(path, of: archive, texts) }
        let styles = StylesPart()
        if let path = parts.first("styles") { try PartParser.parse(path, of: archive, styles) }
        surroundings = SheetPart.Surroundings(
            texts: texts.texts, styles: styles, countsFrom1904: book.countsFrom1904, limits: limits, budget: budget)
    }

    /// Hands on the rows of a sheet that hold something, in order, and says at the end what else the sheet has.
    @discardableResult public func read(
        _ sheet: SheetName, row: @escaping (Row) throws(SpreadsheetProblem) -> Void
    ) throws(SpreadsheetProblem) -> Remainder {
        let others = cells.filter { $0.key != sheet.path }.values.reduce(0, +)
        let part = SheetPart(
            name: sheet.name, surroundings: surroundings, cellsLeft: limits.cells - others, emit: row)
        try PartParser.parse(sheet.path, of: archive, part)
        cells[sheet.path] = part.cellCount
        return Remainder(merges: part.merges, problems: part.problems)
    }

    /// Reads all sheets.
    public func workbook() throws(SpreadsheetProblem) -> Workbook {
        var all: [Sheet] = []
        var problems = ProblemList(limit: limits.problems)
        for sheet in sheets {
            var rows: [Row] = []
            let rest = try read(sheet) { (row) throws(SpreadsheetProblem) in rows.append(row) }
            problems.add(rest.problems)
            all.append(Sheet(name: sheet.name, rows: rows, merges: rest.merges, isHidden: sheet.isHidden))
        }
        return Workbook(sheets: all, problems: problems, format: .xlsx)
    }

    /// The path of the main part; throws a problem that says what to do when the archive is something else.
    private static func mainPart(of archive: ZipArchive) throws(SpreadsheetProblem) -> String {
        if let kind = archive.start(of: "mimetype", bytes: 80).map({ String(decoding: $0, as: UTF8.self) }) {
            if kind.contains("opendocument.spreadsheet") { throw SpreadsheetProblem(.openDocumentFile) }
            if kind.contains("opendocument") { throw SpreadsheetProblem(.otherFile("OpenDocument")) }
        }
        let named = try Relationships.of("", in: archive).first("officeDocument")
        let main = named ?? "xl/workbook.xml"
        if main.hasSuffix(".bin") { throw SpreadsheetProblem(.binaryWorkbook) }
        if main.hasPrefix("word/") { throw SpreadsheetProblem(.otherFile("Word")) }
        if main.hasPrefix("ppt/") { throw SpreadsheetProblem(.otherFile("PowerPoint")) }
        guard archive.contains(main) else {
            throw SpreadsheetProblem(named == nil ? .otherFile("ZIP") : .partMissing(main))
        }
        return main
    }
}
