import Quantities

extension Methods {
    /// Incineration without energy recovery, and open burning. With energy recovery the GPC counts the same
    /// computation under stationary energy (GPC 2014 §8.5).
    static let incineration: [Method] = [wasteIncineration, openBurning, openBurningByPopulation]

    private static let incinerators = [
        "continuous-stoker", "continuous-fluidised-bed", "semi-continuous-stoker", "semi-continuous-fluidised-bed",
        "batch-stoker", "batch-fluidised-bed",
    ]

    private static let wasteIncineration = Method(
        "incineration", title: "Incineration of waste",
        source: "IPCC 2006 Vol. 5 Ch. 5 Eq. 5.1, 5.2, 5.4 and 5.5, Tables 2.4–2.6 and 5.2–5.6; GPC 2014 Eq. 8.6–8.8",
        formula:
            "CO2 = W × Σ (share × dm × CF × FCF) × OF × 44/12, the rest of the carbon as biogenic CO2; CH4 = W × EF; N2O = W × EF",
        serves: ["III.3", "I.4.4"],
        inputs: [
            MethodInput("mass", .value(.quantity(.mass)), "Wet mass of the waste burnt in the year."), burntComposition,
            MethodInput("technology", .choice(incinerators), "How the incinerator works: methane depends on it."),
            MethodInput(
                "waste", .choice(["municipal", "industrial", "sewage-sludge"]),
                "What kind of waste it is on the whole: nitrous oxide depends on it."),
            MethodInput(
                "oxidation", .value(.share), "OF: the part of the carbon that burns.",
                .factor(subject: "incineration", property: "oxidation")),
            MethodInput(
                "ef_ch4", .value(.rate(.mass, per: .mass)), "Emission factor of CH4, per wet mass.",
                .factor(subject: "incineration/{technology}", property: "ch4")),
            MethodInput(
                "ef_n2o", .value(.rate(.mass, per: .mass)), "Emission factor of N2O, per wet mass.",
                .factor(subject: "incineration/{technology}/{waste}", property: "n2o")),
        ],
        gases: [.co2, .co2Biogenic, .ch4Combustion, .n2o]
    ) { calculation throws(MethodProblem) in
        let mass = calculation.values["mass"]
        try calculation.values.refuseNegative(["mass", "ef_ch4", "ef_n2o"])
        _ = try burnWaste(mass, drivers: ["mass"], &calculation)
        calculation.emit(
            .n2o, mass * calculation.values["ef_n2o"], proportionalTo: ["mass", "ef_n2o"],
            "\(mass) t × \(calculation.values["ef_n2o"]) t/t")
    }

    private static let openBurning = Method(
        "open-burning", title: "Open burning of waste, by mass",
        source:
            "IPCC 2006 Vol. 5 Ch. 5 Eq. 5.1, 5.4 and 5.5, §5.4.2, Tables 2.4, 5.2 and 5.6; 2019 Refinement Table 5.2",
        formula: burningFormula, serves: ["III.3"],
        inputs: [MethodInput("mass", .value(.quantity(.mass)), "Wet mass of the waste burnt in the open in the year.")]
            + openBurningInputs,
        gases: [.co2, .co2Biogenic, .ch4Combustion, .n2o]
    ) { calculation throws(MethodProblem) in
        try burnInTheOpen(calculation.values["mass"], drivers: ["mass"], &calculation)
    }

    private static let openBurningByPopulation = Method(
        "open-burning-by-population", title: "Open burning of waste, by people who burn it",
        source: "IPCC 2006 Vol. 5 Ch. 5 Eq. 5.7 for the mass, then as open burning by mass",
        formula: "W = people × part who burn × waste per head × part burnt; \(burningFormula)", serves: ["III.3"],
        inputs: [
            MethodInput("population", .value(.quantity(.people)), "People in the area."),
            MethodInput("burning_population", .value(.share), "P_frac: the part of the people whose waste is burnt."),
            MethodInput(
                "generation", .value(.rate(.mass, per: .people)), "MSW_P: municipal waste per head in one year.",
                .factor(subject: "waste/municipal", property: "generation")),
            MethodInput(
                "burnt_share", .value(.share), "B_frac: the part of the waste set alight that burns.",
                .factor(subject: "open-burning", property: "burnt-share")),
        ] + openBurningInputs,
        gases: [.co2, .co2Biogenic, .ch4Combustion, .n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let drivers = ["population", "burning_population", "generation", "burnt_share"]
        try values.refuseNegative(drivers)
        let people = values["population"] * values["burning_population"]
        let mass = calculation.note(
            "waste burnt", "\(people) people × \(values["generation"]) t × \(values["burnt_share"])",
            people * values["generation"] * values["burnt_share"], "t")
        try burnInTheOpen(mass, drivers: drivers, &calculation)
    }

    private static let burningFormula =
        "CO2 = W × Σ (share × dm × CF × FCF) × OF × 44/12; CH4 = W × EF; N2O = W × Σ (share × dm) × EF"

    private static let openBurningInputs: [MethodInput] = [
        burntComposition,
        MethodInput(
            "guidelines", .choice(["ipcc-2006", "ipcc-2019"]), "Whose part of carbon that burns is used: 58 % or 71 %."),
        MethodInput(
            "oxidation", .value(.share), "OF: the part of the carbon that burns.",
            .factor(subject: "open-burning/{guidelines}", property: "oxidation")),
        MethodInput(
            "ef_ch4", .value(.rate(.mass, per: .mass)), "Emission factor of CH4, per wet mass.",
            .factor(subject: "open-burning", property: "ch4")),
        MethodInput(
            "ef_n2o", .value(.rate(.mass, per: .mass)), "Emission factor of N2O, per mass of dry matter.",
            .factor(subject: "open-burning", property: "n2o")),
    ]
}

extension Methods {
    private static let burntComposition = MethodInput(
        "composition",
        .table([
            MethodInput("fraction", .choice(WasteFraction.names), "The kind of waste."),
            MethodInput("share", .value(.share), "Its part of the wet mass; all parts together make 1."),
            MethodInput(
                "dry_matter", .value(.share), "dm: dry matter in the wet mass.",
                .factor(subject: "waste-carbon/{fraction}", property: "dry-matter")),
            MethodInput(
                "carbon", .value(.share), "CF: carbon in the dry matter.",
                .factor(subject: "waste-carbon/{fraction}", property: "carbon")),
            MethodInput(
                "fossil_carbon", .value(.share), "FCF: the fossil part of the carbon.",
                .factor(subject: "waste-carbon/{fraction}", property: "fossil-carbon")),
        ]), "What the waste is made of.")

    /// Emits the carbon dioxide of both origins and the methane of burnt waste, and gives back the dry part of its mass.
    private static func burnWaste(
        _ mass: Double, drivers: [String], _ calculation: inout Calculation
    ) throws(MethodProblem) -> Double {
        let values = calculation.values
        let rows = try values.someRows("composition")
        try rows.requireWhole("composition", "share") { $0["share"] }
        let (fossil, biogenic, dry) = rows.reduce(into: (0.0, 0.0, 0.0)) { sums, row in
            let dry = row["share"] * row["dry_matter"]
            let carbon = dry * row["carbon"]
            sums.0 += carbon * row["fossil_carbon"]
            sums.1 += carbon * (1 - row["fossil_carbon"])
            sums.2 += dry
        }
        let burnt = values["oxidation"] * carbonDioxideOfCarbon
        for (gas, carbon) in [(Gas.co2, fossil), (.co2Biogenic, biogenic)] {
            calculation.emit(
                gas, mass * carbon * burnt, proportionalTo: drivers + ["oxidation"],
                "\(mass) t × \(carbon) t C/t × \(values["oxidation"]) × 44/12")
        }
        calculation.emit(
            .ch4Combustion, mass * values["ef_ch4"], proportionalTo: drivers + ["ef_ch4"],
            "\(mass) t × \(values["ef_ch4"]) t/t")
        return dry
    }

    private static func burnInTheOpen(
        _ mass: Double, drivers: [String], _ calculation: inout Calculation
    ) throws(MethodProblem) {
        let values = calculation.values
        try values.refuseNegative(["mass", "ef_ch4", "ef_n2o"])
        let dry = try burnWaste(mass, drivers: drivers, &calculation)
        calculation.emit(
            .n2o, mass * dry * values["ef_n2o"], proportionalTo: drivers + ["ef_n2o"],
            "\(mass) t × \(dry) dry × \(values["ef_n2o"]) t/t")
    }
}
