import Finance
import Inventory
import Web

/// Where the figures of a published portfolio do not agree with one another, in plain sentences.
struct PortfolioDifferences {
    let sentences: [String]

    init(_ portfolio: PublishedPortfolio, _ sums: PortfolioSums, _ t: Texts, _ figures: Figures) {
        func tonnes(_ value: Double) -> String { figures.decimal(value, decimals: 0) }
        func euros(_ cents: Int) -> String { figures.decimal(Double(cents) / 100, decimals: 0) }
        var found: [String] = []
        let open = sums.gap - sums.claimed
        if open.magnitude >= 1, sums.gap > 0 {
            let values = [
                "claimed": tonnes(sums.claimed), "gap": tonnes(sums.gap), "open": tonnes(open.magnitude),
                "part": figures.decimal((open / sums.gap).magnitude * 100, decimals: 1),
            ]
            found.append(
                open > 0
                    ? t(
                        "The measures claim {claimed} t, the sectors' gaps add up to {gap} t: {open} t ({part} %) have no measure.",
                        values)
                    : t(
                        "The measures claim {claimed} t, {open} t more than the sectors' gaps, which add up to {gap} t.",
                        values))
        }
        for row in sums.sectors {
            guard let gap = row.gap, gap > 0 else { continue }
            let values = [
                "sector": t(row.sector.title), "gap": tonnes(gap), "claimed": tonnes(row.claimed),
                "more": tonnes((row.open ?? 0).magnitude),
            ]
            if row.measures == 0 {
                found.append(t("{sector}: the gap of {gap} t has no measure.", values))
            } else if let open = row.open, open <= -1 {
                found.append(
                    t("{sector}: {claimed} t are claimed, {more} t more than the gap of {gap} t.", values))
            }
        }
        found += Self.totals(portfolio, sums, t, tonnes)
        found += Self.money(portfolio, sums, t, euros)
        sentences = found
    }

    /// The printed total against its rows.
    private static func totals(
        _ portfolio: PublishedPortfolio, _ sums: PortfolioSums, _ t: Texts, _ tonnes: (Double) -> String
    ) -> [String] {
        let rows: [(name: String, printed: Double, sum: Double)] = [
            (t("Baseline"), portfolio.printedTotal.baseline, portfolio.gaps.reduce(0) { $0 + $1.baseline }),
            (t("Residual emissions"), portfolio.printedTotal.residual, portfolio.gaps.reduce(0) { $0 + $1.residual }),
            (t("Gap"), portfolio.printedTotal.gap, sums.gap),
        ]
        return rows.filter { $0.printed.rounded() != $0.sum.rounded() }.map { row in
            t(
                "{name}: the printed total is {printed} t, its rows add up to {sum} t.",
                ["name": row.name, "printed": tonnes(row.printed), "sum": tonnes(row.sum)])
        }
    }

    /// The printed budget against the costs of the measures.
    private static func money(
        _ portfolio: PublishedPortfolio, _ sums: PortfolioSums, _ t: Texts, _ euros: (Int) -> String
    ) -> [String] {
        var found: [String] = []
        if let printed = portfolio.printedBudgetCents {
            if printed != sums.cents {
                found.append(
                    t(
                        "The printed budget is {printed} EUR, the costs of the measures add up to {sum} EUR.",
                        ["printed": euros(printed), "sum": euros(sums.cents)]))
            }
        } else {
            found.append(
                t(
                    "No sum of costs is printed; the costs of the measures add up to {sum} EUR.",
                    ["sum": euros(sums.cents)]))
        }
        for amount in portfolio.besides {
            found.append(
                t(
                    "Beside the measures {amount} EUR are printed for: {name}.",
                    ["amount": euros(amount.cents), "name": amount.name]))
        }
        return found
    }
}
