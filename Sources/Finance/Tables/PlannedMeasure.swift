/// What the tables need of a measure: its money at one price level, and what is said about it.
public struct PlannedMeasure: Sendable, Hashable {
    public var id: String
    public var name: String
    public var description: String
    public var field: FieldOfAction
    /// First purchases, by payer, in cents.
    public var capital: [Payer: Int]
    /// Running costs of a year at full effect, by payer, in cents; savings are negative.
    public var yearly: [Payer: Int]
    /// t CO2e less over the plan's years.
    public var tonnes: Double
    /// Euros for each tonne, on the basis that the plan names; nil where nothing is reduced.
    public var perTonne: Double?
    /// Who funds it; what they give for the first purchases.
    public var funding: [FundingLine]
    public var coBenefits: [CoBenefit]
    public var indicators: [Indicator]
    public var barriers: [Barrier]
    public var risks: [Risk]

    public init(
        id: String, name: String = "", description: String = "", field: FieldOfAction, capital: [Payer: Int] = [:],
        yearly: [Payer: Int] = [:], tonnes: Double = 0, perTonne: Double? = nil, funding: [FundingLine] = [],
        coBenefits: [CoBenefit] = [], indicators: [Indicator] = [], barriers: [Barrier] = [], risks: [Risk] = []
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.field = field
        self.capital = capital
        self.yearly = yearly
        self.tonnes = tonnes
        self.perTonne = perTonne
        self.funding = funding
        self.coBenefits = coBenefits
        self.indicators = indicators
        self.barriers = barriers
        self.risks = risks
    }

    /// First purchases, whoever pays.
    public var capitalCents: Int { capital.values.reduce(0, +) }
    /// Running costs of a year, whoever pays.
    public var yearlyCents: Int { yearly.values.reduce(0, +) }
    /// What its lines cover.
    public var gap: FundingGap { FundingGap(neededCents: capitalCents, lines: funding) }
}
