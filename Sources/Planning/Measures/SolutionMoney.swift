import Finance
import Portfolio
import Web

/// What a measure from the library costs, and what its figures rest on.
extension SolutionUse {
    // MARK: The money

    func costs(_ money: MoneyRules, _ t: Texts) throws(SolutionProblem) -> Costs? {
        guard let cost = solution.cost else { return nil }
        let euros = cost.fixed + amount * cost.value
        guard euros * 100 <= Double(Cents.limit) else {
            throw SolutionProblem("amount", t("So many units cost more than an amount here can be."))
        }
        let range =
            euros > 0
            ? RateRange(
                lower: (cost.fixed + amount * cost.low) / euros, upper: (cost.fixed + amount * cost.high) / euros)
            : nil
        let yearly = Cents.rounded(euros * solution.running * 100)
        var sources = text(cost.origin, t)
        if cost.priceYear == nil {
            sources += "; " + t("the price year is not known and taken as {year}", ["year": "\(money.priceYear)"])
        }
        return Costs(
            capitalCents: Cents.rounded(euros * 100), yearlyCents: yearly, priceYear: cost.priceYear ?? money.priceYear,
            lifetime: solution.lifetime, capitalRange: range, yearlyRange: yearly > 0 ? range : nil, source: sources)
    }

    // MARK: What it rests on

    /// The kinds of co-benefits that a plan can count, without a price.
    var coBenefits: [CoBenefit] {
        let isTraffic = solution.field == .mobility
        let kinds: [(word: String, kind: CoBenefit.Kind)] = [
            ("health", .health), ("air_quality", .airQuality), ("noise", .noise), ("energy_poverty", .energyBills),
            ("jobs", .jobs),
        ]
        let named = kinds.filter { solution.coBenefits.contains($0.word) }.map(\.kind)
        let accidents = isTraffic && solution.coBenefits.contains("safety") ? [CoBenefit.Kind.accidents] : []
        return (named + accidents).map { CoBenefit($0, status: .judgement) }
    }

    func source(_ t: Texts) -> String {
        let origins = [solution.cost?.origin, solution.saving.origin].compactMap { $0 }
        var texts: [String] = []
        for origin in origins {
            let text = text(origin, t)
            if !texts.contains(text) { texts.append(text) }
        }
        let traffic = self.traffic.map { ["\($0.sentence(t)) (\($0.elasticity.source.title))"] } ?? []
        return (["\(t("Solutions library")) \(solution.id)"] + texts + traffic).joined(separator: "; ")
    }

    private func text(_ origin: Solution.Origin, _ t: Texts) -> String {
        let titles = origin.sources.map { source in
            source.key == SolutionSource.judgement
                ? t("An engineer's judgement, or a price from memory") : source.title
        }
        return titles.joined(separator: ", ") + (origin.note.isEmpty ? "" : " (\(origin.note))")
    }
}
