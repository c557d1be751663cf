import Finance
import Portfolio
import Web

/// What a measure costs as answers of its form, and back.
enum MeasureCostAnswers {
    static func recorded(_ costs: Costs?, _ t: Texts) -> Answers {
        guard let costs else { return Answers(["renewed": "yes"]) }
        func end(_ cents: Int, _ factor: Double?) -> String? {
            factor.flatMap { MeasureAnswers.euros(Cents.rounded(Double(cents) * $0), t) }
        }
        var values = [
            "renewed": costs.isRenewed ? "yes" : "no", "reason": costs.reason, "source": costs.source,
            "price-year": "\(costs.priceYear)", "lifetime": "\(costs.lifetime)",
        ]
        values["capital"] = MeasureAnswers.euros(costs.capitalCents, t)
        values["yearly"] = MeasureAnswers.euros(costs.yearlyCents, t)
        values["capital-low"] = end(costs.capitalCents, costs.capitalRange?.lower)
        values["capital-high"] = end(costs.capitalCents, costs.capitalRange?.upper)
        values["yearly-low"] = end(costs.yearlyCents, costs.yearlyRange?.lower)
        values["yearly-high"] = end(costs.yearlyCents, costs.yearlyRange?.upper)
        values["growth"] = costs.growth == 0 ? nil : MeasureAnswers.percent(costs.growth, t)
        values["from"] = costs.from.map { "\($0)" }
        values["to"] = costs.to.map { "\($0)" }
        values["technology"] = costs.technology
        return Answers(values)
    }

    /// nil: nobody knows what it costs.
    static func costs(_ answers: inout Answers, before: Costs?, _ t: Texts) -> Costs? {
        guard let capital = MeasureAnswers.cents(answers, "capital") else {
            let others = ["capital-low", "capital-high", "yearly", "yearly-low", "yearly-high"]
            if others.contains(where: { !answers.text($0).isEmpty }) {
                answers.refuse("capital", t("write an answer, 0 where nothing is bought"))
            }
            return nil
        }
        let (year, lifetime) = (answers.integer("price-year"), answers.integer("lifetime"))
        if year == nil { answers.refuse("price-year", t("write an answer")) }
        if lifetime == nil { answers.refuse("lifetime", t("write an answer")) }
        let yearly = MeasureAnswers.cents(answers, "yearly") ?? 0
        return Costs(
            capitalCents: capital, yearlyCents: yearly, growth: (answers.number("growth") ?? 0) / 100,
            currency: before?.currency ?? .eur, priceYear: year ?? 0, lifetime: lifetime ?? 1,
            isRenewed: answers.text("renewed") != "no", from: answers.integer("from"), to: answers.integer("to"),
            technology: answers.optionalText("technology"), reason: answers.text("reason"),
            capitalRange: factors("capital", of: capital, &answers, t),
            yearlyRange: factors("yearly", of: yearly, &answers, t), source: answers.text("source"))
    }

    /// The ends of an amount's range as factors of it.
    private static func factors(_ name: String, of cents: Int, _ answers: inout Answers, _ t: Texts) -> RateRange? {
        guard let (low, high) = MeasureAnswers.range("\(name)-low", "\(name)-high", &answers, t) else { return nil }
        guard cents != 0 else {
            answers.refuse("\(name)-low", t("There is no amount that this could be a range of."))
            return nil
        }
        let ends = [low * 100 / Double(cents), high * 100 / Double(cents)].sorted()
        return RateRange(lower: ends[0], upper: ends[1])
    }
}
