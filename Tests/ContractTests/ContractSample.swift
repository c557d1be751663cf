import Contract
import Foundation

/// A contract of an invented city without anything wrong in it, of any size, the same for the same seed.
struct ContractSample {
    static let sectors = ["Buildings", "Transport", "Waste", "IPPU", "AFOLU"]
    /// The repository's folder.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let seed: Int
    var template: Template
    /// Actions in each sector.
    var actionsPerSector: Int
    /// What is left of the baseline.
    var residual = 0.15
    /// What the actions bring of the gap.
    var covered = 1.0

    init(_ seed: Int, template: Template? = nil, actionsPerSector: Int? = nil) {
        var numbers = SeededNumbers(seed)
        self.seed = seed
        self.template = template ?? (Bool.random(using: &numbers) ? .v1 : .v21)
        self.actionsPerSector = actionsPerSector ?? Int.random(in: 1...4, using: &numbers)
    }

    var contract: CityContract {
        var numbers = SeededNumbers(seed)
        var contract = CityContract(
            city: "Riverton", note: "Invented.", language: "en", template: template, baseYear: 2021, targetYear: 2030)
        let totals = baseline(&contract, &numbers)
        let gaps = gap(&contract, totals, &numbers)
        let actions = actions(&contract, gaps, &numbers)
        indicators(&contract, actions, &numbers)
        money(&contract, actions)
        people(&contract)
        for form in SectionForm.all { contract.sections[form.id] = "What Riverton says of \(form.title.lowercased())." }
        return contract
    }

    struct Action {
        let id: String
        let name: String
        let tonnes: Double
        let cost: Double
    }

    static func row(_ id: String, total: Bool = false, _ cells: [String: ContractCell]) -> ContractRow {
        ContractRow(id, isTotal: total, cells)
    }

    static func number(_ value: Double) -> ContractCell { ContractCell(.number(value)) }

    private func baseline(_ contract: inout CityContract, _ numbers: inout SeededNumbers) -> [String: Double] {
        func whole(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &numbers)) }
        let (gas, power, diesel) = (whole(100_000...900_000), whole(50_000...400_000), whole(50_000...500_000))
        let scopes: [String: [Double]] = [
            "Buildings": [gas * 0.202, power * 0.3, 0], "Transport": [diesel * 0.267, 0, 0],
            "Waste": [whole(5_000...60_000), 0, whole(100...900)], "IPPU": [whole(2_000...30_000), 0, 0],
            "AFOLU": [whole(500...9_000), 0, 0],
        ]
        var totals: [String: Double] = [:]
        var rows = Self.sectors.map { sector -> ContractRow in
            let values = scopes[sector] ?? []
            totals[sector] = values.reduce(0, +)
            var cells: [String: ContractCell] = [
                "sector": ContractCell(.text(sector)), "total": Self.number(totals[sector] ?? 0),
            ]
            for (index, value) in values.enumerated() {
                cells["scope\(index + 1)"] =
                    value == 0
                    ? ContractCell(.notation(.notOccurring), reason: "Does not happen here.") : Self.number(value)
            }
            return Self.row(sector.lowercased(), cells)
        }
        var sums: [String: ContractCell] = ["total": Self.number(totals.values.reduce(0, +))]
        for scope in 1...3 {
            sums["scope\(scope)"] = Self.number(rows.reduce(0) { $0 + ($1.number("scope\(scope)") ?? 0) })
        }
        rows.append(Self.row("total", total: true, sums))
        contract.tables[.emissions] = ContractTable(baseYear: 2021, gases: ["CO2", "CH4", "N2O"], rows: rows)
        contract.tables[.energy] = ContractTable(
            baseYear: 2021,
            rows: [
                Self.row("gas", ["sector": "Buildings", "carrier": "Natural gas", "scope1": Self.number(gas)]),
                Self.row("power", ["sector": "Buildings", "carrier": "Electricity", "scope2": Self.number(power)]),
                Self.row("diesel", ["sector": "Transport", "carrier": "Diesel", "scope1": Self.number(diesel)]),
                Self.row("total", total: true, ["total": Self.number(gas + power + diesel)]),
            ])
        contract.tables[.factors] = ContractTable(
            rows: [("Natural gas", 0.202), ("Electricity", 0.3), ("Diesel", 0.267)].map { carrier, factor in
                Self.row(
                    carrier.lowercased().replacingOccurrences(of: " ", with: "-"),
                    ["carrier": ContractCell(.text(carrier)), "year": 2021, "co2": Self.number(factor)])
            })
        return totals
    }

    private func gap(_ contract: inout CityContract, _ totals: [String: Double], _ numbers: inout SeededNumbers)
        -> [String: Double]
    {
        var gaps: [String: Double] = [:]
        var sums: [String: Double] = [:]
        let existing = Double.random(in: 0...0.1, using: &numbers)
        var rows = Self.sectors.map { sector -> ContractRow in
            let baseline = totals[sector] ?? 0
            var values = [
                "baseline": baseline, "residual": baseline * residual, "target": baseline * (1 - residual),
                "existing": baseline * existing, "gap": baseline * (1 - residual - existing),
            ]
            if template == .v21 { values["action_plan"] = values["gap"] }
            gaps[sector] = values["gap"]
            for (id, value) in values { sums[id, default: 0] += value }
            var cells = values.mapValues(Self.number)
            cells["sector"] = ContractCell(.text(sector))
            return Self.row(sector.lowercased(), cells)
        }
        rows.append(Self.row("total", total: true, sums.mapValues(Self.number)))
        contract.tables[.gap] = ContractTable(baseYear: 2021, rows: rows)
        contract.tables[.goal] = ContractTable(
            rows: [Self.row("goal", ["target_year": 2030, "reduction_percent": Self.number(100 * (1 - residual))])])
        contract.tables[.policies] = ContractTable(
            rows: [
                Self.row("energy-plan", ["type": "strategy", "name": "Energy plan", "reduction": Self.number(1_000)])
            ])
        return gaps
    }

    private func actions(_ contract: inout CityContract, _ gaps: [String: Double], _ numbers: inout SeededNumbers)
        -> [Action]
    {
        var actions: [Action] = []
        var tables: [TableID: [ContractRow]] = [:]
        for sector in Self.sectors {
            for index in 1...actionsPerSector {
                let tonnes = (gaps[sector] ?? 0) * covered / Double(actionsPerSector)
                let cost = (tonnes * Double.random(in: 100...3_000, using: &numbers)).rounded()
                let id = "\(sector.lowercased())-\(index)"
                let action = Action(id: id, name: "Action \(id)", tonnes: tonnes, cost: cost)
                actions.append(action)
                tables[.actions, default: []].append(sheet(action))
                tables[.actionReductions, default: []].append(
                    Self.row(
                        id, ["action": [id], "sector": ContractCell(.text(sector)), "reduction": Self.number(tonnes)]))
                tables[.actionEnergy, default: []].append(
                    Self.row(id, ["action": [id], "carrier": "Natural gas", "energy": Self.number(tonnes / 0.2)]))
                tables[.pathways, default: []].append(
                    Self.row(
                        id,
                        [
                            "field": "energy", "lever": "technology",
                            "early_change": ContractCell(.text("Change \(id)")),
                            "direct_impact": Self.number(tonnes), "actions": [id],
                        ]))
            }
        }
        for (id, rows) in tables { contract.tables[id] = ContractTable(rows: rows) }
        return actions
    }

    private func sheet(_ action: Action) -> ContractRow {
        Self.row(
            action.id,
            [
                "name": ContractCell(.text(action.name)), "type": "technical", "field": "energy", "lever": "technology",
                "responsible": "Riverton", "start": 2024, "end": 2030, "cost": Self.number(action.cost),
                "cost_per_tonne": Self.number(action.cost / action.tonnes), "method": "Metered pilots.",
            ])
    }
}
