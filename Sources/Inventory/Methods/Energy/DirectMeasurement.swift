import Quantities

extension Methods {
    /// Figures that come as emissions: measured by gas, or published as CO2e.
    static let directMeasurement: [Method] = [measured, published]

    private static let mass = MethodInput.Kind.value(.quantity(.mass))
    private static let everywhere = ["I", "II", "III", "IV", "V", "VI"]

    private static let gasInputs: [(gas: Gas, input: MethodInput)] = [
        (.co2, "Carbon dioxide of fossil and mineral carbon."), (.co2Biogenic, "Carbon dioxide of biomass."),
        (.ch4Fossil, "Methane of fossil carbon from leaks and processes."), (.ch4Combustion, "Methane from burning."),
        (.ch4Biogenic, "Methane of biological origin."), (.n2o, "Nitrous oxide."), (.sf6, "Sulphur hexafluoride."),
        (.nf3, "Nitrogen trifluoride."), (.co2Removed, "Carbon dioxide taken up by sinks."),
    ].map { (gas: Gas, meaning: String) in (gas, MethodInput(gas.rawValue, mass, meaning, .optional)) }

    private static let measured = Method.ofQuantities(
        "direct-measurement", title: "Emissions by measurement or by a plant's report",
        source: "GPC 2014 §5.5; monitoring under Directive 2003/87/EC, Regulation (EC) 166/2006 or like reports",
        formula: "E_gas = mass of the gas as measured", serves: everywhere,
        inputs: gasInputs.map(\.input) + [
            MethodInput(
                "species",
                .table([
                    MethodInput("name", .choice(Species.all.map(\.name)), "The hydrofluorocarbon or perfluorocarbon."),
                    MethodInput("mass", mass, "Its mass."),
                ]), "Hydrofluorocarbons and perfluorocarbons, each by its name.", .optional)
        ],
        gases: Gas.allCases.filter { $0 != .unsplit }
    ) { calculation throws(MethodProblem) in
        let given = gasInputs.filter { calculation.values.optional($0.gas.rawValue) != nil }
        let species = calculation.values.rows("species")
        guard !given.isEmpty || !species.isEmpty else { throw .missingInput(Gas.co2.rawValue) }
        for (gas, input) in given {
            calculation.emit(
                gas, calculation.values[input.name], proportionalTo: [input.name],
                "\(calculation.values[input.name]) t measured")
        }
        for row in species {
            try row.refuseNegative(["mass"], in: "species")
            guard let found = Species.named(row.word("name")) else { throw .missingInput("species.name") }
            calculation.emit(found, row["mass"], proportionalTo: [], "\(row["mass"]) t measured")
        }
    }

    private static let published = Method.ofQuantities(
        "published-co2e", title: "Emissions as published, in CO2e",
        source: "The publication itself; without its gases the figure stays the same under every GWP set",
        formula: "E = CO2e as published", serves: everywhere,
        inputs: [
            MethodInput("co2e", mass, "The figure as published, t CO2e, without biogenic carbon dioxide."),
            MethodInput(
                "co2_biogenic", mass, "Biogenic carbon dioxide that the publication states beside it.", .optional),
            MethodInput(
                "published_under", .choice(GWPSet.allCases.map(\.rawValue) + ["unknown"]),
                "The GWP set of the publication; it is stated and changes nothing."),
        ],
        gases: [.unsplit, .co2Biogenic]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        calculation.emit(
            .unsplit, values["co2e"], proportionalTo: ["co2e"],
            "\(values["co2e"]) t CO2e as published, GWP set: \(values.word("published_under"))")
        if let biogenic = values.optional("co2_biogenic") {
            calculation.emit(.co2Biogenic, biogenic, proportionalTo: ["co2_biogenic"], "\(biogenic) t as published")
        }
    }
}
