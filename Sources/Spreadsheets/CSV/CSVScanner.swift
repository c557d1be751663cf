/// Cuts UTF-8 into rows and cells, byte by byte, keeping to RFC 4180 where the text does.
struct CSVScanner: Sendable {
    private(set) var position: Int
    private var line = 1
    private let separator: UInt8
    private let limits: ReadingLimits
    private let keepsEmpty: Bool
    /// Reading a quotation mark as a character costs a second look at what follows it, so it is not done for ever.
    private var secondLooks = 0

    private static let quote: UInt8 = 0x22
    private static let newline: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(separator: UInt8, start: Int, limits: ReadingLimits, keepsEmpty: Bool) {
        self.separator = separator
        position = start
        self.limits = limits
        self.keepsEmpty = keepsEmpty
    }

    /// The next row; nil at the end of the text.
    mutating func row(of text: [UInt8], noting problems: inout ProblemList) throws(SpreadsheetProblem) -> Row? {
        while position < text.count {
            let first = line
            if !keepsEmpty, takeLineEnd(text) { continue }
            let cells = try cells(of: text, noting: &problems)
            // A line of separators alone is what spreadsheet programs write for an empty row.
            if !keepsEmpty, cells.allSatisfy({ $0.value == .empty }) { continue }
            return Row(number: first, cells: cells)
        }
        return nil
    }

    private mutating func cells(
        of text: [UInt8], noting problems: inout ProblemList
    ) throws(SpreadsheetProblem) -> [Cell] {
        var cells: [Cell] = []
        let row = line
        while true {
            let place = Place(row: row, column: cells.count)
            guard cells.count < limits.columns else {
                throw SpreadsheetProblem(.tooManyColumns(limit: limits.columns), at: Place(row: row))
            }
            cells.append(try cell(of: text, at: place, noting: &problems))
            if position < text.count, text[position] == separator {
                position += 1
                continue
            }
            _ = takeLineEnd(text)
            return cells
        }
    }

    /// One cell, up to the separator or line end behind it.
    private mutating func cell(
        of text: [UInt8], at place: Place, noting problems: inout ProblemList
    ) throws(SpreadsheetProblem) -> Cell {
        if position < text.count, text[position] == Self.quote {
            if let cell = try quotedCell(of: text, at: place, noting: &problems) { return cell }
        }
        let start = position
        var sawQuote = false
        while position < text.count {
            let byte = text[position]
            if endsCell(byte) { break }
            if byte == Self.quote, position > start { sawQuote = true }
            position += 1
        }
        if sawQuote { problems.add(.strayQuote, at: place) }
        return try cell(text[start..<position], isQuoted: false, at: place)
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.newline || byte == Self.carriageReturn
    }

    /// A cell in quotation marks; nil, with nothing taken, when the first one is never closed.
    private mutating func quotedCell(
        of text: [UInt8], at place: Place, noting problems: inout ProblemList
    ) throws(SpreadsheetProblem) -> Cell? {
        guard let close = closingQuote(text) else {
            problems.add(.unclosedQuote, at: place)
            secondLooks += 1
            guard secondLooks < 100 else { throw SpreadsheetProblem(.unclosedQuote, at: place) }
            return nil
        }
        var content = Self.unescaped(text[position + 1..<close])
        countLines(text[position..<close])
        position = close + 1
        // What follows up to the separator belongs to no cell by the rules; it is kept and reported.
        let start = position
        while position < text.count, !endsCell(text[position]) { position += 1 }
        let rest = text[start..<position]
        if !rest.allSatisfy({ $0 == 0x20 }) {
            problems.add(.strayQuote, at: place)
            content.append(contentsOf: rest)
        }
        return try cell(content[...], isQuoted: true, at: place)
    }

    /// The place of the quotation mark that ends the cell, no further away than the longest cell allowed.
    private func closingQuote(_ text: [UInt8]) -> Int? {
        var index = position + 1
        let end = min(text.count, position + 2 * limits.cellBytes + 2)
        while index < end {
            if text[index] == Self.quote {
                guard index + 1 < text.count, text[index + 1] == Self.quote else { return index }
                index += 1
            }
            index += 1
        }
        return nil
    }

    private func cell(
        _ bytes: ArraySlice<UInt8>, isQuoted: Bool, at place: Place
    ) throws(SpreadsheetProblem) -> Cell {
        if bytes.isEmpty { return keepsEmpty && isQuoted ? Cell(.text("")) : .empty }
        guard bytes.count <= limits.cellBytes else {
            throw SpreadsheetProblem(.cellTooLong(limit: limits.cellBytes), at: place)
        }
        return Cell(.text(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }))
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(quote) else { return Array(bytes) }
        var content: [UInt8] = []
        content.reserveCapacity(bytes.count)
        var isSecond = false
        for byte in bytes {
            isSecond = byte == quote && !isSecond
            if !isSecond { content.append(byte) }
        }
        return content
    }

    /// Takes one line end (LF, CR LF or CR) if it stands here.
    private mutating func takeLineEnd(_ text: [UInt8]) -> Bool {
        guard position < text.count else { return false }
        if text[position] == Self.newline {
            position += 1
        } else if text[position] == Self.carriageReturn {
            position += position + 1 < text.count && text[position + 1] == Self.newline ? 2 : 1
        } else {
            return false
        }
        line += 1
        return true
    }

    private mutating func countLines(_ bytes: ArraySlice<UInt8>) {
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == Self.carriageReturn || byte == Self.newline && previous != Self.carriageReturn { line += 1 }
            previous = byte
        }
    }
}
