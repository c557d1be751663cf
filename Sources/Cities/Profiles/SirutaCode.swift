/// A code of the Romanian register of territorial units.
package enum SirutaCode {
    private static let weights = [7, 5, 3, 2, 1]

    /// Whether the last digit agrees with the others: the five digits before it are weighted, the digits of the products
    /// added, and the check digit is (11 − sum mod 10) mod 10. Some real codes of the register break the rule, so it
    /// warns and never decides.
    package static func hasRightCheckDigit(_ code: String) -> Bool {
        let digits = code.compactMap(\.wholeNumberValue)
        guard digits.count == code.count, (2...6).contains(digits.count), let check = digits.last else { return false }
        let padded = Array(repeating: 0, count: 6 - digits.count) + digits.dropLast()
        let sum = zip(padded, weights).map { digit, weight in digit * weight }.map { $0 / 10 + $0 % 10 }.reduce(0, +)
        return check == (11 - sum % 10) % 10
    }
}
