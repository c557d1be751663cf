/// The phases in which operators act, each on whole rows.
extension Workspace {
    func startQuantities() {
        for place in layout.activities.indices where touched[place] {
            quantity(place).update(from: input(layout.activities[place].quantity), count: years)
            if let load = layout.activities[place].load {
                self.load(place).update(from: input(load), count: years)
            } else {
                for year in 0..<years { self.load(place)[year] = 1 }
            }
        }
    }

    /// `add`, `scale`, `shift`, `load`, and units of technology from them.
    func changeQuantities() {
        for change in layout.adds where isDue(change) {
            let (values, effect) = (quantity(change.activity), input(change.effect.row))
            for year in 0..<years { values[year] += effect[year] }
        }
        keepPositive()
        for change in layout.scales where isDue(change) {
            scale(quantity(change.activity), by: input(change.effect.row))
        }
        shift()
        for change in layout.loads where isDue(change) {
            scale(load(change.activity), by: input(change.effect.row))
        }
        for place in layout.activities.indices where touched[place] {
            let (values, load, units) = (quantity(place), load(place), units(place))
            for year in 0..<years { units[year] = load[year] > 0 ? values[year] / load[year] : 0 }
        }
    }

    private func isDue(_ change: Layout.Change) -> Bool {
        acting[change.effect.measure] && touched[change.activity]
    }

    /// What is taken away beyond what there is, is not.
    private func keepPositive() {
        for change in layout.adds where isDue(change) {
            let values = quantity(change.activity)
            for year in 0..<years where values[year] < 0 {
                if notesOverdrafts, values[year] < -1e-9 * input(layout.activities[change.activity].quantity)[year] {
                    note(.quantity, change.activity, year, [change.effect.measure])
                }
                values[year] = 0
            }
        }
    }

    private func note(_ kind: Overdraft.Kind, _ place: Int, _ year: Int, _ measures: [Int]) {
        guard !overdrafts.contains(where: { $0.kind == kind && $0.place == place }) else { return }
        overdrafts.append(Overdraft(kind: kind, place: place, year: year, measures: measures))
    }

    /// All shifts take parts of what there was before the first of them; together they take no more than there is.
    private func shift() {
        guard layout.shifts.contains(where: { $0.moves.contains { acting[$0.effect.measure] } }) else { return }
        for place in layout.activities.indices where touched[place] {
            units(place).update(from: quantity(place), count: years)
        }
        for shift in layout.shifts where touched[shift.activity] {
            let (before, taken) = (units(shift.activity), scratch)
            var moved = false
            for year in 0..<years { taken[year] = 0 }
            for move in shift.moves where acting[move.effect.measure] {
                moved = true
                let effect = input(move.effect.row)
                if move.isAmount {
                    for year in 0..<years { taken[year] += effect[year] }
                } else {
                    for year in 0..<years { taken[year] += effect[year] * before[year] }
                }
            }
            guard moved else { continue }
            limit(scratch2, taken, to: before)
            if notesOverdrafts, let year = (0..<years).first(where: { scratch2[$0] < 1 - 1e-9 }) {
                note(.shift, shift.activity, year, shift.moves.map(\.effect.measure).filter { acting[$0] })
            }
            for move in shift.moves where acting[move.effect.measure] {
                take(move, from: shift.activity, before, limits: scratch2)
            }
        }
    }

    private func take(_ move: Layout.Move, from source: Int, _ before: Row, limits: Row) {
        let (effect, values, part) = (input(move.effect.row), quantity(source), scratch3)
        if move.isAmount {
            for year in 0..<years { part[year] = effect[year] * limits[year] }
        } else {
            for year in 0..<years { part[year] = effect[year] * before[year] * limits[year] }
        }
        for year in 0..<years { values[year] -= part[year] }
        for goal in move.to {
            let goals = quantity(goal.place)
            for year in 0..<years { goals[year] += part[year] * goal.part }
        }
    }

    /// 1, or less where more is taken than there is.
    private func limit(_ limits: Row, _ taken: Row, to there: Row) {
        for year in 0..<years { limits[year] = taken[year] > there[year] ? there[year] / taken[year] : 1 }
    }

    private func scale(_ values: Row, by effect: Row) {
        for year in 0..<years { values[year] *= max(0, 1 + effect[year]) }
    }

    /// `factor` and `replace` of a carrier: t CO2e for each MWh of it.
    func computeCarrier(_ place: Int) {
        let (carrier, factor) = (layout.carriers[place], factor(place))
        for year in 0..<years { factor[year] = 0 }
        for gas in carrier.gases {
            let (values, weight) = (gasFactor(gas), layout.weights[gas.gas])
            for year in 0..<years { factor[year] += weight * values[year] }
        }
        guard !carrier.sources.isEmpty else { return }
        startShares(carrier.sources)
        replace(carrier.moves, in: carrier.sources, units: nil)
        for source in carrier.sources { addSource(source, to: factor) }
    }

    /// A gas's factor with measures, in `scratch`.
    func gasFactor(_ gas: Layout.GasRow) -> Row {
        guard gas.changes.contains(where: { acting[$0.measure] }) else { return input(gas.row) }
        scratch.update(from: input(gas.row), count: years)
        for change in gas.changes where acting[change.measure] { scale(scratch, by: input(change.row)) }
        return scratch
    }

    private func addSource(_ source: Int, to factor: Row) {
        changeIntensity(source)
        let (share, multiplier, own) = (share(source), multiplier(source), own(source))
        let intensity = input(layout.technologies[source].intensity)
        if let carrier = layout.technologies[source].carrier {
            let inner = self.factor(carrier)
            for year in 0..<years {
                factor[year] += share[year] * multiplier[year] * (intensity[year] * inner[year] + own[year])
            }
        } else {
            for year in 0..<years { factor[year] += share[year] * multiplier[year] * own[year] }
        }
    }

    /// `replace`, `intensity` and the sum over technologies: t CO2e of an activity.
    func computeActivity(_ place: Int) {
        let activity = layout.activities[place]
        let (sum, units) = (emission(place), units(place))
        startShares(activity.technologies)
        if let stock = activity.stock {
            replace(activity.sales, in: activity.technologies, units: nil)
            turnOver(stock, activity.technologies, units: units)
        }
        replace(activity.moves, in: activity.technologies, units: units)
        for year in 0..<years { sum[year] = 0 }
        for technology in activity.technologies { addSource(technology, to: sum) }
        let correction = activity.correction
        for year in 0..<years { sum[year] *= units[year] * correction }
    }

    private func startShares(_ technologies: Range<Int>) {
        for place in technologies {
            share(place).update(from: input(layout.technologies[place].share), count: years)
        }
    }

    private func changeIntensity(_ technology: Int) {
        let multiplier = multiplier(technology)
        for year in 0..<years { multiplier[year] = 1 }
        for change in layout.technologies[technology].changes where acting[change.measure] {
            scale(multiplier, by: input(change.row))
        }
    }

    /// All replacements take parts of what there was before the first of them; together they take no more than there is.
    private func replace(_ moves: [Layout.Move], in technologies: Range<Int>, units: Row?) {
        guard moves.contains(where: { acting[$0.effect.measure] }) else { return }
        for place in technologies {
            let out = out(place)
            for year in 0..<years { out[year] = 0 }
        }
        // `multiplier` is not in use yet: it keeps what there was before.
        for place in technologies { multiplier(place).update(from: share(place), count: years) }
        for move in moves where acting[move.effect.measure] {
            let part = fraction(move, units: units)
            for place in move.from {
                let out = out(place)
                for year in 0..<years { out[year] += part[year] }
            }
        }
        if notesOverdrafts { noteOverdrafts(moves, technologies) }
        for move in moves where acting[move.effect.measure] {
            let part = fraction(move, units: units)
            for place in move.from {
                let (out, before, share) = (out(place), multiplier(place), share(place))
                for year in 0..<years {
                    scratch2[year] = before[year] * part[year] / (out[year] > 1 ? out[year] : 1)
                    share[year] -= scratch2[year]
                }
                for goal in move.to {
                    let gained = self.share(goal.place)
                    for year in 0..<years { gained[year] += scratch2[year] * goal.part }
                }
            }
        }
    }

    private func noteOverdrafts(_ moves: [Layout.Move], _ technologies: Range<Int>) {
        for place in technologies {
            let out = out(place)
            guard let year = (0..<years).first(where: { out[$0] > 1 + 1e-9 }) else { continue }
            let measures = moves.filter { $0.from.contains(place) }.map(\.effect.measure).filter { acting[$0] }
            note(.replacement, place, year, measures)
        }
    }

    /// The part that a replacement takes of its technologies, in `scratch` where it states an amount.
    private func fraction(_ move: Layout.Move, units: Row?) -> Row {
        let effect = input(move.effect.row)
        guard move.isAmount else { return effect }
        for year in 0..<years { scratch[year] = 0 }
        for place in move.from {
            let before = multiplier(place)
            for year in 0..<years { scratch[year] += before[year] }
        }
        for year in 0..<years {
            let there = scratch[year] * (units?[year] ?? 1)
            // Twice of nothing: more than there is.
            scratch[year] = there > 0 ? effect[year] / there : effect[year] > 0 ? 2 : 0
        }
        return scratch
    }
}
