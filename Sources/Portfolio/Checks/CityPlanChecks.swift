import Finance
import Pathways

extension CityPlan {
    /// Everything that is wrong with the plan: its model, its effects and its money, each with its place.
    public func problems() -> [PlanProblem] {
        var checks = CityPlanChecks(plan: self)
        checks.all()
        return pathwayPlan.problems().map(placed) + checks.problems
    }

    /// A problem of `pathwayPlan` at its place in this document.
    func placed(_ problem: PlanProblem) -> PlanProblem {
        var parts = problem.place.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 1, parts[1] == "measures" {
            if parts.count > 3, !["id", "name", "source"].contains(parts[3]) { parts.insert("effect", at: 3) }
        } else {
            parts.insert("model", at: min(1, parts.count))
        }
        let place = parts == ["model"] ? "/model" : parts.joined(separator: "/")
        return PlanProblem(problem.check, place, problem.message, problem.values, level: problem.level)
    }
}

/// What must be true of a plan beside its model.
struct CityPlanChecks {
    let plan: CityPlan
    private(set) var problems: [PlanProblem] = []

    init(plan: CityPlan) { self.plan = plan }

    mutating func all() {
        if !plan.model.measures.isEmpty {
            add("measures-in-model", "/model/measures", "Measures stand beside the model, not in it.")
        }
        rules()
        finances()
        once(
            plan.measures.enumerated().flatMap { index, measure in
                measure.indicators.enumerated().map { (id: $1.id, place: "/measures/\(index)/indicators/\($0)/id") }
            })
        once(
            plan.measures.enumerated().flatMap { index, measure in
                measure.funding.enumerated().map { (id: $1.id, place: "/measures/\(index)/funding/\($0)/id") }
            })
        for (index, measure) in plan.measures.enumerated() {
            let place = "/measures/\(index)"
            split(measure.payers, "\(place)/payers")
            if let running = measure.runningPayers { split(running, "\(place)/runningPayers") }
            if let costs = measure.costs {
                self.costs(costs, "\(place)/costs")
            } else {
                warn("no-costs", "\(place)/costs", "Nobody has said what the measure costs.")
            }
            funding(measure, place)
            coBenefits(measure, place)
            completeness(measure, place)
        }
    }

    mutating func add(
        _ check: String, _ place: String, _ message: String, _ values: [String: String] = [:],
        level: PlanProblem.Level = .refusal
    ) {
        problems.append(PlanProblem(check, place, message, values, level: level))
    }

    mutating func warn(_ check: String, _ place: String, _ message: String, _ values: [String: String] = [:]) {
        add(check, place, message, values, level: .warning)
    }

    private mutating func rules() {
        let money = plan.money
        rate(money.discountRate, "/money/discountRate")
        if let other = money.otherRates {
            rate(other.lower, "/money/otherRates/lower")
            rate(other.upper, "/money/otherRates/upper")
            if other.lower > other.upper {
                add("range", "/money/otherRates", "The lower end is above the upper end.")
            }
        }
        for (index, item) in money.priceIndices.enumerated() where !(item.value > 0 && item.value.isFinite) {
            add("not-positive", "/money/priceIndices/\(index)/value", "The value must be above zero.")
        }
        for (index, item) in money.exchangeRates.enumerated() where !(item.rate > 0 && item.rate.isFinite) {
            add("not-positive", "/money/exchangeRates/\(index)/rate", "The value must be above zero.")
        }
        prices(money.prices)
        amount(money.intensiveCents, "/money/intensiveCents")
        carbonValue()
        for (name, year) in [("priceYear", money.priceYear), ("discountYear", money.discountYear ?? money.priceYear)] {
            calendar(year, "/money/\(name)")
        }
    }

    private mutating func prices(_ paths: [PricePath]) {
        once(paths.enumerated().map { (id: $1.id, place: "/money/prices/\($0)/id") })
        for (index, path) in paths.enumerated() {
            let place = "/money/prices/\(index)"
            if path.id.isEmpty { add("no-id", "\(place)/id", "The id is missing.") }
            if path.points.isEmpty {
                add("no-price", "\(place)/points", "The technology has no price: give one for a year at least.")
            }
            var years: Set<Int> = []
            for (number, point) in path.points.enumerated() {
                calendar(point.year, "\(place)/points/\(number)/year")
                if !(point.price > 0 && point.price.isFinite) {
                    add("not-positive", "\(place)/points/\(number)/price", "The value must be above zero.")
                }
                if !years.insert(point.year).inserted {
                    add(
                        "year-twice", "\(place)/points/\(number)/year", "The year {year} stands here twice.",
                        ["year": "\(point.year)"])
                }
            }
            if path.status == .sourced && path.source.isEmpty {
                add("no-source", "\(place)/source", "A figure that is called sourced names its source.")
            }
        }
    }

    mutating func once(_ ids: [(id: String, place: String)]) {
        var seen: Set<String> = []
        for (id, place) in ids where !seen.insert(id).inserted {
            add("id-twice", place, "“{id}” stands here twice.", ["id": id])
        }
    }

    mutating func rate(_ rate: Double, _ place: String) {
        if !(rate > -0.5 && rate < 1) { add("rate", place, "A rate is a fraction between −0.5 and 1: 0.04 is 4 %.") }
    }

    mutating func amount(_ cents: Int, _ place: String, mayBeNegative: Bool = false) {
        if cents.magnitude > Cents.limit.magnitude {
            add("amount", place, "The amount is too large: amounts are in cents.")
        } else if cents < 0, !mayBeNegative {
            add("negative", place, "The amount is below zero.")
        }
    }

    mutating func calendar(_ year: Int, _ place: String) {
        if !(1990...2200).contains(year) { add("year", place, "The years are too far away.") }
    }

    private mutating func split(_ split: PayerSplit, _ place: String) {
        if !split.isWhole {
            add(
                "parts", place, "The parts of the payers add up to {sum} and not to 1, or one is below zero.",
                ["sum": "\((split.sum * 1e6).rounded() / 1e6)"])
        }
    }
}
