/// Rounding for display: the only place where numbers are rounded.
public enum Rounding {
    /// Whole numbers that stand for `values` and add up to the rounded sum of them, by the largest remainder.
    ///
    /// Ties go to the earlier value. Values that are not finite count as nothing and stay zero.
    /// - Parameter digits: decimals that are shown; results are in units of the last one (12.34 with 1 digit is 123).
    public static func largestRemainder(_ values: [Double], digits: Int = 0) -> [Int] {
        let factor = tenToThe(digits)
        let scaled = values.map { $0.isFinite ? $0 * factor : 0 }
        let target = whole(scaled.reduce(0, +).rounded())
        var shown = scaled.map { whole($0.rounded(.down)) }
        let missing = target - shown.reduce(0, +)
        guard missing > 0 else { return shown }
        let order = scaled.indices.sorted { left, right in
            let (first, second) = (
                scaled[left] - scaled[left].rounded(.down), scaled[right] - scaled[right].rounded(.down)
            )
            return first == second ? left < right : first > second
        }
        for index in order.prefix(missing) { shown[index] += 1 }
        return shown
    }

    private static func tenToThe(_ digits: Int) -> Double {
        (0..<max(0, digits)).reduce(1) { power, _ in power * 10 }
    }

    /// A number beyond what a whole number holds is shown as the greatest one instead of stopping the program.
    private static func whole(_ value: Double) -> Int {
        Int(exactly: min(max(value, -9e15), 9e15)) ?? 0
    }
}
