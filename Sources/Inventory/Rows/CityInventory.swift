/// A city's greenhouse-gas inventory of one year.
public struct CityInventory: Sendable, Hashable {
    /// The city's name.
    public var city: String
    /// The calendar year.
    public var year: Int
    /// The set under which CO2e is given unless another is asked for.
    public var gwp: GWPSet
    /// The total that the inventory sets out to cover.
    public var coverage: InventoryTotal
    /// Residents in the year.
    public var population: Int?
    /// The area, and what it leaves out.
    public var boundary: Boundary
    /// Every entry.
    public var rows: [InventoryRow]
    /// Totals as a source printed them, where the rows come from a published table.
    public var printedTotals: [PrintedTotal]
    /// Factors as a source printed them (contract table ).
    public var printedFactors: [PrintedFactor]
    /// The document that the inventory was published in.
    public var source: String

    public init(
        city: String, year: Int, gwp: GWPSet = .ar5, coverage: InventoryTotal = .contract, population: Int? = nil,
        boundary: Boundary = Boundary(), rows: [InventoryRow] = [], printedTotals: [PrintedTotal] = [],
        printedFactors: [PrintedFactor] = [], source: String = ""
    ) {
        self.city = city
        self.year = year
        self.gwp = gwp
        self.coverage = coverage
        self.population = population
        self.boundary = boundary
        self.rows = rows
        self.printedTotals = printedTotals
        self.printedFactors = printedFactors
        self.source = source
    }
}

/// The area an inventory covers, and what it leaves out of it.
public struct Boundary: Sendable, Hashable {
    public var description: String
    /// What is left out, each with its reason.
    public var exclusions: [Exclusion]

    public init(description: String = "", exclusions: [Exclusion] = []) {
        self.description = description
        self.exclusions = exclusions
    }
}

/// Something left out of the boundary, with the reason and how much of the whole it is thought to be.
public struct Exclusion: Sendable, Hashable {
    /// What is left out.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case area, sector, scope, gas
    }

    /// Which kind.
    public var kind: Kind
    /// What it is called.
    public var name: String
    /// Why it is left out.
    public var reason: String
    /// As a fraction of the total; nil when it is not known.
    public var share: Double?

    public init(kind: Kind, name: String, reason: String, share: Double? = nil) {
        self.kind = kind
        self.name = name
        self.reason = reason
        self.share = share
    }
}

/// A total as a source printed it, t CO2e: of a sector, of a scope, of both, or of everything (both nil).
public struct PrintedTotal: Sendable, Hashable {
    /// The sector; nil for all.
    public let sector: ContractSector?
    /// The scope; nil for all.
    public let scope: Scope?
    /// As printed, in `unit` where there is one, else t CO2e.
    public let value: Double

    public init(sector: ContractSector?, scope: Scope?, value: Double) {
        self.sector = sector
        self.scope = scope
        self.value = value
    }
}

/// A factor as a source printed it.
public struct PrintedFactor: Sendable, Hashable {
    /// The carrier as printed.
    public let carrier: String
    /// The gas as printed.
    public let gas: String
    /// As printed, in `unit` where there is one, else t CO2e.
    public let value: Double
    /// The unit as printed.
    public let unit: String
    /// The year as printed.
    public let year: Int?
    /// The method or source as printed.
    public let method: String

    public init(carrier: String, gas: String, value: Double, unit: String, year: Int?, method: String) {
        self.carrier = carrier
        self.gas = gas
        self.value = value
        self.unit = unit
        self.year = year
        self.method = method
    }
}
