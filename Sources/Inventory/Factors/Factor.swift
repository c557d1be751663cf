import Quantities

/// How far a reference value may be trusted (DESIGN §5): unverified values are shown as such and decide nothing alone.
public enum FactorStatus: String, Sendable, Hashable, CaseIterable, Codable {
    case sourced, derived, unverified
}

/// A range that holds the true value with 95 % probability, in the unit of what it belongs to.
public struct Uncertainty: Sendable, Hashable, Codable {
    /// The lower end.
    public let lower: Double
    /// The upper end.
    public let upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    /// The same range in another unit or for a scaled value.
    public func scaled(by factor: Double) -> Uncertainty { Uncertainty(lower: lower * factor, upper: upper * factor) }

    /// Half the width as a part of the value (IPCC 2006 Vol. 1 Ch. 3 §3.2.2.1); nil for a value of zero.
    public func relativeHalfWidth(of value: Double) -> Double? {
        value == 0 ? nil : (upper - lower) / 2 / value.magnitude
    }
}

/// One reference value with its origin: an emission factor, a calorific value, a fraction of carbon.
public struct Factor: Sendable, Hashable, Codable {
    /// Stable and unique within an edition, for example `ipcc2006/combustion/residential/natural-gas/co2`.
    public let id: String
    /// What it is for, as path of words: `combustion/residential/natural-gas`, `grid-electricity`, `landfill/doc/food`.
    public let subject: String
    /// What it says of the subject: a gas (`co2`, `ch4`, `n2o`), `co2e`, `ncv`, `density`, `doc`, `k`…
    public let property: String
    /// The value, in `unit`.
    public let value: Double
    /// The 95 % range, in `unit`.
    public let uncertainty: Uncertainty?
    /// The unit as written, for example `kg/TJ`.
    public let unit: String
    /// Where it applies: a SIRUTA code of a city, a county code (`RO-CJ`), a country (`RO`), a region (`EU`) or `world`.
    public let region: String
    /// The year it describes; nil where it does not change with time.
    public let year: Int?
    /// The methodology, where several are kept apart (`location-based`, `residual-mix`, `life-cycle`…); else empty.
    public let methodology: String
    /// The document and table, and where the value was read.
    public let source: String
    /// How far it may be trusted.
    public let status: FactorStatus

    public init(
        id: String, subject: String, property: String, value: Double, uncertainty: Uncertainty? = nil, unit: String,
        region: String = "world", year: Int? = nil, methodology: String = "", source: String,
        status: FactorStatus = .sourced
    ) {
        self.id = id
        self.subject = subject
        self.property = property
        self.value = value
        self.uncertainty = uncertainty
        self.unit = unit
        self.region = region
        self.year = year
        self.methodology = methodology
        self.source = source
        self.status = status
    }

    /// The value in the base unit of a measure (t/MWh for mass per energy); nil when the unit does not measure that.
    public func value(as measure: Measure) -> Double? { measure.unit(named: unit)?.toBase(value) }

    /// The range in the base unit of a measure.
    public func uncertainty(as measure: Measure) -> Uncertainty? {
        guard let unit = measure.unit(named: unit), let uncertainty else { return nil }
        return Uncertainty(lower: unit.toBase(uncertainty.lower), upper: unit.toBase(uncertainty.upper))
    }
}
