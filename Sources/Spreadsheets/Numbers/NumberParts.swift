/// Sign, digits with their marks, exponent and unit of a text that begins like a number.
struct NumberParts {
    var isNegative = false
    /// Digits, points, commas; spaces and apostrophes between digits.
    var core: [UInt8] = []
    var exponent = ""
    var isPercent = false
    var unit: String?

    /// The text with the few characters that matter as ASCII, so that it can be cut byte by byte.
    private var rest: ArraySlice<UInt8>

    /// Nil when the text is no number with at most a unit around it.
    init?(_ text: String) {
        rest = Self.normal(text)[...]
        skipSpaces()
        var isParenthesised = false
        if take(ASCII.open) {
            isParenthesised = true
            isNegative = true
            skipSpaces()
        }
        takeSign()
        let before = takeCurrency()
        if before != nil { takeSign() }
        takeCore()
        guard core.contains(where: { ASCII.isDigit($0) }) else { return nil }
        takeExponent()
        guard let behind = takeUnit(isParenthesised: isParenthesised) else { return nil }
        if before != nil, !behind.isEmpty { return nil }
        unit = before ?? (behind.isEmpty ? nil : behind)
    }

    private static func normal(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append((0x09...0x0D).contains(scalar.value) ? ASCII.space : UInt8(scalar.value))
                continue
            }
            switch scalar {
            case "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}", "\u{2008}": bytes.append(ASCII.space)
            case "−", "–", "‐", "‑", "—", "－": bytes.append(ASCII.minus)
            case "’", "ʼ", "´": bytes.append(ASCII.apostrophe)
            case "\u{feff}", "\u{200b}", "\u{200e}", "\u{200f}": continue
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        while bytes.last == ASCII.space { bytes.removeLast() }
        return bytes
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipSpaces() { while take(ASCII.space) {} }

    private mutating func takeSign() {
        if take(ASCII.minus) { isNegative = true } else { _ = take(ASCII.plus) }
        skipSpaces()
    }

    private static let currencies = [
        "€", "$", "£", "EUR", "RON", "USD", "LEI", "GBP", "eur", "ron", "usd", "lei", "Lei",
    ]

    private mutating func takeCurrency() -> String? {
        guard let first = rest.first, !ASCII.isDigit(first), first != ASCII.point, first != ASCII.comma else {
            return nil
        }
        guard let currency = Self.currencies.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
        rest.removeFirst(currency.utf8.count)
        skipSpaces()
        return currency
    }

    private mutating func takeCore() {
        while let byte = rest.first {
            if byte == ASCII.space || byte == ASCII.apostrophe {
                // Between digits only: the space before a unit is not part of the number.
                guard let last = core.last, ASCII.isDigit(last), let next = rest.dropFirst().first, ASCII.isDigit(next)
                else { return }
            } else if !ASCII.isDigit(byte), byte != ASCII.point, byte != ASCII.comma {
                return
            }
            core.append(byte)
            rest.removeFirst()
        }
    }

    private mutating func takeExponent() {
        guard rest.first == 0x65 || rest.first == 0x45 else { return }
        var ahead = rest.dropFirst()
        var sign = ""
        if ahead.first == ASCII.minus || ahead.first == ASCII.plus {
            sign = ahead.removeFirst() == ASCII.minus ? "-" : ""
        }
        let digits = ahead.prefix { ASCII.isDigit($0) }
        guard !digits.isEmpty, digits.count <= 3 else { return }
        exponent = sign + String(decoding: digits, as: UTF8.self)
        rest = ahead.dropFirst(digits.count)
    }

    /// What stands behind the number, mostly nothing; nil when it is no unit.
    private mutating func takeUnit(isParenthesised: Bool) -> String? {
        skipSpaces()
        var isOpen = isParenthesised
        if isOpen, take(ASCII.close) {
            isOpen = false
            skipSpaces()
        }
        // Bookkeepers write the sign behind the number.
        if !isParenthesised, rest.count == 1, take(ASCII.minus) { isNegative = true }
        if take(0x25) {
            isPercent = true
            skipSpaces()
        }
        if isOpen {
            guard rest.last == ASCII.close else { return nil }
            rest.removeLast()
        }
        let unit = String(decoding: rest, as: UTF8.self)
        return Self.isUnit(unit) ? unit : nil
    }

    /// Begins with a letter or a sign of a unit, has no second number in it and is not a sentence.
    private static func isUnit(_ unit: String) -> Bool {
        guard let first = unit.unicodeScalars.first else { return true }
        guard unit.utf8.count <= 40, first.properties.isAlphabetic || "€$£°µ/‰".unicodeScalars.contains(first) else {
            return false
        }
        var previous = ASCII.space
        var words = 1
        for byte in unit.utf8 {
            if previous == ASCII.space, ASCII.isDigit(byte) { return false }
            if byte == ASCII.space { words += 1 }
            previous = byte
        }
        return words <= 4
    }
}

/// The characters that numbers are made of.
enum ASCII {
    static let space: UInt8 = 0x20
    static let apostrophe: UInt8 = 0x27
    static let open: UInt8 = 0x28
    static let close: UInt8 = 0x29
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let point: UInt8 = 0x2E

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
