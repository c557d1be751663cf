import Inventory
import Quantities

/// A city's way to its target, as one document: what drives emissions, what is done about them, and what counts as reached.
///
/// Nothing in it is inferred: every effect is an operator on a named activity, carrier or sink. Quantities are in the unit
/// that their activity names, energy is in MWh, gases in tonnes, years are calendar years. `Model` checks a plan and computes it.
public struct Plan: Sendable, Hashable {
    /// What the plan is called.
    public var name: String
    /// The set of global warming potentials under which CO2e is given.
    public var gwp: GWPSet
    /// The year of the inventory that the plan starts from.
    public var baseYear: Int
    /// The last year computed.
    public var finalYear: Int
    /// What grows or shrinks by itself: people, floor area, GDP.
    public var drivers: [Driver]
    /// Energy carriers with their emission factors.
    public var carriers: [Carrier]
    /// What causes emissions.
    public var activities: [Activity]
    /// What the bottom-up figures are held against.
    public var calibrations: [Calibration]
    /// What can be built in a year, where measures share it.
    public var capacities: [Capacity]
    /// What is done.
    public var measures: [Measure]
    /// Choices of measures, compared with one another.
    public var scenarios: [Scenario]
    /// What is to be reached.
    public var targets: [Target]
    /// Removals of CO2, beside gross emissions.
    public var sinks: [Sink]
    /// Credits bought, beside gross emissions and removals.
    public var credits: [Credit]
    /// How much may be emitted altogether.
    public var budget: Budget?
    /// Where the plan comes from.
    public var source: String

    public init(
        name: String, gwp: GWPSet = .ar5, baseYear: Int, finalYear: Int, drivers: [Driver] = [],
        carriers: [Carrier] = [], activities: [Activity] = [], calibrations: [Calibration] = [],
        capacities: [Capacity] = [], measures: [Measure] = [], scenarios: [Scenario] = [], targets: [Target] = [],
        sinks: [Sink] = [], credits: [Credit] = [], budget: Budget? = nil, source: String = ""
    ) {
        self.name = name
        self.gwp = gwp
        self.baseYear = baseYear
        self.finalYear = finalYear
        self.drivers = drivers
        self.carriers = carriers
        self.activities = activities
        self.calibrations = calibrations
        self.capacities = capacities
        self.measures = measures
        self.scenarios = scenarios
        self.targets = targets
        self.sinks = sinks
        self.credits = credits
        self.budget = budget
        self.source = source
    }

    static let unknownKey = "There is no such field."
}

extension Plan: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, gwp, baseYear, finalYear, drivers, carriers, activities, calibrations, capacities, measures
        case scenarios, targets, sinks, credits, budget, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            name: try values.field(.name, or: ""), gwp: try values.field(.gwp, or: .ar5),
            baseYear: try values.decode(Int.self, forKey: .baseYear),
            finalYear: try values.decode(Int.self, forKey: .finalYear), drivers: try values.field(.drivers, or: []),
            carriers: try values.field(.carriers, or: []), activities: try values.field(.activities, or: []),
            calibrations: try values.field(.calibrations, or: []), capacities: try values.field(.capacities, or: []),
            measures: try values.field(.measures, or: []), scenarios: try values.field(.scenarios, or: []),
            targets: try values.field(.targets, or: []), sinks: try values.field(.sinks, or: []),
            credits: try values.field(.credits, or: []),
            budget: try values.decodeIfPresent(Budget.self, forKey: .budget), source: try values.field(.source, or: ""))
    }
}
