import Finance
import Inventory
import Pathways
import Web

/// The questions about an action that a city takes from the library.
enum SolutionForm {
    static let units = 0.1...100_000_000.0
    static let years = 1990.0...2150.0
    static let tonnes = 0.0...1_000_000_000.0

    /// - Parameters:
    ///   - unit: what one unit is, in the reader's language.
    ///   - activities: the activities that it can take from.
    ///   - destinations: those that can take over.
    ///   - traffic: the questions about an elasticity that belongs to the action.
    static func form(
        _ effect: Solution.Effect, unit: String?, activities: [Option], destinations: [Option], traffic: [Field] = []
    ) -> Form {
        let amount = Field(
            "amount", "Amount", hint: "In units of the solution.", .number(range: units, decimals: 4, unit: unit))
        let choice = Option("", "Choose an activity")
        let target = Field(
            "activity", "What it acts on",
            hint: "Activities of the city's plan; those that the solution is meant for stand first.",
            .select([choice] + activities))
        let own: [Field]
        switch effect {
        case .saving, .generation: own = [target]
        case .switching:
            own = [target, Field("destination", "Electricity used instead", .select([choice] + destinations))]
        case .diversion:
            own = [
                target,
                Field(
                    "destination", "Where the waste goes instead",
                    hint: "Without it the plan counts no emissions of the treatment.", optional: true,
                    .select([choice] + destinations)),
            ]
        case .removal: own = []
        case .none: own = traffic + claim
        }
        return Form([amount] + own + time + [owner, payer, inPlan])
    }

    /// A reduction that somebody states without a model.
    static let claim = [
        Field(
            "claimed", "Reduction claimed", hint: "A year at full effect. It is marked as claimed wherever it stands.",
            optional: true, .number(range: tonnes, decimals: 3, unit: "t CO₂e")),
        Field(
            "sector", "Sector of the reduction", optional: true,
            .select([Option("", "Choose a sector")] + ContractSector.allCases.map { Option($0.rawValue, $0.title) })),
    ]

    static let time = [
        Field("start", "First year with an effect", .number(range: years, decimals: 0, unit: nil)),
        Field("end", "Year of the full effect", .number(range: years, decimals: 0, unit: nil)),
        Field(
            "adoption", "How the effect grows",
            .select([Option("linear", "by the same part each year"), Option("s-curve", "slowly, fast, slowly")])),
    ]

    static let owner = Field("owner", "Who answers for it", optional: true, .text(maxLength: 200))

    static let payer = Field("payer", "Who pays", .select(Payer.allCases.map { Option($0.rawValue, $0.title) }))

    static let inPlan = Field(
        "in-plan", "Put it into the scenario “The plan”",
        .radios([
            Option("yes", "Yes"), Option("no", "No", hint: "It waits in the portfolio until a scenario takes it."),
        ]))

    /// The shape that was chosen.
    static func adoption(_ answers: Answers) -> Plan.Adoption {
        answers.text("adoption") == "s-curve" ? .sCurve : .linear
    }

    /// The claim that was stated; a number without a sector is a problem.
    static func claim(_ answers: inout Answers, _ t: Texts) -> Plan.Claim? {
        guard let tonnes = answers.number("claimed") else { return nil }
        guard let sector = ContractSector(rawValue: answers.text("sector")) else {
            answers.refuse("sector", t("choose an answer"))
            return nil
        }
        return Plan.Claim(sector: sector, tonnes: tonnes)
    }
}

extension SolutionUse {
    /// What was answered; nil with the problem when a claim is half stated.
    init?(
        _ solution: Solution, _ answers: inout Answers, elasticities: [TransportElasticity] = [], _ t: Texts
    ) {
        let claim = SolutionForm.claim(&answers, t)
        let traffic = TrafficChange(elasticities, &answers, t)
        guard answers.isFine, let amount = answers.number("amount"), let start = answers.integer("start"),
            let end = answers.integer("end")
        else { return nil }
        self.init(
            solution: solution, amount: amount, activity: answers.text("activity"),
            destination: answers.text("destination"), start: start, end: end,
            adoption: SolutionForm.adoption(answers), owner: answers.text("owner"),
            payer: Payer(rawValue: answers.text("payer")) ?? .municipality, claim: claim, traffic: traffic)
    }
}
