/// A narrative section of a contract by its meaning.
public enum SectionID: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    case commitmentsIntroduction, commitmentsGoal, priorities, principles, individualCommitments
    case summary, introduction, workProcess, outlook
    case baseline, charts, boundary, boundaryDifference, businessAsUsual
    case policies, barriers, participation
    case pathways, residuals, monitoring, governance, social, finance
    case climateSpending, fundingEvaluation, investmentBarriers, costMethod, capitalPlanning, moneyIndicators
    case capitalPolicies, risks, capacity
}

/// What a narrative section is called and where it stands.
public struct SectionForm: Sendable, Hashable {
    public let id: SectionID
    public let module: Module
    /// The number by template; a template without the section is left out.
    public let numbers: [Template: String]
    /// The heading in English.
    public let title: String
    /// Whether a contract is complete without it.
    public let isRequired: Bool

    init(_ id: SectionID, _ module: Module, v1: String?, v21: String?, _ title: String, isRequired: Bool = true) {
        self.id = id
        self.module = module
        var numbers: [Template: String] = [:]
        numbers[.v1] = v1
        numbers[.v21] = v21
        self.numbers = numbers
        self.title = title
        self.isRequired = isRequired
    }

    /// The form of a section.
    public static func of(_ id: SectionID) -> SectionForm { byID[id] ?? all[0] }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// Every section, in the order of the documents.
    public static let all: [SectionForm] = commitments + actionPlan + investmentPlan

    private static let commitments: [SectionForm] = [
        SectionForm(.commitmentsIntroduction, .commitments, v1: "1", v21: "1", "Introduction to the commitments"),
        SectionForm(.commitmentsGoal, .commitments, v1: "2", v21: "2", "Goal: climate neutrality"),
        SectionForm(.priorities, .commitments, v1: "3", v21: "3", "Key priorities and strategic interventions"),
        SectionForm(.principles, .commitments, v1: "4", v21: "4", "Principles and process"),
        SectionForm(
            .individualCommitments, .commitments, v1: "Appendix", v21: "Appendix", "Individual signatory commitments"),
    ]

    private static let actionPlan: [SectionForm] = [
        SectionForm(.summary, .frame, v1: "0", v21: "0", "Summary"),
        SectionForm(.introduction, .frame, v1: "1", v21: "1", "Introduction"),
        SectionForm(.workProcess, .frame, v1: "2", v21: "2", "Work process"),
        SectionForm(.charts, .a1, v1: "A-1.5", v21: "A-1.5", "Graphics and charts", isRequired: false),
        SectionForm(.baseline, .a1, v1: "A-1.6", v21: "A-1.6", "Description and assessment of the baseline"),
        SectionForm(.boundary, .a1, v1: nil, v21: "A-1", "Geographical boundary and exclusions"),
        SectionForm(
            .boundaryDifference, .a1, v1: nil, v21: "A-1", "Where the inventory's boundary is not the target's",
            isRequired: false),
        SectionForm(
            .businessAsUsual, .a1, v1: nil, v21: "A-1", "Method of the business-as-usual scenario", isRequired: false),
        SectionForm(.policies, .a2, v1: "A-2.2", v21: "A-2.2", "Description and assessment of policies"),
        SectionForm(.barriers, .a3, v1: "A-3.2", v21: "A-3.1", "Urban systems, systemic barriers and opportunities"),
        SectionForm(.participation, .a3, v1: "A-3.3", v21: "C-1.1", "Participatory model"),
        SectionForm(.pathways, .b1, v1: "B-1.2", v21: "B-1.2", "Description of impact pathways"),
        SectionForm(.residuals, .b2, v1: "B-2.3", v21: "B-2.3", "Strategy for residual emissions"),
        SectionForm(.monitoring, .b3, v1: "B-3", v21: "B-3", "Monitoring, evaluation and learning", isRequired: false),
        SectionForm(.governance, .c1, v1: "C-1.2", v21: "C-1.3", "Description of governance interventions"),
        SectionForm(.social, .c2, v1: "C-2.2", v21: "C-2.2", "Description of social innovation interventions"),
        SectionForm(.finance, .c3, v1: "C-3.2", v21: nil, "Description of financing", isRequired: false),
        SectionForm(.outlook, .frame, v1: "6", v21: "6", "Outlook and next steps"),
    ]

    private static let investmentPlan: [SectionForm] = [
        SectionForm(.climateSpending, .ipA1, v1: "IP-A1", v21: "IP-A1", "What counts as climate spending"),
        SectionForm(.fundingEvaluation, .ipA2, v1: "IP-A2", v21: "IP-A2", "Strategic funding evaluation"),
        SectionForm(.investmentBarriers, .ipA3, v1: "IP-A3", v21: "IP-A3", "Barriers to climate investment"),
        SectionForm(.costMethod, .ipB1, v1: "IP-B1", v21: "IP-B1", "Method, unit costs and price year"),
        SectionForm(.capitalPlanning, .ipB2, v1: "IP-B2", v21: "IP-B2", "Capital planning"),
        SectionForm(
            .moneyIndicators, .ipB3, v1: "IP-B3", v21: "IP-B3", "Economic and financial indicators", isRequired: false),
        SectionForm(
            .capitalPolicies, .ipC1, v1: "IP-C1", v21: "IP-C1", "Climate policies for capital formation",
            isRequired: false),
        SectionForm(.risks, .ipC2, v1: "IP-C2", v21: "IP-C2", "Risks and their mitigation"),
        SectionForm(.capacity, .ipC3, v1: "IP-C3", v21: "IP-C3", "Capacity building and stakeholder engagement"),
    ]
}
