import Cities
import Members
import Pathways
import Portfolio
import Storage
import Web

/// A change of how a plan counts money, or of the city's finances: checked as a whole, saved with its line in the history.
struct InvestmentChange {
    let kit: Kit
    let desk: ScenarioDesk

    /// What would be wrong with the plan's money; what is wrong with measures is told at them.
    static func problems(_ content: InvestmentFrame.Content, _ desk: ScenarioDesk) -> [PlanProblem] {
        guard var whole = desk.work?.whole else { return [] }
        if let money = content.money { whole.money = money }
        whole.finances = content.finances
        return whole.problems().filter { problem in
            problem.level == .refusal
                && (problem.place.hasPrefix("/money") || problem.place.hasPrefix("/finances")
                    || priceChecks.contains(problem.check))
        }
    }

    /// Stand at a measure, but come about where a plan is brought to the prices of another year.
    private static let priceChecks: Set<String> = ["no-price-index", "no-exchange-rate"]

    /// False when somebody changed it meanwhile.
    func save(_ content: InvestmentFrame.Content, version: Int, _ visit: Visit) async throws -> Bool {
        let person = try visit.signedIn.person
        return try await kit.database.write { connection in
            guard
                try InvestmentFrame.save(
                    connection, city: desk.city.code, version: version, content, by: person, at: visit.now)
            else { return false }
            try desk.record(connection, "investment.changed", visit)
            return true
        }
    }
}
