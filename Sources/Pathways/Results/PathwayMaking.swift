import Inventory

/// Reads a computed workspace out into lines by activity, scope, carrier and gas.
struct PathwayMaking {
    let plan: Plan
    let scenario: Plan.Scenario
    let workspace: Workspace
    let layout: Layout
    let years: Int
    /// By carrier and gas, t for each MWh with all that the carrier is made from.
    var gasFactors: [[[Double]]] = []
    var energy: [[Double]]
    var lines: [Pathway.Line] = []

    init(_ plan: Plan, _ scenario: Plan.Scenario, _ workspace: Workspace) {
        self.plan = plan
        self.scenario = scenario
        self.workspace = workspace
        layout = workspace.layout
        years = layout.years
        energy = Array(repeating: Array(repeating: 0, count: layout.years), count: layout.carriers.count)
    }

    /// - Parameter chosen: by measure of the scenario, whether it acts.
    static func pathway(_ plan: Plan, _ scenario: Plan.Scenario, _ workspace: Workspace, _ chosen: [Bool]) -> Pathway {
        workspace.compute(chosen)
        var making = PathwayMaking(plan, scenario, workspace)
        making.findGasFactors()
        for place in plan.activities.indices { making.addLines(place) }
        making.addOtherLines()
        return making.pathway()
    }

    private func zero() -> [Double] { Array(repeating: 0, count: years) }

    private mutating func findGasFactors() {
        gasFactors = Array(
            repeating: Array(repeating: zero(), count: layout.gases.count), count: layout.carriers.count)
        for place in layout.carrierOrder {
            let carrier = layout.carriers[place]
            var sums = gasFactors[place]
            for gas in carrier.gases {
                let values = workspace.gasFactor(gas)
                for year in 0..<years { sums[gas.gas][year] += values[year] }
            }
            for source in carrier.sources {
                let (share, multiplier) = (workspace.share(source), workspace.multiplier(source))
                let technology = layout.technologies[source]
                for gas in technology.gases {
                    let values = workspace.input(gas.row)
                    for year in 0..<years { sums[gas.gas][year] += share[year] * multiplier[year] * values[year] }
                }
                guard let input = technology.carrier else { continue }
                let intensity = workspace.input(technology.intensity)
                for gas in layout.gases.indices {
                    let inner = gasFactors[input][gas]
                    for year in 0..<years {
                        sums[gas][year] += share[year] * multiplier[year] * intensity[year] * inner[year]
                    }
                }
            }
            gasFactors[place] = sums
        }
    }

    /// Emissions of an activity: its own gases, and the energy it takes, passed on to the carriers it is booked under.
    private mutating func addLines(_ place: Int) {
        let activity = layout.activities[place]
        let units = workspace.units(place)
        var demand: [[Double]?] = Array(repeating: nil, count: layout.carriers.count)
        var own: [[Double]?] = Array(repeating: nil, count: layout.gases.count)
        for index in activity.technologies {
            let technology = layout.technologies[index]
            let (share, multiplier) = (workspace.share(index), workspace.multiplier(index))
            for gas in technology.gases {
                let values = workspace.input(gas.row)
                var sum = own[gas.gas] ?? zero()
                for year in 0..<years { sum[year] += units[year] * share[year] * multiplier[year] * values[year] }
                own[gas.gas] = sum
            }
            guard let carrier = technology.carrier else { continue }
            let intensity = workspace.input(technology.intensity)
            var sum = demand[carrier] ?? zero()
            for year in 0..<years { sum[year] += units[year] * share[year] * multiplier[year] * intensity[year] }
            demand[carrier] = sum
        }
        addLine(own, plan.activities[place], nil, plan.activities[place].scope, activity.correction)
        for carrier in layout.carrierOrder.reversed() {
            guard let taken = demand[carrier] else { continue }
            book(taken, carrier, place, &demand)
        }
    }

    private mutating func book(_ taken: [Double], _ carrier: Int, _ place: Int, _ demand: inout [[Double]?]) {
        let activity = plan.activities[place]
        let correction = layout.activities[place].correction
        if layout.carriers[carrier].isBooked {
            for year in 0..<years { energy[carrier][year] += taken[year] }
            let masses: [[Double]?] = gasFactors[carrier].map { factor in
                factor.allSatisfy { $0 == 0 } ? nil : (0..<years).map { taken[$0] * factor[$0] }
            }
            addLine(masses, activity, plan.carriers[carrier].id, plan.carriers[carrier].scope, correction)
            return
        }
        var own: [[Double]?] = Array(repeating: nil, count: layout.gases.count)
        for gas in layout.carriers[carrier].gases {
            let values = workspace.gasFactor(gas)
            own[gas.gas] = (0..<years).map { taken[$0] * values[$0] + (own[gas.gas]?[$0] ?? 0) }
        }
        for source in layout.carriers[carrier].sources {
            let technology = layout.technologies[source]
            let (share, multiplier) = (workspace.share(source), workspace.multiplier(source))
            for gas in technology.gases {
                let values = workspace.input(gas.row)
                own[gas.gas] = (0..<years).map {
                    taken[$0] * share[$0] * multiplier[$0] * values[$0] + (own[gas.gas]?[$0] ?? 0)
                }
            }
            guard let input = technology.carrier else { continue }
            let intensity = workspace.input(technology.intensity)
            demand[input] = (0..<years).map {
                taken[$0] * share[$0] * multiplier[$0] * intensity[$0] + (demand[input]?[$0] ?? 0)
            }
        }
        addLine(own, activity, plan.carriers[carrier].id, activity.scope, correction)
    }

    private mutating func addLine(
        _ masses: [[Double]?], _ activity: Plan.Activity, _ carrier: String?, _ scope: Scope?, _ correction: Double
    ) {
        var rows: [Pathway.GasRow] = []
        var sum = zero()
        for (gas, mass) in masses.enumerated() {
            guard let mass else { continue }
            let corrected = correction == 1 ? mass : mass.map { $0 * correction }
            rows.append(
                Pathway.GasRow(gas: layout.gases[gas].gas, species: layout.gases[gas].species, tonnes: corrected))
            for year in 0..<years { sum[year] += layout.weights[gas] * corrected[year] }
        }
        guard !rows.isEmpty else { return }
        lines.append(
            Pathway.Line(
                activity: activity.id, claim: nil, boundary: nil, sector: activity.sector, scope: scope,
                carrier: carrier, masses: rows, co2e: sum))
    }

    private mutating func addOtherLines() {
        for item in layout.boundaries {
            let tonnes = Array(repeating: item.tonnes, count: years)
            lines.append(
                Pathway.Line(
                    activity: nil, claim: nil, boundary: item.name, sector: item.sector, scope: item.scope,
                    carrier: nil, masses: [Pathway.GasRow(gas: .unsplit, species: nil, tonnes: tonnes)], co2e: tonnes))
        }
        for claim in layout.claims where workspace.acting[claim.effect.measure] {
            let tonnes = workspace.numbers(workspace.input(claim.effect.row)).map { -$0 }
            lines.append(
                Pathway.Line(
                    activity: nil, claim: scenario.measures[claim.effect.measure].measure, boundary: nil,
                    sector: claim.sector, scope: claim.scope, carrier: nil,
                    masses: [Pathway.GasRow(gas: .unsplit, species: nil, tonnes: tonnes)], co2e: tonnes))
        }
    }

    private func pathway() -> Pathway {
        let sinks = plan.sinks.indices.map { Pathway.NamedRow(id: plan.sinks[$0].id, values: workspace.removal($0)) }
        let gross = workspace.numbers(workspace.total)
        let removals = sinks.reduce(zero()) { sum, sink in sum.indices.map { sum[$0] + sink.values[$0] } }
        let credits = layout.credits.reduce(zero()) { sum, row in
            sum.indices.map { sum[$0] + workspace.input(row)[$0] }
        }
        let standing = Standing(plan, gross: gross, removals: removals, credits: credits)
        return Pathway(
            scenario: scenario.id, years: Array(plan.baseYear..<plan.baseYear + years), lines: lines, gross: gross,
            removalsBySink: sinks, removals: removals, credits: credits,
            energy: plan.carriers.indices.filter { layout.carriers[$0].isBooked }.map {
                Pathway.NamedRow(id: plan.carriers[$0].id, values: energy[$0])
            }, activities: plan.activities.indices.map(result), targets: standing.targets, budget: standing.budget)
    }

    private func result(_ place: Int) -> Pathway.ActivityResult {
        let (activity, units) = (plan.activities[place], workspace.units(place))
        let technologies = zip(layout.activities[place].technologies, activity.technologies).map { index, technology in
            let share = workspace.numbers(workspace.share(index))
            return Pathway.TechnologyResult(
                id: technology.id, share: share, units: share.indices.map { share[$0] * units[$0] })
        }
        return Pathway.ActivityResult(
            id: activity.id, quantity: workspace.numbers(workspace.quantity(place)), units: technologies,
            co2e: workspace.numbers(workspace.emission(place)))
    }
}

/// What rows of gross emissions, removals and credits make of a plan's targets and budget.
struct Standing {
    let targets: [TargetResult]
    let budget: BudgetResult?

    init(_ plan: Plan, gross: [Double], removals: [Double], credits: [Double]) {
        targets = plan.targets.compactMap { target in
            let place = target.year - plan.baseYear
            guard gross.indices.contains(place) else { return nil }
            let baseline = target.baseline ?? gross[0]
            let rest = target.basis == .gross ? gross[place] : gross[place] - removals[place] - credits[place]
            return TargetResult(
                target: target, baseline: baseline, goal: baseline * (1 - target.reduction), residual: gross[place],
                removals: removals[place], credits: credits[place], value: rest)
        }
        budget = plan.budget.map { budget in
            var (used, exhausted) = (0.0, Int?.none)
            for (index, tonnes) in gross.enumerated() {
                let year = plan.baseYear + index
                guard year >= budget.start, year <= budget.end else { continue }
                used += tonnes
                if exhausted == nil, used > budget.tonnes { exhausted = year }
            }
            return BudgetResult(budget: budget, used: used, exhausted: exhausted)
        }
    }
}
