import Finance
import Inventory
import Pathways
import Portfolio

/// A city's plan as Portfolio computes it: the model, the measures of the city's portfolio and its money.
enum MeasurePlan {
    /// The sink that measures add to where the model has none.
    static let sink = "planned-removals"

    /// - Parameters:
    ///   - model: activities, carriers, targets; measures that it has are added behind the portfolio's own.
    ///   - measures: the city's portfolio.
    ///   - money: prices and rates; nil: those that the hub starts with.
    static func plan(
        _ city: String, model: Plan, measures: [CityMeasure], money: MoneyRules?,
        finances: CityFinances = CityFinances()
    ) -> CityPlan {
        let own = Set(measures.map(\.id))
        let others = model.measures.filter { !own.contains($0.id) }.map { CityMeasure($0, in: model) }
        var bare = model
        bare.measures = []
        let whole = measures + others
        if whole.contains(where: \.growsSink), !bare.sinks.contains(where: { $0.id == sink }) {
            bare.sinks.append(Plan.Sink(id: sink, name: "", series: Plan.Series(0), source: ""))
        }
        return CityPlan(
            city: city, model: bare, money: money ?? startingMoney(model), measures: whole, finances: finances)
    }

    /// Prices of the base year and the real financial discount rate of 4 %, the benchmark of Delegated Regulation (EU)
    /// No 480/2014, Article 19.
    static func startingMoney(_ model: Plan) -> MoneyRules {
        MoneyRules(
            priceYear: model.baseYear, discountRate: 0.04, otherRates: RateRange(lower: 0.03, upper: 0.05),
            source: "Delegated Regulation (EU) No 480/2014, Article 19(3): 4 % real")
    }
}

extension CityPlan {
    /// The plan with what a scenario says of prices.
    func priced(_ choices: [ScenarioChoice]) -> CityPlan {
        var plan = self
        for choice in choices where choice.price != 1 {
            guard let index = plan.measures.firstIndex(where: { $0.id == choice.measure }),
                let cents = plan.measures[index].costs?.capitalCents
            else { continue }
            plan.measures[index].costs?.capitalCents = Int((Double(cents) * choice.price).rounded())
        }
        return plan
    }

    /// The plan without what it costs and who pays: what a city shows that keeps its money to itself.
    var withoutMoney: CityPlan {
        var bare = self
        bare.finances = CityFinances()
        bare.money.carbonValue = nil
        for index in bare.measures.indices {
            bare.measures[index].costs = nil
            bare.measures[index].payers = .all(.municipality)
            bare.measures[index].runningPayers = nil
            bare.measures[index].funding = []
            for place in bare.measures[index].coBenefits.indices {
                bare.measures[index].coBenefits[place].centsPerYear = nil
            }
        }
        return bare
    }
}

extension CityMeasure {
    /// A measure that came with a model: nobody has said yet what it costs.
    init(_ measure: Plan.Measure, in plan: Plan) {
        let target = measure.operators.compactMap(\.target).first
        let claimed = measure.operators.compactMap { step -> ContractSector? in
            if case .claimed(let claim) = step { claim.sector } else { nil }
        }
        let sector = plan.activities.first { $0.id == target }?.sector ?? claimed.first
        self.init(
            id: measure.id, name: measure.name, field: sector?.field ?? .crossCutting,
            effect: Effect(
                start: measure.start, end: measure.end, adoption: measure.adoption, delay: measure.delay,
                until: measure.until, operators: measure.operators, requires: measure.requires,
                excludes: measure.excludes, uses: measure.uses, claimed: measure.claimed, range: measure.range),
            source: measure.source)
    }

    /// Whether it adds to the sink that the hub makes for measures.
    fileprivate var growsSink: Bool {
        effect.operators.contains { step in
            if case .remove(let change) = step { change.of == MeasurePlan.sink } else { false }
        }
    }
}

extension ContractSector {
    /// The field of action that measures in the sector mostly belong to.
    var field: FieldOfAction {
        switch self {
        case .buildings: .buildings
        case .transport: .mobility
        case .waste: .waste
        case .ippu: .industry
        case .afolu: .nature
        }
    }
}
