import Spreadsheets

/// How the sheets of a file are to be read: what was recognised, or what somebody said instead.
public struct ImportPlan: Sendable, Hashable, Codable {
    public var sheets: [SheetPlan]

    public init(sheets: [SheetPlan] = []) { self.sheets = sheets }
}

/// How one sheet is to be read.
public struct SheetPlan: Sendable, Hashable, Codable {
    public var kind: Kind
    /// Number of the row that names the columns; nil where there is none.
    public var headingRow: Int?
    /// What each column of a list or of factors holds; nil for one that is not read.
    public var columns: [ImportMeaning?]
    public var numbers: Numbers

    /// What kind of table a sheet is.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// The hub's own table, one line for everything.
        case canonical
        /// A table of the contract, of the GPC or of the reporting framework as the hub writes it, or its remarks.
        case form
        /// Any table with a line for each source of emissions, read by its columns.
        case list
        /// Factors as a source printed them.
        case factors
        /// Not read.
        case none

        public var title: String {
            switch self {
            case .canonical: "The hub's inventory table"
            case .form: "A table of the contract (A-1), of the GPC or of the reporting framework"
            case .list: "A table of rows, read by its columns"
            case .factors: "A table of emission factors, read by its columns"
            case .none: "Not read"
            }
        }
    }

    /// How numbers are written.
    public enum Numbers: String, Sendable, Hashable, CaseIterable, Codable {
        /// Each column by what its cells show; what stays open is asked and not guessed.
        case shown
        case point, comma

        public var title: String {
            switch self {
            case .shown: "As each column shows"
            case .point: "1,234.56 or 1 234.56: a point before decimals"
            case .comma: "1.234,56 or 1 234,56: a comma before decimals"
            }
        }

        var mark: DecimalMark? {
            switch self {
            case .shown: nil
            case .point: .point
            case .comma: .comma
            }
        }
    }

    public init(
        kind: Kind, headingRow: Int? = nil, columns: [ImportMeaning?] = [], numbers: Numbers = .shown
    ) {
        self.kind = kind
        self.headingRow = headingRow
        self.columns = columns
        self.numbers = numbers
    }
}

extension ImportPlan {
    /// What is recognised in each sheet of a workbook.
    public init(recognising book: Workbook) { sheets = book.sheets.map { SheetPlan(recognising: $0) } }
}

extension SheetPlan {
    /// What is recognised in a sheet.
    public init(recognising sheet: Sheet) {
        if let heading = CanonicalSheet.headingRow(sheet) {
            self.init(kind: .canonical, headingRow: heading)
        } else if let heading = FormSheet.headingRow(sheet) {
            self.init(kind: .form, headingRow: heading)
        } else {
            self = Self.list(sheet)
        }
    }

    /// The columns of a list under the heading that says most.
    private static func list(_ sheet: Sheet) -> SheetPlan {
        let scored = sheet.rows.prefix(40).map { row in
            (row: row, known: Set(row.cells.prefix(200).compactMap { ImportHeading($0.text).meaning }).count)
        }
        let most = scored.map(\.known).max() ?? 0
        guard most >= 2, let heading = scored.first(where: { $0.known == most }) else { return SheetPlan(kind: .none) }
        return SheetPlan(headings: heading.row)
    }

    /// A list or a table of factors whose columns are named by a row.
    public init(headings row: Row) {
        var columns = row.cells.prefix(200).map { cell -> ImportMeaning? in
            ImportWords.folded(cell.text).isEmpty ? nil : ImportHeading(cell.text).meaning
        }
        let known = Set(columns.compactMap { $0 })
        let isFactors =
            known.contains(.carrier) && known.contains(.gas) && !known.contains(.sector) && !known.contains(.reference)
        if isFactors {
            columns = columns.map { $0 == .emissions ? .factor : $0 == .activityUnit ? .factorUnit : $0 }
        }
        // One column for each meaning: the second of the same name is left to whoever looks at it.
        var seen: Set<ImportMeaning> = []
        columns = columns.map { meaning in meaning.flatMap { seen.insert($0).inserted ? $0 : nil } }
        let readable =
            isFactors || !known.isDisjoint(with: [.sector, .subsector, .reference]) && known.contains { $0.isNumber }
        self.init(
            kind: readable ? (isFactors ? .factors : .list) : .none, headingRow: row.number,
            columns: columns)
    }
}
