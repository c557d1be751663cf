import Finance
import Portfolio
import Web

/// What avoided carbon is worth to everybody, beside the money and never in it.
extension InvestmentCharts {
    var carbon: HTML {
        guard let carbon = results.appraisal.carbon else { return .empty }
        return HTML {
            h2 { t("What avoided carbon is worth") }
            p {
                t(
                    "The tonnes that the plan avoids are worth {value} million euro to society. Nobody receives this money: it is in none of the figures above.",
                    ["value": words.millions(carbon.valueEur)])
            }
            worth(carbon).html
            p(.class("quiet")) {
                carbon.name == "EIB shadow cost of carbon" ? t("EIB shadow cost of carbon") : carbon.name
                ": "
                Components.words(carbon.source, in: .en, t)
            }
            p(.class("quiet")) { about(carbon) }
            Components.disclosure(t("Value of carbon by measure and year")) {
                byMeasure(carbon).html
                byYear(carbon).html
            }
        }
    }

    private func worth(_ carbon: CarbonAppraisal) -> DataTable {
        let appraisal = results.appraisal
        let rows: [(String, Double, Double?)] = [
            (t("Money alone"), appraisal.npvEur, nil),
            (t("with co-benefits"), appraisal.npvWithCoBenefitsEur, appraisal.benefitCostRatio),
            (t("with the value of carbon"), carbon.npvEur, carbon.benefitCostRatio),
            (
                t("with co-benefits and the value of carbon"), carbon.npvWithCoBenefitsEur,
                carbon.benefitCostRatioWithCoBenefits
            ),
        ]
        return DataTable(
            caption: t("Net present value with and without what nobody pays for"),
            columns: [
                DataTable.Column(t("What is counted")),
                DataTable.Column(t("Net present value, EUR"), number: true),
                DataTable.Column(t("Benefits ÷ net costs"), number: true),
            ],
            rows: rows.map { name, value, ratio in
                [.text(name), words.cell(value), ratio.map { number($0) } ?? .missing("–")]
            })
    }

    private func number(_ ratio: Double) -> DataTable.Cell {
        .number(words.figures.decimal(ratio, decimals: 2), ratio)
    }

    /// Its prices, how far it can be relied on, and where it may count something twice.
    private func about(_ carbon: CarbonAppraisal) -> String {
        let years = ["year": "\(carbon.priceYear)", "plan": "\(results.costs.priceYear)"]
        let prices =
            if let factor = carbon.factor {
                factor == 1
                    ? t("Prices of {year}.", years)
                    : t("Prices of {year}, brought to those of {plan} by the plan's price index.", years)
            } else {
                t(
                    "In prices of {year}, taken as they are: the plan has no price index from {year} to {plan}, so the value is rather too low.",
                    years)
            }
        let held = carbon.byYear.contains { $0.isHeld && $0.tonnes != 0 }
        return [
            prices,
            carbon.status == .sourced ? "" : t("Not every year's value has been compared with the source."),
            held ? t("Outside of the years of the series its nearest value is taken.") : "",
            t("Where energy prices already hold a price of carbon, that part is counted twice here."),
        ].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func byMeasure(_ carbon: CarbonAppraisal) -> DataTable {
        let money = Dictionary(results.costs.measures.map { ($0.id, $0.npvEur) }) { first, _ in first }
        return DataTable(
            caption: t("Value of carbon by measure"),
            columns: [
                DataTable.Column(t("Measure")), DataTable.Column(t("Net present value, EUR"), number: true),
                DataTable.Column(t("Value of carbon, EUR"), number: true),
                DataTable.Column(t("Both, EUR"), number: true),
            ],
            rows: carbon.measures.map { measure in
                [
                    .text(name(measure.id, measure.name)), words.cell(money[measure.id]), words.cell(measure.valueEur),
                    words.cell(measure.npvEur),
                ]
            }, sortsInPlace: true)
    }

    private func byYear(_ carbon: CarbonAppraisal) -> DataTable {
        DataTable(
            caption: t("Value of carbon by year"),
            columns: [
                DataTable.Column(t("Year")), DataTable.Column(t("t CO₂e less"), number: true),
                DataTable.Column("EUR/t CO₂e", number: true),
                DataTable.Column(t("Not discounted, EUR"), number: true),
            ],
            rows: carbon.byYear.filter { $0.tonnes != 0 }.map { year in
                [
                    .text("\(year.year)"), words.cell(year.tonnes), words.cell(year.eurPerTonne),
                    words.cell(year.valueEur),
                ]
            })
    }
}
