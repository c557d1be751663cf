import Contract
import Testing

/// A defect as it stood in a published contract, with the city's name taken away, and the corrected twin.
struct Defect: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: String
    let check: String
    /// A part of the message that shows the figures.
    let says: String
    let defect: CityContract
    let twin: CityContract
    /// A national register of grid factors, where the defect needs one.
    var register: [CheckCircumstances.GridFactor] = []
    var testDescription: String { name }

    init(
        _ name: String, _ rule: String, _ check: String, says: String, _ defect: CityContract, twin: CityContract,
        register: [CheckCircumstances.GridFactor] = []
    ) {
        self.name = name
        self.rule = rule
        self.check = check
        self.says = says
        self.defect = defect
        self.twin = twin
        self.register = register
    }

    /// A contract of some tables and nothing else.
    static func contract(
        _ tables: [TableID: ContractTable], template: Template = .v1, year: Int = 2021,
        documents: [ContractDocument] = [.commitments, .actionPlan], sections: [SectionID: String] = [:],
        quantities: [StatedQuantity] = []
    ) -> CityContract {
        CityContract(
            city: "Riverton", language: "en", template: template, extent: .tables, documents: documents,
            baseYear: year, targetYear: 2030, sections: sections, tables: tables, quantities: quantities)
    }

    static func table(_ rows: [ContractRow], gases: [String] = []) -> ContractTable {
        ContractTable(baseYear: 2021, gases: gases, rows: rows)
    }

    /// Table of template v1: baseline and residual by sector, then the printed total.
    static func gap(_ rows: [(String, Double, Double)], total: (Double, Double)? = nil) -> ContractTable {
        func cells(_ baseline: Double, _ residual: Double) -> [String: ContractCell] {
            [
                "baseline": ContractSample.number(baseline), "residual": ContractSample.number(residual),
                "target": ContractSample.number(baseline - residual), "existing": 0,
                "gap": ContractSample.number(baseline - residual),
            ]
        }
        var result = rows.map { sector, baseline, residual in
            ContractRow(
                sector.lowercased(), cells(baseline, residual).merging(["sector": ContractCell(.text(sector))]) { $1 })
        }
        if let total { result.append(ContractRow("total", isTotal: true, cells(total.0, total.1))) }
        return table(result)
    }

    static func emissions(_ sector: String, _ scopes: [ContractCell], gases: [String] = ["CO2", "CH4"]) -> ContractTable
    {
        table(
            [
                ContractRow(
                    sector.lowercased(),
                    [
                        "sector": ContractCell(.text(sector)), "scope1": scopes[0], "scope2": scopes[1],
                        "scope3": scopes[2],
                    ])
            ], gases: gases)
    }

    static let none = ContractCell(.notation(.notOccurring), reason: "Does not happen here.")

    static func actions(_ actions: [(id: String, field: String, tonnes: Double, sector: String)]) -> [TableID:
        ContractTable]
    {
        [
            .actions: table(
                actions.map { action in
                    ContractRow(
                        action.id,
                        [
                            "name": ContractCell(.text("Action \(action.id)")), "type": "technical",
                            "field": ContractCell(.text(action.field)), "responsible": "Riverton", "start": 2023,
                            "end": 2030, "cost": ContractSample.number(1_000 * action.tonnes), "method": "Metered.",
                        ])
                }),
            .actionReductions: table(
                actions.map { action in
                    ContractRow(
                        action.id,
                        [
                            "action": ContractCell(.list([action.id])), "sector": ContractCell(.text(action.sector)),
                            "reduction": ContractSample.number(action.tonnes),
                        ])
                }),
            .indicators: table(
                actions.map { action in
                    ContractRow(
                        action.id,
                        [
                            "number": ContractCell(.text("I-\(action.id)")), "baseline": 0, "target_2030": 1,
                            "actions": ContractCell(.list([action.id])),
                        ])
                }),
            .indicatorSheets: table(
                actions.map { ContractRow($0.id, ["number": ContractCell(.text("I-\($0.id)"))]) }),
            .pathways: table(
                actions.map { action in
                    ContractRow(
                        action.id,
                        [
                            "field": ContractCell(.text(action.field)), "lever": "technology",
                            "early_change": ContractCell(.text("Change \(action.id)")),
                            "direct_impact": ContractSample.number(action.tonnes),
                        ])
                }),
        ]
    }
}

extension CityContract {
    /// The contract with some cells written anew.
    func with(_ change: (inout CityContract) -> Void) -> CityContract {
        var contract = self
        change(&contract)
        return contract
    }
}
