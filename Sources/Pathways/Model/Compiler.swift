import Inventory

/// Turns a checked plan and one scenario into a `Layout`.
struct Compiler {
    let plan: Plan
    let scenario: Plan.Scenario
    var layout: Layout
    /// Places of ids; what a plan names without having it is left out (checks refuse such plans before).
    var activityPlaces: [String: Int] = [:]
    var carrierPlaces: [String: Int] = [:]
    var sinkPlaces: [String: Int] = [:]
    var technologyPlaces: [String: [String: Int]] = [:]
    var gasPlaces: [Layout.GasKey: Int] = [:]

    init(_ plan: Plan, _ scenario: Plan.Scenario) {
        self.plan = plan
        self.scenario = scenario
        layout = Layout(years: max(1, plan.finalYear - plan.baseYear + 1))
    }

    static func layout(_ plan: Plan, _ scenario: Plan.Scenario) -> Layout {
        var compiler = Compiler(plan, scenario)
        compiler.addInputs()
        compiler.addMeasures()
        compiler.findReach()
        compiler.calibrate()
        return compiler.layout
    }

    private mutating func addInputs() {
        for (place, carrier) in plan.carriers.enumerated() { carrierPlaces[carrier.id] = place }
        for carrier in plan.carriers { add(carrier) }
        layout.carrierOrder = carrierOrder()
        let drivers = driverPaths()
        for activity in plan.activities { add(activity, drivers) }
        for sink in plan.sinks {
            sinkPlaces[sink.id] = layout.sinks.count
            layout.sinks.append((row: row(sink.series, "sinks/\(sink.id)"), changes: []))
        }
        for credit in plan.credits { layout.credits.append(row(credit.series, "credits/\(credit.id)")) }
    }

    private mutating func add(_ carrier: Plan.Carrier) {
        var place = Layout.CarrierPlace()
        place.isBooked = carrier.scope != nil
        place.gases = carrier.factors.compactMap { gasRow($0, "carriers/\(carrier.id)") }
        place.sources = add(carrier.sources, of: carrier.id, "carriers/\(carrier.id)")
        layout.carriers.append(place)
    }

    private mutating func add(_ activity: Plan.Activity, _ drivers: [String: DriverIndex]) {
        let path = "activities/\(activity.id)"
        var place = Layout.ActivityPlace()
        place.quantity = row(activity.quantity, "\(path)/quantity")
        for link in activity.drivers {
            guard let driver = drivers[link.driver] else { continue }
            multiply(place.quantity, by: driver.index.map { Elementary.pow($0, link.elasticity) })
            if let uncertain = driver.uncertain {
                layout.uncertain[uncertain].rows.append(
                    (row: place.quantity, form: .ramp(elasticity: link.elasticity)))
            }
        }
        place.load = activity.load.map { row($0, "\(path)/load") }
        place.technologies = add(activity.technologies, of: activity.id, path)
        place.stock = activity.stock
        activityPlaces[activity.id] = layout.activities.count
        layout.activities.append(place)
    }

    private mutating func add(_ technologies: [Plan.Technology], of owner: String, _ path: String) -> Range<Int> {
        let start = layout.technologies.count
        var places: [String: Int] = [:]
        for technology in technologies {
            let own = "\(path)/\(technology.id)"
            var place = Layout.TechnologyPlace()
            place.share = layout.row(technology.share.values(from: plan.baseYear, count: layout.years))
            place.intensity = row(technology.intensity, "\(own)/intensity")
            place.carrier = technology.carrier.flatMap { carrierPlaces[$0] }
            place.gases = technology.factors.compactMap { gasRow($0, own) }
            places[technology.id] = layout.technologies.count
            layout.technologies.append(place)
        }
        technologyPlaces[owner] = places
        return start..<layout.technologies.count
    }

    private mutating func gasRow(_ factor: Plan.GasFactor, _ path: String) -> Layout.GasRow? {
        guard let weight = plan.gwp.weight(of: factor) else { return nil }
        let key = Layout.GasKey(gas: factor.gas, species: factor.species)
        if gasPlaces[key] == nil {
            gasPlaces[key] = layout.gases.count
            layout.gases.append(key)
            layout.weights.append(weight)
        }
        guard let gas = gasPlaces[key] else { return nil }
        let name = factor.species?.name ?? factor.gas.rawValue
        return Layout.GasRow(gas: gas, row: row(factor.series, "\(path)/factors/\(name)"))
    }

    struct DriverIndex {
        let index: [Double]
        var uncertain: Int?
    }

    /// Each driver divided by its value in the base year.
    private mutating func driverPaths() -> [String: DriverIndex] {
        var paths: [String: DriverIndex] = [:]
        for driver in plan.drivers {
            let other = scenario.drivers.first { $0.driver == driver.id }?.series
            var series = other ?? driver.series
            series.value = driver.series.value
            let values = series.values(from: plan.baseYear, count: layout.years)
            var path = DriverIndex(index: values.map { values[0] == 0 ? 1 : $0 / values[0] })
            if let range = series.range, let spread = Spread(value: 1, range: range) {
                path.uncertain = layout.uncertain.count
                layout.uncertain.append(
                    Layout.Uncertain(id: "drivers/\(driver.id)", range: range, spread: spread, rows: []))
            }
            paths[driver.id] = path
        }
        return paths
    }

    /// What a carrier is made from comes before it; carriers on a circle, which checks refuse, come in the plan's order.
    private func carrierOrder() -> [Int] {
        var order: [Int] = []
        var seen = Set<Int>()
        func visit(_ place: Int) {
            guard seen.insert(place).inserted else { return }
            for source in layout.carriers[place].sources {
                if let carrier = layout.technologies[source].carrier { visit(carrier) }
            }
            order.append(place)
        }
        for place in layout.carriers.indices { visit(place) }
        return order
    }

    mutating func row(_ series: Plan.Series, _ id: String) -> Int {
        let row = layout.row(series.values(from: plan.baseYear, count: layout.years))
        if let range = series.range { uncertain(id, range, row) }
        return row
    }

    mutating func uncertain(_ id: String, _ range: Uncertainty, _ row: Int) {
        guard let spread = Spread(value: 1, range: range) else { return }
        layout.uncertain.append(
            Layout.Uncertain(id: id, range: range, spread: spread, rows: [(row: row, form: .constant)]))
    }

    mutating func multiply(_ row: Int, by factors: [Double]) {
        for index in 0..<layout.years { layout.values[row * layout.years + index] *= factors[index] }
    }
}

extension GWPSet {
    /// t CO2e for each tonne of what a factor is of; nil where the set does not name the species.
    func weight(of factor: Plan.GasFactor) -> Double? {
        weight(of: factor.gas) ?? factor.species.flatMap { weight(of: $0) }
    }
}
