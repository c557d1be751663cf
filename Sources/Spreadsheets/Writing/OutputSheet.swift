/// How a column of numbers is shown.
public enum NumberFormat: Sendable, Hashable {
    /// As the spreadsheet program sees fit.
    case general
    /// Whole numbers in groups of three digits.
    case whole
    /// A fixed number of decimals, in groups of three digits.
    case decimals(Int)
    /// In per cent with a fixed number of decimals; 0.12 is shown as 12%.
    case percent(decimals: Int)

    /// The code in the file.
    var code: String {
        switch self {
        case .general: "General"
        case .whole: "#,##0"
        case .decimals(let count): "#,##0" + Self.fraction(count)
        case .percent(let count): "0" + Self.fraction(count) + "%"
        }
    }

    private static func fraction(_ count: Int) -> String {
        let digits = min(max(count, 0), 15)
        return digits == 0 ? "" : "." + String(repeating: "0", count: digits)
    }
}

/// A column of a sheet to be written.
public struct OutputColumn: Sendable, Hashable {
    /// Heading in the first row.
    public let title: String
    /// Width in characters; nil for one that fits the heading.
    public let width: Double?
    /// How its numbers are shown.
    public let format: NumberFormat

    /// A column with its heading.
    public init(_ title: String, width: Double? = nil, format: NumberFormat = .general) {
        self.title = title
        self.width = width
        self.format = format
    }
}

/// A sheet to be written: a header that stays in view, and rows below it.
public struct OutputSheet: Sendable, Hashable {
    /// Name on the tab: 1 to 31 characters.
    public let name: String
    /// The columns; their titles are the first row.
    public let columns: [OutputColumn]
    /// The cells below the header.
    public var rows: [[Cell.Value]]

    /// A sheet with its rows.
    public init(name: String, columns: [OutputColumn], rows: [[Cell.Value]] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}

/// What a workbook says about itself; the day is given and not read from a clock, so that the same content gives the
/// same bytes.
public struct DocumentProperties: Sendable, Hashable {
    /// Title of the document.
    public var title: String
    /// Who made it.
    public var author: String
    /// Where the figures come from and how to read them.
    public var comments: String
    /// Day and time at which the content was as it is, in UTC.
    public var created: CellDate?

    /// Properties; without a day the workbook says 2000-01-01.
    public init(title: String = "", author: String = "", comments: String = "", created: CellDate? = nil) {
        self.title = title
        self.author = author
        self.comments = comments
        self.created = created
    }
}
