import Quantities

extension Methods {
    /// What oil and gas systems lose, by what passes through them.
    static let oilAndGasSystems: [Method] = [byThroughput]

    /// Parts of the systems; those of the second line have no value in the register, and their factors must be given.
    private static let segments = [
        "gas-transmission-leaks", "gas-transmission-venting", "gas-storage", "oil-pipelines", "oil-tanker-trucks",
        "gas-production", "gas-processing", "oil-production", "oil-refining", "other",
    ]

    private static let byThroughput = Method.ofQuantities(
        "oil-gas-systems", title: "Oil and natural gas systems, by throughput",
        source: "GPC 2014 §6.7; IPCC 2006 Vol. 2 Eq. 4.2.1, Table 4.2.4 (Tier 1)", formula: "E_gas = Σ throughput × EF",
        serves: ["I.8.1"],
        inputs: [
            MethodInput(
                "systems",
                .table(
                    [
                        MethodInput("segment", .choice(segments), "The part of the system."),
                        MethodInput(
                            "throughput", .value(.quantity(.volume)),
                            "Gas or oil that passed through the part in the year."),
                    ]
                        + ["ch4", "co2"].map { gas in
                            MethodInput(
                                "ef_\(gas)", .value(.rate(.mass, per: .volume)),
                                "\(gas.uppercased()) lost for each volume that passes through.",
                                .factor(subject: "fugitive/{segment}", property: gas))
                        }), "Throughput by part of the system inside the boundary.")
        ],
        gases: [.ch4Fossil, .co2]
    ) { calculation throws(MethodProblem) in
        for row in try calculation.values.someRows("systems") {
            try row.refuseNegative(["throughput", "ef_ch4", "ef_co2"], in: "systems")
            for (gas, input) in [(Gas.ch4Fossil, "ef_ch4"), (.co2, "ef_co2")] {
                calculation.emit(
                    gas, row["throughput"] * row[input], proportionalTo: [],
                    "\(row.word("segment")): \(row["throughput"]) m3 × \(row[input]) t/m3")
            }
        }
    }
}
