/// A number with its dimension, held in the dimension's base unit; two dimensions do not add up, and the compiler says so.
public struct Quantity<Of: Dimension>: Sendable, Hashable {
    /// The value in the base unit (the first of `Of.units`).
    public var base: Double

    @inlinable public init(base: Double) { self.base = base }

    @inlinable public init(_ value: Double, _ unit: Unit<Of>) { base = unit.toBase(value) }

    /// The value in a unit.
    @inlinable public func value(in unit: Unit<Of>) -> Double { unit.fromBase(base) }

    @inlinable public static var zero: Quantity { Quantity(base: 0) }
}

extension Quantity: Comparable, AdditiveArithmetic {
    @inlinable public static func < (left: Quantity, right: Quantity) -> Bool { left.base < right.base }
    @inlinable public static func + (left: Quantity, right: Quantity) -> Quantity {
        Quantity(base: left.base + right.base)
    }
    @inlinable public static func - (left: Quantity, right: Quantity) -> Quantity {
        Quantity(base: left.base - right.base)
    }
    @inlinable public static func * (left: Quantity, right: Double) -> Quantity { Quantity(base: left.base * right) }
    @inlinable public static func * (left: Double, right: Quantity) -> Quantity { Quantity(base: left * right.base) }
    @inlinable public static func / (left: Quantity, right: Double) -> Quantity { Quantity(base: left.base / right) }
    /// How many times one quantity goes into another: a plain number.
    @inlinable public static func / (left: Quantity, right: Quantity) -> Double { left.base / right.base }
}

extension Quantity: CustomStringConvertible {
    public var description: String { "\(base) \(Of.units.first?.symbol ?? "")" }
}

/// An amount of mass, held in tonnes.
public typealias Mass = Quantity<MassDimension>
/// An amount of energy, held in MWh.
public typealias Energy = Quantity<EnergyDimension>
/// An amount of volume, held in m3.
public typealias Volume = Quantity<VolumeDimension>
/// An amount of distance, held in km.
public typealias Distance = Quantity<DistanceDimension>
/// An amount of area, held in ha.
public typealias Area = Quantity<AreaDimension>
