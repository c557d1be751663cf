/// What an erratum changed: one place of the published call, before and after.
public struct DefinitionDifference: Sendable, Hashable {
    public let part: CallProblem.Part
    /// The short name of the article, question or stage; empty where it is the whole part.
    public let place: String
    /// Nil where it is new.
    public let before: BilingualText?
    /// Nil where it is gone.
    public let after: BilingualText?
}

extension CallDefinition {
    /// What differs in a later version, part by part; texts in both languages, rules as their words.
    public func differences(to later: CallDefinition) -> [DefinitionDifference] {
        let (old, new) = (Self.lines(self), Self.lines(later))
        let earlier = Dictionary(old.map { ($0.key, $0.text) }) { first, _ in first }
        let latest = Dictionary(new.map { ($0.key, $0.text) }) { first, _ in first }
        let keys = new.map(\.key) + old.map(\.key).filter { latest[$0] == nil }
        return keys.compactMap { key in
            guard earlier[key] != latest[key] else { return nil }
            return DefinitionDifference(
                part: key.part, place: key.place, before: earlier[key], after: latest[key])
        }
    }

    private struct Key: Hashable {
        let part: CallProblem.Part
        let place: String
    }

    private static func lines(_ call: CallDefinition) -> [(key: Key, text: BilingualText)] {
        var lines: [(key: Key, text: BilingualText)] = []
        func add(_ part: CallProblem.Part, _ place: String, _ text: BilingualText) {
            lines.append((Key(part: part, place: place), text))
        }
        func add(_ part: CallProblem.Part, _ place: String, _ value: String) {
            add(part, place, BilingualText(ro: value, en: value))
        }
        add(.texts, "title", call.title)
        add(.texts, "summary", call.summary)
        for article in call.articles { add(.articles, article.id, joined([article.title, article.text])) }
        for entry in call.calendar.entries {
            add(.calendar, entry.stage.rawValue, "\(entry.from) – \(entry.until)")
        }
        let minute = call.calendar.closesAtMinute
        add(.calendar, "closes-at", "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)")
        for rule in call.eligibility { add(.eligibility, rule.id, described(rule)) }
        for section in call.form {
            add(.form, section.id, section.title)
            for question in section.questions { add(.form, question.id, described(question)) }
        }
        for criterion in call.rules.criteria.all {
            add(.criteria, criterion.id, joined([call.name(of: criterion), described(criterion)]))
        }
        let decision = call.rules
        add(.decision, "budget", "\(decision.budget.cents.map(money) ?? "–") \(call.currency)")
        add(.decision, "places", decision.budget.places.map(String.init) ?? "–")
        add(.decision, "reserve", decision.budget.reserve.map(String.init) ?? "–")
        add(.decision, "reports", String(decision.reportsNeeded))
        add(.decision, "combining", decision.combining.rawValue)
        add(.decision, "blindness", call.blindness.rawValue)
        add(.decision, "appeals", "\(call.appeals.windowDays) / \(call.appeals.answerDays)")
        add(.decision, "grounds", call.appeals.grounds)
        return lines
    }

    private static func joined(_ texts: [BilingualText]) -> BilingualText {
        let said = texts.filter { $0 != BilingualText() }
        return BilingualText(
            ro: said.map(\.ro).joined(separator: "\n"), en: said.map(\.en).joined(separator: "\n"))
    }

    private static func described(_ rule: EligibilityRule) -> BilingualText {
        guard case .figure(let series, let comparison, let limit) = rule.test else { return rule.text }
        let test = "[\(series): \(comparison.rawValue) \(limit)]"
        return joined([rule.text, BilingualText(ro: test, en: test)])
    }

    private static func described(_ question: CallQuestion) -> BilingualText {
        var facts = [question.kind.rawValue, question.isRequired ? "*" : ""]
        if let words = question.mostWords { facts.append("≤ \(words)") }
        if question.kind == .file {
            facts.append(question.fileTypes.joined(separator: ", "))
            facts.append("≤ \(question.mostMegabytes ?? 0) MB")
        }
        if let condition = question.condition {
            facts.append("\(condition.question) = \(condition.answers.joined(separator: ", "))")
        }
        let said = "[" + facts.filter { !$0.isEmpty }.joined(separator: " · ") + "]"
        return joined(
            [question.text, question.hint] + question.parts.map(\.text) + [BilingualText(ro: said, en: said)])
    }

    private static func described(_ criterion: Criterion) -> BilingualText {
        var words = "× \(criterion.weight)"
        if let scale = criterion.scale { words += ", \(scale.lowest.value)–\(scale.highest.value)" }
        if let threshold = criterion.threshold { words += ", ≥ \(threshold.value)" }
        for anchor in criterion.scale?.anchors ?? [] { words += "\n\(anchor.points.value): \(anchor.meaning)" }
        return BilingualText(ro: words, en: words)
    }

    private static func money(_ cents: Int) -> String {
        cents % 100 == 0 ? "\(cents / 100)" : "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
