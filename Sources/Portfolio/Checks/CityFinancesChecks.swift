import Finance
import Pathways

extension CityPlanChecks {
    mutating func finances() {
        let finances = plan.finances
        for (index, budget) in finances.budgets.enumerated() {
            let place = "/finances/budgets/\(index)"
            for (name, cents) in [
                ("cents", budget.cents), ("climateCents", budget.climateCents),
                ("ownRevenueCents", budget.ownRevenueCents ?? 0),
            ] { amount(cents, "\(place)/\(name)") }
            if budget.climateCents > budget.cents {
                add("part-above-whole", "\(place)/climateCents", "The part is greater than the whole.")
            }
            if finances.budgets[..<index].contains(where: { $0.year == budget.year }) {
                add("twice", "\(place)/year", "The year {year} stands here twice.", ["year": "\(budget.year)"])
            }
        }
        for (index, item) in finances.spending.enumerated() {
            amount(item.cents, "/finances/spending/\(index)/cents")
        }
        for (index, item) in finances.incomes.enumerated() { amount(item.cents, "/finances/incomes/\(index)/cents") }
        for (name, amounts) in [("debtService", finances.debtService), ("debtStock", finances.debtStock)] {
            for (index, item) in amounts.enumerated() { amount(item.cents, "/finances/\(name)/\(index)/cents") }
        }
        debtRules()
    }

    private mutating func debtRules() {
        let rules = plan.finances.debtRules
        once(rules.enumerated().map { (id: $1.id, place: "/finances/debtRules/\($0)/id") })
        for (index, rule) in rules.enumerated() {
            let place = "/finances/debtRules/\(index)"
            if rule.id.isEmpty { add("no-id", "\(place)/id", "The id is missing.") }
            if !(rule.share > 0 && rule.share.isFinite) {
                add("not-positive", "\(place)/share", "The value must be above zero.")
            }
            if !(1...20).contains(rule.years) {
                add("years", "\(place)/years", "The number of years is between 1 and 20.")
            }
            if rule.status == .sourced && rule.source.isEmpty {
                add("no-source", "\(place)/source", "A figure that is called sourced names its source.")
            }
        }
        guard !rules.isEmpty else { return }
        for (index, measure) in plan.measures.enumerated() {
            for (line, loan) in measure.funding.enumerated() where loan.kind == .loan && loan.terms == nil {
                warn(
                    "loan-without-terms", "/measures/\(index)/funding/\(line)/terms",
                    "The loan has no terms yet: it is missing where debt is held against its limits.")
            }
        }
    }

    mutating func carbonValue() {
        guard let carbon = plan.money.carbonValue else { return }
        let place = "/money/carbonValue"
        calendar(carbon.priceYear, "\(place)/priceYear")
        if carbon.points.isEmpty { add("no-points", "\(place)/points", "A value for at least one year is needed.") }
        for (index, point) in carbon.points.enumerated() {
            calendar(point.year, "\(place)/points/\(index)/year")
            if !(point.perTonne >= 0 && point.perTonne.isFinite) {
                add("negative", "\(place)/points/\(index)/perTonne", "The amount is below zero.")
            }
            if carbon.points[..<index].contains(where: { $0.year == point.year }) {
                add(
                    "twice", "\(place)/points/\(index)/year", "The year {year} stands here twice.",
                    ["year": "\(point.year)"])
            }
        }
        do {
            _ = try plan.money.level.factor(from: carbon.currency, year: carbon.priceYear)
        } catch {
            switch error {
            case .noRate(let from, let to, let year):
                add(
                    "no-exchange-rate", "\(place)/currency",
                    "There is no rate of exchange from {from} to {to} for {year}.",
                    ["from": from.rawValue, "to": to.rawValue, "year": "\(year)"])
            case .noIndex where carbon.currency != plan.money.currency:
                add(
                    "no-price-index", "\(place)/priceYear", "There is no price index of {currency} for {year}.",
                    ["currency": plan.money.currency.rawValue, "year": "\(carbon.priceYear)"])
            case .noIndex:
                warn(
                    "carbon-price-level", "\(place)/priceYear",
                    "The value of carbon is in prices of {year}, and the plan has no price index for it: it is taken as it is.",
                    ["year": "\(carbon.priceYear)"])
            }
        }
    }
}
