import Foundation
import Portfolio

/// A plan's results as text for a terminal: whole tonnes and thousands of the currency's unit.
struct PlanText {
    private(set) var text = ""

    init(_ results: PlanResults) {
        line("\(results.city) · \(results.plan) · \(results.scenario) · \(results.gwp.rawValue)")
        if !results.note.isEmpty { line(results.note) }
        emissions(results)
        money(results)
        measures(results)
        if !results.withoutCosts.isEmpty {
            line("\nWithout costs, and missing in every sum of money: \(results.withoutCosts.joined(separator: ", "))")
        }
        text.removeLast()
    }

    private mutating func line(_ words: String) { text += words + "\n" }

    private mutating func emissions(_ results: PlanResults) {
        line("\nt CO2e")
        row("", ["without", "gross", "removals", "credits", "net"])
        let with = results.emissions.withMeasures
        for (index, year) in results.years.enumerated() where index % 5 == 0 || index == results.years.count - 1 {
            let values = [
                results.emissions.withoutMeasures.gross[index], with.gross[index], with.removals[index],
                with.credits[index], with.net[index],
            ]
            row(String(year), values.map(InventoryText.tonnes))
        }
        for target in results.emissions.targets {
            let gap = InventoryText.tonnes(target.gapTonnes.magnitude)
            line(
                "\(target.isMet ? "Met" : "Not met"): \(target.name), \(target.year), "
                    + "\(gap) t \(target.gapTonnes > 0 ? "above" : "below") the goal")
        }
    }

    private mutating func money(_ results: PlanResults) {
        let (costs, funding, appraisal) = (results.costs, results.funding, results.appraisal)
        line("\nThousand \(costs.currency), prices of \(costs.priceYear)")
        row("", ["bought", "again", "run", "left", "net"])
        for group in costs.byPayer {
            row(
                group.name,
                [
                    group.capitalCents, group.reinvestmentCents, group.runningCents, group.residualCents,
                    group.netCents,
                ].map(Self.thousands))
        }
        line(
            "Needed \(Self.thousands(funding.neededCents)), contracted \(Self.thousands(funding.contractedCents)), "
                + "hoped for \(Self.thousands(funding.hopedForCents)), gap \(Self.thousands(funding.gapCents))")
        line(
            "Net present value at \(appraisal.discountRate): \(InventoryText.tonnes(appraisal.npvEur / 1_000)); "
                + "with co-benefits \(InventoryText.tonnes(appraisal.npvWithCoBenefitsEur / 1_000))")
        if let carbon = appraisal.carbon {
            line(
                "Beside the money: \(carbon.name), \(InventoryText.tonnes(carbon.valueEur / 1_000)); "
                    + (carbon.factor == nil ? "prices of \(carbon.priceYear) as they are; " : "")
                    + "net present value with it \(InventoryText.tonnes(carbon.npvEur / 1_000))")
        }
        for debt in results.debt {
            for year in debt.broken {
                line("\(debt.rule.id): \(year.year) exceeds the limit by \(Self.thousands(year.overCents ?? 0))")
            }
        }
        if let price = appraisal.eurPerTonne {
            line("Cost per tonne (\(appraisal.tonneBasis.rawValue) tonnes): \(InventoryText.tonnes(price))")
        }
    }

    private mutating func measures(_ results: PlanResults) {
        line("\nMeasures, the cheapest tonne first")
        row("", ["t CO2e", "per tonne"])
        for step in results.marginalCosts {
            row(step.id, [InventoryText.tonnes(step.tonnes), InventoryText.tonnes(step.eurPerTonne)])
        }
    }

    private mutating func row(_ name: String, _ cells: [String]) {
        let first = name.padding(toLength: max(22, name.count), withPad: " ", startingAt: 0)
        line(first + cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined())
    }

    private static func thousands(_ cents: Int) -> String { InventoryText.tonnes((Double(cents) / 100_000).rounded()) }
}
