import Inventory

/// Checks of each measure by itself.
struct MeasureChecks {
    let plan: Plan
    var findings = Findings()
    let activities: [String: Plan.Activity]
    let carriers: [String: Plan.Carrier]
    let activityNames: Set<String>
    let carrierNames: Set<String>
    let targetNames: Set<String>
    let measures: Set<String>
    let sinks: Set<String>
    let capacities: Set<String>

    init(_ plan: Plan) {
        self.plan = plan
        activities = Dictionary(plan.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        carriers = Dictionary(plan.carriers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        activityNames = Set(plan.activities.map(\.id))
        carrierNames = Set(plan.carriers.map(\.id))
        targetNames = activityNames.union(carrierNames)
        measures = Set(plan.measures.map(\.id))
        sinks = Set(plan.sinks.map(\.id))
        capacities = Set(plan.capacities.map(\.id))
    }

    static func problems(_ plan: Plan) -> [PlanProblem] {
        var checks = MeasureChecks(plan)
        checks.findings.ids(plan.measures.map(\.id), "/measures")
        let needs = Dictionary(
            plan.measures.map { ($0.id, $0.requires) }, uniquingKeysWith: { first, _ in first })
        for (index, measure) in plan.measures.enumerated() {
            let place = "/measures/\(index)"
            checks.time(measure, place)
            checks.adoption(measure.adoption, place + "/adoption")
            checks.others(measure, place, needs)
            checks.findings.range(measure.range, place)
            for (number, step) in measure.operators.enumerated() {
                checks.step(step, "\(place)/operators/\(number)")
            }
            if measure.operators.isEmpty {
                checks.findings.add(
                    "no-effect", place + "/operators", "The measure does nothing yet.", level: .warning)
            }
        }
        return checks.findings.problems
    }

    private mutating func time(_ measure: Plan.Measure, _ place: String) {
        if measure.end < measure.start {
            findings.add(
                "end-before-start", place + "/end", "The measure ends in {end}, before it starts in {start}.",
                ["start": "\(measure.start)", "end": "\(measure.end)"])
        }
        if measure.start <= plan.baseYear {
            findings.add(
                "start", place + "/start",
                "The measure starts in {start}; what was done by {year} is in the inventory.",
                ["start": "\(measure.start)", "year": "\(plan.baseYear)"])
        }
        if measure.start > 2200 || measure.end > 2200 {
            findings.add("year", place + "/start", "The years are too far away.")
        }
        if let until = measure.until, until < measure.start {
            findings.add("end-before-start", place + "/until", "The effect ends before it starts.")
        }
        if !(0...200).contains(measure.delay) {
            findings.add("delay", place + "/delay", "A delay is between 0 and 200 years.")
        }
    }

    private mutating func adoption(_ adoption: Plan.Adoption, _ place: String) {
        switch adoption {
        case .linear, .sCurve: break
        case .logistic(let present):
            if !(present > 0 && present < 0.98) {
                findings.add("adoption", place + "/present", "The present part must be above 0 and below 0.98.")
            }
        case .stepwise(let steps):
            if steps.isEmpty { findings.add("adoption", place + "/steps", "Steps are missing.") }
            for (index, step) in steps.enumerated() {
                findings.share(step.value, "\(place)/steps/\(index)/value")
                if step.year <= plan.baseYear || step.year > 2200 {
                    findings.add(
                        "year", "\(place)/steps/\(index)/year", "The year {year} is not after the base year.",
                        ["year": "\(step.year)"])
                }
            }
        }
    }

    private mutating func others(_ measure: Plan.Measure, _ place: String, _ needs: [String: [String]]) {
        for (index, id) in measure.requires.enumerated() {
            findings.known(id, in: measures, .measure, "\(place)/requires/\(index)")
            if measure.excludes.contains(id) {
                findings.add(
                    "requires-excluded", "\(place)/requires/\(index)", "“{id}” is both needed and excluded.",
                    ["id": id])
            }
        }
        if Circles.holds(measure.id, needs) {
            findings.add(
                "circle", place + "/requires", "“{id}” needs itself, directly or through others.",
                ["id": measure.id])
        }
        for (index, id) in measure.excludes.enumerated() {
            findings.known(id, in: measures, .measure, "\(place)/excludes/\(index)")
            if id == measure.id {
                findings.add("excludes-itself", "\(place)/excludes/\(index)", "The measure excludes itself.")
            }
        }
        for (index, use) in measure.uses.enumerated() {
            findings.known(use.capacity, in: capacities, .capacity, "\(place)/uses/\(index)/capacity")
            findings.least(0, use.amount, "\(place)/uses/\(index)/amount")
        }
    }

    private mutating func step(_ step: Plan.Operator, _ place: String) {
        switch step {
        case .add(let change):
            findings.known(change.of, in: activityNames, .activity, place + "/of")
            findings.finite(change.by, place + "/by")
            findings.range(change.range, place)
        case .scale(let change):
            findings.known(change.of, in: activityNames, .activity, place + "/of")
            findings.least(-1, change.by, place + "/by")
            findings.range(change.range, place)
        case .load(let change):
            findings.known(change.of, in: activityNames, .activity, place + "/of")
            findings.least(-1, change.by, place + "/by")
            if change.by == -1 {
                findings.add("below-least", place + "/by", "A load of 0 would take vehicles without end.")
            }
            findings.range(change.range, place)
        case .intensity(let change): intensity(change, place)
        case .factor(let change):
            findings.known(change.of, in: carrierNames, .carrier, place + "/of")
            findings.least(-1, change.by, place + "/by")
            findings.range(change.range, place)
            if let carrier = carriers[change.of],
                !carrier.factors.contains(where: { change.gas == nil || $0.gas == change.gas })
            {
                findings.add(
                    "no-factor", place + "/of", "“{id}” has no such factor of its own: change its sources instead.",
                    ["id": change.of])
            }
        case .remove(let change):
            findings.known(change.of, in: sinks, .sink, place + "/of")
            findings.least(0, change.by, place + "/by")
            findings.range(change.range, place)
        case .claimed(let claim):
            findings.finite(claim.tonnes, place + "/tonnes")
            findings.range(claim.range, place)
        case .shift(let transfer): shift(transfer, place)
        case .replace(let transfer): replacement(transfer, place)
        }
    }

    private mutating func intensity(_ change: Plan.Change, _ place: String) {
        let there = activities[change.of]?.technologies ?? carriers[change.of]?.sources
        findings.known(change.of, in: targetNames, .target, place + "/of")
        findings.least(-1, change.by, place + "/by")
        findings.range(change.range, place)
        guard let there else { return }
        for (index, id) in change.technologies.enumerated() {
            findings.known(id, in: Set(there.map(\.id)), .technology, "\(place)/technologies/\(index)")
        }
    }

    private mutating func transfer(_ transfer: Plan.Transfer, _ place: String) {
        if (transfer.share == nil) == (transfer.amount == nil) {
            findings.add("share-or-amount", place, "Give either a share or an amount.")
        }
        if let share = transfer.share { findings.share(share, place + "/share") }
        if let amount = transfer.amount { findings.least(0, amount, place + "/amount") }
        findings.range(transfer.range, place)
        var sum = 0.0
        for (index, goal) in transfer.to.enumerated() {
            findings.share(goal.part, "\(place)/to/\(index)/part")
            findings.least(0, goal.ratio, "\(place)/to/\(index)/ratio")
            sum += goal.part
        }
        if (sum - 1).magnitude > 1e-6 {
            findings.add(
                "parts", place + "/to", "The parts add up to {sum}, not to 1: what is moved must go somewhere.",
                ["sum": Findings.shown(sum)])
        }
    }

    private mutating func shift(_ transfer: Plan.Transfer, _ place: String) {
        self.transfer(transfer, place)
        findings.known(transfer.of, in: activityNames, .activity, place + "/of")
        for (index, goal) in transfer.to.enumerated() {
            findings.known(goal.id, in: activityNames, .activity, "\(place)/to/\(index)/id")
            if goal.id == transfer.of {
                findings.add("to-itself", "\(place)/to/\(index)/id", "It is moved to where it comes from.")
            }
            if let from = activities[transfer.of], let to = activities[goal.id], from.unit != to.unit,
                goal.ratio == 1
            {
                findings.add(
                    "units", "\(place)/to/\(index)/ratio",
                    "{from} is moved to {to}: say how much of the one is one of the other.",
                    ["from": from.unit, "to": to.unit], level: .warning)
            }
        }
        if transfer.ofSales || !transfer.from.isEmpty {
            findings.add("shift", place, "A shift takes from an activity as a whole.")
        }
    }

    private mutating func replacement(_ transfer: Plan.Transfer, _ place: String) {
        self.transfer(transfer, place)
        findings.known(transfer.of, in: targetNames, .target, place + "/of")
        let technologies = activities[transfer.of]?.technologies ?? carriers[transfer.of]?.sources
        guard let ids = technologies.map({ Set($0.map(\.id)) }) else { return }
        for (index, id) in transfer.from.enumerated() {
            findings.known(id, in: ids, .technology, "\(place)/from/\(index)")
        }
        if transfer.from.isEmpty { findings.add("from", place + "/from", "Say what gives way.") }
        for (index, goal) in transfer.to.enumerated() {
            findings.known(goal.id, in: ids, .technology, "\(place)/to/\(index)/id")
            if transfer.from.contains(goal.id) {
                findings.add("to-itself", "\(place)/to/\(index)/id", "It is moved to where it comes from.")
            }
        }
        if transfer.ofSales, activities[transfer.of]?.stock == nil {
            findings.add("of-sales", place + "/ofSales", "Sales are of an activity with a stock.")
        }
        if carriers[transfer.of] != nil || transfer.ofSales, transfer.amount != nil {
            findings.add("amount", place + "/amount", "Here only a share can be given.")
        }
    }
}
