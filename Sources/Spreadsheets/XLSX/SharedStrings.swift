/// The texts that cells refer to by number.
final class SharedStrings: PartReader {
    private(set) var texts: [String] = []
    private var current = ""
    private var isText = false
    private var phonetic = 0
    private let budget: TextBudget

    init(budget: TextBudget) { self.budget = budget }

    func start(_ name: Substring, _ attributes: [String: String]) {
        switch name {
        case "si": current = ""
        case "t": isText = phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
    }

    func text(_ text: String) throws(SpreadsheetProblem) {
        guard isText else { return }
        current += text
        try budget.check(cell: current)
    }

    func end(_ name: Substring) throws(SpreadsheetProblem) {
        switch name {
        case "t": isText = false
        case "rPh": phonetic -= 1
        case "si":
            try budget.spend(current, overhead: 16)
            texts.append(EscapedText.decoded(current))
        default: break
        }
    }
}

/// How much text a workbook may still have.
final class TextBudget {
    private let limits: ReadingLimits
    private var spent = 0

    init(_ limits: ReadingLimits) { self.limits = limits }

    /// Throws when a single cell is too long.
    func check(cell text: String, at place: Place = Place()) throws(SpreadsheetProblem) {
        guard text.utf8.count <= limits.cellBytes else {
            throw SpreadsheetProblem(.cellTooLong(limit: limits.cellBytes), at: place)
        }
    }

    /// Counts a text that is kept, and what keeping it costs besides.
    func spend(_ text: String, overhead: Int = 0) throws(SpreadsheetProblem) {
        spent += text.utf8.count + overhead
        guard spent <= limits.textBytes else { throw SpreadsheetProblem(.tooMuchText(limit: limits.textBytes)) }
    }
}

/// Characters that XML cannot hold stand in workbooks as `_x000D_`.
enum EscapedText {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(0x5F) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let scalar = escaped(bytes, at: index) {
                out.append(contentsOf: String(scalar).utf8)
                index += 7
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func escaped(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F else {
            return nil
        }
        var value: UInt32 = 0
        for byte in bytes[index + 2..<index + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value * 16 + UInt32(digit)
        }
        return Unicode.Scalar(value)
    }
}
