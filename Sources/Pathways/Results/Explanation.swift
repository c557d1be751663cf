/// Where an activity's emissions of one year come from, number by number, and which measures made them so.
public struct Explanation: Sendable, Hashable {
    /// One technology: tonnes = units × (energy for each unit × carrier's factor + own factor) × correction.
    public struct Term: Sendable, Hashable {
        /// The technology's id.
        public let technology: String
        /// The carrier's id.
        public let carrier: String?
        /// Its part of the activity.
        public let share: Double
        /// Units: quantity ÷ load × share.
        public let units: Double
        /// MWh for each unit, with measures.
        public let energyPerUnit: Double
        /// t CO2e for each MWh of the carrier, with measures.
        public let carrierFactor: Double
        /// t CO2e for each unit beside the carrier's, with measures.
        public let ownFactor: Double
        /// t CO2e.
        public let tonnes: Double
    }

    /// A measure that changes the activity's emissions.
    public struct Touch: Sendable, Hashable {
        /// The measure's id.
        public let measure: String
        /// The kinds of its operators.
        public let operators: [String]
        /// Adoption × ambition in the year.
        public let adoption: Double
        /// t CO2e less on this activity by the measure alone.
        public let alone: Double
        /// t CO2e less on this activity as the last of all measures.
        public let last: Double
    }

    /// The activity's id.
    public let activity: String
    /// The year.
    public let year: Int
    /// The activity's quantity, in its unit.
    public let quantity: Double
    /// The load; 1 where the activity has none.
    public let load: Double
    /// What calibration multiplies by; 1 where nothing is calibrated.
    public let correction: Double
    /// Each technology; they add up to `tonnes`.
    public let terms: [Term]
    /// t CO2e.
    public let tonnes: Double
    /// The quantity without any measure.
    public let quantityWithoutMeasures: Double
    /// t CO2e without any measure.
    public let tonnesWithoutMeasures: Double
    /// The measures that change it, in the scenario's order.
    public let touches: [Touch]
}

extension ScenarioRun {
    /// How an activity's emissions of one year come about.
    /// - Returns: nil where the plan has no such activity or year.
    public func explanation(of activity: String, in year: Int) -> Explanation? {
        let place = year - plan.baseYear
        guard let index = plan.activities.firstIndex(where: { $0.id == activity }), (0..<layout.years).contains(place)
        else { return nil }
        let workspace = Workspace(layout)
        let none = Array(repeating: false, count: measures.count)
        let all = Array(repeating: true, count: measures.count)
        func tonnes(_ chosen: [Bool]) -> Double {
            workspace.compute(chosen)
            return workspace.emission(index)[place]
        }
        let before = tonnes(none)
        let quantityBefore = workspace.quantity(index)[place]
        let after = tonnes(all)
        let acting = workspace.acting
        let terms = terms(workspace, index, place)
        let (quantity, load) = (workspace.quantity(index)[place], workspace.load(index)[place])
        let touches = measures.indices.filter { layout.touches[$0][index] && acting[$0] }.map { measure in
            var (one, others) = (none, all)
            one[measure] = true
            others[measure] = false
            return touch(measure, place, alone: before - tonnes(one), last: tonnes(others) - after)
        }
        return Explanation(
            activity: activity, year: year, quantity: quantity, load: load,
            correction: layout.activities[index].correction, terms: terms, tonnes: after,
            quantityWithoutMeasures: quantityBefore, tonnesWithoutMeasures: before, touches: touches)
    }

    private func terms(_ workspace: Workspace, _ index: Int, _ place: Int) -> [Explanation.Term] {
        let (activity, compiled) = (plan.activities[index], layout.activities[index])
        return zip(compiled.technologies, activity.technologies).map { position, technology in
            let share = workspace.share(position)[place]
            let units = workspace.units(index)[place] * share
            let change = workspace.multiplier(position)[place]
            let energy = workspace.input(layout.technologies[position].intensity)[place] * change
            let factor = layout.technologies[position].carrier.map { workspace.factor($0)[place] } ?? 0
            let own = workspace.own(position)[place] * change
            return Explanation.Term(
                technology: technology.id, carrier: technology.carrier, share: share, units: units,
                energyPerUnit: energy, carrierFactor: factor, ownFactor: own,
                tonnes: units * (energy * factor + own) * compiled.correction)
        }
    }

    private func touch(_ measure: Int, _ place: Int, alone: Double, last: Double) -> Explanation.Touch {
        let setting = scenario.measures[measure]
        let item = plan.measures.first { $0.id == setting.measure }
        return Explanation.Touch(
            measure: setting.measure, operators: item?.operators.map(\.kind) ?? [],
            adoption: adoption(of: setting.measure)?[place] ?? 0,
            alone: alone, last: last)
    }
}
