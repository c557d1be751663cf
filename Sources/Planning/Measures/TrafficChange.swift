import Pathways
import Web

/// The effect of a measure on traffic, from an elasticity: change of the cause × elasticity, on the part of the traffic
/// that the measure reaches.
struct TrafficChange {
    let elasticity: TransportElasticity
    /// By which part the cause changes: 0.5 is half as much again.
    let cause: Double
    /// Which part of the activities the measure reaches.
    let reach: Double
    /// The activities that it acts on, by id.
    let activities: [String]

    /// The part by which each activity changes; nil where nothing gets less.
    var change: Double? {
        guard let change = elasticity.change(by: cause), change < 0 else { return nil }
        return change * reach
    }

    func operators(_ plan: Plan, _ t: Texts) throws(SolutionProblem) -> [Plan.Operator] {
        guard let change else {
            throw SolutionProblem("change", t("so the traffic would not get less; look at the sign"))
        }
        let known = Set(Self.sources(plan).map(\.id))
        guard !activities.isEmpty, activities.allSatisfy(known.contains) else {
            throw SolutionProblem("traffic", t("choose an activity of the plan"))
        }
        return activities.map { .scale(Plan.Change(of: $0, by: change)) }
    }

    /// Traffic of the plan on which an elasticity of car-km can act: all of it that is there, that on roads first.
    static func sources(_ plan: Plan) -> [Plan.Activity] {
        let traffic = plan.activities.filter { $0.sector == .transport && $0.quantity.value > 0 }
        func isOnRoads(_ activity: Plan.Activity) -> Bool { activity.line.map { $0.hasPrefix("II.1") } ?? false }
        return traffic.filter(isOnRoads) + traffic.filter { !isOnRoads($0) }
    }

    /// How the figure came about, for the measure's source.
    func sentence(_ t: Texts) -> String {
        let words = SolutionWords(t)
        func percent(_ part: Double) -> String { TransportElasticityWords.percent(part, words.figures) }
        return t(
            "{name} ({id}): {cause} {change} × elasticity {value} = {result} of car-km, reaching {reach} of the traffic",
            [
                "name": elasticity.name(t.language), "id": elasticity.id, "cause": elasticity.cause(t.language),
                "change": percent(cause), "value": words.number(elasticity.value ?? 0),
                "result": percent(elasticity.change(by: cause) ?? 0), "reach": percent(reach),
            ])
    }

    // MARK: The form

    /// The questions for a solution that elasticities belong to; none where none of them acts on car-km.
    static func fields(_ offered: [TransportElasticity], activities: [Option], _ language: Language) -> [Field] {
        let acting = offered.filter(\.acts)
        guard !acting.isEmpty, !activities.isEmpty else { return [] }
        return [
            Field(
                "elasticity", "Effect from an elasticity",
                hint: "In the place of a claimed reduction: what changes, and by how much traffic follows.",
                optional: true,
                .select(
                    acting.map { item in
                        Option(
                            item.id, "\(item.name(language)) (\(item.cause(language)))", translated: false)
                    })),
            Field(
                "change", "Change of what traffic follows",
                hint: "50 is half as much again: a price of 3 in the place of 2.", optional: true,
                .number(range: -100...1000, decimals: 2, unit: "%")),
            Field(
                "reach", "Part of the traffic that it reaches",
                hint: "Of the activities below: priced parking reaches the cars that park there.", optional: true,
                .number(range: 0.1...100, decimals: 2, unit: "%")),
            Field("traffic", "Traffic that it acts on", optional: true, .checkboxes(activities)),
        ]
    }

    /// What was answered; nil without an elasticity, or with the problem at what is missing.
    init?(_ offered: [TransportElasticity], _ answers: inout Answers, _ t: Texts) {
        let named = answers.text("elasticity")
        guard !named.isEmpty else { return nil }
        guard let elasticity = offered.first(where: { $0.id == named && $0.acts }) else {
            answers.refuse("elasticity", t("choose an answer"))
            return nil
        }
        if !answers.text("claimed").isEmpty {
            answers.refuse("elasticity", t("a claimed reduction or an elasticity, not both"))
        }
        guard let change = answers.number("change"), let reach = answers.number("reach") else {
            for name in ["change", "reach"] where answers.text(name).isEmpty {
                answers.refuse(name, t("write an answer"))
            }
            return nil
        }
        self.init(
            elasticity: elasticity, cause: change / 100, reach: reach / 100, activities: answers.list("traffic"))
    }

    init(elasticity: TransportElasticity, cause: Double, reach: Double, activities: [String]) {
        self.elasticity = elasticity
        self.cause = cause
        self.reach = reach
        self.activities = activities
    }
}
