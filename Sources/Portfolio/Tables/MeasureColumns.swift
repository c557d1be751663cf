import Finance
import Foundation
import Inventory
import Pathways
import Quantities

/// A line of the table of measures.
struct MeasureLine {
    var measure: CityMeasure
    /// What stands in the columns of costs; it counts where `hasCosts`.
    var costs = Costs(capitalCents: 0, priceYear: 0, lifetime: 0)
    var capitalCents: Int?
    var priceYear: Int?
    var lifetime: Int?
    var capitalLower: Double?
    var capitalUpper: Double?
    var yearlyLower: Double?
    var yearlyUpper: Double?
    var effectLower: Double?
    var effectUpper: Double?
    var payers = PayerSplit([:])
    var runningPayers = PayerSplit([:])
    var currency = Currency.eur.rawValue

    /// A line to be read into.
    init() {
        measure = CityMeasure(id: "", field: .crossCutting, effect: Effect(start: 0, end: 0))
    }

    init(_ measure: CityMeasure) {
        self.measure = measure
        payers = measure.payers
        runningPayers = measure.runningPayers ?? PayerSplit([:])
        effectLower = measure.effect.range?.lower
        effectUpper = measure.effect.range?.upper
        guard let costs = measure.costs else { return }
        self.costs = costs
        capitalCents = costs.capitalCents
        priceYear = costs.priceYear
        lifetime = costs.lifetime
        capitalLower = costs.capitalRange?.lower
        capitalUpper = costs.capitalRange?.upper
        yearlyLower = costs.yearlyRange?.lower
        yearlyUpper = costs.yearlyRange?.upper
        currency = costs.currency.rawValue
    }

    /// The measure that the line says, without its funding.
    var read: CityMeasure {
        var result = measure
        if !payers.parts.isEmpty { result.payers = payers }
        result.runningPayers = runningPayers.parts.isEmpty ? nil : runningPayers
        if let effectLower, let effectUpper {
            result.effect.range = Uncertainty(lower: effectLower, upper: effectUpper)
        }
        guard let capitalCents, let priceYear, let lifetime else { return result }
        var costs = costs
        costs.capitalCents = capitalCents
        costs.priceYear = priceYear
        costs.lifetime = lifetime
        costs.currency = Currency(rawValue: currency) ?? .eur
        if let capitalLower, let capitalUpper {
            costs.capitalRange = RateRange(lower: capitalLower, upper: capitalUpper)
        }
        if let yearlyLower, let yearlyUpper { costs.yearlyRange = RateRange(lower: yearlyLower, upper: yearlyUpper) }
        result.costs = costs
        return result
    }

    /// Columns that must hold something in every line.
    static let required: Set<String> = ["id", "field", "start", "end"]
    /// Columns of costs: all of the first three, or none.
    static let costsTogether = ["capital_cents", "price_year", "lifetime_years"]
    /// Ends of ranges: both or none.
    static let pairs = [
        ("effect_lower", "effect_upper"), ("capital_lower", "capital_upper"), ("yearly_lower", "yearly_upper"),
    ]

    typealias Column = TableColumn<MeasureLine>

    static var columns: [Column] {
        about + effect + money + shares("payer", \.payers) + shares("running", \.runningPayers) + notes
    }

    private static var about: [Column] {
        [
            .text("id", \.measure.id), .text("name", \.measure.name), .text("description", \.measure.description),
            .word("field", \.measure.field), .word("lever", \.measure.lever), .word("kind", \.measure.kind),
            .text("owner", \.measure.owner), .lines("partners", \.measure.partners),
            .json("steps_json", \.measure.steps),
        ]
    }

    private static var effect: [Column] {
        [
            .whole("start", \.measure.effect.start), .whole("end", \.measure.effect.end), adoption,
            .whole("delay_years", \.measure.effect.delay), .whole("until", \.measure.effect.until),
            .json("operators_json", \.measure.effect.operators), .lines("requires", \.measure.effect.requires),
            .lines("excludes", \.measure.effect.excludes), .json("uses_json", \.measure.effect.uses),
            .flag("claimed", \.measure.effect.claimed), .decimal("effect_lower", \.effectLower),
            .decimal("effect_upper", \.effectUpper),
        ]
    }

    /// The shape's name, or JSON where it has figures.
    private static var adoption: Column {
        Column(
            title: "adoption",
            write: { line in
                switch line.measure.effect.adoption {
                case .linear, .sCurve: .text(line.measure.effect.adoption.shape)
                default: Column.json(line.measure.effect.adoption)
                }
            },
            read: { line, text in
                let json = text.hasPrefix("{") ? text : "\"\(text)\""
                guard let value = try? JSONDecoder().decode(Plan.Adoption.self, from: Data(json.utf8)) else {
                    return false
                }
                line.measure.effect.adoption = value
                return true
            })
    }

    private static var money: [Column] {
        [
            .whole("capital_cents", \.capitalCents), yearly(.whole("yearly_cents", \.costs.yearlyCents)),
            yearly(.decimal("yearly_growth", \.costs.growth)), yearly(currencyColumn),
            .whole("price_year", \.priceYear), .whole("lifetime_years", \.lifetime),
            yearly(.flag("is_renewed", \.costs.isRenewed)), .whole("bought_from", \.costs.from),
            .whole("bought_to", \.costs.to), technology, .text("reason", \.costs.reason),
            .decimal("capital_lower", \.capitalLower),
            .decimal("capital_upper", \.capitalUpper), .decimal("yearly_lower", \.yearlyLower),
            .decimal("yearly_upper", \.yearlyUpper), .text("costs_source", \.costs.source),
        ]
    }

    private static var technology: Column {
        Column(
            title: "technology", write: { $0.costs.technology.map { Column.cell($0) } ?? .empty },
            read: { line, text in
                line.costs.technology = text
                return true
            })
    }

    private static var currencyColumn: Column {
        Column(
            title: "currency", write: { Column.cell($0.currency) },
            read: { line, text in
                guard Currency(rawValue: text) != nil else { return false }
                line.currency = text
                return true
            })
    }

    /// Empty where the measure has no costs, so that a nought is always a figure.
    private static func yearly(_ column: Column) -> Column {
        Column(
            title: column.title, write: { $0.capitalCents == nil ? .empty : column.write($0) }, read: column.read)
    }

    private static func shares(_ prefix: String, _ path: WritableKeyPath<MeasureLine, PayerSplit>) -> [Column] {
        Payer.allCases.map { payer in
            .decimal("\(prefix)_\(payer.rawValue)", path.appending(path: \.parts[payer]))
        }
    }

    private static var notes: [Column] {
        [
            .json("co_benefits_json", \.measure.coBenefits), .json("indicators_json", \.measure.indicators),
            .json("risks_json", \.measure.risks), .json("barriers_json", \.measure.barriers),
            .text("origin", \.measure.origin), .text("source", \.measure.source), .word("status", \.measure.status),
        ]
    }
}
