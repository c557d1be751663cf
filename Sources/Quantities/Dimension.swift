/// What a number measures, such as mass or energy: the type that keeps quantities of different kinds apart.
public protocol Dimension: Sendable {
    /// The dimension's name in English, as messages say it.
    static var name: String { get }
    /// Every unit known, the base unit (the one values are stored in) first.
    static var units: [Unit<Self>] { get }
}

/// A unit of one dimension, as an exact ratio to the dimension's base unit.
public struct Unit<Of: Dimension>: Sendable, Hashable {
    /// How the unit is written, for example `MWh`.
    public let symbol: String
    /// Other ways people write it, Romanian ones included; compared without case and spaces.
    public let otherNames: [String]
    /// One of this unit is `numerator / denominator` of the base unit; two numbers, so that 1 kg is 1 t ÷ 1000 exactly.
    public let numerator: Double
    /// See `numerator`.
    public let denominator: Double

    public init(_ symbol: String, _ numerator: Double = 1, per denominator: Double = 1, also otherNames: [String] = [])
    {
        self.symbol = symbol
        self.otherNames = otherNames
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A value in this unit, in the base unit.
    @inlinable public func toBase(_ value: Double) -> Double { value * numerator / denominator }

    /// A value in the base unit, in this unit.
    @inlinable public func fromBase(_ value: Double) -> Double { value * denominator / numerator }

    /// The unit that a text names, or nil; case and spaces do not count unless two units differ by case alone.
    public static func named(_ text: String) -> Unit? {
        let exact = text.filter { !$0.isWhitespace }
        if let unit = Of.units.first(where: { $0.symbol == exact || $0.otherNames.contains(exact) }) { return unit }
        let plain = UnitName.plain(text)
        return Of.units.first { unit in
            UnitName.plain(unit.symbol) == plain || unit.otherNames.contains { UnitName.plain($0) == plain }
        }
    }
}
