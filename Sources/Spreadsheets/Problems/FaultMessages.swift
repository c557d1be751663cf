extension Fault {
    /// The sentence and its arguments.
    var message: (template: String, arguments: [String: String]) {
        fileMessage ?? limitMessage ?? rowMessage ?? valueMessage ?? ("The file could not be read.", [:])
    }

    private var fileMessage: (String, [String: String])? {
        switch self {
        case .cannotBeOpened: ("The file cannot be opened.", [:])
        case .emptyFile: ("The file is empty.", [:])
        case .fileTooLarge(let bytes): ("The file is larger than {limit} bytes.", ["limit": "\(bytes)"])
        case .oldExcelFile:
            ("This is a file of an old Excel (.xls). Open it and save it as Excel Workbook (.xlsx).", [:])
        case .encryptedFile: ("The file is protected with a password. Save it without a password.", [:])
        case .openDocumentFile:
            ("This is an OpenDocument file (.ods). Open it and save it as Excel Workbook (.xlsx) or CSV.", [:])
        case .binaryWorkbook: ("This is a binary workbook (.xlsb). Open it and save it as Excel Workbook (.xlsx).", [:])
        case .otherFile(let kind):
            ("This is no spreadsheet but {kind}. Send an Excel Workbook (.xlsx) or CSV.", ["kind": kind])
        case .binaryFile: ("This is neither text nor a spreadsheet. Send an Excel Workbook (.xlsx) or CSV.", [:])
        case .damagedFile: ("The file is damaged or incomplete. Save it again and send it anew.", [:])
        case .partMissing(let part): ("The workbook names {part} but does not contain it.", ["part": part])
        case .damagedPart(let part): ("{part} in the workbook is damaged. Save the file again.", ["part": part])
        case .forbiddenMarkup(let part):
            (
                "{part} in the workbook has a document type or an instruction, which no spreadsheet program writes.",
                ["part": part]
            )
        case .unknownPartEncoding(let part): ("{part} in the workbook is not written in UTF-8.", ["part": part])
        default: nil
        }
    }

    private var limitMessage: (String, [String: String])? {
        switch self {
        case .tooManyParts(let limit): ("The workbook has more than {limit} parts.", ["limit": "\(limit)"])
        case .inflatesTooMuch: ("The workbook becomes far too large when it is unpacked.", [:])
        case .tooManySheets(let limit): ("The workbook has more than {limit} sheets.", ["limit": "\(limit)"])
        case .tooManyRows(let limit): ("There are more than {limit} rows.", ["limit": "\(limit)"])
        case .tooManyColumns(let limit): ("There are more than {limit} columns.", ["limit": "\(limit)"])
        case .tooManyCells(let limit): ("There are more than {limit} cells.", ["limit": "\(limit)"])
        case .cellTooLong(let limit): ("A cell has more than {limit} bytes of text.", ["limit": "\(limit)"])
        case .tooMuchText(let limit): ("The workbook has more than {limit} bytes of text.", ["limit": "\(limit)"])
        default: nil
        }
    }

    private var rowMessage: (String, [String: String])? {
        switch self {
        case .wrongBytes(let encoding): ("Some characters are not valid {encoding}.", ["encoding": encoding.name])
        case .unclosedQuote: ("A quotation mark is opened here and never closed; it was read as a character.", [:])
        case .strayQuote: ("A quotation mark stands in the middle of a cell; it was read as a character.", [:])
        case .wrongWidth(let found, let expected):
            (
                "The row has {found} cells where {expected} were expected.",
                ["found": "\(found)", "expected": "\(expected)"]
            )
        case .rowOutOfOrder: ("The row comes twice or too late; it was left out.", [:])
        case .unreadableCell(let text): ("The value {text} of the cell cannot be read.", ["text": Self.short(text)])
        case .formulaWithoutValue:
            ("The formula has no stored value. Open the file in a spreadsheet program and save it.", [:])
        case .noHeader: ("No row with column names was found.", [:])
        case .unknownColumn(let name): ("There is no column {name}.", ["name": Self.short(name)])
        case .repeatedColumn(let name): ("There are two columns {name}.", ["name": Self.short(name)])
        default: nil
        }
    }

    private var valueMessage: (String, [String: String])? {
        switch self {
        case .notANumber(let text): ("{text} is not a number.", ["text": Self.short(text)])
        case .malformedNumber(let text):
            ("{text} has points, commas or spaces where no number has them.", ["text": Self.short(text)])
        case .ambiguousNumber(let text, let point, let comma):
            ("{text} can be read as {point} or as {comma}.", ["text": text, "point": point, "comma": comma])
        case .notADate(let text): ("{text} is not a date.", ["text": Self.short(text)])
        case .ambiguousDate(let text, let dayFirst, let monthFirst):
            (
                "{text} can be read as {dayFirst} or as {monthFirst}.",
                ["text": text, "dayFirst": dayFirst, "monthFirst": monthFirst]
            )
        case .unsuitableSheetName(let name):
            (
                "{name} cannot be the name of a sheet: 1 to 31 characters, each name once, without [ ] : * ? / \\.",
                ["name": Self.short(name)]
            )
        case .unwritableCell: ("The value of the cell cannot be written.", [:])
        case .writingFailed(let reason): ("The workbook cannot be written: {reason}.", ["reason": reason])
        default: nil
        }
    }

    /// What people wrote, cut to what a message can show.
    private static func short(_ text: String) -> String {
        let shown = text.prefix(60)
        return shown.endIndex == text.endIndex ? text : shown + "…"
    }
}
