import Inventory
import Pathways

/// A city's plan as Pathways computes it, made from the frame and, where the city has one, its own model.
enum ScenarioPlan {
    /// - Parameters:
    ///   - base: the inventory that the plan starts from.
    ///   - frame: the years, targets, drivers and removals.
    ///   - model: the city's own model with its measures, drivers and factors; nil: every row of the inventory is an
    ///     activity.
    static func plan(
        _ city: String, base: CityInventory, _ frame: ScenarioFrame.Content, model: Plan? = nil
    ) -> Plan {
        var plan = model ?? simple(base, frame)
        plan.name = city
        plan.finalYear = frame.finalYear
        plan.scenarios = []
        if !frame.targets.isEmpty { plan.targets = frame.targets }
        if let budget = frame.budget { plan.budget = budget }
        if let sink = frame.sink { plan.sinks.append(removal(sink, in: plan)) }
        if let credit = frame.credit { plan.credits = [purchase(credit, in: plan)] }
        return plan
    }

    /// Every row of the inventory as an activity, before any is counted from below.
    static func rows(_ base: CityInventory, _ frame: ScenarioFrame.Content) -> Plan {
        let driven = Set(frame.drivers.map(\.driver))
        var following: [ContractSector: [Plan.DriverLink]] = [:]
        for link in frame.following where driven.contains(link.driver) {
            following[link.sector] = [Plan.DriverLink(link.driver.rawValue)]
        }
        return Plan(
            inventory: base, finalYear: frame.finalYear, drivers: frame.drivers.map(driver), following: following)
    }

    private static func simple(_ base: CityInventory, _ frame: ScenarioFrame.Content) -> Plan {
        var plan = rows(base, frame)
        if let lines = frame.details { ScenarioDetailPlan.apply(lines, to: &plan) }
        if let grid = frame.grid { apply(grid, to: &plan) }
        return plan
    }

    /// An index: the part by which a driver differs from the base year.
    private static func driver(_ growth: ScenarioFrame.Growth) -> Plan.Driver {
        Plan.Driver(
            id: growth.driver.rawValue, name: growth.driver.title, unit: "1",
            series: Plan.Series(1, growth: growth.growth), source: growth.source)
    }

    /// Whether a carrier of the plan is grid electricity.
    static func isElectricity(_ carrier: Plan.Carrier) -> Bool {
        carrier.scope == .two && Inventory.Carrier.named(carrier.name)?.code == "electricity"
    }

    private static func apply(_ grid: ScenarioFrame.GridPath, to plan: inout Plan) {
        for index in plan.carriers.indices where isElectricity(plan.carriers[index]) {
            for place in plan.carriers[index].factors.indices {
                let value = plan.carriers[index].factors[place].series.value
                plan.carriers[index].factors[place].series.points = grid.points.map { point in
                    Plan.Point(year: point.year, value: value * point.value)
                }
            }
        }
    }

    private static func removal(_ sink: ScenarioFrame.Removal, in plan: Plan) -> Plan.Sink {
        Plan.Sink(
            id: "planned-removals", name: sink.name,
            series: Plan.Series(
                sink.atStart, points: [Plan.Point(year: plan.finalYear, value: sink.atEnd)]), source: sink.source)
    }

    /// Nothing before the first year, all of it from then on.
    private static func purchase(_ credit: ScenarioFrame.Purchase, in plan: Plan) -> Plan.Credit {
        let before = credit.from - 1
        var series = Plan.Series(0, points: [Plan.Point(year: credit.from, value: credit.tonnes)])
        if before > plan.baseYear { series.points.insert(Plan.Point(year: before, value: 0), at: 0) }
        return Plan.Credit(id: "credits", name: "", series: series, source: credit.source)
    }

    /// A scenario of the plan's document. What is not wanted at all is left out: it changes nothing.
    static func scenario(
        _ record: ScenarioRecord, _ choices: [ScenarioChoice], of measures: [Plan.Measure]
    ) -> Plan.Scenario {
        var scenario = Plan.Scenario(id: record.slug, name: record.name, kind: record.kind)
        guard ScenarioRules.mayChoose(record) else { return scenario }
        scenario.measures = measures.compactMap { measure in
            guard let choice = choices.first(where: { $0.measure == measure.id }), choice.ambition > 0 else {
                return nil
            }
            return setting(choice, of: measure)
        }
        return scenario
    }

    private static func setting(_ choice: ScenarioChoice, of measure: Plan.Measure) -> Plan.Setting {
        var setting = Plan.Setting(measure.id, ambition: choice.ambition)
        if choice.shift > 0 { setting.delay = choice.shift }
        if choice.shift < 0 {
            setting.start = measure.start + choice.shift
            setting.end = measure.end + choice.shift
        }
        return setting
    }
}
