/// The mark before the decimals of a number.
public enum DecimalMark: Sendable, Hashable, CaseIterable {
    /// As in 1,234.56.
    case point
    /// As in 1.234,56.
    case comma
}

/// A number that was read from a text.
public struct ReadNumber: Sendable, Hashable {
    /// The number; twelve per cent is 0.12.
    public let value: Double
    /// What stood behind or before the number, such as `MWh` or `€`; it is not interpreted, not even `thousand`.
    public let unit: String?
    /// Whether the number was written in per cent.
    public let isPercent: Bool

    /// A number with its unit.
    public init(_ value: Double, unit: String? = nil, isPercent: Bool = false) {
        self.value = value
        self.unit = unit
        self.isPercent = isPercent
    }
}

/// A text taken apart as a number, before it is decided which mark stands before the decimals.
struct NumberText {
    /// The readings that are possible; both are the same number when it does not matter.
    let point: ReadNumber?
    let comma: ReadNumber?

    /// What a text can be read as; nil when it is no number at all.
    init?(_ text: String) {
        guard text.utf8.count <= 200, let parts = NumberParts(text) else { return nil }
        point = Self.reading(parts, .point)
        // Without a mark there is nothing to choose.
        let hasMark = parts.core.contains(ASCII.point) || parts.core.contains(ASCII.comma)
        comma = hasMark ? Self.reading(parts, .comma) : point
    }

    /// Which mark the text proves; nil when it fits both or neither.
    var proves: DecimalMark? {
        switch (point, comma) {
        case (.some, nil): .point
        case (nil, .some): .comma
        default: nil
        }
    }

    private static func reading(_ parts: NumberParts, _ mark: DecimalMark) -> ReadNumber? {
        guard let digits = digits(parts.core, mark) else { return nil }
        let exponent = parts.exponent.isEmpty ? "" : "e" + parts.exponent
        guard let magnitude = Double(digits + exponent), magnitude.isFinite else { return nil }
        let value = parts.isNegative ? -magnitude : magnitude
        return ReadNumber(parts.isPercent ? value / 100 : value, unit: parts.unit, isPercent: parts.isPercent)
    }

    /// The digits with a point before the decimals; nil when the core is not written with this mark.
    private static func digits(_ core: [UInt8], _ mark: DecimalMark) -> String? {
        let decimal = mark == .point ? ASCII.point : ASCII.comma
        guard let place = core.firstIndex(of: decimal) else { return ungrouped(core[...]) }
        let fraction = core[(place + 1)...]
        guard !fraction.isEmpty, fraction.allSatisfy({ ASCII.isDigit($0) }) else { return nil }
        let whole = place == core.startIndex ? "0" : ungrouped(core[..<place])
        return whole.map { $0 + "." + String(decoding: fraction, as: UTF8.self) }
    }

    /// Digits without the one kind of mark that stands between groups of three.
    private static func ungrouped(_ whole: ArraySlice<UInt8>) -> String? {
        guard let mark = whole.first(where: { !ASCII.isDigit($0) }) else {
            return whole.isEmpty ? nil : String(decoding: whole, as: UTF8.self)
        }
        let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), first.first != 0x30 else { return nil }
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let digits = groups.joined()
        return digits.allSatisfy { ASCII.isDigit($0) } ? String(decoding: Array(digits), as: UTF8.self) : nil
    }
}
