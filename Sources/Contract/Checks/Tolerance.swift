import Foundation

/// When two figures are the same.
enum Tolerance {
    /// One unit or 0.1 %, whichever is more: what rounding of printed figures makes of a sum.
    static func agree(_ left: Double, _ right: Double) -> Bool {
        difference(left, right) <= max(1, 0.001 * max(left.magnitude, right.magnitude)) + 1e-9
    }

    /// One unit: two places that print the same figure.
    static func same(_ left: Double, _ right: Double) -> Bool { difference(left, right) <= 1 + 1e-9 }

    /// Percentages as printed with one decimal.
    static func samePercent(_ left: Double, _ right: Double) -> Bool { difference(left, right) <= 0.1 + 1e-9 }

    private static func difference(_ left: Double, _ right: Double) -> Double { (left - right).magnitude }

    /// A number as people read it in a message, without digits that say nothing.
    static func shown(_ value: Double, decimals: Int = 2) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
        let scale = pow(10, Double(decimals))
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }
}
