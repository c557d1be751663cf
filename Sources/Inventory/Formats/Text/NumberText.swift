/// Numbers in files that programs read: a point before decimals, nothing between thousands, exact both ways.
public enum NumberText {
    /// The number that a text is, or nil; other ways of writing numbers are for whoever reads people's files.
    public static func read(_ text: some StringProtocol) -> Double? {
        guard text.utf8.first.map({ $0 != UInt8(ascii: "+") }) ?? false, text.utf8.allSatisfy(isPart) else {
            return nil
        }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The shortest text that reads back as the same number; whole numbers without a decimal point.
    public static func write(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 1e15 { return String(Int64(value)) }
        return "\(value)"
    }

    /// Excludes what Swift reads and files do not have: `inf`, `nan`, hexadecimal.
    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}

extension String {
    /// Without white space at the ends.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        // Most cells have none: looking at the two ends is much cheaper than walking characters.
        if first > 0x20, last > 0x20, first < 0x80, last < 0x80 { return self }
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
