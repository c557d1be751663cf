import Finance
import Web

/// Lines of the lists as answers of their form, and back.
extension FinanceList {
    /// How many lines there are.
    func count(_ finances: CityFinances) -> Int {
        switch self {
        case .budgets: finances.budgets.count
        case .spending: finances.spending.count
        case .incomes: finances.incomes.count
        case .policies: finances.policies.count
        case .stakeholders: finances.stakeholders.count
        case .activities: finances.activities.count
        case .debtService: finances.debtService.count
        case .debtStock: finances.debtStock.count
        case .debtRules: finances.debtRules.count
        }
    }

    /// A line as the answers of the form.
    func answers(_ finances: CityFinances, at place: Int, _ t: Texts) -> Answers {
        func euros(_ cents: Int?) -> String? { cents.map { FormNumber.write(Double($0) / 100, t) } }
        var values: [String: String] = [:]
        switch self {
        case .budgets:
            let item = finances.budgets[place]
            values = ["year": "\(item.year)", "state": item.isExecuted ? "executed" : "approved"]
            values["amount"] = euros(item.cents)
            values["climate"] = euros(item.climateCents)
            values["own-revenue"] = euros(item.ownRevenueCents)
        case .spending:
            let item = finances.spending[place]
            values = ["field": item.field.rawValue, "part": item.part, "year": "\(item.year)"]
            values["amount"] = euros(item.cents)
        case .incomes:
            values["name"] = finances.incomes[place].name
            values["amount"] = euros(finances.incomes[place].cents)
        case .policies:
            let item = finances.policies[place]
            values = [
                "name": item.name, "status": item.status.rawValue, "description": item.description,
                "outcome": item.outcome,
            ]
        case .stakeholders:
            let item = finances.stakeholders[place]
            values = [
                "name": item.name, "influence": item.influence.rawValue, "interest": item.interest.rawValue,
                "network": item.network, "engagement": item.engagement,
            ]
            values["amount"] = euros(item.requiredCents)
        case .activities:
            let item = finances.activities[place]
            values = ["stakeholder": item.stakeholder, "activity": item.activity]
            values["amount"] = euros(item.cents)
        case .debtService:
            values["year"] = "\(finances.debtService[place].year)"
            values["amount"] = euros(finances.debtService[place].cents)
        case .debtStock:
            values["year"] = "\(finances.debtStock[place].year)"
            values["amount"] = euros(finances.debtStock[place].cents)
        case .debtRules: return DebtRuleForm.answers(finances.debtRules[place], t)
        }
        return Answers(values)
    }

    /// Puts a line into the list: in the place of another, or behind all.
    func put(_ answers: Answers, at place: Int?, into finances: inout CityFinances) {
        func cents(_ name: String) -> Int? { answers.number(name).map { Int(($0 * 100).rounded()) } }
        let (amount, year) = (cents("amount") ?? 0, answers.integer("year") ?? 0)
        switch self {
        case .budgets:
            Self.set(
                BudgetYear(
                    year: year, cents: amount, climateCents: cents("climate") ?? 0,
                    ownRevenueCents: cents("own-revenue"), isExecuted: answers.text("state") == "executed"),
                at: place, in: &finances.budgets)
        case .spending:
            Self.set(
                FieldSpending(
                    FieldOfAction(rawValue: answers.text("field")) ?? .crossCutting, part: answers.text("part"),
                    year: year, cents: amount), at: place, in: &finances.spending)
        case .incomes:
            Self.set(Income(answers.text("name"), cents: amount), at: place, in: &finances.incomes)
        case .policies:
            Self.set(
                Policy(
                    answers.text("name"), status: Policy.Status(rawValue: answers.text("status")) ?? .inDevelopment,
                    description: answers.text("description"), outcome: answers.text("outcome")),
                at: place, in: &finances.policies)
        case .stakeholders:
            Self.set(
                Stakeholder(
                    answers.text("name"), requiredCents: cents("amount"), network: answers.text("network"),
                    influence: Stakeholder.Level(rawValue: answers.text("influence")) ?? .medium,
                    interest: Stakeholder.Level(rawValue: answers.text("interest")) ?? .medium,
                    engagement: answers.text("engagement")), at: place, in: &finances.stakeholders)
        case .activities:
            Self.set(
                StakeholderActivity(
                    stakeholder: answers.text("stakeholder"), activity: answers.text("activity"), cents: amount),
                at: place, in: &finances.activities)
        case .debtService:
            Self.set(YearAmount(year: year, cents: amount), at: place, in: &finances.debtService)
        case .debtStock:
            Self.set(YearAmount(year: year, cents: amount), at: place, in: &finances.debtStock)
        case .debtRules:
            Self.set(
                DebtRuleForm.rule(answers, at: place, in: finances.debtRules), at: place, in: &finances.debtRules)
        }
    }

    func remove(at place: Int, from finances: inout CityFinances) {
        switch self {
        case .budgets: finances.budgets.remove(at: place)
        case .spending: finances.spending.remove(at: place)
        case .incomes: finances.incomes.remove(at: place)
        case .policies: finances.policies.remove(at: place)
        case .stakeholders: finances.stakeholders.remove(at: place)
        case .activities: finances.activities.remove(at: place)
        case .debtService: finances.debtService.remove(at: place)
        case .debtStock: finances.debtStock.remove(at: place)
        case .debtRules: finances.debtRules.remove(at: place)
        }
    }

    private static func set<Item>(_ item: Item, at place: Int?, in list: inout [Item]) {
        if let place, list.indices.contains(place) { list[place] = item } else { list.append(item) }
    }
}
