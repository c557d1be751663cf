/// The character between two cells of a line.
public enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case pipe = 0x7C

    /// The character itself.
    public var character: String { String(Unicode.Scalar(rawValue)) }
}

/// Which separator a text has, judged by its first lines: the one that cuts most lines into as many cells as the first.
struct SeparatorChoice {
    let separator: CSVSeparator
    /// The number of cells that most lines have.
    let width: Int

    /// Looks at no more lines than this, and at no more bytes than a few pages.
    private static let lines = 100
    private static let bytes = 65_536

    init(_ text: [UInt8], from start: Int, given: CSVSeparator? = nil) {
        let candidates = given.map { [$0] } ?? [.semicolon, .tab, .comma, .pipe]
        var best = SeparatorChoice(separator: given ?? .comma, width: 1)
        var bestScore = 0.0
        for candidate in candidates {
            let widths = Self.widths(text, from: start, candidate)
            guard let usual = Self.mostFrequent(widths) else { continue }
            let share = Double(widths.count { $0 == usual }) / Double(widths.count)
            // Decimal commas cut few header lines, so a first line of the usual width is worth a little more.
            let score = usual < 2 ? 0 : share + (widths.first == usual ? 0.5 : 0) + Double(min(usual, 50)) * 0.001
            if score > bestScore {
                best = SeparatorChoice(separator: candidate, width: usual)
                bestScore = score
            }
        }
        self = best
    }

    private init(separator: CSVSeparator, width: Int) {
        self.separator = separator
        self.width = width
    }

    /// Cells of each of the first lines that are not empty; separators between quotes do not count.
    private static func widths(_ text: [UInt8], from start: Int, _ separator: CSVSeparator) -> [Int] {
        var widths: [Int] = []
        var width = 1
        var isQuoted = false
        var isEmpty = true
        for byte in text[start..<min(text.count, start + bytes)] where widths.count < lines {
            if byte == 0x22 {
                isQuoted.toggle()
                isEmpty = false
            } else if !isQuoted, byte == 0x0A || byte == 0x0D {
                if !isEmpty { widths.append(width) }
                width = 1
                isEmpty = true
            } else {
                if !isQuoted, byte == separator.rawValue { width += 1 }
                isEmpty = false
            }
        }
        if !isEmpty, widths.count < lines, text.count <= start + bytes { widths.append(width) }
        return widths
    }

    private static func mostFrequent(_ widths: [Int]) -> Int? {
        var counts: [Int: Int] = [:]
        for width in widths { counts[width, default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
