/// The rates at which cash flows are worth nothing. There may be none, one or several, and all are given.
public enum InternalRate: Sendable, Hashable {
    /// At no rate above −100 %: the flows never change sign, or what comes in never makes up for what goes out.
    case none
    /// At one rate.
    case one(Double)
    /// At several, rising: none of them alone says whether the project is good; its present value does.
    case several([Double])

    /// All rates, rising.
    public var rates: [Double] {
        switch self {
        case .none: []
        case .one(let rate): [rate]
        case .several(let rates): rates
        }
    }

    /// The rate, where there is one and only one.
    public var single: Double? { if case .one(let rate) = self { rate } else { nil } }

    /// Finds every root of Σ values[t] ÷ (1 + r)^t above −1.
    ///
    /// With one change of sign there is exactly one (Descartes). Otherwise roots are isolated by the changes of sign
    /// of Bernstein
    /// coefficients (Vincent, Collins and Akritas; Lane and Riesenfeld 1981), which loses none and invents none.
    public init(_ values: [Double]) {
        guard values.allSatisfy(\.isFinite), let first = values.firstIndex(where: { $0 != 0 }),
            let last = values.lastIndex(where: { $0 != 0 }), first < last
        else {
            self = .none
            return
        }
        var changes = 0
        var sign = values[first].sign
        for index in (first + 1)...last where values[index] != 0 && values[index].sign != sign {
            changes += 1
            sign = values[index].sign
        }
        let rates: [Double]
        switch changes {
        case 0: rates = []
        case 1: rates = [Self.onlyRate(values, first, last)]
        default: rates = Self.allRates(Array(values[first...last]))
        }
        switch rates.count {
        case 0: self = .none
        case 1: self = .one(rates[0])
        default: self = .several(rates)
        }
    }

    /// One root: Newton's steps in x = 1 ÷ (1 + r), held inside a bracket, which is halved where a step would leave it.
    private static func onlyRate(_ values: [Double], _ first: Int, _ last: Int) -> Double {
        values.withUnsafeBufferPointer { values in
            let isRising = values[last] > 0
            var (low, high) = (0.0, Double.infinity)
            var x = 0.95
            for _ in 0..<200 {
                var (value, slope) = (values[last], 0.0)
                var index = last - 1
                while index >= first {
                    slope = slope * x + value
                    value = value * x + values[index]
                    index -= 1
                }
                if value == 0 { break }
                if (value > 0) == isRising { high = x } else { low = x }
                var next = x - value / slope
                if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : x * 2 }
                let step = (next - x).magnitude
                x = next
                if step <= 1e-15 * x { break }
            }
            return 1 / x - 1
        }
    }

    /// Rates above zero are roots with 1 ÷ (1 + r) below one; those below zero are roots with 1 + r below one.
    private static func allRates(_ values: [Double]) -> [Double] {
        let above = UnitRoots(values).roots.map { 1 / $0 - 1 }
        let below = UnitRoots(values.reversed()).roots.map { $0 - 1 }
        let atZero = UnitRoots.isZero(values, at: 1) ? [0.0] : []
        return (below + atZero + above).sorted()
    }
}
