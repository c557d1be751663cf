/// The dimension of a number that arrives from outside (a file, a form, JSON), where types cannot know it beforehand.
public enum MeasuredDimension: String, Sendable, Hashable, CaseIterable, Codable {
    case mass, energy, volume, distance, area, people, heads, vehicles, passengerDistance, freightDistance

    /// The units of the dimension, base unit first.
    public var units: [MeasuredUnit] { Self.tables[self] ?? [] }

    /// Made once: reading a file asks for them in every row.
    private static let tables: [MeasuredDimension: [MeasuredUnit]] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, $0.table) })

    private var table: [MeasuredUnit] {
        switch self {
        case .mass: MassDimension.units.map(MeasuredUnit.init)
        case .energy: EnergyDimension.units.map(MeasuredUnit.init)
        case .volume: VolumeDimension.units.map(MeasuredUnit.init)
        case .distance:
            DistanceDimension.units.map(MeasuredUnit.init) + [MeasuredUnit("vkm", also: ["vehicle-km", "veh-km"])]
        case .area: AreaDimension.units.map(MeasuredUnit.init)
        case .people:
            [MeasuredUnit("people", also: ["person", "persons", "persoane", "locuitori", "inhabitants", "cap"])]
        case .heads: [MeasuredUnit("heads", also: ["head", "capete", "animals"])]
        case .vehicles: [MeasuredUnit("vehicles", also: ["vehicle", "vehicule"])]
        case .passengerDistance:
            [MeasuredUnit("pkm", also: ["passenger-km"]), MeasuredUnit("million pkm", 1e6, also: ["mil. pkm"])]
        case .freightDistance:
            [MeasuredUnit("tkm", also: ["tonne-km"]), MeasuredUnit("million tkm", 1e6, also: ["mil. tkm"])]
        }
    }
}

/// A unit known only by its name, with its exact ratio to the base unit of its measure.
public struct MeasuredUnit: Sendable, Hashable {
    /// How the unit is written.
    public let symbol: String
    /// Other ways people write it.
    public let otherNames: [String]
    /// One of this unit is `numerator / denominator` of the base unit.
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

    init<Of>(_ unit: Unit<Of>) {
        self.init(unit.symbol, unit.numerator, per: unit.denominator, also: unit.otherNames)
    }

    /// A value in this unit, in the base unit.
    public func toBase(_ value: Double) -> Double { value * numerator / denominator }
    /// A value in the base unit, in this unit.
    public func fromBase(_ value: Double) -> Double { value * denominator / numerator }
}

/// What a number from outside measures: a quantity, a quantity for each of another, a share, or a plain number.
public enum Measure: Sendable, Hashable {
    case quantity(MeasuredDimension)
    /// A rate such as kg/TJ; its base unit is the one dimension's base unit for each base unit of the other.
    case rate(MeasuredDimension, per: MeasuredDimension)
    /// A part of a whole, held as a fraction; written as a fraction or in percent.
    case share
    /// A number without a unit.
    case number

    /// The unit in which values are held, and in which a number without a unit is read.
    public var baseSymbol: String {
        switch self {
        case .quantity(let dimension): dimension.units[0].symbol
        case .rate(let above, let below): "\(above.units[0].symbol)/\(below.units[0].symbol)"
        case .share: "fraction"
        case .number: ""
        }
    }

    /// The unit that a text names in this measure, or nil.
    public func unit(named text: String) -> MeasuredUnit? {
        switch self {
        case .quantity(let dimension): Self.find(text, in: dimension.units)
        case .rate(let above, let below): Self.rateUnit(text, above, below)
        case .share: Self.find(text, in: Self.shares)
        case .number: text.allSatisfy(\.isWhitespace) || text == "1" ? MeasuredUnit("") : nil
        }
    }

    private static let shares = [MeasuredUnit("fraction", also: ["", "1"]), MeasuredUnit("%", per: 100)]

    /// The symbols of every unit that is understood, for messages.
    public var unitSymbols: [String] {
        switch self {
        case .quantity(let dimension): dimension.units.map(\.symbol)
        case .rate(let above, let below):
            above.units.flatMap { first in below.units.map { "\(first.symbol)/\($0.symbol)" } }
        case .share: ["fraction", "%"]
        case .number: []
        }
    }

    private static func rateUnit(_ text: String, _ above: MeasuredDimension, _ below: MeasuredDimension)
        -> MeasuredUnit?
    {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
        guard parts.count == 2 || parts.count == 3, let first = find(parts[0], in: above.units),
            let second = find(parts[1], in: below.units), let time = parts.count == 3 ? period(parts[2]) : 1
        else { return nil }
        return MeasuredUnit(
            text, first.numerator * second.denominator * time, per: first.denominator * second.numerator)
    }

    /// How often the period is in the inventory's year; IPCC's formulas take 365 days (2006 GL Vol. 5 Eq. 6.3).
    private static func period(_ text: Substring) -> Double? {
        switch text.filter({ !$0.isWhitespace }).lowercased() {
        case "year", "yr", "a", "an": 1
        case "day", "d", "zi": 365
        default: nil
        }
    }

    /// By exact spelling first, since `Mg` is a tonne and `mg` is not; then without case and spaces.
    private static func find(_ text: some StringProtocol, in units: [MeasuredUnit]) -> MeasuredUnit? {
        if let unit = units.first(where: { $0.symbol == text }) { return unit }
        let text = String(text)
        let exact = text.filter { !$0.isWhitespace }
        if let unit = units.first(where: { $0.symbol == exact || $0.otherNames.contains(exact) }) { return unit }
        let plain = UnitName.plain(text)
        return units.first { unit in
            UnitName.plain(unit.symbol) == plain || unit.otherNames.contains { UnitName.plain($0) == plain }
        }
    }
}
