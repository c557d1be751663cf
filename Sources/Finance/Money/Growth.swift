/// Compound growth over whole years, by multiplications alone: the same to the last bit on every machine.
public enum Growth {
    /// (1 + rate)^years.
    public static func factor(_ rate: Double, years: Int) -> Double {
        var (result, base, rest) = (1.0, 1 + rate, years.magnitude)
        while rest > 0 {
            if rest & 1 == 1 { result *= base }
            base *= base
            rest >>= 1
        }
        return years < 0 ? 1 / result : result
    }

    /// The real rate behind a nominal one: (1 + nominal) ÷ (1 + inflation) − 1.
    public static func real(nominal: Double, inflation: Double) -> Double { (1 + nominal) / (1 + inflation) - 1 }
}
