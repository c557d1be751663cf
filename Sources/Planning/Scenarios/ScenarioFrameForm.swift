import Cities
import Inventory
import Pathways
import Web

/// A part of the frame of a plan: each has a page and a form of its own.
enum ScenarioFrameStep: String, CaseIterable, Sendable {
    case base, targets, drivers, grid, removals, budget

    /// Key of the title.
    var title: String {
        switch self {
        case .base: "Base inventory and years"
        case .targets: "Targets"
        case .drivers: "What drives emissions"
        case .grid: "Grid electricity over the years"
        case .removals: "Removals and credits"
        case .budget: "Carbon budget"
        }
    }

    /// Key of a sentence about it.
    var about: String {
        switch self {
        case .base: "The published inventory that the plan starts from, and the last year that is computed."
        case .targets: "By how much emissions are to be lower than in the base year, and when."
        case .drivers:
            "What grows or shrinks by itself, and which sectors follow it. Without it everything stays as it is."
        case .grid: "How clean grid electricity becomes without the city, as a part of the base year's factor."
        case .removals: "They stand beside gross emissions and never hide them."
        case .budget: "How much may be emitted altogether in a span of years."
        }
    }

    /// Whether somebody has said something about it.
    func isDone(_ content: ScenarioFrame.Content) -> Bool {
        switch self {
        case .base: true
        case .targets: !content.targets.isEmpty
        case .drivers: !content.drivers.isEmpty
        case .grid: content.grid != nil
        case .removals: content.sink != nil || content.credit != nil
        case .budget: content.budget != nil
        }
    }

    /// - Parameter inventories: the choices of the first step.
    func form(_ inventories: [Option] = []) -> Form {
        switch self {
        case .base: ScenarioFrameForm.base(inventories)
        case .targets: ScenarioFrameForm.targets
        case .drivers: ScenarioFrameForm.drivers
        case .grid: ScenarioFrameForm.grid
        case .removals: ScenarioFrameForm.removals
        case .budget: ScenarioFrameForm.budget
        }
    }
}

/// The fields of the parts of a frame.
enum ScenarioFrameForm {
    private static let years = 2020.0...2100.0
    private static let tonnes = 0.0...1_000_000_000.0
    static let places = 1...3

    static func base(_ inventories: [Option]) -> Form {
        Form([
            Field("publication", "Base inventory", .select(inventories)),
            Field(
                "final-year", "Last year of the plan", hint: "At least the year of the last target, such as 2050.",
                .number(range: years, decimals: 0, unit: nil)),
        ])
    }

    static let targets = Form(
        places.flatMap { place in
            [
                Field(
                    "year-\(place)", targetWords[place - 1].year, optional: place > 1,
                    .number(range: years, decimals: 0, unit: nil)),
                Field(
                    "reduction-\(place)", targetWords[place - 1].reduction,
                    hint: "Less than in the base year, in percent.", optional: place > 1,
                    .number(range: 0...200, decimals: 2, unit: "%")),
                Field(
                    "basis-\(place)", targetWords[place - 1].basis, optional: place > 1,
                    .select([
                        Option("gross", "Gross emissions"), Option("net", "Net emissions, after sinks and credits"),
                    ])
                ),
            ]
        })

    private static let targetWords: [(year: String, reduction: String, basis: String)] = [
        ("Year of the first target", "Reduction by the first target", "What the first target is about"),
        ("Year of the second target", "Reduction by the second target", "What the second target is about"),
        ("Year of the third target", "Reduction by the third target", "What the third target is about"),
    ]

    static let drivers = Form(
        ScenarioFrame.Driver.allCases.flatMap { driver in
            [
                Field(
                    "growth-\(driver.rawValue)", driver.growthTitle, hint: "Per year; a minus where it shrinks.",
                    optional: true, .number(range: -20...20, decimals: 3, unit: "%")),
                Field("source-\(driver.rawValue)", driver.sourceTitle, optional: true, .text(maxLength: 300)),
            ]
        }
            + ContractSector.allCases.map { sector in
                Field(
                    "follows-\(sector.rawValue.lowercased())", sector.followingTitle, optional: true,
                    .select(ScenarioFrame.Driver.allCases.map { Option($0.rawValue, $0.title) }))
            })

    static let grid = Form(
        places.flatMap { place in
            [
                Field(
                    "year-\(place)", gridWords[place - 1].year, optional: true,
                    .number(range: years, decimals: 0, unit: nil)),
                Field(
                    "part-\(place)", gridWords[place - 1].part, hint: "In percent of the base year's factor.",
                    optional: true, .number(range: 0...300, decimals: 2, unit: "%")),
            ]
        } + [Field("source", "Source", optional: true, .text(maxLength: 300))])

    private static let gridWords: [(year: String, part: String)] = [
        ("First year", "Factor in the first year"), ("Second year", "Factor in the second year"),
        ("Third year", "Factor in the third year"),
    ]

    static let removals = Form([
        Field("sink-name", "Removals beyond the inventory", optional: true, .text(maxLength: 120)),
        Field(
            "sink-start", "Removed in the base year", optional: true, .number(range: tonnes, decimals: 3, unit: "t CO₂")
        ),
        Field(
            "sink-end", "Removed in the last year", optional: true, .number(range: tonnes, decimals: 3, unit: "t CO₂")),
        Field("sink-source", "Source of the removals", optional: true, .text(maxLength: 300)),
        Field("credit-from", "Credits from the year", optional: true, .number(range: years, decimals: 0, unit: nil)),
        Field(
            "credit-tonnes", "Credits for each year", optional: true,
            .number(range: tonnes, decimals: 3, unit: "t CO₂e")),
        Field("credit-source", "Source of the credits", optional: true, .text(maxLength: 300)),
    ])

    static let budget = Form([
        Field("start", "First year", optional: true, .number(range: 1990...2100, decimals: 0, unit: nil)),
        Field("end", "Last year", optional: true, .number(range: 1990...2100, decimals: 0, unit: nil)),
        Field(
            "tonnes", "Budget", hint: "Gross emissions of all these years together.", optional: true,
            .number(range: tonnes, decimals: 0, unit: "t CO₂e")),
        Field("source", "How it was derived", optional: true, .text(maxLength: 500)),
    ])
}

extension ScenarioFrame.Driver {
    fileprivate var growthTitle: String {
        switch self {
        case .population: "Growth of the population"
        case .floorArea: "Growth of the heated floor area"
        case .travel: "Growth of the demand for transport"
        case .output: "Growth of industrial output"
        case .gdp: "Growth of the gross domestic product"
        }
    }

    fileprivate var sourceTitle: String {
        switch self {
        case .population: "Source of the population's growth"
        case .floorArea: "Source of the floor area's growth"
        case .travel: "Source of the growth of transport"
        case .output: "Source of the output's growth"
        case .gdp: "Source of the growth of the gross domestic product"
        }
    }
}

extension ContractSector {
    fileprivate var followingTitle: String {
        switch self {
        case .buildings: "Buildings follow"
        case .transport: "Transport follows"
        case .waste: "Waste follows"
        case .ippu: "Industrial processes follow"
        case .afolu: "Agriculture and land use follow"
        }
    }
}
