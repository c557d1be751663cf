import Inventory

extension Plan {
    /// The simplest plan of a city: every row of its inventory is an activity that follows a driver, or stays as it is.
    ///
    /// It works at once, and any activity can be replaced by a better one later. Rows that the contract does not ask for are
    /// left out, as in `ContractView`. Energy rows take a carrier, so that a measure on electricity acts on all of them: rows of one
    /// carrier whose factors differ by less than 1 % share it, and what is left of the difference stays with the row, so
    /// that the base year equals the inventory. Removals become sinks.
    /// - Parameters:
    ///   - finalYear: the last year of the plan.
    ///   - drivers: what activities may follow.
    ///   - following: by sector, what its activities follow.
    public init(
        inventory: CityInventory, finalYear: Int, drivers: [Driver] = [],
        following: [ContractSector: [DriverLink]] = [:]
    ) {
        var making = InventoryPlan(inventory, following)
        for row in inventory.rows { making.add(row) }
        self.init(
            name: inventory.city, gwp: inventory.gwp, baseYear: inventory.year, finalYear: finalYear, drivers: drivers,
            carriers: making.carriers, activities: making.activities,
            scenarios: [
                Scenario(id: "business-as-usual", kind: .businessAsUsual),
                Scenario(id: "existing-policies", kind: .existingPolicies),
                Scenario(id: "plan", kind: .plan),
            ], sinks: making.sinks, source: inventory.source)
    }
}

/// Turns rows of an inventory into activities.
private struct InventoryPlan {
    let inventory: CityInventory
    let following: [ContractSector: [Plan.DriverLink]]
    /// By row with energy, the id of the carrier it shares.
    let shared: [String: String]
    let carriers: [Plan.Carrier]
    var activities: [Plan.Activity] = []
    var sinks: [Plan.Sink] = []
    private var taken: Set<String>

    /// Rows whose energy has nearly the same factor.
    private struct Group {
        let id: String
        let name: String
        let scope: Scope
        var masses = GasMasses()
        var energy = 0.0
        var rows: [String] = []
    }

    init(_ inventory: CityInventory, _ following: [ContractSector: [Plan.DriverLink]]) {
        self.inventory = inventory
        self.following = following
        var groups: [Group] = []
        for row in inventory.rows { Self.add(row, to: &groups, inventory.gwp) }
        carriers = groups.map { group in
            Plan.Carrier(
                id: group.id, name: group.name, scope: group.scope,
                factors: Self.factors(group.masses, per: group.energy), source: inventory.source)
        }
        shared = Dictionary(groups.flatMap { group in group.rows.map { ($0, group.id) } }) { first, _ in first }
        taken = Set(groups.map(\.id))
    }

    private static func add(_ row: InventoryRow, to groups: inout [Group], _ gwp: GWPSet) {
        guard let place = place(of: row), let masses = row.masses, let energy = row.energyMWh, energy > 0,
            let text = row.carrier
        else { return }
        let carrier = Carrier.named(text)
        let (code, name) = (carrier?.code ?? text, carrier?.name ?? text)
        let factor = gwp.co2e(masses) / energy
        let position = groups.firstIndex { group in
            let own = gwp.co2e(group.masses) / group.energy
            return group.name == name && group.scope == place.scope && (own - factor).magnitude <= 0.01 * own.magnitude
        }
        if let position {
            groups[position].masses += masses
            groups[position].energy += energy
            groups[position].rows.append(row.id)
            return
        }
        var names = Set(groups.map(\.id))
        let id = slug(code, beside: &names)
        groups.append(
            Group(id: id, name: name, scope: place.scope, masses: masses, energy: energy, rows: [row.id]))
    }

    mutating func add(_ row: InventoryRow) {
        guard let place = Self.place(of: row), let masses = row.masses else { return }
        let id = Self.slug(row.id, beside: &taken)
        let label = row.label.isEmpty ? row.id : row.label
        if masses.co2Removed != 0 {
            sinks.append(
                Plan.Sink(id: id, name: label, series: Plan.Series(masses.co2Removed), source: row.source))
        }
        var emitted = masses
        emitted.co2Removed = 0
        guard !emitted.present.isEmpty else { return }
        let carrier = shared[row.id].flatMap { id in carriers.first { $0.id == id } }
        let (quantity, unit) = amount(row, emitted, isEnergy: carrier != nil)
        let range = row.activity.flatMap { activity in
            activity.value > 0 ? activity.uncertainty?.scaled(by: 1 / activity.value) : nil
        }
        var technology = Plan.Technology(id: "today", factors: Self.factors(emitted, per: quantity))
        if let carrier {
            technology.carrier = carrier.id
            technology.intensity = Plan.Series(1)
            technology.factors = Self.difference(technology.factors, carrier.factors)
        }
        activities.append(
            Plan.Activity(
                id: id, name: label, sector: place.sector, scope: place.scope, line: line(row, place), unit: unit,
                quantity: Plan.Series(quantity, range: range), drivers: following[place.sector] ?? [],
                technologies: [technology],
                source: row.source))
    }

    /// Energy where a carrier is shared, the row's own activity otherwise, and its CO2e where it has none.
    private func amount(_ row: InventoryRow, _ masses: GasMasses, isEnergy: Bool) -> (Double, String) {
        if isEnergy, let energy = row.energyMWh { return (energy, "MWh") }
        if let activity = row.activity, activity.value > 0 { return (activity.value, activity.unit) }
        let tonnes = inventory.gwp.co2e(masses)
        return tonnes > 0 ? (tonnes, "t CO2e") : (1, "1")
    }

    /// The line of the GPC, unless a published table has the row in another sector.
    private func line(_ row: InventoryRow, _ place: PublishedPlacement) -> String? {
        row.placement.sector.contractSector == place.sector ? row.placement.reference?.code : nil
    }

    /// Where the contract counts the row; nil where it does not.
    private static func place(of row: InventoryRow) -> PublishedPlacement? {
        row.published != nil || row.placement.isIn(.contract) ? row.contractPlacement : nil
    }

    private static func factors(_ masses: GasMasses, per quantity: Double) -> [Plan.GasFactor] {
        let plain = masses.present.filter { !$0.hasSpecies && $0 != .co2Removed }.map { gas in
            Plan.GasFactor(gas, Plan.Series(masses[gas] / quantity))
        }
        return plain
            + masses.species.map { item in
                Plan.GasFactor(item.species.gas, Plan.Series(item.tonnes / quantity), species: item.species)
            }
    }

    /// What a row has beyond its carrier, gas by gas.
    private static func difference(_ own: [Plan.GasFactor], _ carrier: [Plan.GasFactor]) -> [Plan.GasFactor] {
        var rest = own
        for factor in carrier {
            if let index = rest.firstIndex(where: { $0.gas == factor.gas && $0.species == factor.species }) {
                rest[index].series.value -= factor.series.value
            } else {
                rest.append(Plan.GasFactor(factor.gas, Plan.Series(-factor.series.value), species: factor.species))
            }
        }
        return rest.filter { $0.series.value != 0 }
    }

    /// A text as an id that nothing else has.
    private static func slug(_ text: String, beside taken: inout Set<String>) -> String {
        var words = ""
        for letter in text.lowercased().unicodeScalars {
            let isPlain = ("a"..."z").contains(letter) || ("0"..."9").contains(letter)
            if isPlain { words.unicodeScalars.append(letter) } else if words.last != "-" { words.append("-") }
        }
        let trimmed = words.drop { $0 == "-" }.prefix(60)
        let base = trimmed.last == "-" ? String(trimmed.dropLast()) : String(trimmed)
        var (id, number) = (base.isEmpty ? "row" : base, 2)
        while !taken.insert(id).inserted {
            id = "\(base.isEmpty ? "row" : base)-\(number)"
            number += 1
        }
        return id
    }
}
