/// The versions of the Climate City Contract's templates, which number the same tables differently.
public enum Template: String, Sendable, Hashable, CaseIterable, Codable {
    /// The first one, of January 2023.
    case v1 = "v1"
    /// The one of November 2023.
    case v21 = "v2.1"
}

/// The three documents of a contract.
public enum ContractDocument: String, Sendable, Hashable, CaseIterable, Codable {
    case commitments, actionPlan, investmentPlan

    /// Key of the document's name.
    public var title: String {
        switch self {
        case .commitments: "Climate Neutrality Commitments"
        case .actionPlan: "Climate Neutrality Action Plan"
        case .investmentPlan: "Climate Neutrality Investment Plan"
        }
    }
}

/// The modules that a contract is written, checked and reviewed by, in the order of the documents.
public enum Module: String, Sendable, Hashable, CaseIterable, Codable {
    case commitments = "C"
    case frame = "AP"
    case a1 = "A-1"
    case a2 = "A-2"
    case a3 = "A-3"
    case b1 = "B-1"
    case b2 = "B-2"
    case b3 = "B-3"
    case c1 = "C-1"
    case c2 = "C-2"
    case c3 = "C-3"
    case ipA1 = "IP-A1"
    case ipA2 = "IP-A2"
    case ipA3 = "IP-A3"
    case ipB1 = "IP-B1"
    case ipB2 = "IP-B2"
    case ipB3 = "IP-B3"
    case ipC1 = "IP-C1"
    case ipC2 = "IP-C2"
    case ipC3 = "IP-C3"

    /// The document that the module belongs to.
    public var document: ContractDocument {
        switch self {
        case .commitments: .commitments
        case .ipA1, .ipA2, .ipA3, .ipB1, .ipB2, .ipB3, .ipC1, .ipC2, .ipC3: .investmentPlan
        default: .actionPlan
        }
    }

    /// Key of the module's name.
    public var title: String {
        switch self {
        case .commitments: "Commitments"
        case .frame: "Introduction, work process and outlook"
        case .a1: "Greenhouse gas emissions baseline inventory"
        case .a2: "Assessment of current policies and strategies"
        case .a3: "Systemic barriers and opportunities"
        case .b1: "Climate-neutrality scenarios and impact pathways"
        case .b2: "Climate-neutrality portfolio design"
        case .b3: "Indicators for monitoring, evaluation and learning"
        case .c1: "Governance innovation interventions"
        case .c2: "Social and other innovation interventions"
        case .c3: "Financing of the action portfolio"
        case .ipA1: "Existing climate action funding"
        case .ipA2: "Strategic funding and financing evaluation"
        case .ipA3: "Barriers to climate investment"
        case .ipB1: "Cost scenarios for climate neutrality"
        case .ipB2: "Capital planning for climate neutrality"
        case .ipB3: "Economic and financial indicators"
        case .ipC1: "Climate policies for capital formation"
        case .ipC2: "Identification and mitigation of risks"
        case .ipC3: "Capacity building and stakeholder engagement"
        }
    }
}
