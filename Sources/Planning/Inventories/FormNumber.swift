import Foundation
import Inventory
import Web

/// Numbers in the fields of forms: written so that the same form reads the same number again.
enum FormNumber {
    /// Every digit of the number, with the decimal sign of the language and nothing between thousands.
    static func write(_ value: Double, _ t: Texts) -> String {
        var text = NumberText.write(value)
        // People write no exponents.
        if text.contains("e"), let plain = Decimal(string: text) { text = "\(plain)" }
        let parts = text.split(separator: ".")
        guard parts.count == 2 else { return text }
        // "1.234" could be one thousand and more; a further zero says that it is not.
        let fraction = parts[1].count == 3 ? parts[1] + "0" : parts[1]
        return "\(parts[0])\(t.language == .ro ? "," : ".")\(fraction)"
    }

    /// A number of a calculation as a person reads it: six digits that matter, whatever its size.
    static func shown(_ value: Double, _ figures: Figures) -> String {
        guard value != 0, value.isFinite else { return figures.decimal(value) }
        let digits = Int(log10(value.magnitude).rounded(.down))
        return figures.decimal(value, decimals: min(15, max(0, 5 - digits)))
    }

    /// How far a range reaches below and above the value, in percent of it; nil without a range.
    static func percents(_ range: Uncertainty?, of value: Double) -> (below: Double, above: Double)? {
        guard let range, value != 0 else { return nil }
        func percent(_ width: Double) -> Double { (width / value.magnitude * 1e8).rounded() / 1e6 }
        return (percent(value - range.lower), percent(range.upper - value))
    }

    /// The range that reaches so many percent below and above the value.
    static func range(below: Double, above: Double, of value: Double) -> Uncertainty {
        let size = value.magnitude / 100
        return Uncertainty(lower: value - size * below, upper: value + size * above)
    }

    /// The range that reaches as far below the value as above it.
    static func range(_ percent: Double, of value: Double) -> Uncertainty {
        range(below: percent, above: percent, of: value)
    }
}
