/// Where a figure stands in an inventory: a sector and a scope, and the sub-sector where it is known.
///
/// Published tables often stop at sector and scope, and some put figures where the GPC has no line (scope 2 of IPPU).
/// A placement keeps that as published; `reference` is the GPC's line where there is one.
public struct Placement: Sendable, Hashable {
    /// The sector.
    public let sector: GPCSector
    /// The sub-sector's code, such as `I.1`; nil where only the sector is known.
    public let subsector: String?
    /// The scope.
    public let scope: Scope
    /// The GPC's line, when the sub-sector is known.
    public let reference: GPCReference?

    public init(_ reference: GPCReference) {
        sector = reference.sector
        subsector = reference.subsector
        scope = reference.scope
        self.reference = reference
    }

    /// A figure of which only sector and scope are known.
    public init(_ sector: GPCSector, _ scope: Scope) {
        self.sector = sector
        subsector = nil
        self.scope = scope
        reference = nil
    }

    /// Whether the GPC has a line for the sector under this scope.
    public var isAllowed: Bool { reference != nil || sector.scopes.contains(scope) }

    /// Whether the figure is in a total; without a line, by sector and scope as the contract's tables add up.
    public func isIn(_ total: InventoryTotal) -> Bool {
        if let reference { return reference.isIn(total) }
        switch total {
        case .territorial: return scope == .one
        case .basicPlus: return sector != .otherScope3
        case .contract: return sector != .otherScope3
        case .basic:
            return sector == .waste || ((sector == .stationaryEnergy || sector == .transportation) && scope != .three)
        }
    }
}

/// Why a line has no number (GPC 2014, §4.4 and Table 4.4).
public enum NotationKey: String, Sendable, Hashable, CaseIterable, Codable {
    case notOccurring = "NO"
    case includedElsewhere = "IE"
    case notEstimated = "NE"
    case confidential = "C"

    /// The key's meaning in English.
    public var name: String {
        switch self {
        case .notOccurring: "Not occurring"
        case .includedElsewhere: "Included elsewhere"
        case .notEstimated: "Not estimated"
        case .confidential: "Confidential"
        }
    }
}
