/// How numbers are shown, as far as it changes what they mean.
enum NumberFormatKind {
    case plain
    case percent
    case date

    /// The kind of a format that needs no description in the file.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        // 18-21 and 45-47 are times of day and durations: they stay numbers.
        case 14...17, 22, 27...31, 34...36, 50...58: self = .date
        default: self = .plain
        }
    }

    /// The kind of a format code such as `dd.mm.yyyy` or `0.0%`.
    init(code: String) {
        var letters: [Unicode.Scalar] = []
        var isQuoted = false
        var isBracketed = false
        var skipsNext = false
        for scalar in code.unicodeScalars {
            if skipsNext {
                skipsNext = false
            } else if isQuoted {
                isQuoted = scalar != "\""
            } else if isBracketed {
                isBracketed = scalar != "]"
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "[" {
                isBracketed = true
            } else if scalar == "\\" || scalar == "_" || scalar == "*" {
                skipsNext = true
            } else if scalar == ";" {
                break
            } else {
                letters.append(scalar)
            }
        }
        let shown = String(String.UnicodeScalarView(letters)).lowercased()
        if shown.contains("general") {
            self = .plain
        } else if shown.contains("%") {
            self = .percent
        } else {
            // A day or a year makes a date; h:mm and mm:ss alone are times and durations.
            let isDate = shown.contains("y") || shown.contains("d") || Self.isMonthAlone(shown)
            self = isDate ? .date : .plain
        }
    }

    private static func isMonthAlone(_ shown: String) -> Bool {
        shown.contains("mmm") && !shown.contains("h") && !shown.contains("s")
    }
}

/// The number formats of a workbook by the index that cells carry.
final class StylesPart: PartReader {
    private(set) var kinds: [NumberFormatKind] = []
    private var custom: [Int: NumberFormatKind] = [:]
    private var isInCellFormats = false
    private static let limit = 100_000

    /// How the cells with this index are shown.
    func kind(_ index: Int) -> NumberFormatKind { kinds.indices.contains(index) ? kinds[index] : .plain }

    func start(_ name: Substring, _ attributes: [String: String]) throws(SpreadsheetProblem) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            guard custom.count < Self.limit else { throw SpreadsheetProblem(.tooManyParts(limit: Self.limit)) }
            custom[id] = NumberFormatKind(code: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            guard kinds.count < Self.limit else { throw SpreadsheetProblem(.tooManyParts(limit: Self.limit)) }
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            kinds.append(custom[id] ?? NumberFormatKind(builtIn: id))
        default: break
        }
    }

    func text(_ text: String) {}

    func end(_ name: Substring) {
        if name == "cellXfs" { isInCellFormats = false }
    }
}
