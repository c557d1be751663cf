import Quantities

extension Methods {
    /// Electricity by a factor of the city's own, in which what is made or bought green there counts apart.
    static let localElectricity: [Method] = [byLocalFactor]

    private static let energy = MethodInput.Kind.value(.quantity(.energy))
    private static let mass = MethodInput.Kind.value(.quantity(.mass))

    private static let byLocalFactor = Method.ofQuantities(
        "local-electricity", title: "Electricity, by the city's local factor",
        source: "Covenant of Mayors SEAP Guidebook Part II (JRC 2010), local emission factor for electricity",
        formula: "EF = ((TCE − LPE − GEP) × grid factor + E_LPE + E_GEP) ÷ TCE; where LPE + GEP reach TCE, "
            + "EF = (E_LPE + E_GEP) ÷ (LPE + GEP)",
        serves: ["I.1.2", "I.2.2", "I.3.2", "I.5.2", "I.6.2", "II.1.2", "II.2.2"],
        inputs: [
            MethodInput("electricity", energy, "Electricity used on this line, metered at the users."),
            MethodInput("total_consumption", energy, "Electricity used in the whole city (TCE)."),
            MethodInput("local_production", energy, "Electricity made in the city and counted as local (LPE)."),
            MethodInput("green_purchases", energy, "Green electricity that the city authority buys (GEP)."),
            MethodInput(
                "production_emissions", mass,
                "Emissions of the local production, in the same gases as the grid factor (E_LPE)."),
            MethodInput(
                "green_emissions", mass,
                "Emissions of the green electricity bought, in the same gases as the grid factor (E_GEP)."),
        ] + factorChoice,
        gases: [.co2, .unsplit]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let (used, total) = (values["electricity"], values["total_consumption"])
        guard total > 0 else {
            throw .outOfRange(input: "total_consumption", value: total, allowed: "more than zero")
        }
        guard used <= total * (1 + 1e-9) else {
            throw .outOfRange(input: "electricity", value: used, allowed: "at most the \(total) MWh of the whole city")
        }
        let grid = try calculation.gridFactor()
        let own = values["local_production"] + values["green_purchases"]
        let emitted = values["production_emissions"] + values["green_emissions"]
        let factor: Double
        if own < total {
            factor = calculation.note(
                "local factor", "((\(total) − \(own)) MWh × \(grid.value) t/MWh + \(emitted) t) ÷ \(total) MWh",
                ((total - own) * grid.value + emitted) / total, "t/MWh")
        } else {
            factor = calculation.note("local factor", "\(emitted) t ÷ \(own) MWh", emitted / own, "t/MWh")
        }
        calculation.emit(
            grid.gas, used * factor, proportionalTo: ["electricity"], "\(used) MWh × \(factor) t/MWh")
    }
}
