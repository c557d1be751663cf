import Inventory

extension Compiler {
    /// A measure's effect on one year is its operator's amount × adoption × ambition.
    mutating func addMeasures() {
        let chosen = scenario.measures.compactMap { setting in
            plan.measures.first { $0.id == setting.measure }.map { (measure: $0, setting: setting) }
        }
        let places = Dictionary(
            chosen.enumerated().map { ($0.element.measure.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for (place, item) in chosen.enumerated() {
            let needs = item.measure.requires.compactMap { places[$0] }
            // What needs a measure outside the scenario never acts: it needs itself first, which never comes.
            layout.needs.append(needs.count == item.measure.requires.count ? needs : [place])
            let adoption = item.measure.path(item.setting, from: plan.baseYear, count: layout.years)
            let first = layout.values.count / layout.years
            for (number, effect) in item.measure.operators.enumerated() {
                add(effect, adoption, place, "measures/\(item.measure.id)/operators/\(number)")
            }
            let rows = first..<layout.values.count / layout.years
            if let range = item.measure.range, let spread = Spread(value: 1, range: range), !rows.isEmpty {
                layout.uncertain.append(
                    Layout.Uncertain(
                        id: "measures/\(item.measure.id)", range: range, spread: spread,
                        rows: rows.map { (row: $0, form: .constant) }))
            }
        }
        layout.needOrder = needOrder()
    }

    private mutating func add(_ step: Plan.Operator, _ adoption: [Double], _ measure: Int, _ path: String) {
        switch step {
        case .add(let change): addChange(change, adoption, measure, path, \.adds)
        case .scale(let change): addChange(change, adoption, measure, path, \.scales)
        case .load(let change): addChange(change, adoption, measure, path, \.loads)
        case .shift(let transfer): addShift(transfer, adoption, measure, path)
        case .replace(let transfer): addReplacement(transfer, adoption, measure, path)
        case .intensity(let change):
            guard let places = technologyPlaces[change.of] else { return }
            let effect = effect(change.by, adoption, measure, path, change.range)
            let named =
                change.technologies.isEmpty ? Array(places.values) : change.technologies.compactMap { places[$0] }
            for place in named { layout.technologies[place].changes.append(effect) }
        case .factor(let change):
            guard let place = carrierPlaces[change.of] else { return }
            let effect = effect(change.by, adoption, measure, path, change.range)
            for index in layout.carriers[place].gases.indices {
                let gas = layout.gases[layout.carriers[place].gases[index].gas].gas
                if change.gas == nil || change.gas == gas {
                    layout.carriers[place].gases[index].changes.append(effect)
                }
            }
        case .remove(let change):
            guard let place = sinkPlaces[change.of] else { return }
            layout.sinks[place].changes.append(effect(change.by, adoption, measure, path, change.range))
        case .claimed(let claim):
            layout.claims.append(
                Layout.ClaimLine(
                    effect: effect(claim.tonnes, adoption, measure, path, claim.range), sector: claim.sector,
                    scope: claim.scope))
        }
    }

    private mutating func effect(
        _ amount: Double, _ adoption: [Double], _ measure: Int, _ path: String, _ range: Uncertainty?
    ) -> Layout.Effect {
        let row = layout.row(adoption.map { $0 * amount })
        if let range { uncertain(path, range, row) }
        return Layout.Effect(measure: measure, row: row)
    }

    private mutating func addChange(
        _ change: Plan.Change, _ adoption: [Double], _ measure: Int, _ path: String,
        _ phase: WritableKeyPath<Layout, [Layout.Change]>
    ) {
        guard let activity = activityPlaces[change.of] else { return }
        let effect = effect(change.by, adoption, measure, path, change.range)
        layout[keyPath: phase].append(Layout.Change(activity: activity, effect: effect))
    }

    private mutating func addShift(
        _ transfer: Plan.Transfer, _ adoption: [Double], _ measure: Int, _ path: String
    ) {
        guard let source = activityPlaces[transfer.of], let amount = transfer.share ?? transfer.amount else { return }
        let effect = effect(amount, adoption, measure, path, transfer.range)
        var move = Layout.Move(effect: effect, isAmount: transfer.share == nil)
        move.to = transfer.to.compactMap { goal in
            activityPlaces[goal.id].map { (place: $0, part: goal.part * goal.ratio) }
        }
        if let index = layout.shifts.firstIndex(where: { $0.activity == source }) {
            layout.shifts[index].moves.append(move)
        } else {
            layout.shifts.append(Layout.Shift(activity: source, moves: [move]))
        }
    }

    private mutating func addReplacement(
        _ transfer: Plan.Transfer, _ adoption: [Double], _ measure: Int, _ path: String
    ) {
        guard let places = technologyPlaces[transfer.of], let amount = transfer.share ?? transfer.amount else { return }
        let effect = effect(amount, adoption, measure, path, transfer.range)
        var move = Layout.Move(effect: effect, isAmount: transfer.share == nil)
        move.from = transfer.from.compactMap { places[$0] }
        move.to = transfer.to.compactMap { goal in places[goal.id].map { (place: $0, part: goal.part) } }
        if let carrier = carrierPlaces[transfer.of] {
            layout.carriers[carrier].moves.append(move)
        } else if let activity = activityPlaces[transfer.of] {
            if transfer.ofSales {
                layout.activities[activity].sales.append(move)
            } else {
                layout.activities[activity].moves.append(move)
            }
        }
    }

    /// Needed measures first; those on a circle are left out and never act.
    private func needOrder() -> [Int] {
        var order: [Int] = []
        var done = Set<Int>()
        var grew = true
        while grew {
            grew = false
            for place in layout.needs.indices where !done.contains(place) {
                guard layout.needs[place].allSatisfy(done.contains) else { continue }
                done.insert(place)
                order.append(place)
                grew = true
            }
        }
        return order
    }
}

extension Plan.Measure {
    /// Adoption × ambition in each year.
    func path(_ setting: Plan.Setting, from baseYear: Int, count: Int) -> [Double] {
        let later = delay + (setting.delay ?? 0)
        let adopted = adoption.later(later).path(
            start: (setting.start ?? start) + later, end: (setting.end ?? end) + later, until: until.map { $0 + later },
            from: baseYear,
            count: count)
        return adopted.map { $0 * setting.ambition }
    }
}

extension Plan.Adoption {
    fileprivate func later(_ years: Int) -> Plan.Adoption {
        guard case .stepwise(let steps) = self else { return self }
        return .stepwise(steps.map { Plan.Point(year: $0.year + years, value: $0.value) })
    }
}
