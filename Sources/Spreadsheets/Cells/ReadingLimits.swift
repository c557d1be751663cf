/// How much a file may ask of the machine; what exceeds it is refused with a message.
public struct ReadingLimits: Sendable, Hashable {
    /// Bytes of the file itself.
    public var fileBytes = 50_000_000
    /// Bytes that all parts of an archive may have once they are inflated.
    public var inflatedBytes = 300_000_000
    /// How many times larger than its packed form a part may become, once it has passed a megabyte.
    public var inflationRatio = 150
    /// XML elements of all parts of a workbook, which is how long reading one can take.
    public var elements = 8_000_000
    /// Entries of an archive.
    public var archiveEntries = 2_000
    /// Sheets of a workbook.
    public var sheets = 200
    /// Rows that hold something, of one sheet.
    public var rows = 1_048_576
    /// Columns of one sheet.
    public var columns = 2_000
    /// Cells of all sheets, counting the empty ones before the last of each row.
    public var cells = 2_000_000
    /// Bytes of one cell's text in UTF-8.
    public var cellBytes = 131_072
    /// Bytes of all texts of a workbook in UTF-8.
    public var textBytes = 100_000_000
    /// Problems that are listed one by one; the rest is counted.
    public var problems = 500

    /// The limits for files that people send in.
    public static let standard = ReadingLimits()

    /// The limits for files that people send in, to be changed where needed.
    public init() {}
}
