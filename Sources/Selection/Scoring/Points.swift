/// A number of points, kept as whole millionths, so that sums do not depend on their order and equal is equal.
public struct Points: Sendable, Hashable, Comparable {
    /// The number, times a million.
    public var millionths: Int

    /// The most that a document may hold; larger numbers are read as this one.
    static let largest = 1_000_000_000_000

    public init(millionths: Int) { self.millionths = millionths }

    /// The nearest whole millionth.
    public init(_ value: Double) {
        let scaled = (value * 1_000_000).rounded(.toNearestOrAwayFromZero)
        let limit = Double(Self.largest)
        millionths = scaled.isFinite ? Int(min(max(scaled, -limit), limit)) : 0
    }

    /// The number, to show it.
    public var value: Double { Double(millionths) / 1_000_000 }

    public static func < (left: Points, right: Points) -> Bool { left.millionths < right.millionths }

    /// The number rounded half away from nought to so many decimals.
    public func rounded(decimals: Int) -> Points {
        var unit = 1_000_000
        for _ in 0..<max(0, min(6, decimals)) { unit /= 10 }
        return Points(millionths: Points.quotient(millionths, unit) * unit)
    }

    /// The whole quotient, halves rounded away from nought.
    static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
        let half = divisor / 2
        return dividend >= 0 ? (dividend + half) / divisor : -((-dividend + half) / divisor)
    }

    /// The mean of some numbers; nil of none.
    static func mean(_ values: [Points]) -> Points? {
        values.isEmpty ? nil : Points(millionths: quotient(values.reduce(0) { $0 + $1.millionths }, values.count))
    }

    /// The middle of some numbers, of an even number the mean of the two in the middle; nil of none.
    static func median(_ values: [Points]) -> Points? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : mean([sorted[middle - 1], sorted[middle]])
    }
}

extension Points: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Double.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
