/// The sectors of the Global Protocol for Community-Scale Greenhouse Gas Inventories (GPC 2014, Table 3.1).
public enum GPCSector: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case stationaryEnergy = "I"
    case transportation = "II"
    case waste = "III"
    case industrialProcesses = "IV"
    case landUse = "V"
    case otherScope3 = "VI"

    /// The sector's name in English.
    public var name: String {
        switch self {
        case .stationaryEnergy: "Stationary energy"
        case .transportation: "Transportation"
        case .waste: "Waste"
        case .industrialProcesses: "Industrial processes and product use (IPPU)"
        case .landUse: "Agriculture, forestry and other land use (AFOLU)"
        case .otherScope3: "Other scope 3"
        }
    }

    /// The sector of the Climate City Contract's tables A-1; other scope 3 has none.
    public var contractSector: ContractSector? {
        switch self {
        case .stationaryEnergy: .buildings
        case .transportation: .transport
        case .waste: .waste
        case .industrialProcesses: .ippu
        case .landUse: .afolu
        case .otherScope3: nil
        }
    }

    /// The scopes that the GPC has lines for: no scope 2 for waste, IPPU and AFOLU (GPC 2014, Table 4.1).
    public var scopes: [Scope] {
        Scope.allCases.filter { scope in GPCReference.all.contains { $0.sector == self && $0.scope == scope } }
    }

    public static func < (left: GPCSector, right: GPCSector) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Where emissions arise: inside the boundary, from grid energy used inside, or outside because of activity inside.
public enum Scope: Int, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case one = 1
    case two = 2
    case three = 3

    public static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
}

/// The five sectors of the Climate City Contract's baseline tables (Action Plan, module A-1).
public enum ContractSector: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case buildings = "Buildings"
    case transport = "Transport"
    case waste = "Waste"
    case ippu = "IPPU"
    case afolu = "AFOLU"

    /// The GPC sector that the contract's sector stands for.
    public var gpcSector: GPCSector {
        switch self {
        case .buildings: .stationaryEnergy
        case .transport: .transportation
        case .waste: .waste
        case .ippu: .industrialProcesses
        case .afolu: .landUse
        }
    }

    public static func < (left: ContractSector, right: ContractSector) -> Bool { left.gpcSector < right.gpcSector }
}

/// What a reference counts towards (GPC 2014, §4.3 and Table 4.2).
public enum ReportingLevel: String, Sendable, Hashable, CaseIterable, Codable {
    case basic = "BASIC"
    case basicPlus = "BASIC+"
    /// Scope 1 emissions of grid-supplied generation and of waste from elsewhere: in the territorial total only.
    case territorial = "territorial"
    case other = "other scope 3"
}
