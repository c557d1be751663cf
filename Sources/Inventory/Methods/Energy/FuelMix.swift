import Quantities

/// The fuels of a plant, row by row, and what burning them emits.
enum FuelMix {
    static let input = MethodInput(
        "fuels",
        .table(
            [
                Methods.fuel,
                MethodInput(
                    "energy", .value(.quantity(.energy)), "Energy of the fuel burnt in the plant, on its net value."),
            ] + Methods.emissionFactors(subject: "combustion/energy-industries/{fuel}")),
        "What the plant burnt in the year.")
}

extension Calculation {
    /// Emits a part of what the plant's fuels emit.
    mutating func burnMix(part: Double, _ spelling: String) throws(MethodProblem) {
        for row in try values.someRows("fuels") {
            try row.refuseNegative(["energy", "ef_co2", "ef_ch4", "ef_n2o"], in: "fuels")
            let biogenic = Fuel.isBiogenic(row.word("fuel"))
            let gases: [(String, Gas)] = [
                ("ef_co2", biogenic ? .co2Biogenic : .co2), ("ef_ch4", biogenic ? .ch4Biogenic : .ch4Combustion),
                ("ef_n2o", .n2o),
            ]
            for (input, gas) in gases {
                emit(
                    gas, row["energy"] * row[input] * part, proportionalTo: [],
                    "\(row.word("fuel")): \(row["energy"]) MWh × \(row[input]) t/MWh × \(spelling)")
            }
        }
    }
}
