import Finance
import Pathways
import Portfolio
import Web

/// A measure of the portfolio as its list shows it.
struct PortfolioLine: Sendable {
    let record: MeasureRecord
    /// Whether the scenario “The plan” has it.
    let isChosen: Bool
    /// The year in which its effect is shown.
    let year: Int?
    /// What it takes off in that year beside the measures before it, t CO2e; nil: not in the plan, or not computable.
    let tonnes: Double?
    /// What is bought, in cents and prices of the plan; nil: nobody has said it.
    let cents: Int?
    let gap: FundingGap
    let problems: [PlanProblem]

    var measure: CityMeasure { record.measure }
}

/// A portfolio with what its measures do and cost, and the sums.
struct PortfolioLines: Sendable {
    let lines: [PortfolioLine]
    /// The year of the latest target, or the plan's last.
    let year: Int?
    /// Why the scenario “The plan” cannot be computed.
    let refusals: [PlanProblem]

    init(_ desk: MeasureDesk) {
        let plan = desk.whole
        let outcome = desk.outcome
        let result = outcome?.result
        let year = result.map { $0.target?.target.year ?? $0.years.last ?? plan.model.finalYear }
        let place = year.flatMap { result?.pathway.place($0) }
        let chosen = Set(desk.scenario?.measures.map(\.measure) ?? [])
        let problems = desk.problems(plan)
        let places = Dictionary(
            plan.measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        lines = desk.records.map { record in
            let measure = record.measure
            let wedge = result?.wedges.parts.first { $0.measure == measure.id }
            let cents = measure.costs.flatMap { Self.cents($0, desk) }
            let own = places[measure.id].map { index in
                problems.filter { MeasureCheck.part(of: $0, at: index) != nil }
            }
            return PortfolioLine(
                record: record, isChosen: chosen.contains(measure.id), year: year,
                tonnes: place.flatMap { wedge?.reduction[$0] }, cents: cents,
                gap: FundingGap(neededCents: max(0, cents ?? 0), lines: measure.funding), problems: own ?? [])
        }
        self.year = year
        refusals = outcome?.problems ?? []
    }

    /// What is bought in prices of the plan; without a plan as it was written, where that is in euros.
    private static func cents(_ costs: Costs, _ desk: MeasureDesk) -> Int? {
        guard desk.work != nil else { return costs.currency == .eur ? costs.capitalCents : nil }
        let money = Money(cents: costs.capitalCents, currency: costs.currency, priceYear: costs.priceYear)
        return (try? desk.whole.money.level.value(of: money))?.cents
    }

    func line(_ id: String) -> PortfolioLine? { lines.first { $0.measure.id == id } }

    /// What all of them take off together; nil where the plan cannot be computed.
    var tonnes: Double? { year.map { _ in lines.reduce(0) { $0 + ($1.tonnes ?? 0) } } }

    var cents: Int { lines.reduce(0) { $0 + ($1.cents ?? 0) } }

    var gap: FundingGap { lines.reduce(FundingGap(neededCents: 0)) { $0 + $1.gap } }
}

/// Where a measure was taken from, as its record keeps it.
enum PortfolioOrigin {
    private static let published = "published:"
    private static let solution = "solution:"

    /// A measure of a published portfolio.
    static func published(_ city: String, _ measure: String) -> String { "\(published)\(city):\(measure)" }

    /// In the reader's words; nil where it was written by hand.
    static func words(_ origin: String, _ t: Texts) -> String? {
        if origin.hasPrefix(published) {
            let city = origin.dropFirst(published.count).split(separator: ":").first ?? ""
            return t("Taken over from the published portfolio of {city}.", ["city": "\(city)"])
        }
        if origin.hasPrefix(solution) {
            let id = String(origin.dropFirst(solution.count))
            return t("Taken from the solutions library: {solution}.", ["solution": id])
        }
        return origin.isEmpty ? nil : origin
    }
}
