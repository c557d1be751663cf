/// A kind of waste as IPCC 2006 Vol. 5 Tables 2.4 to 2.6 tell them apart, by the names that inputs and factors use.
enum WasteFraction: String, CaseIterable, Sendable {
    case food, garden, paper, wood, textiles, nappies
    case sewageSludge = "sewage-sludge"
    case industrialSludge = "industrial-sludge"
    case clinical
    case industrialFood = "industrial-food"
    case industrialTextiles = "industrial-textiles"
    case industrialWood = "industrial-wood"
    case industrialPaper = "industrial-paper"
    case construction
    case industrialOther = "industrial-other"
    /// Mixed municipal waste whose composition nobody knows: it decays by the row “bulk waste” of Table 3.3.
    case bulkMunicipal = "bulk-municipal"
    case rubberAndLeather = "rubber-and-leather"
    case plastics, metal, glass
    case otherInert = "other-inert"
    case petroleumProducts = "petroleum-products"
    case industrialRubber = "industrial-rubber"
    case hazardous

    static let names: [String] = allCases.map(\.rawValue)

    /// Fractions that hold carbon which decays in a landfill; all others emit nothing there.
    static let degradable: [WasteFraction] = allCases.filter { $0.decay != nil }

    /// The name of the input that holds the degradable organic carbon of the fraction.
    var carbonInput: String { "doc_" + rawValue.replacing("-", with: "_") }

    /// How fast the fraction decays; nil for inert waste (DOC 0 or not degrading: IPCC 2006 Vol. 5 Tables 2.4 and 2.5).
    var decay: Decay? {
        switch self {
        case .food, .sewageSludge, .industrialSludge, .industrialFood: .rapid
        case .garden: .moderate
        case .paper, .textiles, .nappies, .clinical, .industrialTextiles, .industrialPaper: .slow
        case .wood, .industrialWood: .wood
        case .construction, .industrialOther, .bulkMunicipal: .bulk
        case .rubberAndLeather, .plastics, .metal, .glass, .otherInert, .petroleumProducts, .industrialRubber,
            .hazardous:
            nil
        }
    }

    /// How much of the degradable carbon decays at all (2019 Refinement Vol. 5 Table 3.0).
    var degradability: Degradability {
        switch decay {
        case .rapid, .moderate: .high
        case .slow: .moderate
        case .wood: .low
        case .bulk, nil: .bulk
        }
    }

    /// The rows of IPCC 2006 Vol. 5 Table 3.3.
    enum Decay: String, CaseIterable, Sendable {
        case rapid, moderate, slow, wood, bulk

        var input: String { "k_\(rawValue)" }

        var meaning: String {
            switch self {
            case .rapid: "food waste and sludge"
            case .moderate: "garden and park waste"
            case .slow: "paper, textiles, nappies and clinical waste"
            case .wood: "wood and straw"
            case .bulk: "bulk waste, construction waste and other industrial waste"
            }
        }
    }

    /// The rows of the 2019 Refinement's Vol. 5 Table 3.0.
    enum Degradability: String, CaseIterable, Sendable {
        case high, moderate, low, bulk

        var input: String { "docf_\(rawValue)" }

        var meaning: String {
            switch self {
            case .high: "food, garden waste and sludge"
            case .moderate: "paper, textiles, nappies and clinical waste"
            case .low: "wood"
            case .bulk: "bulk waste, construction waste and other industrial waste"
            }
        }
    }
}
