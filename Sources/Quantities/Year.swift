/// A calendar year.
public struct Year: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year of the Gregorian calendar.
    public let number: Int

    /// Nil outside 1750 to 2200: before there is no inventory, after no plan.
    public init?(_ number: Int) {
        guard (1750...2200).contains(number) else { return nil }
        self.number = number
    }

    public var description: String { String(number) }

    public static func < (left: Year, right: Year) -> Bool { left.number < right.number }
}
