/// One line of the GPC's reporting framework, such as I.1.2: a sub-sector under one scope (GPC 2014, Table 4.3).
public struct GPCReference: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The code, such as `I.1.2`.
    public let code: String
    /// The sector.
    public let sector: GPCSector
    /// The sub-sector's code, such as `I.1`, and its name in English.
    public let subsector: String
    /// The sub-sector's name in English.
    public let subsectorName: String
    /// The scope.
    public let scope: Scope
    /// Which total the line counts towards.
    public let level: ReportingLevel
    /// What the line covers, in English.
    public let covers: String
    /// The line's place in the Common Reporting Framework of the Global Covenant of Mayors.
    public let commonReportingFramework: String
    /// The sectors of the Covenant of Mayors' baseline emission inventory that it corresponds to.
    public let covenantSector: String
    let position: Int

    public var description: String { code }

    /// Whether the line is in the total: BASIC, BASIC+ (which holds BASIC) or the territorial total (all scope 1).
    public func isIn(_ total: InventoryTotal) -> Bool {
        switch total {
        case .basic: level == .basic
        case .basicPlus: level == .basic || level == .basicPlus
        case .territorial: scope == .one
        case .contract: Self.contractDuty(self)
        }
    }

    /// Every line, in the order of the GPC.
    public static let all: [GPCReference] = GPCTree.references

    /// The line with a code (`I.1.2`, case does not count), or nil.
    public static func coded(_ code: String) -> GPCReference? { byCode[code.uppercased()] }

    /// BASIC, IPPU and AFOLU, without losses and journeys beyond the boundary (Info Kit for Cities, see docs/glossary).
    private static func contractDuty(_ line: GPCReference) -> Bool {
        line.level == .basic || (line.level == .basicPlus && line.scope == .one)
    }

    public static func < (left: GPCReference, right: GPCReference) -> Bool { left.position < right.position }
    public static func == (left: GPCReference, right: GPCReference) -> Bool { left.position == right.position }
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}

/// The totals an inventory is asked for.
public enum InventoryTotal: String, Sendable, Hashable, CaseIterable, Codable {
    case basic = "BASIC"
    case basicPlus = "BASIC+"
    case territorial = "territorial"
    /// What the Climate City Contract asks for: BASIC, IPPU and AFOLU.
    case contract = "CCC"
}
