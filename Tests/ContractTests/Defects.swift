import Contract

extension Defect {
    /// D1 to D15 of the contracts that were read for this library.
    static let all: [Defect] = sums + portfolio + forms

    private static let sectors: [(String, Double, Double)] = [
        ("Buildings", 666_276, 146_312), ("Transport", 177_528, 24_993), ("Waste", 55_540, 14_143),
        ("IPPU", 285_117, 58_294), ("AFOLU", 14_451, 1_876),
    ]

    /// The same with a fifth less left in each sector.
    private static let lower = sectors.map { ($0.0, $0.1, ($0.2 * 0.8).rounded()) }

    private static let sums: [Defect] = [
        Defect(
            "D1 totals leave a sector out", "V1", "column", says: "The total is 1184461, its rows add up to 1198912.",
            contract([.gap: gap(sectors, total: (1_184_461, 243_742))]),
            twin: contract([.gap: gap(lower, total: (1_198_912, 196_494))])),
        Defect(
            "D2 residual printed as 20 %", "V4", "above-limit", says: "20.49 %",
            contract([.gap: gap(sectors, total: (1_198_912, 245_618))]),
            twin: contract([.gap: gap(lower, total: (1_198_912, 196_494))])),
        Defect(
            "D3 waste in scope 2", "V5", "scope-2", says: "Waste has no scope 2; 44712 t",
            contract([.emissions: emissions("Waste", [10_828, 44_712, none])]),
            twin: contract([.emissions: emissions("Waste", [10_828, none, 44_712])])),
        Defect(
            "D4 industrial electricity under processes", "V5", "scope-2", says: "IPPU has no scope 2; 212435 t",
            contract([.emissions: emissions("IPPU", [91_043, 212_435, none])]),
            twin: contract([.emissions: emissions("Buildings", [none, 212_435, none])])),
        Defect(
            "D9 two factors of one grid", "V6", "register", says: "0.401",
            contract([.factors: table([ContractRow("power", ["carrier": "Electricity", "co2": 0.401])])]),
            twin: contract([.factors: table([ContractRow("power", ["carrier": "Electricity", "co2": 0.262])])]),
            register: [.init(country: "RO", year: 2021, tonnesPerMWh: 0.262, source: "Invented register.")]),
        Defect(
            "D10 N/A in words", "V7", "text", says: "“N/A”",
            contract([.emissions: emissions("AFOLU", [836, none, "N/A"])]),
            twin: contract([.emissions: emissions("AFOLU", [836, none, none])])),
        Defect(
            "D10 CO2 alone", "V8", "co2-only", says: "CO2 is the only gas",
            contract([.emissions: emissions("AFOLU", [836, none, none], gases: ["CO2"])]),
            twin: contract([.emissions: emissions("AFOLU", [836, none, none], gases: ["CO2", "CH4", "N2O"])])),
        Defect(
            "D11 percentages of two wholes", "V3", "percentage", says: "Here stand 29 %; 502609 of 1282166 are 39.2 %.",
            contract([.gap: percentages(29)], template: .v21), twin: contract([.gap: percentages(39.2)], template: .v21)
        ),
        Defect(
            "D11 a malformed number", "V7", "text", says: "“8,408,.32”",
            contract([.emissions: emissions("Waste", ["8,408,.32", none, none])]),
            twin: contract([.emissions: emissions("Waste", [8_408.32, none, none])])),
        Defect(
            "D12 two baselines in a table", "V9", "row", says: "The base year here is 1990",
            contract([.gap: gap([("Transport", 100_000, 10_000)])]).with { $0[.gap, "transport", "base_year"] = 1990 },
            twin: contract([.gap: gap([("Transport", 100_000, 10_000)])])),
    ]

    /// Table of template v2.1 with a typed percentage of the gap.
    private static func percentages(_ percent: Double) -> ContractTable {
        table([
            ContractRow(
                "all",
                [
                    "sector": "Buildings", "baseline": 1_282_166, "target": 1_025_733, "existing": 523_124,
                    "gap": 502_609, "residual": 256_433, "gap_percent": ContractSample.number(percent),
                    "explanation": "The actions stand in another document.",
                ])
        ])
    }

    private static let portfolio: [Defect] = [
        Defect(
            "D5 a reduction without an action", "V10", "no-action",
            says: "No action stands behind the 19018 t of IPPU.",
            contract(
                actions([("a", "waste", 9_304, "Waste")]).merging([
                    .gap: gap([("Waste", 11_000, 1_696), ("IPPU", 20_000, 982)])
                ]) { $1 }),
            twin: contract(
                actions([("a", "waste", 9_304, "Waste"), ("b", "industry", 19_018, "IPPU")]).merging([
                    .gap: gap([("Waste", 11_000, 1_696), ("IPPU", 20_000, 982)])
                ]) { $1 })),
        Defect(
            "D6 pathways beyond their actions", "V24", "field", says: "159464.9 t, the actions bring 52046.96 t",
            contract(actions([("a", "energy", 52_046.96, "Buildings")])).with {
                $0[.pathways, "a", "direct_impact"] = 159_464.9
            },
            twin: contract(actions([("a", "energy", 52_046.96, "Buildings")]))),
        Defect(
            "D6b the largest saving without a basis", "V12", "no-basis", says: "22.6 % of all reductions",
            contract(
                actions([("rules", "buildings", 48_351, "Buildings"), ("rest", "energy", 165_783, "Buildings")])
            ).with {
                $0[.actions, "rules", "type"] = "other"
                $0[.actions, "rules", "method"] = nil
            },
            twin: contract(
                actions([("rules", "buildings", 48_351, "Buildings"), ("rest", "energy", 165_783, "Buildings")]))),
        Defect(
            "D7 more tonnes than any fuel gives", "V12", "implied-factor", says: "3.88 t/MWh",
            heating(["Electricity": 5_452]), twin: heating(["Electricity": 5_452, "Heat": 2 * 28_057])),
        Defect(
            "D8 one quantity, two figures", "V22", "differs", says: "5000 trees in B-2.1, 150000 trees in B-2.3",
            trees(150_000), twin: trees(5_000)),
    ]

    /// An action that saves 21 132.96 t with some energy.
    private static func heating(_ energy: [String: Double]) -> CityContract {
        contract(
            actions([("heating", "energy", 21_132.96, "Buildings")]).merging([
                .factors: table([ContractRow("power", ["carrier": "Electricity", "co2": 0.701])]),
                .actionEnergy: table(
                    energy.map { carrier, amount in
                        ContractRow(
                            carrier.lowercased(),
                            [
                                "action": ["heating"], "carrier": ContractCell(.text(carrier)),
                                "energy": ContractSample.number(amount),
                            ])
                    }),
            ]) { $1 }
        ).with { $0[.actions, "heating", "method"] = nil }
    }

    private static func trees(_ count: Double) -> CityContract {
        contract(
            [:],
            quantities: [
                StatedQuantity(
                    "Trees planted", unit: "trees", [.init("B-2.1", value: 5_000), .init("B-2.3", value: count)])
            ])
    }

    private static let forms: [Defect] = [
        Defect(
            "D13 everything covered, no money received", "V15", "not-secured", says: "Here 100 % of the costs count",
            funded(secured: 0), twin: funded(secured: 756_000)),
        Defect(
            "D14 a broken reference", "V20", "leftover", says: "error! bookmark not defined",
            contract([:], sections: [.outlook: "As shown in Error! Bookmark not defined. above."]),
            twin: contract([:], sections: [.outlook: "As shown in table A-1.4."])),
        Defect(
            "D14 an instruction of the template", "V20", "leftover", says: "your text",
            contract([:], sections: [.barriers: "Your text"]), twin: contract([:], sections: [.barriers: "Old houses."])
        ),
        Defect(
            "D14 an empty appendix", "V20", "empty", says: "The section is empty.",
            ContractSample(5).contract.with { $0.sections[.individualCommitments] = nil },
            twin: ContractSample(5).contract),
        Defect(
            "D15 mixed number formats", "V23", "mixed", says: "“1.234,56” is written another way than “1,234.56”.",
            printed("1,234.56", "1.234,56"), twin: printed("1,234.56", "1,234.56")),
    ]

    private static func funded(secured: Double) -> CityContract {
        let row: [String: ContractCell] = ["action": ["a"]]
        let action = actions([("a", "energy", 756, "Buildings")])
        return contract(
            action.merging([
                .costs: table([ContractRow("a", row.merging(["capex": 756_000, "opex": 0]) { $1 })]),
                .payers: table([
                    ContractRow("a", row.merging(["households_once": 756_000, "municipality_yearly": 0]) { $1 })
                ]),
                .capitalPlan: table([
                    ContractRow(
                        "a", row.merging(["municipality": 68_000, "others": 688_000, "covered_percent": 100]) { $1 })
                ]),
                .capitalSources: table([
                    ContractRow(
                        "loan",
                        [
                            "source": "Bank loan", "amount": 756_000, "secured": ContractSample.number(secured),
                            "description": "No money received yet.",
                        ])
                ]),
            ]) { $1 }, template: .v21, documents: ContractDocument.allCases)
    }

    private static func printed(_ first: String, _ second: String) -> CityContract {
        contract([.emissions: emissions("Waste", [1_234.56, none, 1_234.56])]).with {
            $0[.emissions, "waste", "scope1"]?.printed = first
            $0[.emissions, "waste", "scope3"]?.printed = second
        }
    }
}
