import Pathways
import Web

/// What somebody set at each measure of a scenario, whatever is wrong with it.
struct ScenarioLevers: Sendable {
    static let shifts = -20...20
    /// In percent of what the measure says.
    static let prices = 0.0...500.0
    /// The choices that can be read, one for each measure of the city.
    private(set) var choices: [ScenarioChoice] = []
    /// What is wrong, by measure's id.
    private(set) var problems: [String: String] = [:]

    var isFine: Bool { problems.isEmpty }

    /// As it is recorded; a measure without a choice is not in the scenario.
    init(_ recorded: [ScenarioChoice], of measures: [Plan.Measure]) {
        choices = measures.map { measure in
            recorded.first { $0.measure == measure.id } ?? ScenarioChoice(measure.id, ambition: 0)
        }
    }

    /// As it was sent; what was not sent stays as it is recorded.
    init(_ answers: Answers, over recorded: [ScenarioChoice], of measures: [Plan.Measure], _ t: Texts) {
        self.init(recorded, of: measures)
        for index in choices.indices {
            let id = choices[index].measure
            if let text = answers.optionalText(Self.ambition(id)) {
                if let percent = answers.number(Self.ambition(id)), (0...100).contains(percent) {
                    choices[index].ambition = percent / 100
                } else {
                    problems[id] = t("“{text}” is no ambition from 0 to 100 %.", ["text": text])
                }
            }
            if let text = answers.optionalText(Self.shift(id)) {
                if let years = answers.integer(Self.shift(id)), Self.shifts.contains(years) {
                    choices[index].shift = years
                } else {
                    problems[id] = t("“{text}” is no number of years from −20 to 20.", ["text": text])
                }
            }
            if let text = answers.optionalText(Self.price(id)) {
                if let percent = answers.number(Self.price(id)), Self.prices.contains(percent) {
                    choices[index].price = percent / 100
                } else {
                    problems[id] = t("“{text}” is no price from 0 to 500 %.", ["text": text])
                }
            }
        }
    }

    /// Only what says something.
    var kept: [ScenarioChoice] {
        choices.filter { $0 != ScenarioChoice($0.measure, ambition: 0) }
    }

    static func ambition(_ measure: String) -> String { "ambition-\(measure)" }
    static func shift(_ measure: String) -> String { "shift-\(measure)" }
    static func price(_ measure: String) -> String { "price-\(measure)" }
}
