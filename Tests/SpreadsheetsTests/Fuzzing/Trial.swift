import Spreadsheets

/// One input given to the readers, and what must be true of the answer however odd the input is.
enum Trial {
    /// Something that must never happen.
    struct Violation: Error, CustomStringConvertible {
        let description: String
    }

    /// What the first byte of an input makes of the rest.
    enum Target: UInt8, CaseIterable {
        case file, sheet, strings, styles, workbook, relationships, numbers, lossless
    }

    /// Limits low enough that inputs which reach them are found soon.
    static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        limits.fileBytes = 1_000_000
        limits.inflatedBytes = 5_000_000
        limits.rows = 5_000
        limits.columns = 300
        limits.cells = 100_000
        limits.cellBytes = 20_000
        limits.textBytes = 500_000
        limits.sheets = 10
        limits.archiveEntries = 50
        return limits
    }()

    /// Tries one input; returns whether it was read, throws a `Violation` when something that must hold does not.
    @discardableResult static func run(_ input: [UInt8]) throws -> Bool {
        guard let first = input.first, let target = Target(rawValue: first % UInt8(Target.allCases.count)) else {
            return false
        }
        let rest = Array(input.dropFirst())
        var parts = StoredZip.Parts()
        switch target {
        case .file: return try read(rest)
        case .sheet: parts.sheet = rest
        case .strings: parts.strings = rest
        case .styles: parts.styles = rest
        case .workbook: parts.workbook = rest
        case .relationships: parts.relationships = rest
        case .numbers: return try numbers(String(decoding: rest, as: UTF8.self))
        case .lossless: return try lossless(String(decoding: rest, as: UTF8.self))
        }
        return try read(parts.workbookFile)
    }

    private static func read(_ bytes: [UInt8]) throws -> Bool {
        let book: Workbook
        do { book = try Workbook.read(bytes, limits: limits) } catch {
            try check(error.fault)
            return false
        }
        try hold(!book.sheets.isEmpty && book.sheets.count <= limits.sheets, "\(book.sheets.count) sheets")
        for sheet in book.sheets { try check(sheet) }
        for problem in book.problems.all { try check(problem.fault) }
        return true
    }

    /// A sentence has a place for each of its arguments and no other.
    private static func check(_ fault: Fault) throws {
        let places = fault.template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: "}").first
        }
        try hold(places.map(String.init).sorted() == fault.arguments.keys.sorted(), "\(fault)")
        try hold(!fault.sentence.isEmpty, "no sentence for \(fault)")
    }

    private static func check(_ sheet: Sheet) throws {
        var last = 0
        var cells = 0
        for row in sheet.rows {
            try hold(row.number > last, "row \(row.number) after \(last)")
            try hold(!row.cells.isEmpty && row.cells.count <= limits.columns, "\(row.cells.count) cells in a row")
            last = row.number
            cells += row.cells.count
            for cell in row.cells {
                if case .number(let number) = cell.value { try hold(number.value.isFinite, "\(number)") }
                if case .date(let date) = cell.value {
                    try hold(CellDate(iso: date.description) == date, "\(date) does not read back")
                }
            }
        }
        try hold(cells <= limits.cells, "\(cells) cells")
        let filled = sheet.fillingMerges(limit: 1_000)
        try hold(filled.rows.count == sheet.rows.count, "merges made rows")
        guard let table = try? Table(sheet) else { return }
        for column in table.columns.indices.prefix(20) {
            try hold(NumberColumn(table.cells(column)).readings.count == table.rows.count, "readings are missing")
        }
    }

    /// A number reads the same with spaces around it, and the plain form of what was read reads as the same again.
    private static func numbers(_ text: String) throws -> Bool {
        _ = DateReading(text)
        let reading = NumberReading(text)
        try hold(NumberReading(" \(text)\u{a0}") == reading, "spaces around \(text) change the reading")
        guard case .number(let number) = reading else { return false }
        try hold(number.value.isFinite, "\(text) is not finite")
        let again = NumberReading("\(number.value)", mark: .point).number?.value
        try hold(again == number.value, "\(text) is \(number.value) and then \(String(describing: again))")
        return true
    }

    /// What the writer writes in its lossless mode, the reader in its lossless mode gives back.
    private static func lossless(_ text: String) throws -> Bool {
        let texts = text.unicodeScalars.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
        var writer = CSVWriter(header: ["a", "b"], mode: .lossless)
        var rows: [[String?]] = []
        for index in stride(from: 0, to: min(texts.count, 200), by: 2) {
            rows.append([texts[index], index + 1 < texts.count ? texts[index + 1] : nil])
        }
        for row in rows { writer.row(row) }
        let book: Workbook
        do { book = try CSVReader.workbook(writer.bytes, options: .init(isLossless: true)) } catch {
            throw Violation(description: "what was written is refused: \(error)")
        }
        let back: [[String?]] = book.sheets[0].rows.dropFirst().map { row in
            (0..<2).map { row[$0].value == .empty ? nil : row[$0].text }
        }
        try hold(back == rows, "\(rows) came back as \(back)")
        try hold(book.problems.isEmpty, "\(book.problems)")
        return true
    }

    private static func hold(_ condition: Bool, _ text: @autoclosure () -> String) throws {
        if !condition { throw Violation(description: text()) }
    }
}
