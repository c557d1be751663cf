import Finance
import Pathways

extension CityPlanChecks {
    mutating func costs(_ costs: Costs, _ place: String) {
        amount(costs.capitalCents, "\(place)/capitalCents", mayBeNegative: true)
        amount(costs.yearlyCents, "\(place)/yearlyCents", mayBeNegative: true)
        for (name, cents) in [("capitalCents", costs.capitalCents), ("yearlyCents", costs.yearlyCents)]
        where cents < 0 && costs.reason.allSatisfy(\.isWhitespace) {
            add(
                "negative-without-reason", "\(place)/\(name)",
                "The cost is below zero: say in “reason” what is saved or earned.")
        }
        rate(costs.growth, "\(place)/growth")
        if !(1...200).contains(costs.lifetime) {
            add("lifetime", "\(place)/lifetime", "A lifetime is between 1 and 200 years.")
        }
        let (first, last) = (plan.model.baseYear, plan.model.finalYear)
        for (name, year) in [("from", costs.from), ("to", costs.to)] {
            guard let year, !(first...max(first, last)).contains(year) else { continue }
            add(
                "outside-plan", "\(place)/\(name)",
                "The year {year} is not in the plan, which goes from {first} to {last}.",
                ["year": "\(year)", "first": "\(first)", "last": "\(last)"])
        }
        if let from = costs.from, let to = costs.to, to < from {
            add("end-before-start", "\(place)/to", "Buying ends before it starts.")
        }
        if let technology = costs.technology, !plan.money.prices.contains(where: { $0.id == technology }) {
            add(
                "unknown-technology", "\(place)/technology",
                "The plan has no prices of the technology “{id}”.", ["id": technology])
        }
        range(costs.capitalRange, "\(place)/capitalRange")
        range(costs.yearlyRange, "\(place)/yearlyRange")
        do {
            _ = try plan.money.level.factor(from: costs.currency, year: costs.priceYear)
        } catch {
            switch error {
            case .noRate(let from, let to, let year):
                add(
                    "no-exchange-rate", "\(place)/currency",
                    "There is no rate of exchange from {from} to {to} for {year}.",
                    ["from": from.rawValue, "to": to.rawValue, "year": "\(year)"])
            case .noIndex(let currency, let year):
                add(
                    "no-price-index", "\(place)/priceYear", "There is no price index of {currency} for {year}.",
                    ["currency": currency.rawValue, "year": "\(year)"])
            }
        }
    }

    private mutating func range(_ range: RateRange?, _ place: String) {
        guard let range else { return }
        if !(range.lower.isFinite && range.upper.isFinite && range.lower <= 1 && range.upper >= 1 && range.lower >= 0) {
            add(
                "range", place,
                "A range holds the value: its ends are factors, the lower at most 1, the upper at least 1.")
        }
    }

    mutating func funding(_ measure: CityMeasure, _ place: String) {
        for (index, line) in measure.funding.enumerated() {
            let place = "\(place)/funding/\(index)"
            amount(line.cents, "\(place)/cents")
            calendar(line.from, "\(place)/from")
            calendar(line.to, "\(place)/to")
            if line.to < line.from { add("end-before-start", "\(place)/to", "Payment ends before it starts.") }
            if line.id.isEmpty { add("no-id", "\(place)/id", "The id is missing.") }
            guard let terms = line.terms else { continue }
            if line.kind != .loan { add("terms", "\(place)/terms", "Only a loan has terms.") }
            rate(terms.rate, "\(place)/terms/rate")
            if !(1...60).contains(terms.years) {
                add("years", "\(place)/terms/years", "The number of years is between 1 and 60.")
            } else if !(0..<terms.years).contains(terms.graceYears) {
                add("years", "\(place)/terms/graceYears", "The years of grace end before the loan does.")
            }
            if ![1, 2, 4, 12].contains(terms.paymentsPerYear) {
                add("payments", "\(place)/terms/paymentsPerYear", "Payments are 1, 2, 4 or 12 a year.")
            }
        }
        guard let costs = measure.costs, !measure.funding.isEmpty,
            let money = try? plan.money.level.value(
                of: Money(cents: costs.capitalCents, currency: costs.currency, priceYear: costs.priceYear))
        else { return }
        // Clamped, because amounts beyond the limit are named above and must not overflow here.
        // A technology that becomes dearer may need more than its price today.
        let path = plan.money.prices.first { $0.id == costs.technology }
        let dearest = path?.factors(from: costs.priceYear, to: plan.model.finalYear, base: costs.priceYear).max() ?? 1
        let secured = measure.funding.filter(\.status.isSecured).reduce(0.0) { $0 + Double($1.cents) }
        if secured > Double(max(0, money.cents)) * max(1, dearest) {
            warn(
                "funded-twice", "\(place)/funding",
                "Contracts cover more than is bought: the same cost must not be paid twice.")
        }
    }

    mutating func coBenefits(_ measure: CityMeasure, _ place: String) {
        for (index, benefit) in measure.coBenefits.enumerated() {
            let place = "\(place)/coBenefits/\(index)"
            if let cents = benefit.centsPerYear { amount(cents, "\(place)/centsPerYear", mayBeNegative: true) }
            if benefit.status == .sourced && benefit.source.isEmpty {
                add("no-source", "\(place)/source", "A figure that is called sourced names its source.")
            }
            if let quantity = benefit.quantity, !quantity.isFinite {
                add("not-finite", "\(place)/quantity", "The value is not a number.")
            }
            if benefit.kind == .energyBills, benefit.centsPerYear ?? 0 != 0, measure.costs?.yearlyCents ?? 0 < 0 {
                warn(
                    "saved-twice", "\(place)/centsPerYear",
                    "Running costs below zero and saved energy bills: make sure that they are not the same money.")
            }
        }
    }

    mutating func completeness(_ measure: CityMeasure, _ place: String) {
        if measure.owner.isEmpty { warn("no-owner", "\(place)/owner", "Nobody answers for the measure yet.") }
        if measure.indicators.isEmpty {
            warn("no-indicator", "\(place)/indicators", "The measure has no indicator yet.")
        }
        if measure.status == .sourced && measure.source.isEmpty {
            add("no-source", "\(place)/source", "A figure that is called sourced names its source.")
        }
    }
}
