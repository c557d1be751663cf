import Foundation
import Pathways
import Portfolio
import Web

/// What confirming an import would do with each measure of the file.
struct PortfolioImportPreview: Sendable {
    /// What happens to one measure.
    enum Fate: Sendable {
        case added
        case replaces(MeasureRecord)
        /// The portfolio has it already, word for word.
        case same
        /// Why it stays out, each as a sentence.
        case leftOut([String])
    }

    struct Line: Sendable {
        let measure: CityMeasure
        let fate: Fate
    }

    let lines: [Line]

    /// Measures that would make the plan wrong are left out one after the other, so that what is good comes in.
    init(_ reading: PortfolioReading, _ desk: MeasureDesk, _ t: Texts) {
        var reasons: [String: [String]] = [:]
        for id in reading.faulty { reasons[id] = [t("It was not read whole: see the problems above.")] }
        while true {
            let good = reading.measures.filter { reasons[$0.id] == nil }
            let change = PortfolioChange(desk, adding: good, chosen: [])
            var found = false
            for refusal in change.refusals {
                guard let id = refusal.measure ?? Self.named(refusal.problem, good) else { continue }
                let sentence = ScenarioProblems.sentence(refusal.problem, change.whole.pathwayPlan, t)
                reasons[id, default: []].append(sentence)
                found = true
                // What is about the plan as a whole is put to one measure, and looked at again without it.
                if refusal.measure == nil { break }
            }
            if !found { break }
        }
        lines = reading.measures.map { measure in
            if let why = reasons[measure.id] { return Line(measure: measure, fate: .leftOut(why)) }
            guard let record = desk.records.first(where: { $0.measure.id == measure.id }) else {
                return Line(measure: measure, fate: .added)
            }
            return Line(measure: measure, fate: record.measure == measure ? .same : .replaces(record))
        }
    }

    /// The last measure that a problem names, or the last of all.
    private static func named(_ problem: PlanProblem, _ measures: [CityMeasure]) -> String? {
        let words = Set(problem.values.values.flatMap { $0.components(separatedBy: ", ") })
        return (measures.last { words.contains($0.id) } ?? measures.last)?.id
    }

    var added: [CityMeasure] {
        lines.compactMap { if case .added = $0.fate { $0.measure } else { nil } }
    }

    var replaced: [(record: MeasureRecord, measure: CityMeasure)] {
        lines.compactMap { if case .replaces(let record) = $0.fate { (record, $0.measure) } else { nil } }
    }

    var leftOut: Int { lines.filter { if case .leftOut = $0.fate { true } else { false } }.count }
}
