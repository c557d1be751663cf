/// All roots of a polynomial between 0 and 1, both excluded; a root where the curve only touches zero counts once.
struct UnitRoots {
    private(set) var roots: [Double] = []
    private let powers: [Double]
    private let slopes: [Double]

    /// - Parameter powers: coefficients from the constant on.
    init(_ powers: [Double]) {
        self.powers = powers
        slopes = powers.enumerated().dropFirst().map { Double($0.offset) * $0.element }
        var form = Self.bernstein(powers)
        if Self.isZero(powers, at: 1) { form[form.count - 1] = 0 }
        search(form, 0, 1, depth: 0)
        roots.sort()
    }

    /// Whether the value is zero as far as Doubles tell.
    static func isZero(_ powers: [Double], at x: Double) -> Bool {
        var (value, size) = (0.0, 0.0)
        for power in powers.reversed() {
            value = value * x + power
            size = size * x + power.magnitude
        }
        return value.magnitude <= 1e-14 * size
    }

    /// b_j = Σ over i ≤ j of C(j, i) ÷ C(n, i) × a_i.
    private static func bernstein(_ powers: [Double]) -> [Double] {
        let degree = powers.count - 1
        return (0...degree).map { index in
            var (ratio, sum) = (1.0, 0.0)
            for power in 0...index {
                sum += ratio * powers[power]
                ratio *= Double(index - power) / Double(max(1, degree - power))
            }
            return sum
        }
    }

    private static func changes(_ form: [Double]) -> Int {
        var (count, last) = (0, 0.0)
        for value in form where value != 0 {
            if last * value.signum < 0 { count += 1 }
            last = value.signum
        }
        return count
    }

    private mutating func search(_ form: [Double], _ low: Double, _ high: Double, depth: Int) {
        let changes = Self.changes(form)
        if changes == 0 { return }
        if changes == 1 {
            if let sign = form.first(where: { $0 != 0 })?.signum {
                roots.append(Self.between(low, high, signAtLow: sign, powers))
            }
            return
        }
        if changes == 2, pair(form, low, high) { return }
        let middle = (low + high) / 2
        guard depth < 48 else {
            if Self.isZero(powers, at: middle) { roots.append(middle) }
            return
        }
        var (left, right) = Self.halves(form)
        if Self.isZero(powers, at: middle) {
            roots.append(middle)
            left[left.count - 1] = 0
            right[0] = 0
        }
        search(left, low, middle, depth: depth + 1)
        search(right, middle, high, depth: depth + 1)
    }

    /// Two changes of sign and one extremum: two roots, one that touches, or none. False where there may be more
    /// extrema.
    private mutating func pair(_ form: [Double], _ low: Double, _ high: Double) -> Bool {
        let rises = zip(form.dropFirst(), form).map { $0 - $1 }
        guard Self.changes(rises) == 1, let sign = form.first(where: { $0 != 0 })?.signum,
            let direction = rises.first(where: { $0 != 0 })?.signum
        else { return false }
        let extremum = Self.between(low, high, signAtLow: direction, slopes)
        if Self.isZero(powers, at: extremum) {
            roots.append(extremum)
        } else if Self.value(powers, extremum) * sign < 0 {
            roots.append(Self.between(low, extremum, signAtLow: sign, powers))
            roots.append(Self.between(extremum, high, signAtLow: -sign, powers))
        }
        return true
    }

    /// de Casteljau: the two halves of a Bernstein form.
    private static func halves(_ form: [Double]) -> ([Double], [Double]) {
        var (left, right) = (form, form)
        let degree = form.count - 1
        for level in 0...degree {
            left[level] = right[0]
            for index in 0..<(degree - level) { right[index] = (right[index] + right[index + 1]) / 2 }
        }
        return (left, right)
    }

    private static func value(_ powers: [Double], _ x: Double) -> Double {
        powers.reversed().reduce(0) { $0 * x + $1 }
    }

    /// The one root of `powers` in an interval, by Newton's steps inside a bracket.
    private static func between(_ start: Double, _ end: Double, signAtLow: Double, _ powers: [Double]) -> Double {
        var (low, high, x) = (start, end, (start + end) / 2)
        for _ in 0..<200 {
            var (value, slope) = (0.0, 0.0)
            for power in powers.reversed() {
                slope = slope * x + value
                value = value * x + power
            }
            if value == 0 { break }
            if value * signAtLow > 0 { low = x } else { high = x }
            var next = x - value / slope
            if !(next > low && next < high) { next = (low + high) / 2 }
            let step = (next - x).magnitude
            x = next
            if step <= 1e-16 * x { break }
        }
        return x
    }
}

extension Double {
    fileprivate var signum: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
