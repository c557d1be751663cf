import Contract
import Foundation

extension ContractSample {
    func indicators(_ contract: inout CityContract, _ actions: [Action], _ numbers: inout SeededNumbers) {
        contract.tables[.indicators] = ContractTable(
            rows: actions.map { action in
                let step = Double(Int.random(in: 1...20, using: &numbers))
                return Self.row(
                    action.id,
                    [
                        "number": ContractCell(.text("I-\(action.id)")), "name": "Share done", "unit": "%",
                        "direction": "up", "baseline": 0, "target_2025": Self.number(step),
                        "target_2030": Self.number(4 * step), "actions": ContractCell(.list([action.id])),
                    ])
            })
        contract.tables[.indicatorSheets] = ContractTable(
            rows: actions.map { action in
                Self.row(
                    action.id, ["number": ContractCell(.text("I-\(action.id)")), "name": "Share done", "unit": "%"])
            })
    }

    func money(_ contract: inout CityContract, _ actions: [Action]) {
        func table(_ id: TableID, _ cells: (Action) -> [String: ContractCell]) {
            contract.tables[id] = ContractTable(
                rows: actions.map { action in
                    Self.row(action.id, cells(action).merging(["action": ContractCell(.list([action.id]))]) { $1 })
                })
        }
        table(.costs) { ["capex": Self.number($0.cost), "opex": 1_000] }
        table(.payers) { action in
            [
                "municipality_once": Self.number(action.cost * 0.25),
                "households_once": Self.number(action.cost * 0.75),
                "municipality_yearly": 1_000,
            ]
        }
        table(.capitalPlan) { action in
            [
                "municipality": Self.number(action.cost * 0.25), "others": Self.number(action.cost * 0.75),
                "secured": Self.number(action.cost * 0.5), "covered_percent": 50,
            ]
        }
        let sum = actions.reduce(0) { $0 + $1.cost }
        contract.tables[.capitalSources] = ContractTable(
            rows: [Self.row("budget", ["source": "Budget", "amount": Self.number(sum), "secured": Self.number(sum)])])
        contract.tables[.budgets] = ContractTable(
            rows: (2018...2022).map { year in
                Self.row(
                    "\(year)",
                    [
                        "year": ContractCell(.number(Double(year))), "budget": 1_000_000, "climate": 50_000,
                        "climate_percent": 5,
                    ])
            })
        contract.tables[.spending] = ContractTable(
            rows: (2020...2022).map { year in
                Self.row("\(year)", ["part": "Schools", "year": ContractCell(.number(Double(year))), "amount": 1_000])
            })
    }

    func people(_ contract: inout CityContract) {
        let institutions = ["Riverton", "Riverton University", "Riverton Heat"]
        func slug(_ name: String) -> String { name.lowercased().replacingOccurrences(of: " ", with: "-") }
        contract.tables[.signatories] = ContractTable(
            rows: institutions.map { Self.row(slug($0), ["institution": ContractCell(.text($0))]) })
        contract.tables[.signatures] = ContractTable(
            rows: institutions.map {
                Self.row(slug($0), ["institution": ContractCell(.text($0)), "status": "signed"])
            })
        contract.quantities = [
            StatedQuantity(
                "Trees", unit: "trees", [.init("B-2.1", value: 5_000), .init("B-2.3", value: 5_000)])
        ]
    }
}
