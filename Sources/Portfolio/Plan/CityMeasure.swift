import Finance
import Pathways
import Quantities

/// A measure as a city writes it: what it is, what it does to emissions, what it costs and who pays.
public struct CityMeasure: Sendable, Hashable {
    /// A short text slug, unique in the plan.
    public var id: String
    public var name: String
    public var description: String
    /// The field of action that it belongs to.
    public var field: FieldOfAction
    /// The systemic lever that it pulls.
    public var lever: Lever
    public var kind: Kind
    /// Who answers for it.
    public var owner: String
    public var partners: [String]
    /// What has to be done, in order.
    public var steps: [Step]
    /// What it does to emissions, and when.
    public var effect: Effect
    /// What it costs; nil where nobody knows yet, which the results show as a gap.
    public var costs: Costs?
    /// Who bears what is bought.
    public var payers: PayerSplit
    /// Who bears what it costs to run; nil is as for what is bought.
    public var runningPayers: PayerSplit?
    /// Who funds it.
    public var funding: [FundingLine]
    public var coBenefits: [CoBenefit]
    public var indicators: [Indicator]
    public var risks: [Risk]
    public var barriers: [Barrier]
    /// Where it was taken from: an entry of the solutions library, another city's measure.
    public var origin: String
    /// Where its figures come from.
    public var source: String
    /// How far they can be relied on.
    public var status: FigureStatus

    /// The systemic levers of the contract's template.
    public enum Lever: String, Sendable, Hashable, CaseIterable, Codable {
        case technology, governance, socialInnovation, democracy, finance, learning
    }

    /// The kinds of action that contracts use.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case technical, ownAssets, spatial, organisational, natureBased, awareness, other
    }

    public init(
        id: String, name: String = "", description: String = "", field: FieldOfAction, lever: Lever = .technology,
        kind: Kind = .technical, owner: String = "", partners: [String] = [], steps: [Step] = [], effect: Effect,
        costs: Costs? = nil, payers: PayerSplit = .all(.municipality), runningPayers: PayerSplit? = nil,
        funding: [FundingLine] = [], coBenefits: [CoBenefit] = [], indicators: [Indicator] = [], risks: [Risk] = [],
        barriers: [Barrier] = [], origin: String = "", source: String = "", status: FigureStatus = .judgement
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.field = field
        self.lever = lever
        self.kind = kind
        self.owner = owner
        self.partners = partners
        self.steps = steps
        self.effect = effect
        self.costs = costs
        self.payers = payers
        self.runningPayers = runningPayers
        self.funding = funding
        self.coBenefits = coBenefits
        self.indicators = indicators
        self.risks = risks
        self.barriers = barriers
        self.origin = origin
        self.source = source
        self.status = status
    }

    /// The effect under the measure's own id and name.
    public var pathwayMeasure: Plan.Measure {
        Plan.Measure(
            id: id, name: name, start: effect.start, end: effect.end, adoption: effect.adoption, delay: effect.delay,
            until: effect.until, operators: effect.operators, requires: effect.requires, excludes: effect.excludes,
            uses: effect.uses, claimed: effect.claimed, range: effect.range, source: source)
    }
}

extension CityMeasure: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, description, field, lever, kind, owner, partners, steps, effect, costs, payers, runningPayers
        case funding, coBenefits, indicators, risks, barriers, origin, source, status
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            description: try values.field(.description, or: ""),
            field: try values.decode(FieldOfAction.self, forKey: .field),
            lever: try values.field(.lever, or: .technology), kind: try values.field(.kind, or: .technical),
            owner: try values.field(.owner, or: ""), partners: try values.field(.partners, or: []),
            steps: try values.field(.steps, or: []), effect: try values.decode(Effect.self, forKey: .effect),
            costs: try values.optional(.costs), payers: try values.field(.payers, or: .all(.municipality)),
            runningPayers: try values.optional(.runningPayers), funding: try values.field(.funding, or: []),
            coBenefits: try values.field(.coBenefits, or: []), indicators: try values.field(.indicators, or: []),
            risks: try values.field(.risks, or: []), barriers: try values.field(.barriers, or: []),
            origin: try values.field(.origin, or: ""), source: try values.field(.source, or: ""),
            status: try values.field(.status, or: .judgement))
    }
}

/// Something to be done on the way.
public struct Step: Sendable, Hashable {
    public var name: String
    /// The year by which it is to be done.
    public var year: Int?

    public init(_ name: String, year: Int? = nil) {
        self.name = name
        self.year = year
    }
}

extension Step: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, year }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(try values.decode(String.self, forKey: .name), year: try values.optional(.year))
    }
}
