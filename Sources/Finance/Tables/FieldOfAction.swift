/// The field that a measure belongs to in a Climate City Contract: the template's five, and the two that cities add.
public enum FieldOfAction: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case energy, mobility, waste, nature, buildings, industry, crossCutting

    /// The name in English, as the contract's template has it.
    public var name: String {
        switch self {
        case .energy: "Energy systems"
        case .mobility: "Mobility and transport"
        case .waste: "Waste and circular economy"
        case .nature: "Green infrastructure and nature-based solutions"
        case .buildings: "Built environment"
        case .industry: "Industry"
        case .crossCutting: "Cross-cutting"
        }
    }

    public static func < (left: FieldOfAction, right: FieldOfAction) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
