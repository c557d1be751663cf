import Inventory
import Pathways

/// Puts what a city counts from below in the place of rows of its inventory, and holds it against them.
enum ScenarioDetailPlan {
    /// Key of the name that the difference has as long as nobody knows more.
    static var residual: String { "Not explained by the lines of the model" }

    /// A row stays as it is where its lines emit nothing: a sum of nothing cannot be brought to what the inventory says.
    static func apply(_ lines: [ScenarioFrame.DetailLine], to plan: inout Plan) {
        guard !lines.isEmpty, let stated = stated(plan) else { return }
        var seen: Set<String> = []
        for row in lines.map(\.row) where seen.insert(row).inserted {
            guard let place = plan.activities.firstIndex(where: { $0.id == row }), let tonnes = stated[row] else {
                continue
            }
            refine(place, lines.filter { $0.row == row }, tonnes, in: &plan)
        }
    }

    /// By activity of the simple model, what the inventory says of it, t CO2e; nil where the plan cannot be computed.
    static func stated(_ plan: Plan) -> [String: Double]? {
        guard let model = try? Model(plan) else { return nil }
        return Dictionary(
            model.businessAsUsual.pathway().activities.map { ($0.id, $0.co2e.first ?? 0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The calibration that holds a row's lines against it, by id.
    static func calibration(ofRow id: String) -> String { "detail-\(id)" }

    private static func refine(
        _ place: Int, _ lines: [ScenarioFrame.DetailLine], _ tonnes: Double, in plan: inout Plan
    ) {
        let row = plan.activities[place]
        var making = DetailMaking(row: row, plan: plan)
        var groups: [[ScenarioFrame.DetailLine]] = []
        for line in lines {
            let same = groups.firstIndex { $0[0].activity == line.activity && $0[0].unit == line.unit }
            if let same { groups[same].append(line) } else { groups.append([line]) }
        }
        let made = groups.compactMap { making.activity($0) }
        guard making.emits, made.count == groups.count else { return }
        plan.carriers = making.carriers
        plan.activities.replaceSubrange(place...place, with: made)
        plan.calibrations.append(
            Plan.Calibration(
                id: calibration(ofRow: row.id), name: row.name, activities: made.map(\.id), inventory: tonnes,
                residual: residual, applied: true, source: row.source))
    }
}

/// Makes the activities of one row.
private struct DetailMaking {
    let row: Plan.Activity
    private(set) var carriers: [Plan.Carrier]
    private(set) var emits = false
    private var taken: Set<String>

    init(row: Plan.Activity, plan: Plan) {
        self.row = row
        carriers = plan.carriers
        taken = Set(plan.activities.map(\.id) + plan.carriers.map(\.id))
    }

    /// Lines as the ways of one activity; nil where they cannot be computed.
    mutating func activity(_ lines: [ScenarioFrame.DetailLine]) -> Plan.Activity? {
        let quantity = lines.reduce(0) { $0 + $1.quantity }
        let vehicles = lines.map { $0.quantity / ($0.load ?? 1) }
        let all = vehicles.reduce(0, +)
        guard quantity > 0, all > 0 else { return nil }
        let id = MeasureName.slug("\(row.sector.rawValue) \(lines[0].activity)", beside: taken)
        taken.insert(id)
        var names: Set<String> = []
        var technologies: [Plan.Technology] = []
        for (line, vehicles) in zip(lines, vehicles) {
            let name = line.way.isEmpty ? line.activity : line.way
            let technology = MeasureName.slug(name, beside: names)
            names.insert(technology)
            guard let made = self.technology(line, id: technology, name: name, share: vehicles / all) else {
                return nil
            }
            technologies.append(made)
        }
        let sources = lines.map(\.source).filter { !$0.isEmpty }
        return Plan.Activity(
            id: id, name: lines[0].activity, sector: row.sector, scope: row.scope, line: row.line,
            unit: lines[0].unit.rawValue, quantity: Plan.Series(quantity), drivers: row.drivers,
            load: lines.contains { $0.load != nil } ? Plan.Series(quantity / all) : nil,
            technologies: technologies, source: Array(Set(sources)).sorted().joined(separator: "; "))
    }

    private mutating func technology(
        _ line: ScenarioFrame.DetailLine, id: String, name: String, share: Double
    ) -> Plan.Technology? {
        var technology = Plan.Technology(id: id, name: name, share: Plan.Series(share), source: line.source)
        // kWh a unit is MWh for a thousand units; a MWh is what it is.
        let energy = line.use.map { $0 / 1000 } ?? (line.unit == .mwh ? 1 : nil)
        guard let energy else {
            guard let factor = line.factor else { return nil }
            technology.factors = [Plan.GasFactor(.unsplit, Plan.Series(factor / 1000))]
            if factor > 0, line.quantity > 0 { emits = true }
            return technology
        }
        guard let code = line.carrier else {
            guard let factor = line.factor else { return nil }
            technology.factors = [Plan.GasFactor(.unsplit, Plan.Series(energy * factor))]
            if energy * factor > 0, line.quantity > 0 { emits = true }
            return technology
        }
        guard let carrier = carrier(code, line) else { return nil }
        technology.carrier = carrier.id
        technology.intensity = Plan.Series(energy)
        if energy > 0, line.quantity > 0, carrier.factors.contains(where: { $0.series.value > 0 }) { emits = true }
        return technology
    }

    /// The inventory's own carrier where the line has no factor; one that has the line's factor otherwise.
    private mutating func carrier(_ code: String, _ line: ScenarioFrame.DetailLine) -> Plan.Carrier? {
        guard let factor = line.factor else { return ScenarioDetailForm.carrier(code, of: carriers, scope: row.scope) }
        guard let named = Inventory.Carrier.named(code) else { return nil }
        let scope: Scope = code == "electricity" || code == "district-heat" ? .two : row.scope
        let wanted = Plan.GasFactor(.unsplit, Plan.Series(factor))
        if let there = carriers.first(where: { $0.name == named.name && $0.scope == scope && $0.factors == [wanted] }) {
            return there
        }
        let id = MeasureName.slug("\(code) detail", beside: taken)
        taken.insert(id)
        let made = Plan.Carrier(id: id, name: named.name, scope: scope, factors: [wanted], source: line.source)
        carriers.append(made)
        return made
    }
}
