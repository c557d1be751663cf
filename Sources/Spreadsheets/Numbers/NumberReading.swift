/// The letters that greenhouse-gas inventories write in place of a number.
public enum NotationMark: String, Sendable, Hashable, CaseIterable {
    case notOccurring = "NO"
    case notEstimated = "NE"
    case includedElsewhere = "IE"
    case confidential = "C"
}

/// What one cell of a column of numbers holds.
public enum NumberReading: Sendable, Hashable {
    case empty
    case number(ReadNumber)
    /// Written so that it could be either number, and nothing else in the column decides.
    case ambiguous(point: ReadNumber, comma: ReadNumber)
    /// One or more notation keys, such as NE or NO, IE.
    case notation([NotationMark])
    /// A way of saying that there is no value, such as N/A or a dash.
    case missing(String)
    case problem(Fault)

    /// Reads one cell; `mark` is what is known about the column that the cell stands in.
    public init(_ cell: Cell, mark: DecimalMark? = nil) {
        switch cell.value {
        case .empty: self = .empty
        case .number(let number): self = .number(ReadNumber(number.value, isPercent: number.isPercent))
        case .text(let text): self = NumberReading(text, mark: mark)
        case .error(let text): self = text == "#N/A" ? .missing(text) : .problem(.notANumber(text))
        case .boolean, .date: self = .problem(.notANumber(cell.text))
        }
    }

    /// Reads a text; `mark` is what is known about the column that the text stands in.
    public init(_ text: String, mark: DecimalMark? = nil) {
        let word = Self.trimmed(text)
        self = NumberText(word).map { Self.decide($0, word, mark) } ?? Self.withoutNumber(word)
    }

    /// Reads a text that is no number.
    static func withoutNumber(_ word: String) -> NumberReading {
        if word.isEmpty { return .empty }
        if let keys = notation(word) { return .notation(keys) }
        return missing.contains(word.lowercased()) ? .missing(word) : .problem(.notANumber(word))
    }

    /// The number, when there is exactly one.
    public var number: ReadNumber? { if case .number(let number) = self { number } else { nil } }

    /// What to tell people, when there is something to tell.
    public func fault(of cell: Cell) -> Fault? {
        switch self {
        case .problem(let fault): fault
        case .ambiguous(let point, let comma):
            .ambiguousNumber(Self.trimmed(cell.text), point: Cell.plain(point.value), comma: Cell.plain(comma.value))
        default: nil
        }
    }

    /// Reads a number once it is known, or not, which mark stands before the decimals.
    static func decide(_ number: NumberText, _ word: String, _ mark: DecimalMark?) -> NumberReading {
        switch (number.point, number.comma) {
        case (let point?, let comma?) where point == comma: return .number(point)
        case (let point?, let comma?):
            guard let mark else { return .ambiguous(point: point, comma: comma) }
            return .number(mark == .point ? point : comma)
        case (let one?, nil), (nil, let one?): return .number(one)
        case (nil, nil): return .problem(.malformedNumber(word))
        }
    }

    private static let missing: Set<String> = [
        "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", ":", "/", "?", "n/a", "n.a.", "n.a", "na", "n/d",
        "n.d.",
        "nd", "null", "none", "nil", "nan", "#n/a", "not available", "not applicable", "nu se aplică", "nu se aplica",
        "nu este cazul", "indisponibil", "lipsă", "lipsa", "fără date", "fara date", "necunoscut", "unknown",
    ]

    private static func notation(_ word: String) -> [NotationMark]? {
        let parts = word.split { $0 == "," || $0 == "/" || $0 == " " || $0 == ";" }
        let marks = parts.compactMap { NotationMark(rawValue: String($0)) }
        return marks.count == parts.count && !marks.isEmpty ? marks : nil
    }

    static func trimmed(_ text: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\u{feff}" || scalar == "\u{200b}"
        }
        // Most texts have nothing to be taken away.
        if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
            (0x21...0x7E).contains(last)
        {
            return text
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
