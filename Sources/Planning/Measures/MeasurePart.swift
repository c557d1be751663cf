import Pathways
import Portfolio
import Web

/// A part of a measure that is asked on a page of its own.
enum MeasurePart: String, CaseIterable, Sendable {
    case about, effect, time, costs, payers, funding
    case coBenefits = "co-benefits"
    case indicators, risks, barriers

    /// Parts that are one form.
    static let steps: [MeasurePart] = [.about, .time, .costs, .payers]
    /// Parts that are a list, with a form for each line.
    static let lists: [MeasurePart] = [.effect, .funding, .coBenefits, .indicators, .risks, .barriers]

    var isList: Bool { Self.lists.contains(self) }

    /// Key of the title.
    var title: String {
        switch self {
        case .about: "About the measure"
        case .effect: "What it does"
        case .time: "When, and beside which measures"
        case .costs: "Costs"
        case .payers: "Who pays"
        case .funding: "Funding lines"
        case .coBenefits: "Co-benefits"
        case .indicators: "Indicators"
        case .risks: "Risks"
        case .barriers: "Barriers"
        }
    }

    /// Key of a sentence about it.
    var about: String {
        switch self {
        case .about: "What it is, who answers for it and what has to be done."
        case .effect: "What changes when the measure has its full effect. Each change is a line of its own."
        case .time: "When it starts, how its effect grows, and what it needs."
        case .costs: "Everything that is paid because of the measure, beside what would have been paid without it."
        case .payers: "Who bears which part of the costs. The parts add up to 100 %."
        case .funding: "Who gives money for it and how far that has come. Hopes never count as money."
        case .coBenefits: "What gets better beside the climate. What has no price is worth saying all the same."
        case .indicators: "By which numbers everybody sees how far the measure is."
        case .risks: "What may go wrong, and what is done against it."
        case .barriers: "What stands in the way, and what could take it away."
        }
    }

    /// How many lines it has; 1 for a form.
    func count(_ measure: CityMeasure) -> Int {
        switch self {
        case .effect: measure.effect.operators.count
        case .funding: measure.funding.count
        case .coBenefits: measure.coBenefits.count
        case .indicators: measure.indicators.count
        case .risks: measure.risks.count
        case .barriers: measure.barriers.count
        case .about, .time, .costs, .payers: 1
        }
    }

    /// Whether somebody has said something about it.
    func isDone(_ measure: CityMeasure) -> Bool {
        switch self {
        case .about: !measure.owner.isEmpty
        case .time, .payers: true
        case .costs: measure.costs != nil
        default: count(measure) > 0
        }
    }

    /// The part that a field of the plan's document belongs to, by the names below the measure.
    init(_ names: [String]) {
        switch names.first {
        case "effect": self = names.dropFirst().first == "operators" ? .effect : .time
        case "costs": self = .costs
        case "payers", "runningPayers": self = .payers
        case "funding": self = .funding
        case "coBenefits": self = .coBenefits
        case "indicators": self = .indicators
        case "risks": self = .risks
        case "barriers": self = .barriers
        default: self = .about
        }
    }

    /// Puts a line in its place, or behind the others.
    static func put<Line>(_ line: Line, at place: Int?, in lines: inout [Line]) {
        if let place, lines.indices.contains(place) { lines[place] = line } else { lines.append(line) }
    }

    /// Takes a line away.
    func remove(at place: Int, from measure: inout CityMeasure) {
        switch self {
        case .effect: measure.effect.operators.remove(at: place)
        case .funding: measure.funding.remove(at: place)
        case .coBenefits: measure.coBenefits.remove(at: place)
        case .indicators: measure.indicators.remove(at: place)
        case .risks: measure.risks.remove(at: place)
        case .barriers: measure.barriers.remove(at: place)
        case .about, .time, .costs, .payers: break
        }
    }
}
