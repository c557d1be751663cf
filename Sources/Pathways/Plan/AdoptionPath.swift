import Inventory

extension Plan.Adoption {
    /// The part of the full effect in each of `count` years from `baseYear` on.
    /// - Parameters:
    ///   - start: the first year with an effect.
    ///   - end: the year of the full effect.
    ///   - until: the last year with an effect; nil is for good.
    func path(start: Int, end: Int, until: Int?, from baseYear: Int, count: Int) -> [Double] {
        let curve = Logistic(self, start: start, end: end)
        return (0..<count).map { index in
            let year = baseYear + index
            if let until, year > until { return 0 }
            switch self {
            case .linear:
                guard year >= start else { return 0 }
                return year >= end ? 1 : Double(year - start + 1) / Double(end - start + 1)
            case .sCurve:
                guard year >= start else { return 0 }
                return year >= end ? 1 : curve.stretched(year)
            case .logistic: return year >= start ? curve.added(year) : 0
            case .stepwise(let steps):
                let passed = steps.filter { $0.year <= year }
                return passed.max { $0.year < $1.year }?.value ?? 0
            }
        }
    }
}

/// y = 1 ÷ (1 + e^(−k(t − t0))) through two points: k = (z2 − z1) ÷ (t2 − t1) with z = ln(y ÷ (1 − y)).
private struct Logistic {
    let present: Double
    let first: Int
    let logit: Double
    let slope: Double

    static let reached = 0.98

    init(_ adoption: Plan.Adoption, start: Int, end: Int) {
        if case .logistic(let present) = adoption { self.present = present } else { present = 1 - Self.reached }
        first = start - 1
        logit = Elementary.log(present / (1 - present))
        slope = (Elementary.log(Self.reached / (1 - Self.reached)) - logit) / Double(max(1, end - first))
    }

    func value(_ year: Int) -> Double { 1 / (1 + Elementary.exp(-(logit + slope * Double(year - first)))) }
    func added(_ year: Int) -> Double { (value(year) - present) / (1 - present) }
    func stretched(_ year: Int) -> Double { (value(year) - present) / (Self.reached - present) }
}
