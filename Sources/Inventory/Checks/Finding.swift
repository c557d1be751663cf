/// Something that a check noticed about an inventory, said so that whoever enters the figures can act on it.
public struct Finding: Sendable, Hashable {
    /// How serious a finding is.
    public enum Level: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
        /// Stands in the way of certification.
        case error
        /// To be looked at; may be right.
        case warning
        /// Worth knowing.
        case information

        public static func < (left: Level, right: Level) -> Bool { left.order < right.order }
        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What the finding is about.
    public enum Place: Sendable, Hashable {
        case inventory
        case row(String)
        case line(GPCReference)
        case cell(ContractSector, Scope?)
    }

    /// The check's name, such as `scope-matrix`.
    public let check: String
    /// How serious it is.
    public let level: Level
    /// What it is about.
    public let place: Place
    /// An English sentence with `{name}` for each of `values`; also the key of its translations.
    public let message: String
    /// What goes in the places of the sentence.
    public let values: [String: String]

    public init(_ check: String, _ level: Level, _ place: Place, _ message: String, _ values: [String: String] = [:]) {
        self.check = check
        self.level = level
        self.place = place
        self.message = message
        self.values = values
    }

    /// The sentence with its values, in English.
    public var text: String {
        values.reduce(message) { text, value in
            guard let range = text.firstRange(of: "{\(value.key)}") else { return text }
            var copy = text
            copy.replaceSubrange(range, with: value.value)
            return copy
        }
    }
}

/// What checks may compare an inventory with.
public struct CheckContext: Sendable {
    /// Reference values, for implied factors.
    public var factors: FactorBook
    /// The city's inventory of an earlier year.
    public var earlier: CityInventory?
    /// Inventories of cities of like size, for figures per head.
    public var peers: [CityInventory]

    public init(factors: FactorBook = FactorBook(), earlier: CityInventory? = nil, peers: [CityInventory] = []) {
        self.factors = factors
        self.earlier = earlier
        self.peers = peers
    }
}

/// The checks of an inventory: each a small function with a name. A new one is a file and a line here.
public enum Checks {
    typealias Check = @Sendable (InventoryReport, CheckContext) -> [Finding]

    static let all: [Check] = [
        completeness, notationReasons, printedTotals, scopeMatrix, impliedFactors, biogenicCarbon, jumps, perHead,
        includedElsewhere, combinedHeatAndPower, exclusions, gasCoverage, unweightedGases, age, signs,
    ]

    /// Everything the checks notice, errors first, in a fixed order.
    public static func findings(_ report: InventoryReport, _ context: CheckContext = CheckContext()) -> [Finding] {
        all.flatMap { $0(report, context) }.enumerated()
            .sorted { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }.map(\.element)
    }
}
