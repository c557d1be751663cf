import Contract
import Foundation

/// What a city would do about the findings on its published tables: each correction is one of the notes on them.
enum CorrectedTwin {
    static func contract(from json: Data) throws -> CityContract {
        var contract = try CityContract.read(json)
        contract.city = "Riverton"
        contract.note = "Invented corrections of published tables, for a test."
        contract.source = ""
        contract.quantities = []
        baseline(&contract)
        gap(&contract)
        actions(&contract)
        indicators(&contract)
        return contract
    }

    private static func change(
        _ contract: inout CityContract, _ table: TableID, _ row: String, _ cells: [String: ContractCell?]
    ) {
        guard let index = contract.tables[table]?.rows.firstIndex(where: { $0.id == row }) else { return }
        for (column, cell) in cells { contract.tables[table]?.rows[index].cells[column] = cell }
    }

    private static func none(_ reason: String) -> ContractCell {
        ContractCell(.notation(.notOccurring), reason: reason)
    }

    /// Electricity of industry and waste goes to buildings, wood counts as biogenic, other gases are counted.
    private static func baseline(_ contract: inout CityContract) {
        let elsewhere = ContractCell(.notation(.includedElsewhere), reason: "With buildings.")
        let unknown = ContractCell(.notation(.notEstimated), reason: "No figures yet.")
        let here = none("Does not happen here.")
        contract.tables[.emissions]?.gases = ["CO2", "CH4", "N2O"]
        // 300 966 MWh of gas; electricity of all sectors but transport: 47 847 + 41 431 + 508 + 1 652 MWh.
        let (gas, power): (Double, Double) = (300_966 * 0.202, 91_438 * 0.701)
        let cells: [(String, [ContractCell])] = [
            ("buildings", [ContractCell(.number(gas)), ContractCell(.number(power)), unknown]),
            ("transport", [83_248, 1_516, unknown]), ("waste", [13_763, elsewhere, here]),
            ("ippu", [9_488, elsewhere, here]), ("afolu", [836, elsewhere, here]),
        ]
        for (row, scopes) in cells {
            let total = scopes.compactMap(\.number).reduce(0, +)
            change(
                &contract, .emissions, row,
                [
                    "scope1": scopes[0], "scope2": scopes[1], "scope3": scopes[2],
                    "total": ContractCell(.number(total)),
                ])
        }
        for (row, cells) in [("wood", ["co2": 0]), ("biomass-wood-waste", ["co2": 0])]
            as [(String, [String: ContractCell])]
        {
            change(&contract, .factors, row, cells)
        }
        contract.tables[.emissions]?.rows.removeAll(where: \.isTotal)
        contract.tables[.energy]?.rows.removeAll { row in
            row.isTotal || ["waste-electricity", "ippu-electricity", "afolu-electricity"].contains(row.id)
        }
        change(&contract, .energy, "buildings-electricity", ["scope2": 91_438])
    }

    /// A fifth of each sector stays, less a hair, and the actions close what is left open.
    private static func gap(_ contract: inout CityContract) {
        contract.tables[.gap]?.rows.removeAll(where: \.isTotal)
        for row in contract.items(.emissions) {
            let total = row.number("total") ?? 0
            change(
                &contract, .gap, row.id,
                [
                    "baseline": ContractCell(.number(total)), "residual": ContractCell(.number(total * 0.19)),
                    "target": ContractCell(.number(total * 0.81)), "existing": 0,
                    "gap": ContractCell(.number(total * 0.81)),
                    "explanation": "Cleaner electricity from the grid closes what the actions leave open.",
                ])
        }
    }

    private static func actions(_ contract: inout CityContract) {
        for row in contract.items(.actions) {
            change(
                &contract, .actions, row.id,
                ["method": "Energy audits and traffic counts.", "comments": "Costs include repairs that were due."])
        }
        change(&contract, .actions, "6-1", ["cost": 25_000_000])
        let tonnes = Dictionary(
            contract.items(.actionReductions).map { ($0.id, $0.number("reduction") ?? 0) }, uniquingKeysWith: +)
        let pathways = contract.items(.actions).map { action in
            ContractRow(
                action.id,
                [
                    "field": ContractCell(.text(action.text("field"))), "lever": "technology",
                    "early_change": ContractCell(.text(action.text("name"))),
                    "direct_impact": ContractCell(.number(tonnes[action.id] ?? 0)),
                    "actions": ContractCell(.list([action.id])),
                ])
        }
        contract.tables[.pathways]?.rows = pathways
    }

    private static func indicators(_ contract: inout CityContract) {
        for row in contract.items(.indicators) {
            change(&contract, .indicators, row.id, ["baseline": 0, "direction": nil])
        }
        for id in ["sv-nzc-04", "sv-nzc-05"] {
            change(&contract, .indicators, id, ["target_2025": 1, "target_2027": 2, "target_2030": 3])
        }
        change(
            &contract, .indicators, "sv-nzc-01",
            ["unit": "t CO2/year", "target_2025": 1, "target_2027": 2, "target_2030": 3])
        contract.tables[.indicatorSheets]?.rows.removeAll { $0.id == "sv-nzc-02" }
    }
}
