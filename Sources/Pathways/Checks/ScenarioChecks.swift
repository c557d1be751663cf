import Inventory

extension Plan {
    /// Everything that is wrong with the plan, in the order of the document.
    ///
    /// What a scenario makes of stocks is looked at only when nothing else stands in the way.
    public func problems() -> [PlanProblem] {
        var problems = InputChecks.problems(self)
        guard !problems.contains(where: { $0.check == "too-many" }) else { return problems }
        problems += MeasureChecks.problems(self)
        var findings = Findings()
        findings.ids(scenarios.map(\.id), "/scenarios")
        problems += findings.problems
        guard problems.allSatisfy({ $0.level == .warning }) else {
            return problems + ScenarioChecks.problems(self, computes: false)
        }
        return problems + ScenarioChecks.problems(self)
    }
}

/// Checks of the measures of a scenario together.
struct ScenarioChecks {
    let plan: Plan
    var findings = Findings()
    let measures: [String: Plan.Measure]
    /// Two measures of which either names the other.
    let excluded: Set<Set<String>>

    /// - Parameter computes: whether the plan is sound enough for its stocks to be computed.
    static func problems(_ plan: Plan, computes: Bool = true) -> [PlanProblem] {
        var checks = ScenarioChecks(plan)
        for (index, scenario) in plan.scenarios.enumerated() {
            let before = checks.findings.problems.count
            checks.choice(scenario, "/scenarios/\(index)")
            guard computes, checks.findings.problems.count == before else { continue }
            checks.stocks(scenario, "/scenarios/\(index)")
        }
        return checks.findings.problems
    }

    init(_ plan: Plan) {
        self.plan = plan
        measures = Dictionary(plan.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        excluded = Set(plan.measures.flatMap { measure in measure.excludes.map { [measure.id, $0] } })
    }

    private mutating func choice(_ scenario: Plan.Scenario, _ place: String) {
        if scenario.kind == .businessAsUsual, !scenario.measures.isEmpty {
            findings.add("business-as-usual", place + "/measures", "Business as usual has no measures.")
        }
        for (index, path) in scenario.drivers.enumerated() {
            let own = "\(place)/drivers/\(index)"
            findings.known(path.driver, in: Set(plan.drivers.map(\.id)), .driver, own + "/driver")
            findings.series(path.series, own + "/series", in: plan, least: 0)
        }
        var seen = Set<String>()
        let names = Set(measures.keys)
        for (index, setting) in scenario.measures.enumerated() {
            let own = "\(place)/measures/\(index)"
            findings.known(setting.measure, in: names, .measure, own + "/measure")
            let before = seen
            if !seen.insert(setting.measure).inserted {
                findings.add("twice", own + "/measure", "“{id}” stands twice.", ["id": setting.measure])
            }
            guard let measure = measures[setting.measure] else { continue }
            self.setting(setting, measure, own)
            others(setting, measure, scenario, before, own)
        }
    }

    private mutating func setting(_ setting: Plan.Setting, _ measure: Plan.Measure, _ place: String) {
        findings.least(0, setting.ambition, place + "/ambition")
        let (start, end) = (setting.start ?? measure.start, setting.end ?? measure.end)
        if end < start {
            findings.add(
                "end-before-start", place + "/end", "The measure ends in {end}, before it starts in {start}.",
                ["start": "\(start)", "end": "\(end)"])
        }
        if start <= plan.baseYear || start > 2200 || end > 2200 {
            findings.add(
                "start", place + "/start",
                "The measure starts in {start}; what was done by {year} is in the inventory.",
                ["start": "\(start)", "year": "\(plan.baseYear)"])
        }
        if let delay = setting.delay, !(0...200).contains(delay) {
            findings.add("delay", place + "/delay", "A delay is between 0 and 200 years.")
        }
    }

    private mutating func others(
        _ setting: Plan.Setting, _ measure: Plan.Measure, _ scenario: Plan.Scenario, _ before: Set<String>,
        _ place: String
    ) {
        for id in measure.requires where measures[id] != nil {
            guard let other = scenario.measures.first(where: { $0.measure == id }) else {
                findings.add(
                    "requires", place + "/measure", "“{id}” needs “{other}”, which is not in the scenario.",
                    ["id": measure.id, "other": id])
                continue
            }
            if first(setting) < first(other) {
                findings.add(
                    "requires", place + "/start", "“{id}” starts before “{other}”, which it needs.",
                    ["id": measure.id, "other": id])
            }
        }
        // Either of two may name the other; the later one in the scenario is told once.
        for id in before where !excluded.isEmpty && excluded.contains([measure.id, id]) {
            findings.add(
                "excludes", place + "/measure", "“{id}” and “{other}” exclude each other.",
                ["id": measure.id, "other": id])
        }
    }

    /// The first year with an effect; a plain number, since the years may not have passed their checks.
    private func first(_ setting: Plan.Setting) -> Double {
        let measure = measures[setting.measure]
        return Double(setting.start ?? measure?.start ?? 0) + Double(measure?.delay ?? 0) + Double(setting.delay ?? 0)
    }

    /// Nothing is taken beyond what there is, and nothing is built beyond what can be.
    private mutating func stocks(_ scenario: Plan.Scenario, _ place: String) {
        let run = ScenarioRun(plan, scenario)
        let workspace = Workspace(run.layout)
        workspace.notesOverdrafts = true
        workspace.compute(run.measures.map { _ in true })
        if (0..<run.layout.years).contains(where: { !workspace.total[$0].isFinite }) {
            findings.add("not-finite", place, "The figures are too great to be computed.")
            return
        }
        for overdraft in workspace.overdrafts { report(overdraft, run, place) }
        claims(run, workspace, place)
        capacities(scenario, place)
    }

    private mutating func report(_ overdraft: Workspace.Overdraft, _ run: ScenarioRun, _ place: String) {
        let names = overdraft.measures.map { run.measures[$0] }
        var values = [
            "measures": names.joined(separator: ", "), "year": "\(plan.baseYear + overdraft.year)",
            "id": overdraft.kind == .replacement ? "" : plan.activities[overdraft.place].id,
        ]
        let last = overdraft.measures.last.map { "\(place)/measures/\($0)" } ?? place
        switch overdraft.kind {
        case .quantity:
            findings.add(
                "beyond-stock", last, "{measures}: more of “{id}” is taken away in {year} than there is.", values)
        case .shift:
            findings.add("beyond-stock", last, "{measures}: more of “{id}” is moved in {year} than there is.", values)
        case .replacement:
            values["id"] = name(run.layout, overdraft.place)
            findings.add(
                "beyond-stock", last, "{measures}: more of “{id}” is replaced in {year} than there is.", values)
        }
    }

    private func name(_ layout: Layout, _ technology: Int) -> String {
        for (place, activity) in layout.activities.enumerated() where activity.technologies.contains(technology) {
            let index = technology - activity.technologies.lowerBound
            return plan.activities[place].technologies[index].id
        }
        for (place, carrier) in layout.carriers.enumerated() where carrier.sources.contains(technology) {
            return plan.carriers[place].sources[technology - carrier.sources.lowerBound].id
        }
        return ""
    }

    /// A sector cannot have more claimed from it than it emits.
    private mutating func claims(_ run: ScenarioRun, _ workspace: Workspace, _ place: String) {
        for sector in Set(run.layout.claims.map(\.sector)).sorted() {
            let claims = run.layout.claims.filter { $0.sector == sector && workspace.acting[$0.effect.measure] }
            for year in 0..<run.layout.years {
                var emitted = run.layout.boundaries.reduce(0) { $1.sector == sector ? $0 + $1.tonnes : $0 }
                for (index, activity) in plan.activities.enumerated() where activity.sector == sector {
                    emitted += workspace.emission(index)[year]
                }
                let claimed = claims.reduce(0) { $0 + workspace.input($1.effect.row)[year] }
                guard claimed > 0, claimed > emitted * (1 + 1e-9) else { continue }
                let names = claims.map { run.measures[$0.effect.measure] }
                findings.add(
                    "beyond-stock", place + "/measures",
                    "{measures}: {claimed} t are claimed from the sector {sector} in {year}, which emits {emitted} t.",
                    [
                        "measures": names.joined(separator: ", "), "claimed": Findings.shown(claimed.rounded()),
                        "sector": sector.rawValue, "year": "\(plan.baseYear + year)",
                        "emitted": Findings.shown(emitted.rounded()),
                    ])
                break
            }
        }
    }

    private mutating func capacities(_ scenario: Plan.Scenario, _ place: String) {
        let count = plan.finalYear - plan.baseYear + 1
        for capacity in plan.capacities {
            let there = capacity.perYear.values(from: plan.baseYear, count: count)
            var used = [Double](repeating: 0, count: count)
            var names: [String] = []
            for setting in scenario.measures {
                guard let measure = measures[setting.measure] else { continue }
                let amount = measure.uses.reduce(0) { $1.capacity == capacity.id ? $0 + $1.amount : $0 }
                guard amount > 0 else { continue }
                names.append(measure.id)
                let path = measure.path(setting, from: plan.baseYear, count: count)
                for year in 1..<max(1, count) { used[year] += amount * max(0, path[year] - path[year - 1]) }
            }
            guard let year = used.indices.first(where: { used[$0] > there[$0] * (1 + 1e-9) }) else { continue }
            findings.add(
                "beyond-capacity", place + "/measures",
                "{measures}: {used} of “{id}” are taken in {year}, of {there} that there are.",
                [
                    "measures": names.joined(separator: ", "), "used": Findings.shown(used[year]), "id": capacity.id,
                    "year": "\(plan.baseYear + year)", "there": Findings.shown(there[year]),
                ])
        }
    }
}
