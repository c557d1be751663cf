/// A part of a whole, 0 to 1, which people write in percent.
public struct Share: Sendable, Hashable, Comparable {
    /// The part as a fraction: 0.25 is a quarter.
    public let fraction: Double

    /// Nil when the fraction is not between 0 and 1.
    public init?(_ fraction: Double) {
        guard fraction >= 0, fraction <= 1 else { return nil }
        self.fraction = fraction
    }

    /// Nil when the value is not between 0 and 100.
    public init?(percent: Double) { self.init(percent / 100) }

    public var percent: Double { fraction * 100 }

    public static func < (left: Share, right: Share) -> Bool { left.fraction < right.fraction }
}

/// A calendar year.
public struct Year: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let number: Int

    /// Nil outside 1750 to 2200: before there is no inventory, after no plan.
    public init?(_ number: Int) {
        guard (1750...2200).contains(number) else { return nil }
        self.number = number
    }

    public var description: String { String(number) }

    public static func < (left: Year, right: Year) -> Bool { left.number < right.number }
}
