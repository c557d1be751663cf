import Finance
import Inventory
import Pathways
import Portfolio
import Web

/// What the forms of a measure offer, beside what is the same for every city.
struct MeasureChoices: Sendable {
    /// The activities of the city's plan.
    var activities: [Option] = []
    /// The city's other measures.
    var others: [Option] = []
    /// Technologies whose prices the plan knows.
    var technologies: [Option] = []
    var currency = Currency.eur.rawValue
    /// Whether the measure grows by a curve of a model that the form cannot write.
    var hasOwnCurve = false

    init() {}

    init(_ view: MeasureView, _ figures: Figures, _ t: Texts) {
        activities = SolutionActivities.options(view.desk.whole.model.activities, figures, t)
        others = view.others
        technologies = view.desk.whole.money.prices.map {
            Option($0.id, $0.name.isEmpty ? $0.id : $0.name, translated: false)
        }
        currency = (view.measure.costs?.currency ?? view.desk.whole.money.currency).rawValue
        switch view.measure.effect.adoption {
        case .linear, .sCurve: hasOwnCurve = false
        case .logistic, .stepwise: hasOwnCurve = true
        }
    }
}

extension MeasurePart {
    /// The part's form, or that of one line of its list.
    func form(_ choices: MeasureChoices = MeasureChoices()) -> Form {
        switch self {
        case .about: MeasureForm.about
        case .time: MeasureForm.time(choices)
        case .costs: MeasureForm.costs(choices)
        case .payers: MeasureForm.payers
        case .effect: MeasureLineForm.effect(choices)
        case .funding: MeasureLineForm.funding
        case .coBenefits: MeasureLineForm.coBenefit
        case .indicators: MeasureLineForm.indicator
        case .risks: MeasureLineForm.risk
        case .barriers: MeasureLineForm.barrier
        }
    }
}

/// The fields of the parts that are one form.
enum MeasureForm {
    static let years = 1990.0...2200.0
    static let euros = -90_000_000_000.0...90_000_000_000.0
    static let percent = 0.0...100.0

    static func year(_ name: String, _ label: String, hint: String? = nil, optional: Bool = false) -> Field {
        Field(name, label, hint: hint, optional: optional, .number(range: years, decimals: 0, unit: nil))
    }

    static let status = Field(
        "status", "How far the figures can be relied on",
        .select(FigureStatus.allCases.map { Option($0.rawValue, $0.title) }))

    static let about = Form([
        Field("name", "Name", .text(maxLength: 300)),
        Field("description", "Description", optional: true, .textarea(maxLength: 5000, rows: 5)),
        Field("field", "Field of action", .select(FieldOfAction.allCases.map { Option($0.rawValue, $0.title) })),
        Field("lever", "Lever", .select(CityMeasure.Lever.allCases.map { Option($0.rawValue, $0.title) })),
        Field("kind", "Kind of measure", .select(CityMeasure.Kind.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "owner", "Who answers for it", hint: "An organisation or a department, not a person.", optional: true,
            .text(maxLength: 200)),
        Field("partners", "Partners", hint: "One on each line.", optional: true, .textarea(maxLength: 3000, rows: 4)),
        Field(
            "steps", "What has to be done",
            hint: "One step on each line, with its year before it where there is one: “2027: tender”.",
            optional: true, .textarea(maxLength: 5000, rows: 5)),
        status,
        Field("source", "Source", optional: true, .textarea(maxLength: 1000, rows: 2)),
    ])

    static func time(_ choices: MeasureChoices) -> Form {
        var shapes = [
            Option("linear", "by the same part each year"), Option("s-curve", "slowly, fast, slowly"),
        ]
        if choices.hasOwnCurve { shapes.append(Option("kept", "as in the model that it came with")) }
        return Form([
            year("start", "First year with an effect"), year("end", "Year of the full effect"),
            Field("adoption", "How the effect grows", .radios(shapes)),
            Field(
                "delay", "Years by which everything comes later", optional: true,
                .number(range: 0...200, decimals: 0, unit: nil)),
            year("until", "Last year with an effect", hint: "Empty: for good.", optional: true),
            Field(
                "low", "At least so much of the effect", hint: "In percent, where the effect is uncertain.",
                optional: true, .number(range: percent, decimals: 2, unit: "%")),
            Field(
                "high", "At most so much of the effect", optional: true,
                .number(range: 100...1000, decimals: 2, unit: "%")),
            Field("requires", "Measures that it needs", optional: true, .checkboxes(choices.others)),
            Field(
                "excludes", "Measures that cannot be in one plan with it", optional: true, .checkboxes(choices.others)),
        ])
    }

    static func costs(_ choices: MeasureChoices) -> Form {
        func amount(_ name: String, _ label: String, hint: String? = nil) -> Field {
            Field(
                name, label, hint: hint, optional: true, .number(range: euros, decimals: 2, unit: choices.currency))
        }
        return Form([
            amount("capital", "What is bought", hint: "Empty: nobody knows yet. The plan then shows a gap."),
            amount("capital-low", "What is bought, at least"), amount("capital-high", "What is bought, at most"),
            amount("yearly", "Running costs each year at full effect", hint: "What is saved is below zero."),
            amount("yearly-low", "Running costs, at least"), amount("yearly-high", "Running costs, at most"),
            Field(
                "growth", "Yearly growth of the running costs", hint: "In real terms.", optional: true,
                .number(range: -49...99, decimals: 3, unit: "%")),
            Field("reason", "Why a cost is below zero", optional: true, .text(maxLength: 500)),
            year("price-year", "In prices of the year", optional: true),
            Field("lifetime", "Lifetime in years", optional: true, .number(range: 1...200, decimals: 0, unit: nil)),
            Field(
                "renewed", "When it is worn out",
                .radios([Option("yes", "it is bought again"), Option("no", "it is not bought again")])),
            year("from", "First year of buying", hint: "Empty: the first year with an effect.", optional: true),
            year("to", "Last year of buying", hint: "Empty: the year of the full effect.", optional: true),
            Field(
                "technology", "Technology whose prices it follows",
                hint: "Prices of technologies stand with the investment plan's prices and rates.", optional: true,
                .select([Option("", "the same price in all years")] + choices.technologies)),
            Field("source", "Source of the costs", optional: true, .textarea(maxLength: 1000, rows: 2)),
        ])
    }

    static let payers = Form(
        Payer.allCases.map { share("payer-\($0.rawValue)", $0.title) }
            + Payer.allCases.map { share("running-\($0.rawValue)", $0.title) })

    private static func share(_ name: String, _ label: String) -> Field {
        Field(name, label, optional: true, .number(range: percent, decimals: 6, unit: "%"))
    }
}
