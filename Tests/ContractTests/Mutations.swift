import Contract
import Testing

/// A way to spoil a valid contract, and the one rule that must find it.
struct Mutation: Sendable, CustomTestStringConvertible {
    let rule: String
    let check: String
    let change: @Sendable (inout CityContract, ContractSample, inout SeededNumbers) -> Void
    var testDescription: String { "\(rule) \(check)" }

    init(
        _ rule: String, _ check: String,
        _ change: @escaping @Sendable (inout CityContract, ContractSample, inout SeededNumbers) -> Void
    ) {
        self.rule = rule
        self.check = check
        self.change = change
    }

    static let all: [Mutation] = actionPlan + money + documents

    static let actionPlan: [Mutation] = [
        Mutation("V1", "column") { contract, _, _ in contract.scale(.energy, "total", "total", by: 1.02) },
        Mutation("V1", "row") { contract, _, _ in
            contract[.energy, "gas", "total"] = ContractSample.number(2 * (contract.value(.energy, "gas", "scope1")))
            contract.tables[.energy]?.rows.removeAll { $0.isTotal }
        },
        Mutation("V2", "sector") { contract, _, _ in
            for row in ["afolu", "total"] {
                for column in ["scope1", "total"] { contract.add(20_000, .emissions, row, column) }
            }
        },
        Mutation("V2", "sector-left-out") { contract, _, _ in
            contract.tables[.emissions]?.rows.insert(
                ContractRow(
                    "electricity", ["sector": "Electricity", "scope1": 0, "scope2": 0, "scope3": 0, "total": 0]),
                at: 0)
        },
        Mutation("V3", "percentage") { contract, _, numbers in
            contract[.gap, "waste", "gap_percent"] = ContractSample.number(
                Double.random(in: 101...150, using: &numbers))
        },
        Mutation("V3", "difference") { contract, _, _ in
            let column = contract.template == .v1 ? "target" : "residual"
            for row in ["buildings", "total"] { contract.add(0.03 * contract.baseline, .gap, row, column) }
            contract.sections[.outlook] = "Said otherwise."
        },
        Mutation("V4", "above-limit") { contract, sample, _ in
            var sample = sample
            sample.residual = 0.25
            contract = sample.contract
        },
        Mutation("V5", "scope-2") { contract, _, _ in
            let tonnes = contract.value(.emissions, "ippu", "scope1")
            contract[.emissions, "ippu", "scope2"] = ContractSample.number(tonnes)
            contract[.emissions, "ippu", "scope1"] = ContractCell(.notation(.includedElsewhere), reason: "In scope 2.")
            contract.add(tonnes, .emissions, "total", "scope2")
            contract.add(-tonnes, .emissions, "total", "scope1")
        },
        Mutation("V5", "waste-scope-3") { contract, _, _ in
            contract.tables[.energy]?.rows.insert(
                ContractRow("waste", ["sector": "Waste", "carrier": "Heat from elsewhere", "scope3": 1]), at: 0)
        },
        Mutation("V5", "fuel-scope-2") { contract, _, _ in
            contract.tables[.energy]?.rows.insert(
                ContractRow("oil", ["sector": "AFOLU", "carrier": "Heating oil", "scope2": 1]), at: 0)
        },
        Mutation("V6", "range") { contract, _, _ in
            contract.tables[.factors]?.rows.append(ContractRow("lpg", ["carrier": "LPG", "co2": 0.35]))
        },
        Mutation("V6", "product") { contract, _, numbers in
            let share = Double.random(in: 1.05...1.2, using: &numbers)
            contract.scale(.energy, "gas", "scope1", by: share)
            contract.tables[.energy]?.rows.removeAll { $0.isTotal }
        },
        Mutation("V7", "text") { contract, _, _ in contract[.emissions, "transport", "scope3"] = "N/A" },
        Mutation("V7", "blank") { contract, _, _ in contract[.emissions, "transport", "scope3"] = nil },
        Mutation("V7", "no-reason") { contract, _, _ in
            contract[.emissions, "transport", "scope3"] = ContractCell(.notation(.notEstimated))
        },
        Mutation("V8", "co2-only") { contract, _, _ in contract.tables[.emissions]?.gases = ["CO2"] },
        Mutation("V8", "not-listed") { contract, _, _ in contract.tables[.emissions]?.gases = [] },
        Mutation("V9", "table") { contract, _, _ in contract.tables[.emissions]?.baseYear = 1990 },
        Mutation("V9", "row") { contract, _, _ in contract[.gap, "waste", "base_year"] = 1990 },
        Mutation("V10", "shortfall") { contract, sample, _ in
            var sample = sample
            sample.covered = 0.8
            contract = sample.contract
        },
        Mutation("V11", "no-body") { contract, sample, numbers in
            contract[.actions, sample.anyAction(&numbers), "responsible"] = nil
        },
        Mutation("V11", "no-span") { contract, sample, numbers in
            contract[.actions, sample.anyAction(&numbers), "end"] = 2020
        },
        Mutation("V11", "no-cost") { contract, sample, numbers in
            contract[.actions, sample.anyAction(&numbers), "cost"] = nil
        },
        Mutation("V11", "no-indicator") { contract, sample, numbers in
            contract[.indicators, sample.anyAction(&numbers), "actions"] = nil
        },
        Mutation("V11", "no-pathway") { contract, sample, numbers in
            let action = sample.anyAction(&numbers)
            contract.tables[.pathways]?.rows.removeAll { $0.id == action }
        },
        Mutation("V12", "cost-per-tonne") { contract, sample, numbers in
            contract.scale(.actions, sample.anyAction(&numbers), "cost_per_tonne", by: 0.1)
        },
        Mutation("V12", "implied-factor") { contract, sample, numbers in
            let action = sample.anyAction(&numbers)
            contract[.actions, action, "method"] = nil
            contract.scale(.actionEnergy, action, "energy", by: 0.05)
        },
        Mutation("V12", "cost-range") { contract, sample, numbers in
            let action = sample.anyAction(&numbers)
            contract.scale(.actions, action, "cost", by: 1_000)
            contract.scale(.actions, action, "cost_per_tonne", by: 1_000)
        },
        Mutation("V13", "counted-twice") { contract, sample, numbers in
            contract[.policies, "energy-plan", "actions"] = ContractCell(.list([sample.anyAction(&numbers)]))
        },
        Mutation("V24", "differs") { contract, sample, numbers in
            contract.add(-50, .pathways, sample.anyAction(&numbers), "direct_impact")
        },
    ]

    static let money: [Mutation] = [
        Mutation("V14", "left-out") { contract, sample, numbers in
            let action = sample.anyAction(&numbers)
            contract.tables[.costs]?.rows.removeAll { $0.id == action }
        },
        Mutation("V14", "twice") { contract, sample, numbers in
            guard var row = contract.tables[.costs]?.row(sample.anyAction(&numbers)) else { return }
            row.id = "again"
            contract.tables[.costs]?.rows.append(row)
        },
        Mutation("V14", "capex") { contract, sample, numbers in
            contract.add(10, .costs, sample.anyAction(&numbers), "capex")
        },
        Mutation("V15", "not-secured") { contract, sample, numbers in
            contract[.capitalPlan, sample.anyAction(&numbers), "covered_percent"] = 100
        },
        Mutation("V15", "beyond-sources") { contract, _, _ in
            contract[.capitalSources, "budget", "secured"] = 10
        },
        Mutation("V16", "share") { contract, _, _ in contract[.budgets, "2020", "climate_percent"] = 12 },
        Mutation("V16", "years") { contract, _, _ in contract.tables[.spending]?.rows.removeLast() },
    ]

    static let documents: [Mutation] = [
        Mutation("V17", "twice") { contract, _, _ in
            guard var row = contract.tables[.indicators]?.rows.first else { return }
            row.id = "again"
            contract.tables[.indicators]?.rows.append(row)
        },
        Mutation("V17", "no-sheet") { contract, _, _ in contract.tables[.indicatorSheets]?.rows.removeLast() },
        Mutation("V17", "direction") { contract, sample, numbers in
            contract[.indicators, sample.anyAction(&numbers), "direction"] = "down"
        },
        Mutation("V17", "unit") { contract, sample, numbers in
            contract[.indicators, sample.anyAction(&numbers), "unit"] = "t"
        },
        Mutation("V18", "other-target") { contract, _, _ in contract[.goal, "goal", "reduction_percent"] = 80 },
        Mutation("V19", "no-signature") { contract, _, _ in contract.tables[.signatures]?.rows.removeLast() },
        Mutation("V19", "no-signatory") { contract, _, _ in contract.tables[.signatories]?.rows.removeLast() },
        Mutation("V19", "no-status") { contract, _, _ in contract[.signatures, "riverton", "status"] = nil },
        Mutation("V20", "leftover") { contract, _, _ in contract.sections[.outlook] = "See Error! Bookmark not defined."
        },
        Mutation("V20", "empty") { contract, _, _ in contract.sections[.individualCommitments] = " \n" },
        Mutation("V20", "broken-link") { contract, sample, numbers in
            let action = sample.anyAction(&numbers)
            contract[.indicators, action, "actions"] = ContractCell(.list([action, "nowhere"]))
        },
        Mutation("V21", "no-reason") { contract, _, _ in
            contract[.emissions, "waste", "scope1"]?.derived = .number(1)
        },
        Mutation("V22", "differs") { contract, _, _ in contract.quantities[0].statements[1].value = 150_000 },
        Mutation("V23", "mixed") { contract, _, _ in
            contract[.emissions, "waste", "scope1"]?.printed = "1.234,56"
            contract[.emissions, "ippu", "scope1"]?.printed = "1,234.56"
        },
        Mutation("V23", "malformed") { contract, _, _ in contract[.gap, "waste", "target"]?.printed = "8,408,.32" },
    ]
}
