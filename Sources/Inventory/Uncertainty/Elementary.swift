/// The exponential and the logarithm from additions, multiplications and divisions alone.
///
/// IEEE 754 fixes the result of those to the last bit; it does not fix that of a mathematics library, which may differ from
/// one machine to the next. What must give the same bytes everywhere uses these. Errors are below 2 units in the last place.
package enum Elementary {
    /// ln 2 in two parts, the first short enough for `k × high` to be exact (IEEE double; Cody and Waite 1980).
    private static let high = 0x1.62e42feep-1
    private static let low = 0x1.a39ef35793c76p-33

    /// e to the power of `x`: x = k ln 2 + r, e^r by its series to r^13.
    package static func exp(_ x: Double) -> Double {
        guard x < 709.7 else { return x.isNaN ? x : .infinity }
        guard x > -745 else { return 0 }
        let steps = (x * 0x1.71547652b82fep0).rounded()
        let rest = (x - steps * high) - steps * low
        var sum = 1.0
        var index = 13.0
        while index >= 1 {
            sum = 1 + rest / index * sum
            index -= 1
        }
        let whole = Int(steps)
        // Two steps, so that results below the smallest normal number are reached.
        let half = whole / 2
        return sum * power(half) * power(whole - half)
    }

    /// The natural logarithm; 2 artanh((m − 1) ÷ (m + 1)) by its series, m between √½ and √2.
    package static func log(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x.isFinite else { return x }
        var exponent = Double(x.exponent)
        var part = x.significand
        if part > 0x1.6a09e667f3bcdp0 {
            part /= 2
            exponent += 1
        }
        let ratio = (part - 1) / (part + 1)
        let square = ratio * ratio
        var sum = 0.0
        var odd = 23.0
        while odd >= 1 {
            sum = sum * square + 1 / odd
            odd -= 2
        }
        return exponent * high + (2 * ratio * sum + exponent * low)
    }

    /// `base` to a power, for positive bases; 0 and 1 are exact.
    package static func pow(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 1 { return base }
        if exponent == 0 { return 1 }
        return exp(exponent * log(base))
    }

    private static func power(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }
}
