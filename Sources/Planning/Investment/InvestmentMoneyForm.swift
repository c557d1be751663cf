import Finance
import Foundation
import Portfolio
import Web

/// How a plan counts money: one rate, the prices of one year, the year to discount to.
enum InvestmentMoneyForm {
    private static let rate = -20.0...60.0
    private static let years = 1990.0...2100.0

    static let form = Form([
        Field(
            "rate", "Real discount rate", hint: "Without inflation. The European Commission's benchmark is 4 %.",
            .number(range: rate, decimals: 3, unit: "%")),
        Field("rate-low", "Lower rate to compare", optional: true, .number(range: rate, decimals: 3, unit: "%")),
        Field("rate-high", "Higher rate to compare", optional: true, .number(range: rate, decimals: 3, unit: "%")),
        Field(
            "price-year", "Year of the prices",
            hint: "All results are in the prices of this year. Measures in prices of other years need an index.",
            .number(range: years, decimals: 0, unit: nil)),
        Field(
            "discount-year", "Year that everything is discounted to",
            hint: "Without an answer: the base year of the plan.", optional: true,
            .number(range: years, decimals: 0, unit: nil)),
        Field(
            "tonnes", "Tonnes in the cost of a tonne",
            .radios([
                Option("undiscounted", "Added up as they are"), Option("discounted", "Discounted like money"),
            ])),
        Field(
            "intensive", "Capital-intensive from", hint: "Projects that cost at least so much stand in table T7.",
            .number(range: 0...100_000_000_000, decimals: 0, unit: "EUR")),
        Field(
            "indices", "Price indices",
            hint:
                "A line for each year, such as “2024 = 112.3”. Any base will do. With 2016 and the year of the prices the value of avoided carbon is brought to these prices too.",
            optional: true, .textarea(maxLength: 2000, rows: 4)),
        Field(
            "prices", "Prices of technologies",
            hint:
                "A line for each technology: name | years with their price | source. Example: Heat pump | 2023 = 1135, 2030 = 1000 | price list 2023. Only the relation between the years counts; a measure that names the technology pays the price of each year.",
            optional: true, .textarea(maxLength: 8000, rows: 4)),
        Field("source", "Source", optional: true, .text(maxLength: 500)),
    ])

    static func answers(_ money: MoneyRules, _ t: Texts) -> Answers {
        func percent(_ rate: Double?) -> String? { rate.map { FormNumber.write(($0 * 1e8).rounded() / 1e6, t) } }
        var values = [
            "price-year": "\(money.priceYear)", "tonnes": "\(money.tonnes)",
            "intensive": "\(money.intensiveCents / 100)", "source": money.source,
        ]
        values["rate"] = percent(money.discountRate)
        values["rate-low"] = percent(money.otherRates?.lower)
        values["rate-high"] = percent(money.otherRates?.upper)
        values["discount-year"] = money.discountYear.map { "\($0)" }
        values["indices"] = money.priceIndices.filter { $0.currency == money.currency }.sorted { $0.year < $1.year }
            .map { "\($0.year) = \(FormNumber.write($0.value, t))" }.joined(separator: "\n")
        values["prices"] = TechnologyPriceLines.write(money.prices, t)
        return Answers(values)
    }

    /// Puts checked answers into the content; what does not go together is told at its field.
    static func apply(
        _ answers: inout Answers, to content: inout InvestmentFrame.Content, _ before: MoneyRules, _ t: Texts
    ) {
        var money = before
        money.discountRate = (answers.number("rate") ?? 0) / 100
        money.priceYear = answers.integer("price-year") ?? before.priceYear
        money.discountYear = answers.integer("discount-year")
        money.tonnes = answers.text("tonnes") == "discounted" ? .discounted : .undiscounted
        money.intensiveCents = Int((answers.whole("intensive") ?? 0) * 100)
        money.source = answers.text("source")
        switch (answers.number("rate-low"), answers.number("rate-high")) {
        case (let low?, let high?): money.otherRates = RateRange(lower: low / 100, upper: high / 100)
        case (nil, nil): money.otherRates = nil
        case (nil, _): answers.refuse("rate-low", t("write an answer"))
        case (_, nil): answers.refuse("rate-high", t("write an answer"))
        }
        money.priceIndices = indices(&answers, money.currency, t)
        money.prices = TechnologyPriceLines.read(&answers, before.prices, t)
        content.money = money
    }

    private static func indices(_ answers: inout Answers, _ currency: Currency, _ t: Texts) -> [PriceIndex] {
        var found: [PriceIndex] = []
        for line in answers.text("indices").split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let year = Int(parts[0]), (1990...2100).contains(year),
                let value = Answers(["value": parts[1]]).number("value"), value > 0
            else {
                answers.refuse(
                    "indices", t("“{line}” is no year and index, such as “2024 = 112.3”", ["line": "\(line)"]))
                return found
            }
            found.append(PriceIndex(currency, year: year, value: value))
        }
        return found
    }
}
