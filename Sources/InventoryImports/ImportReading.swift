import Inventory
import Spreadsheets

/// What a file says, line by line: how each was read, and what is wrong with it and what to do.
public struct ImportReading: Sendable {
    public var entries: [ImportedEntry] = []
    /// Totals, factors and exclusions that the file states beside its rows.
    public var totals: [PrintedTotal] = []
    public var factors: [PrintedFactor] = []
    public var exclusions: [Exclusion] = []
    /// What concerns the file as a whole.
    public var problems: [TableProblem] = []

    public init() {}

    /// The rows that can be added.
    public var rows: [InventoryRow] { entries.compactMap(\.row) }

    /// The lines that cannot be taken as they stand.
    public var leftOut: [ImportedEntry] { entries.filter(\.isLeftOut) }
}

/// One line of a file and what became of it.
public struct ImportedEntry: Sendable {
    /// Place of the sheet in the file, from 0, and number of the line in it.
    public let sheet: Int
    public let line: Int
    public var outcome: Outcome
    public var problems: [TableProblem]
    /// The cells as they stand in the file.
    public let cells: [String]

    public enum Outcome: Sendable {
        case row(InventoryRow)
        /// Something about the inventory as a whole: a printed total, a factor, a property.
        case frame
        /// A sum of other lines, not counted again.
        case sum
        case leftOut
    }

    public var row: InventoryRow? { if case .row(let row) = outcome { row } else { nil } }

    public var isLeftOut: Bool { if case .leftOut = outcome { true } else { false } }
}

/// A file that somebody sent in, taken apart.
public struct ImportFile: Sendable {
    public let book: Workbook

    /// Reads CSV, XLSX, or the hub's JSON; throws what to tell whoever sent anything else.
    public init(_ bytes: [UInt8], limits: ReadingLimits = .imports) throws(SpreadsheetProblem) {
        if let sheet = try JSONTable.sheet(bytes, limits: limits) {
            book = Workbook(
                sheets: [sheet], problems: ProblemList(), format: .csv(.utf8, separator: .comma))
            return
        }
        // The hub's own table is told by its first bytes, which saves reading a large file twice.
        if bytes.starts(with: Self.ownStart), String(validating: bytes, as: UTF8.self) != nil,
            let own = try? Self.lossless(bytes, limits),
            own.sheets.first?.rows.first?.cells.map(\.text).starts(with: InventoryTable.header) ?? false
        {
            book = own
            return
        }
        let book = try Workbook.read(bytes, limits: limits)
        guard book.sheets.contains(where: { !$0.rows.isEmpty }) else { throw SpreadsheetProblem(.emptyFile) }
        // What the hub wrote itself, it reads back as it wrote it: no text is taken for something else.
        if case .csv(.utf8, separator: .comma) = book.format, let first = book.sheets.first?.rows.first,
            first.cells.map(\.text).starts(with: InventoryTable.header)
        {
            self.book = try Self.lossless(bytes, limits)
        } else {
            self.book = book
        }
    }

    private static let ownStart = Array(InventoryTable.header.joined(separator: ",").utf8)

    private static func lossless(_ bytes: [UInt8], _ limits: ReadingLimits) throws(SpreadsheetProblem) -> Workbook {
        try CSVReader.workbook(bytes, options: .init(isLossless: true, limits: limits))
    }

    /// Every line under a plan; what the file does not say of the inventory is taken from the circumstances.
    public func read(
        _ plan: ImportPlan, in circumstances: InventoryTable.Circumstances = InventoryTable.Circumstances()
    ) -> ImportReading {
        var reading = ImportReading()
        reading.problems = book.problems.all.map { problem in
            TableProblem(
                line: problem.place.row ?? 0, column: problem.place.cell ?? "", .kept, problem.fault.template,
                problem.fault.arguments)
        }
        var forms: [FormSheet] = []
        for (index, sheet) in book.sheets.enumerated() where index < plan.sheets.count {
            let plan = plan.sheets[index]
            switch plan.kind {
            case .none: continue
            case .canonical: CanonicalSheet(sheet, index, plan).read(circumstances, into: &reading)
            case .form: forms.append(FormSheet(sheet, index, plan))
            case .list: ListSheet(sheet, index, plan).read(into: &reading)
            case .factors: FactorSheet(sheet, index, plan).read(into: &reading)
            }
        }
        // A form's notation keys and its cells lie on different sheets.
        if !forms.isEmpty { FormSheet.read(forms, circumstances, into: &reading) }
        return reading
    }
}

extension ReadingLimits {
    /// The limits for inventories that people send in: 50,000 rows and some more.
    public static let imports: ReadingLimits = {
        var limits = ReadingLimits.standard
        limits.fileBytes = 20_000_000
        limits.rows = 60_000
        limits.columns = 200
        limits.sheets = 50
        return limits
    }()
}
