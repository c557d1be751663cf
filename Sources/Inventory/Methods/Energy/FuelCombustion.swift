import Quantities

extension Methods {
    /// Burning of fuels, by energy.
    static let fuelCombustion: [Method] = [
        Method(
            "fuel-combustion-energy", title: "Fuel combustion, by energy",
            source: "IPCC 2006 Vol. 2 Eq. 2.1; factors Tables 2.2–2.5", formula: "E_gas = fuel energy × EF_gas",
            serves: ["I.1.1", "I.2.1", "I.3.1", "I.4.1", "I.4.4", "I.5.1", "I.6.1"],
            inputs: [
                MethodInput("fuel", .choice(Fuel.names), "The fuel that is burnt."),
                MethodInput(
                    "use", .choice(Fuel.uses), "Who burns it: methane and nitrous oxide depend on the equipment."),
                MethodInput("energy", .value(.quantity(.energy)), "Energy of the fuel, on its net calorific value."),
            ] + combustionFactors,
            gases: [.co2, .co2Biogenic, .ch4Combustion, .ch4Biogenic, .n2o]
        ) { calculation throws(MethodProblem) in
            burn(calculation.values["energy"], drivers: ["energy"], &calculation)
        }
    ]

    /// Emission factors by energy, looked up by fuel and use.
    static let combustionFactors: [MethodInput] = ["co2", "ch4", "n2o"].map { gas in
        MethodInput(
            "ef_\(gas)", .value(.rate(.mass, per: .energy)),
            "Emission factor of \(gas.uppercased()), per energy burnt.",
            .factor(subject: "combustion/{use}/{fuel}", property: gas))
    }

    /// Adds what burning an energy of fuel emits; a biomass fuel's carbon dioxide stays outside totals.
    static func burn(_ megawattHours: Double, drivers: [String], _ calculation: inout Calculation) {
        let biogenic = Fuel.isBiogenic(calculation.values.word("fuel"))
        let gases: [(String, Gas)] = [
            ("ef_co2", biogenic ? .co2Biogenic : .co2), ("ef_ch4", biogenic ? .ch4Biogenic : .ch4Combustion),
            ("ef_n2o", .n2o),
        ]
        for (input, gas) in gases {
            let factor = calculation.values[input]
            calculation.emit(
                gas, megawattHours * factor, proportionalTo: drivers + [input], "\(megawattHours) MWh × \(factor) t/MWh"
            )
        }
    }
}
