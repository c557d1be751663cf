/// How a quantity is spread around its value, from a range that holds 95 % of it; drawn relative to the value.
///
/// A symmetric range is a normal distribution with standard deviation width ÷ (2 × 1.96), cut at zero
/// (IPCC 2006 Vol. 1 Ch. 3 §3.2.2.4). A skewed range of positive numbers is lognormal with these two quantiles. Any
/// other range takes half a normal distribution on each side of the value.
package struct Spread: Sendable, Hashable {
    package enum Shape: Sendable, Hashable {
        case normal(deviation: Double)
        case lognormal(mean: Double, deviation: Double)
        case halves(below: Double, above: Double)
    }

    package let shape: Shape
    /// Half the range's width ÷ value.
    package let relativeHalfWidth: Double

    /// The 97.5 % quantile of the standard normal distribution.
    package static let quantile = 1.959963984540054

    /// Nil where there is nothing to draw: a value of zero, a range without width, or one that does not hold the value.
    package init?(value: Double, range: Uncertainty) {
        guard value != 0, value.isFinite, range.lower.isFinite, range.upper.isFinite, range.upper > range.lower,
            range.lower <= value, value <= range.upper, let half = range.relativeHalfWidth(of: value)
        else { return nil }
        relativeHalfWidth = half
        let ends = [range.lower / value, range.upper / value].sorted()
        let (below, above) = (1 - ends[0], ends[1] - 1)
        if (above - below).magnitude <= 0.1 * (above + below) {
            shape = .normal(deviation: (above + below) / 2 / Self.quantile)
        } else if ends[0] > 0 {
            let (low, high) = (Elementary.log(ends[0]), Elementary.log(ends[1]))
            shape = .lognormal(mean: (low + high) / 2, deviation: (high - low) / 2 / Self.quantile)
        } else {
            shape = .halves(below: below / Self.quantile, above: above / Self.quantile)
        }
    }

    /// Fills with values relative to the central one.
    package func fill(_ values: UnsafeMutableBufferPointer<Double>, _ random: inout RandomNormals) {
        switch shape {
        case .normal(let deviation):
            // Beyond a third of the value the lower tail would reach below zero often enough to matter.
            let mayCross = deviation > 0.2
            for index in values.indices {
                var value = 1 + deviation * random.next()
                while mayCross && value < 0 { value = 1 + deviation * random.next() }
                values[index] = value
            }
        case .lognormal(let mean, let deviation):
            for index in values.indices { values[index] = Elementary.exp(mean + deviation * random.next()) }
        case .halves(let below, let above):
            for index in values.indices {
                var value = -1.0
                while value < 0 {
                    let normal = random.next()
                    value = 1 + normal * (normal < 0 ? below : above)
                }
                values[index] = value
            }
        }
    }
}
