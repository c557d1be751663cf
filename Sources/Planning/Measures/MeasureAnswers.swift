import Finance
import Foundation
import Inventory
import Pathways
import Portfolio
import Web

/// Answers of the parts that are one form as a measure, and back.
enum MeasureAnswers {
    /// A number without the dust of its binary form.
    static func number(_ value: Double?, _ t: Texts) -> String? {
        value.map { FormNumber.write(($0 * 1e9).rounded() / 1e9, t) }
    }

    static func percent(_ part: Double?, _ t: Texts) -> String? { number(part.map { $0 * 100 }, t) }

    static func euros(_ cents: Int?, _ t: Texts) -> String? { cents.map { FormNumber.write(Double($0) / 100, t) } }

    static func cents(_ answers: Answers, _ name: String) -> Int? {
        answers.number(name).map { Cents.rounded($0 * 100) }
    }

    /// Lines of a text, without empty ones.
    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// What is recorded, as the form shows it.
    static func recorded(_ part: MeasurePart, _ measure: CityMeasure, _ t: Texts) -> Answers {
        switch part {
        case .about: about(measure)
        case .time: time(measure.effect, t)
        case .costs: MeasureCostAnswers.recorded(measure.costs, t)
        case .payers: payers(measure, t)
        default: Answers()
        }
    }

    /// Puts checked answers into the measure; what does not go together is told at its field.
    static func apply(_ part: MeasurePart, _ answers: inout Answers, to measure: inout CityMeasure, _ t: Texts) {
        switch part {
        case .about: applyAbout(answers, to: &measure)
        case .time: applyTime(&answers, to: &measure.effect, t)
        case .costs: measure.costs = MeasureCostAnswers.costs(&answers, before: measure.costs, t)
        case .payers: applyPayers(&answers, to: &measure, t)
        default: break
        }
    }

    // MARK: About

    private static func about(_ measure: CityMeasure) -> Answers {
        Answers([
            "name": measure.name, "description": measure.description, "field": measure.field.rawValue,
            "lever": measure.lever.rawValue, "kind": measure.kind.rawValue, "owner": measure.owner,
            "partners": measure.partners.joined(separator: "\n"),
            "steps": measure.steps.map { step in (step.year.map { "\($0): " } ?? "") + step.name }
                .joined(separator: "\n"),
            "status": measure.status.rawValue, "source": measure.source,
        ])
    }

    private static func applyAbout(_ answers: Answers, to measure: inout CityMeasure) {
        measure.name = answers.text("name")
        measure.description = answers.text("description")
        measure.field = FieldOfAction(rawValue: answers.text("field")) ?? measure.field
        measure.lever = CityMeasure.Lever(rawValue: answers.text("lever")) ?? measure.lever
        measure.kind = CityMeasure.Kind(rawValue: answers.text("kind")) ?? measure.kind
        measure.owner = answers.text("owner")
        measure.partners = lines(answers.text("partners"))
        measure.steps = lines(answers.text("steps")).map(step).map { .init($0.name, year: $0.year) }
        measure.status = FigureStatus(rawValue: answers.text("status")) ?? measure.status
        measure.source = answers.text("source")
    }

    /// “2027: tender” is a step with its year.
    private static func step(_ line: String) -> (name: String, year: Int?) {
        let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]) else { return (line, nil) }
        return (parts[1], year)
    }

    // MARK: Time

    private static func time(_ effect: Effect, _ t: Texts) -> Answers {
        let shape =
            switch effect.adoption {
            case .linear: "linear"
            case .sCurve: "s-curve"
            case .logistic, .stepwise: "kept"
            }
        var texts = ["start": ["\(effect.start)"], "end": ["\(effect.end)"], "adoption": [shape]]
        texts["delay"] = effect.delay == 0 ? nil : ["\(effect.delay)"]
        texts["until"] = effect.until.map { ["\($0)"] }
        texts["low"] = percent(effect.range?.lower, t).map { [$0] }
        texts["high"] = percent(effect.range?.upper, t).map { [$0] }
        texts["requires"] = effect.requires
        texts["excludes"] = effect.excludes
        return Answers(texts: texts)
    }

    private static func applyTime(_ answers: inout Answers, to effect: inout Effect, _ t: Texts) {
        effect.start = answers.integer("start") ?? effect.start
        effect.end = answers.integer("end") ?? effect.end
        switch answers.text("adoption") {
        case "linear": effect.adoption = .linear
        case "s-curve": effect.adoption = .sCurve
        default: break
        }
        effect.delay = answers.integer("delay") ?? 0
        effect.until = answers.integer("until")
        effect.requires = answers.list("requires")
        effect.excludes = answers.list("excludes")
        effect.range = range("low", "high", &answers, t).map { Uncertainty(lower: $0 / 100, upper: $1 / 100) }
    }

    /// Both ends of a range, or none; one alone is told.
    static func range(
        _ low: String, _ high: String, _ answers: inout Answers, _ t: Texts
    ) -> (Double, Double)? {
        switch (answers.number(low), answers.number(high)) {
        case (let lower?, let upper?): return (lower, upper)
        case (nil, nil): return nil
        case (nil, _): answers.refuse(low, t("write an answer"))
        case (_, nil): answers.refuse(high, t("write an answer"))
        }
        return nil
    }

    // MARK: Payers

    private static func payers(_ measure: CityMeasure, _ t: Texts) -> Answers {
        var values: [String: String] = [:]
        for payer in Payer.allCases {
            values["payer-\(payer.rawValue)"] = percent(measure.payers.parts[payer], t)
            values["running-\(payer.rawValue)"] = percent(measure.runningPayers?.parts[payer], t)
        }
        return Answers(values)
    }

    private static func applyPayers(_ answers: inout Answers, to measure: inout CityMeasure, _ t: Texts) {
        measure.payers = split("payer", &answers, t) ?? PayerSplit([:])
        if measure.payers.parts.isEmpty, answers.isFine {
            answers.refuse("payer-municipality", t("write for at least one what they pay"))
        }
        measure.runningPayers = split("running", &answers, t)
    }

    /// nil: nothing is written.
    private static func split(_ prefix: String, _ answers: inout Answers, _ t: Texts) -> PayerSplit? {
        var parts: [Payer: Double] = [:]
        for payer in Payer.allCases {
            if let part = answers.number("\(prefix)-\(payer.rawValue)"), part > 0 { parts[payer] = part / 100 }
        }
        guard !parts.isEmpty else { return nil }
        let split = PayerSplit(parts)
        if !split.isWhole {
            answers.refuse(
                "\(prefix)-municipality",
                t("the parts add up to {sum} % and not to 100 %", ["sum": number(split.sum * 100, t) ?? ""]))
        }
        return split
    }
}
