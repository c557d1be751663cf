import Finance
import Pathways

/// A measure's costs over the years of a plan, in the plan's currency and prices, at the ambition and time of a
/// scenario.
struct PricedMeasure {
    let measure: CityMeasure
    /// What is bought at the scenario's ambition, each part at its technology's price of its year, in whole cents.
    let capitalCents: Int
    /// Of a year at full effect and at the scenario's ambition.
    let yearlyCents: Int
    let costs: LifeCycle.Costs
    /// Co-benefits that have a price, by year, in cents.
    let coBenefits: [Int]

    /// Nil for a measure without costs.
    init?(_ measure: CityMeasure, _ setting: Plan.Setting, _ plan: CityPlan) {
        guard let given = measure.costs,
            let factor = try? plan.money.level.factor(from: given.currency, year: given.priceYear)
        else { return nil }
        self.measure = measure
        let scale = factor * setting.ambition
        let atOnce = Self.scaled(given.capitalCents, scale)
        yearlyCents = Self.scaled(given.yearlyCents, scale)

        let (first, last) = (plan.model.baseYear, plan.model.finalYear)
        let effect = measure.effect
        let later = effect.delay + (setting.delay ?? 0)
        let start = (setting.start ?? effect.start) + later
        let end = (setting.end ?? effect.end) + later
        // Buying moves with the effect that it is for.
        let from = given.from.map { $0 + start - effect.start } ?? start
        let to = max(from, given.to.map { $0 + end - effect.end } ?? end)
        let life = LifeCycle(
            purchases: Cents.split(atOnce, by: [Double](repeating: 1, count: to - from + 1)), firstYear: from,
            lifetime: given.lifetime, yearly: yearlyCents, growth: given.growth, isRenewed: given.isRenewed,
            prices: Self.prices(given, plan.money, from: from, to: last))
        capitalCents = life.boughtCents
        let until = min(last, effect.until.map { $0 + later } ?? last)
        costs = Self.costs(life, from: first, until: until, to: last)
        let inService = Self.padded(life.inService(from: first, to: until), to: last - first + 1, with: 0)
        let value = measure.coBenefits.reduce(0.0) { $0 + Double($1.centsPerYear ?? 0) } * scale
        coBenefits = inService.map { Cents.rounded($0 * value) }
    }

    /// The technology's price in the years in which something may be bought.
    private static func prices(_ costs: Costs, _ money: MoneyRules, from first: Int, to last: Int) -> [Double] {
        guard let path = money.prices.first(where: { $0.id == costs.technology }) else { return [] }
        return path.factors(from: first, to: last, base: costs.priceYear)
    }

    private static func scaled(_ cents: Int, _ factor: Double) -> Int {
        factor == 1 ? cents : Cents.rounded(Double(cents) * factor)
    }

    /// After a measure has ended nothing is bought, run or sold.
    private static func costs(_ life: LifeCycle, from first: Int, until: Int, to last: Int) -> LifeCycle.Costs {
        var costs = life.costs(from: first, to: until)
        guard until < last else { return costs }
        let count = last - first + 1
        costs.capital = padded(costs.capital, to: count, with: 0)
        costs.reinvestment = padded(costs.reinvestment, to: count, with: 0)
        costs.running = padded(costs.running, to: count, with: 0)
        costs.residual = [Int](repeating: 0, count: count)
        return costs
    }

    private static func padded<Value>(_ values: [Value], to count: Int, with value: Value) -> [Value] {
        values + [Value](repeating: value, count: max(0, count - values.count))
    }

    /// Net costs by year in the currency's unit, paid positive.
    var netCosts: [Double] { costs.capital.indices.map { Double(costs.net($0)) / 100 } }

    /// The same by payer and year in cents; payers' cents add up exactly.
    func byPayer() -> [Payer: LifeCycle.Costs] {
        let none = LifeCycle.Costs.none(costs.capital.count)
        var result: [Payer: LifeCycle.Costs] = [:]
        let running = measure.runningPayers ?? measure.payers
        for year in costs.capital.indices {
            for (split, part, path) in [
                (measure.payers, costs.capital[year], \LifeCycle.Costs.capital),
                (measure.payers, costs.reinvestment[year], \.reinvestment),
                (running, costs.running[year], \.running), (measure.payers, costs.residual[year], \.residual),
            ] where part != 0 {
                for (payer, cents) in split.split(part) { result[payer, default: none][keyPath: path][year] += cents }
            }
        }
        return result
    }
}
