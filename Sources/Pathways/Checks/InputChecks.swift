import Inventory

/// Checks of what a plan starts from: years, drivers, carriers, activities, targets.
struct InputChecks {
    let plan: Plan
    var findings = Findings()
    let carriers: Set<String>
    let drivers: Set<String>
    let activities: Set<String>

    init(_ plan: Plan) {
        self.plan = plan
        carriers = Set(plan.carriers.map(\.id))
        drivers = Set(plan.drivers.map(\.id))
        activities = Set(plan.activities.map(\.id))
    }

    static func problems(_ plan: Plan) -> [PlanProblem] {
        var checks = InputChecks(plan)
        guard checks.years(), checks.sizes() else { return checks.findings.problems }
        checks.ids()
        for (index, driver) in plan.drivers.enumerated() {
            checks.findings.series(driver.series, "/drivers/\(index)/series", in: plan, least: 0)
        }
        for (index, carrier) in plan.carriers.enumerated() { checks.carrier(carrier, "/carriers/\(index)") }
        checks.carrierCircles()
        for (index, activity) in plan.activities.enumerated() { checks.activity(activity, "/activities/\(index)") }
        for (index, calibration) in plan.calibrations.enumerated() {
            checks.calibration(calibration, "/calibrations/\(index)")
        }
        checks.outcomes()
        return checks.findings.problems
    }

    private mutating func years() -> Bool {
        if !(1990...2100).contains(plan.baseYear) {
            findings.add(
                "year", "/baseYear", "The base year {year} is not between 1990 and 2100.", ["year": "\(plan.baseYear)"])
        }
        if plan.finalYear < plan.baseYear || plan.finalYear > 2150 {
            findings.add(
                "year", "/finalYear", "The final year {year} is before the base year or after 2150.",
                ["year": "\(plan.finalYear)"])
        }
        return findings.problems.isEmpty
    }

    /// A plan that somebody sends in takes no more memory than a city's plan may.
    private mutating func sizes() -> Bool {
        let technologies = (plan.activities.map(\.technologies) + plan.carriers.map(\.sources)).map(\.count).max() ?? 0
        let operators = plan.measures.reduce(0) { $0 + $1.operators.count }
        let counts: [(place: String, count: Int, limit: Int)] = [
            ("/drivers", plan.drivers.count, 200), ("/carriers", plan.carriers.count, 500),
            ("/activities", plan.activities.count, 3000), ("/activities", technologies, 100),
            ("/calibrations", plan.calibrations.count, 500), ("/capacities", plan.capacities.count, 200),
            ("/measures", plan.measures.count, 500), ("/measures", operators, 5000),
            ("/scenarios", plan.scenarios.count, 50), ("/targets", plan.targets.count, 200),
            ("/sinks", plan.sinks.count, 500), ("/credits", plan.credits.count, 200),
        ]
        for item in counts where item.count > item.limit {
            findings.add(
                "too-many", item.place, "There are {count} here, and {limit} at most.",
                ["count": "\(item.count)", "limit": "\(item.limit)"])
        }
        return findings.problems.isEmpty
    }

    private mutating func ids() {
        findings.ids(plan.drivers.map(\.id), "/drivers")
        findings.ids(plan.carriers.map(\.id), "/carriers")
        findings.ids(plan.activities.map(\.id), "/activities")
        findings.ids(plan.calibrations.map(\.id), "/calibrations")
        findings.ids(plan.capacities.map(\.id), "/capacities")
        findings.ids(plan.targets.map(\.id), "/targets")
        findings.ids(plan.sinks.map(\.id), "/sinks")
        findings.ids(plan.credits.map(\.id), "/credits")
        for (index, activity) in plan.activities.enumerated() where carriers.contains(activity.id) {
            findings.add(
                "twice", "/activities/\(index)/id", "“{id}” is the name of a carrier too.", ["id": activity.id])
        }
    }

    private mutating func gasFactors(_ factors: [Plan.GasFactor], _ place: String) {
        for (index, factor) in factors.enumerated() {
            let own = "\(place)/factors/\(index)"
            findings.series(factor.series, own + "/series", in: plan)
            if plan.gwp.weight(of: factor) == nil {
                findings.add(
                    "no-weight", own, "{set} has no global warming potential for this gas: name its species.",
                    ["set": plan.gwp.rawValue])
            }
        }
    }

    private mutating func carrier(_ carrier: Plan.Carrier, _ place: String) {
        gasFactors(carrier.factors, place)
        technologies(carrier.sources, place, "sources")
        if carrier.scope == nil, carrier.sources.isEmpty {
            findings.add(
                "no-scope", place + "/scope",
                "A carrier without a scope stands between others: it needs sources that it is made from.")
        }
    }

    /// A carrier cannot be made from itself.
    private mutating func carrierCircles() {
        let inputs = Dictionary(
            plan.carriers.map { ($0.id, $0.sources.compactMap(\.carrier)) }, uniquingKeysWith: { first, _ in first })
        for (index, carrier) in plan.carriers.enumerated() where Circles.holds(carrier.id, inputs) {
            findings.add(
                "circle", "/carriers/\(index)/sources", "“{id}” is made from itself, directly or through others.",
                ["id": carrier.id])
        }
    }

    private mutating func technologies(_ technologies: [Plan.Technology], _ place: String, _ field: String) {
        findings.ids(technologies.map(\.id), "\(place)/\(field)")
        for (index, technology) in technologies.enumerated() {
            let own = "\(place)/\(field)/\(index)"
            findings.series(technology.intensity, own + "/intensity", in: plan, least: 0)
            findings.series(technology.share, own + "/share", in: plan)
            if technology.share.range != nil {
                findings.add("range", own + "/share/range", "A share has no range: its parts must add up to the whole.")
            }
            if let carrier = technology.carrier {
                findings.known(carrier, in: carriers, .carrier, own + "/carrier")
            }
            gasFactors(technology.factors, own)
        }
        if !technologies.isEmpty { shares(technologies, "\(place)/\(field)") }
    }

    private mutating func shares(_ technologies: [Plan.Technology], _ place: String) {
        let count = plan.finalYear - plan.baseYear + 1
        let rows = technologies.map { $0.share.values(from: plan.baseYear, count: count) }
        guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return }
        for (index, row) in rows.enumerated() {
            if let wrong = row.first(where: { $0 < 0 || $0 > 1 + 1e-9 }) {
                findings.share(wrong, "\(place)/\(index)/share")
            }
        }
        let sums = (0..<count).map { year in rows.reduce(0) { $0 + $1[year] } }
        if let year = sums.firstIndex(where: { ($0 - 1).magnitude > 1e-6 }) {
            findings.add(
                "shares", place, "The shares add up to {sum} in {year}, not to 1.",
                ["sum": Findings.shown(sums[year]), "year": "\(plan.baseYear + year)"])
        }
    }

    private mutating func activity(_ activity: Plan.Activity, _ place: String) {
        findings.series(activity.quantity, place + "/quantity", in: plan, least: 0)
        for (index, link) in activity.drivers.enumerated() {
            findings.known(link.driver, in: drivers, .driver, "\(place)/drivers/\(index)/driver")
            findings.finite(link.elasticity, "\(place)/drivers/\(index)/elasticity")
        }
        if let load = activity.load {
            findings.series(load, place + "/load", in: plan, least: 0)
            if load.value == 0 || load.points.contains(where: { $0.value == 0 }) {
                findings.add("below-least", place + "/load", "A load of 0 would take vehicles without end.")
            }
        }
        if activity.technologies.isEmpty {
            findings.add("no-technology", place + "/technologies", "An activity needs at least one technology.")
        }
        technologies(activity.technologies, place, "technologies")
        if let line = activity.line, GPCReference.coded(line)?.sector.contractSector != activity.sector {
            findings.add(
                "line", place + "/line", "The GPC has no line {line} in this sector.", ["line": line])
        }
        if let stock = activity.stock { self.stock(stock, place + "/stock") }
    }

    private mutating func stock(_ stock: Plan.Stock, _ place: String) {
        if (stock.lifetime == nil) == (stock.renewal == nil) {
            findings.add("stock", place, "A stock has either a lifetime or a yearly renewal.")
        }
        if let lifetime = stock.lifetime, !(1...200).contains(lifetime) {
            findings.add("stock", place + "/lifetime", "A lifetime is between 1 and 200 years.")
        }
        if let renewal = stock.renewal { findings.share(renewal, place + "/renewal") }
        guard let ages = stock.ages else { return }
        for (index, part) in ages.enumerated() { findings.share(part, "\(place)/ages/\(index)") }
        if ages.count != stock.lifetime || (ages.reduce(0, +) - 1).magnitude > 1e-6 {
            findings.add("stock", place + "/ages", "Ages are one share for each year of the lifetime and add up to 1.")
        }
    }

    private mutating func calibration(_ calibration: Plan.Calibration, _ place: String) {
        findings.least(0, calibration.inventory, place + "/inventory")
        if let quantity = calibration.quantity { findings.least(0, quantity, place + "/quantity") }
        if let factor = calibration.factor { findings.least(0, factor, place + "/factor") }
        for (index, item) in calibration.boundary.enumerated() {
            findings.finite(item.tonnes, "\(place)/boundary/\(index)/tonnes")
        }
        let others = plan.calibrations.filter { $0.id != calibration.id }.flatMap(\.activities)
        for (index, activity) in calibration.activities.enumerated() {
            findings.known(activity, in: activities, .activity, "\(place)/activities/\(index)")
            if others.contains(activity) {
                findings.add(
                    "twice", "\(place)/activities/\(index)", "“{id}” is in another calibration too.",
                    ["id": activity])
            }
        }
        if calibration.applied, calibration.boundary.reduce(0, { $0 + $1.tonnes }) > calibration.inventory {
            findings.add("boundary", place + "/boundary", "The boundary items are more than the inventory states.")
        }
    }

    private mutating func outcomes() {
        for (index, target) in plan.targets.enumerated() {
            let place = "/targets/\(index)"
            if target.year < plan.baseYear || target.year > plan.finalYear {
                findings.add(
                    "year", place + "/year", "The year {year} is outside the plan.", ["year": "\(target.year)"])
            }
            findings.finite(target.reduction, place + "/reduction")
            if target.basis == .gross, target.reduction > 1 { findings.share(target.reduction, place + "/reduction") }
            if let baseline = target.baseline { findings.least(0, baseline, place + "/baseline") }
        }
        for (index, sink) in plan.sinks.enumerated() {
            findings.series(sink.series, "/sinks/\(index)/series", in: plan, least: 0)
        }
        for (index, credit) in plan.credits.enumerated() {
            findings.series(credit.series, "/credits/\(index)/series", in: plan, least: 0)
        }
        for (index, capacity) in plan.capacities.enumerated() {
            findings.series(capacity.perYear, "/capacities/\(index)/perYear", in: plan, least: 0)
        }
        guard let budget = plan.budget else { return }
        findings.least(0, budget.tonnes, "/budget/tonnes")
        if budget.end < budget.start || budget.start < plan.baseYear || budget.end > plan.finalYear {
            findings.add("year", "/budget", "The budget's years are not years of the plan, in order.")
        }
    }
}

/// Circles in what leads to what.
enum Circles {
    /// Whether following the links from a node leads back to it.
    static func holds(_ start: String, _ links: [String: [String]]) -> Bool {
        var seen = Set<String>()
        var open = links[start] ?? []
        while let next = open.popLast() {
            if next == start { return true }
            if seen.insert(next).inserted { open += links[next] ?? [] }
        }
        return false
    }
}
