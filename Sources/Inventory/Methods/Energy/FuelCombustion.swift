import Quantities

extension Methods {
    /// Burning of fuels in stationary equipment, by energy, mass or volume.
    static let fuelCombustion: [Method] = [combustionByEnergy, combustionByMass, combustionByVolume]

    private static let lines = ["I.1.1", "I.2.1", "I.3.1", "I.4.1", "I.4.4", "I.5.1", "I.6.1"]
    private static let gases: [Gas] = [.co2, .co2Biogenic, .ch4Combustion, .ch4Biogenic, .n2o]

    static let fuel = MethodInput("fuel", .choice(Fuel.names), "The fuel that is burnt.")

    private static let fuelAndUse: [MethodInput] = [
        fuel,
        MethodInput("use", .choice(Fuel.uses), "Who burns it: methane and nitrous oxide depend on the equipment."),
    ]

    /// Emission factors by energy, looked up by fuel and use.
    static let combustionFactors: [MethodInput] = emissionFactors(subject: "combustion/{use}/{fuel}")

    /// Emission factors of the three gases per energy burnt, looked up under a subject.
    static func emissionFactors(subject: String) -> [MethodInput] {
        ["co2", "ch4", "n2o"].map { gas in
            MethodInput(
                "ef_\(gas)", .value(.rate(.mass, per: .energy)),
                "Emission factor of \(gas.uppercased()), per energy burnt.", .factor(subject: subject, property: gas))
        }
    }

    private static let combustionByEnergy = Method.ofQuantities(
        "fuel-combustion-energy", title: "Fuel combustion, by energy",
        source: "IPCC 2006 Vol. 2 Eq. 2.1; factors Tables 2.2–2.5; heat values §1.4.1.2",
        formula: "E_gas = fuel energy × EF_gas", serves: lines,
        inputs: fuelAndUse + [
            FuelAmount.energy,
            MethodInput(
                "heat_value", .choice(["net", "gross"]),
                "Whether the energy is on the net or the gross calorific value; gas bills often state the gross one.",
                .word("net", source: "IPCC 2006 Vol. 2 §1.4.1.2: energy statistics and factors are on net values")),
            FuelAmount.netToGross,
        ] + combustionFactors,
        gases: gases
    ) { calculation throws(MethodProblem) in
        let energy = calculation.values["energy"]
        guard calculation.values.word("heat_value") == "gross" else {
            calculation.burn(energy, drivers: ["energy"])
            return
        }
        let net = try calculation.netEnergy(energy, drivers: ["energy"])
        calculation.burn(net.energy, drivers: net.drivers)
    }

    private static let combustionByMass = Method.ofQuantities(
        "fuel-combustion-mass", title: "Fuel combustion, by mass",
        source: "IPCC 2006 Vol. 2 Eq. 2.1; net calorific values Table 1.2, factors Tables 2.2–2.5",
        formula: "E_gas = mass × NCV × EF_gas", serves: lines,
        inputs: fuelAndUse + [FuelAmount.mass, FuelAmount.netCalorificValue] + combustionFactors, gases: gases
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let energy = calculation.note(
            "energy of the fuel", calculation.spelled(["mass", "ncv"]), values["mass"] * values["ncv"], "MWh")
        calculation.burn(energy, drivers: ["mass", "ncv"])
    }

    private static let combustionByVolume = Method.ofQuantities(
        "fuel-combustion-volume", title: "Fuel combustion, by volume",
        source: "IPCC 2006 Vol. 2 Eq. 2.1; net calorific values Table 1.2, factors Tables 2.2–2.5",
        formula: "E_gas = volume × NCV per volume × EF_gas; NCV = GCV × net ÷ gross, or density × NCV per mass",
        serves: lines,
        inputs: fuelAndUse + [FuelAmount.volume] + FuelAmount.conversions + combustionFactors, gases: gases
    ) { calculation throws(MethodProblem) in
        let fuel = try calculation.fuelEnergy()
        calculation.burn(fuel.energy, drivers: fuel.drivers)
    }
}

extension Calculation {
    /// Adds what burning an energy of fuel emits; the carbon dioxide of biomass stays outside totals.
    ///
    /// - Parameter biogenicShare: the part of the energy that is a biofuel blended in; only for fuels that are fossil.
    mutating func burn(_ energy: Double, drivers: [String], biogenicShare: Double = 0) {
        let biogenic = Fuel.isBiogenic(values.word("fuel"))
        let (carbon, methane, nitrous) = (values["ef_co2"], values["ef_ch4"], values["ef_n2o"])
        let own: Gas = biogenic ? .co2Biogenic : .co2
        let fossil = biogenicShare == 0 ? "" : " × (1 − \(biogenicShare))"
        emit(
            own, energy * (1 - biogenicShare) * carbon, proportionalTo: drivers + ["ef_co2"],
            "\(energy) MWh\(fossil) × \(carbon) t/MWh")
        if biogenicShare > 0 {
            emit(
                .co2Biogenic, energy * biogenicShare * carbon, proportionalTo: drivers + ["ef_co2", "biogenic_share"],
                "\(energy) MWh × \(biogenicShare) × \(carbon) t/MWh")
        }
        emit(
            biogenic ? .ch4Biogenic : .ch4Combustion, energy * methane, proportionalTo: drivers + ["ef_ch4"],
            "\(energy) MWh × \(methane) t/MWh")
        emit(.n2o, energy * nitrous, proportionalTo: drivers + ["ef_n2o"], "\(energy) MWh × \(nitrous) t/MWh")
    }
}
