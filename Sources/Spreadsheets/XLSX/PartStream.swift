import Foundation

/// A part of the workbook as the stream that the XML parser reads; refuses what could be used to attack a parser.
///
/// Document types, entities and processing instructions are refused before the parser sees them. That is sound because
/// every part must be UTF-8: in another encoding `<!` could be written with other bytes. Every byte is checked, because
/// Foundation's parser ends the program when a name is not well-formed UTF-8, and when an instruction has no data.
final class PartStream: InputStream {
    /// What made the stream end early.
    private(set) var problem: SpreadsheetProblem?

    private let entry: ZipArchive.Entry
    private var isAtStart = true
    /// The last byte but one and the last byte, because markup may lie across two pieces.
    private var tail: (UInt8, UInt8) = (0, 0)
    private var utf8 = UTF8Check()
    private var opening = XMLOpening()
    private var isStopped = false

    init(_ entry: ZipArchive.Entry) {
        self.entry = entry
        super.init(data: Data())
    }

    override func open() {}

    override func close() {}

    override var hasBytesAvailable: Bool { !isStopped }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        guard !isStopped else { return 0 }
        do {
            let bytes = UnsafeMutableRawBufferPointer(start: buffer, count: maxLength)
            let count = try entry.read(into: bytes)
            if count == 0, !utf8.isComplete { throw SpreadsheetProblem(.damagedPart(entry.name)) }
            try check(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            return count
        } catch {
            stop(error as? SpreadsheetProblem)
            return 0
        }
    }

    /// Ends the stream, so that the parser does no more work.
    func stop(_ problem: SpreadsheetProblem? = nil) {
        isStopped = true
        if self.problem == nil { self.problem = problem }
    }

    private func check(_ bytes: UnsafeRawBufferPointer) throws {
        if isAtStart {
            isAtStart = false
            guard Self.isUTF8(bytes) else { throw SpreadsheetProblem(.unknownPartEncoding(entry.name)) }
        }
        for byte in bytes {
            // Comments (<!--) and character data (<![) are harmless.
            if tail.1 == 0x21, tail.0 == 0x3C, byte != 0x2D, byte != 0x5B {
                throw SpreadsheetProblem(.forbiddenMarkup(entry.name))
            }
            tail = (tail.1, byte)
            guard opening.accepts(byte) else { throw SpreadsheetProblem(.forbiddenMarkup(entry.name)) }
            guard utf8.accepts(byte) else { throw SpreadsheetProblem(.damagedPart(entry.name)) }
        }
    }

    /// Whether the part begins like UTF-8 and says nothing else in its declaration.
    private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let start = Array(bytes.prefix(200))
        if start.contains(0) || start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return false }
        let text = String(decoding: start, as: UTF8.self)
        let declaration = text.drop { $0 == "\u{feff}" }
        guard declaration.hasPrefix("<?xml"), let end = declaration.range(of: "?>") else {
            // A declaration that does not end within the first bytes could say anything.
            return !declaration.hasPrefix("<?xml")
        }
        guard let key = declaration[..<end.lowerBound].range(of: "encoding") else { return true }
        let value = declaration[key.upperBound..<end.lowerBound].lowercased()
        return value.contains("utf-8") || value.contains("us-ascii")
    }
}

/// Allows `<?` once: as `<?xml` and a blank at the very start, behind a byte order mark at most.
private struct XMLOpening {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let declaration = Array("<?xml".utf8)

    private var position = 0
    private var isBehindMark = false
    private var last: UInt8 = 0
    private var isDeclaration = false

    mutating func accepts(_ byte: UInt8) -> Bool {
        defer {
            last = byte
            position += 1
        }
        if !isBehindMark, position < 3, byte == Self.mark[position] {
            // The mark is as if it were not there.
            if position == 2 { (isBehindMark, position) = (true, -1) }
            return true
        }
        if last == 0x3C, byte == 0x3F {
            isDeclaration = position == 1
            return isDeclaration
        }
        guard isDeclaration, position <= Self.declaration.count else { return true }
        if position < Self.declaration.count { return byte == Self.declaration[position] }
        return [0x20, 0x09, 0x0A, 0x0D].contains(byte)
    }
}

/// Follows UTF-8 byte by byte.
private struct UTF8Check {
    /// Bytes that the sequence begun still needs.
    private var missing = 0
    /// What the next byte of it may be.
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether no sequence is open.
    var isComplete: Bool { missing == 0 }

    /// Takes the next byte; false when it cannot stand there, or is the NUL that no XML has.
    mutating func accepts(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard next.contains(byte) else { return false }
            missing -= 1
            next = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x01...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, next) = (2, 0xA0...0xBF)
        case 0xED: (missing, next) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, next) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, next) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
