/// All that can be wrong with a spreadsheet file or one of its cells.
public enum Fault: Sendable, Hashable {
    // The file as a whole.
    case cannotBeOpened
    case emptyFile
    case fileTooLarge(bytes: Int)
    case oldExcelFile
    case encryptedFile
    case openDocumentFile
    case binaryWorkbook
    case otherFile(String)
    case binaryFile
    case damagedFile
    case partMissing(String)
    case damagedPart(String)
    case forbiddenMarkup(String)
    case unknownPartEncoding(String)

    // Limits.
    case tooManyParts(limit: Int)
    case inflatesTooMuch
    case tooManySheets(limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int)
    case tooManyCells(limit: Int)
    case cellTooLong(limit: Int)
    case tooMuchText(limit: Int)

    // Rows and cells that were read with reservations.
    case wrongBytes(TextEncoding)
    case unclosedQuote
    case strayQuote
    case wrongWidth(found: Int, expected: Int)
    case rowOutOfOrder
    case unreadableCell(String)
    case formulaWithoutValue

    // Tables.
    case noHeader
    case unknownColumn(String)
    case repeatedColumn(String)

    // Numbers and dates.
    case notANumber(String)
    case malformedNumber(String)
    case ambiguousNumber(String, point: String, comma: String)
    case notADate(String)
    case ambiguousDate(String, dayFirst: String, monthFirst: String)

    // Writing.
    case unsuitableSheetName(String)
    case unwritableCell
    case writingFailed(String)

    /// The English sentence, with `{name}` where an argument goes; also the key for translations.
    public var template: String { message.template }

    /// What goes into the sentence, by name.
    public var arguments: [String: String] { message.arguments }

    /// The English sentence with its arguments.
    public var sentence: String {
        let (template, arguments) = message
        // From left to right and each once: an argument may itself look like a place for another.
        return template.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            guard index > 0, let end = part.firstIndex(of: "}") else { return String(part) }
            return (arguments[String(part[..<end])] ?? "") + part[part.index(after: end)...]
        }.joined()
    }
}
