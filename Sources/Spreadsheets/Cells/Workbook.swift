import Foundation

/// What a file holds: sheets, and what could not be read in it.
public struct Workbook: Sendable {
    /// The sheets in the order of their tabs, hidden ones too; a text file has one.
    public let sheets: [Sheet]
    /// What was noticed on the way; the rest was read all the same.
    public let problems: ProblemList
    /// How the file was written.
    public let format: Format

    /// The formats that are read.
    public enum Format: Sendable, Hashable {
        case csv(TextEncoding, separator: CSVSeparator)
        case xlsx
    }

    /// Sheets that were read from a file.
    public init(sheets: [Sheet], problems: ProblemList, format: Format) {
        self.sheets = sheets
        self.problems = problems
        self.format = format
    }

    /// Reads a CSV or XLSX file, told apart by its first bytes and never by its name.
    public static func read(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(SpreadsheetProblem) -> Workbook
    {
        guard bytes.count <= limits.fileBytes else { throw SpreadsheetProblem(.fileTooLarge(bytes: limits.fileBytes)) }
        switch try FileKind(of: bytes) {
        case .zip: return try XLSXReader(bytes, limits: limits).workbook()
        case .text: return try CSVReader.workbook(bytes, options: .init(limits: limits))
        }
    }

    /// Reads a file; one that is larger than allowed is not loaded.
    public static func read(file: String, limits: ReadingLimits = .standard) throws(SpreadsheetProblem) -> Workbook {
        try read(try FileKind.bytes(file: file, limits: limits), limits: limits)
    }
}
