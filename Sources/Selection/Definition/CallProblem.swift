/// Something that keeps a call from being published: where, why, and what to do.
public struct CallProblem: Sendable, Hashable {
    /// The page of the builder that mends it.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case texts, articles, calendar, eligibility, form, criteria, decision
    }

    /// The check's name, such as `calendar-order`.
    public let check: String
    public let part: Part
    /// What it is about: an identifier of a rule, question or criterion; empty where it is the whole part.
    public let place: String
    /// An English sentence, also the key of its translations; `{name}` stands for each of `values`.
    public let reason: String
    /// What to do, in the same manner.
    public let remedy: String
    public let values: [String: String]

    public init(
        _ check: String, _ part: Part, _ place: String = "", reason: String, remedy: String,
        _ values: [String: String] = [:]
    ) {
        self.check = check
        self.part = part
        self.place = place
        self.reason = reason
        self.remedy = remedy
        self.values = values
    }

}

extension CallDefinition {
    /// Everything that keeps the call from being published; none when it can be.
    public var problems: [CallProblem] {
        textProblems + calendarProblems + eligibilityProblems + formProblems + decisionProblems
    }

    private var textProblems: [CallProblem] {
        var found: [CallProblem] = []
        if !title.isComplete || !summary.isComplete {
            found.append(
                CallProblem(
                    "texts-languages", .texts, reason: "The title or the summary is missing in a language.",
                    remedy: "Write both in Romanian and in English."))
        }
        if articles.isEmpty {
            found.append(
                CallProblem(
                    "articles-none", .articles, reason: "The call has no rules that people can read.",
                    remedy: "Add at least one article."))
        }
        for article in articles where !article.title.isComplete || !article.text.isComplete {
            found.append(
                CallProblem(
                    "articles-languages", .articles, article.id, reason: "An article is missing in a language.",
                    remedy: "Write its title and text in Romanian and in English."))
        }
        return found + identifiers(articles.map(\.id), .articles)
    }

    func identifiers(_ ids: [String], _ part: CallProblem.Part) -> [CallProblem] {
        var known: Set<String> = []
        var found: [CallProblem] = []
        for id in ids where !isIdentifier(id) || !known.insert(id).inserted {
            found.append(
                CallProblem(
                    "identifier", part, id, reason: "A short name stands here twice or has other signs than it may.",
                    remedy: "Use letters, digits and hyphens, and each short name once."))
        }
        return found
    }

    private var eligibilityProblems: [CallProblem] {
        var found = identifiers(eligibility.map(\.id), .eligibility)
        if eligibility.isEmpty {
            found.append(
                CallProblem(
                    "eligibility-none", .eligibility, reason: "Nothing says who may apply.",
                    remedy: "Add at least one condition."))
        }
        for rule in eligibility {
            if !rule.text.isComplete {
                found.append(
                    CallProblem(
                        "eligibility-languages", .eligibility, rule.id, reason: "A condition is missing in a language.",
                        remedy: "Write it in Romanian and in English."))
            }
            if case .figure(let series, _, let limit) = rule.test, series.isEmpty || !limit.isFinite {
                found.append(
                    CallProblem(
                        "eligibility-series", .eligibility, rule.id,
                        reason: "A condition on a figure does not say which series it means.",
                        remedy: "Name the series with its year and source."))
            }
        }
        return found
    }

    private var decisionProblems: [CallProblem] {
        var checks = RuleChecks(rules)
        checks.run()
        var found = checks.problems.map(said)
        for criterion in rules.criteria.parts.flatMap(\.all) where !name(of: criterion).isComplete {
            found.append(
                CallProblem(
                    "criteria-name", .criteria, criterion.id, reason: "A criterion has no name in a language.",
                    remedy: "Name in Romanian and in English what reviewers look at."))
        }
        if rules.budget.cents == nil && rules.budget.places == nil {
            found.append(
                CallProblem(
                    "budget-none", .decision, reason: "Nothing says how many bids can be selected.",
                    remedy: "Give a budget, a number of places, or both."))
        }
        if rules.budget.cents != nil && currency.isEmpty {
            found.append(
                CallProblem(
                    "budget-currency", .decision, reason: "The budget has no currency.", remedy: "Choose the currency.")
            )
        }
        if !(0...30).contains(appeals.windowDays) || !(1...90).contains(appeals.answerDays) {
            found.append(
                CallProblem(
                    "appeals-days", .decision, reason: "The days for appeals cannot be meant so.",
                    remedy: "Give 0 to 30 working days to appeal, and 1 to 90 to answer."))
        }
        if appeals.windowDays > 0 && !appeals.grounds.isComplete {
            found.append(
                CallProblem(
                    "appeals-grounds", .decision, reason: "Nothing says what an appeal may be based on.",
                    remedy: "Write the grounds in Romanian and in English."))
        }
        return found
    }

    /// What the ranking would refuse, in the words of somebody who writes a call.
    private func said(_ problem: SelectionProblem) -> CallProblem {
        let criterion = criterion(at: problem.place)
        switch problem.check {
        case "scale" where criterion?.parts.isEmpty ?? false:
            return CallProblem(
                problem.check, .criteria, criterion?.id ?? "",
                reason: "A criterion cannot be scored, or a group is empty.",
                remedy: "Give the criterion its highest mark, or put criteria into the group.")
        case "weight":
            return CallProblem(
                problem.check, .criteria, criterion?.id ?? "", reason: "The criteria of a group have no weight.",
                remedy: "Give at least one of them a weight above 0.")
        case "threshold":
            return CallProblem(
                problem.check, .criteria, criterion?.id ?? "", reason: "A threshold is no mark of its criterion.",
                remedy: "Choose a threshold between the lowest and the highest mark.")
        case "anchor-off-scale":
            return CallProblem(
                problem.check, .criteria, criterion?.id ?? "", reason: "Words stand beside a mark that does not exist.",
                remedy: "Explain only marks that a reviewer can give.")
        default:
            return CallProblem(
                problem.check, problem.place.hasPrefix("/rules/criteria") ? .criteria : .decision, criterion?.id ?? "",
                reason: "Bids cannot be ranked by these rules: {problem}", remedy: "Correct this rule.",
                ["problem": problem.text])
        }
    }

    /// The criterion that a place such as `/rules/criteria/parts/0/scale` is in.
    private func criterion(at place: String) -> Criterion? {
        guard place.hasPrefix("/rules/criteria") else { return nil }
        var found = rules.criteria
        let steps = place.split(separator: "/").dropFirst(2)
        for (name, index) in zip(steps, steps.dropFirst()) where name == "parts" {
            guard let index = Int(index), found.parts.indices.contains(index) else { return found }
            found = found.parts[index]
        }
        return found
    }
}
