import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))

extension Methods {
    /// Products that give off gases where they are used: lubricants, waxes, solvents, nitrous oxide.
    static let productUse: [Method] = [
        Method.ofQuantities(
            "lubricant-and-wax-use", title: "Lubricants and paraffin waxes",
            source: "IPCC 2006 Vol. 3 Eq. 5.2 and 5.4, Table 5.2; Vol. 2 Tables 1.2 and 1.3",
            formula: "CO2 = mass × NCV × carbon content × oxidised during use × 44/12", serves: ["IV.2"],
            inputs: [
                MethodInput(
                    "product", .choice(["lubricants", "lubricating-oil", "grease", "paraffin-wax"]),
                    "The product; oil burnt in two-stroke engines belongs to transport."),
                MethodInput("mass", mass, "Mass used in the year."),
                MethodInput(
                    "net_calorific_value", .value(.rate(.energy, per: .mass)), "Net calorific value.",
                    .factor(subject: "industry/non-energy/{product}", property: "ncv")),
                MethodInput(
                    "carbon_content", .value(.rate(.mass, per: .energy)), "Carbon for each unit of energy.",
                    .factor(subject: "industry/non-energy/{product}", property: "carbon-content")),
                MethodInput(
                    "oxidised_share", .value(.share), "The part that is oxidised during use (ODU).",
                    .factor(subject: "industry/non-energy/{product}", property: "oxidised-during-use")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            let carbon = values["mass"] * values["net_calorific_value"] * values["carbon_content"]
            calculation.emit(
                .co2, carbon * values["oxidised_share"] * carbonDioxideOfCarbon,
                proportionalTo: ["mass", "net_calorific_value", "carbon_content", "oxidised_share"],
                calculation.spelled(["mass", "net_calorific_value", "carbon_content", "oxidised_share"]) + " × 44/12"
            )
        },
        Method.ofQuantities(
            "solvent-use", title: "Solvents", source: "IPCC 2006 Vol. 3 §5.5 and Vol. 1 §7.2.1.5",
            formula: "CO2 = NMVOC × fossil part × carbon share × 44/12", serves: ["IV.2"],
            inputs: [
                MethodInput(
                    "nmvoc", mass,
                    "Non-methane volatile organic compounds given off by solvents, paints and cleaning agents."),
                MethodInput("fossil_share", .value(.share), "The part of them that is made from oil or gas."),
                MethodInput(
                    "carbon_share", .value(.share), "Carbon in them, by mass.",
                    .factor(subject: "industry/solvents", property: "carbon-share")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            calculation.emit(
                .co2, values["nmvoc"] * values["fossil_share"] * values["carbon_share"] * carbonDioxideOfCarbon,
                proportionalTo: ["nmvoc", "fossil_share", "carbon_share"],
                "\(values["nmvoc"]) t × \(values["fossil_share"]) × \(values["carbon_share"]) × 44/12")
        },
        Method.ofQuantities(
            "nitrous-oxide-use", title: "Nitrous oxide in hospitals and aerosol cans",
            source: "IPCC 2006 Vol. 3 Eq. 8.24", formula: "N2O = mass supplied × part that escapes", serves: ["IV.2"],
            inputs: [
                MethodInput("use", .choice(["medical", "propellant"]), "What it is used for."),
                MethodInput("mass", mass, "Nitrous oxide supplied in the year."),
                MethodInput(
                    "emitted_share", .value(.share), "The part that escapes.",
                    .factor(subject: "industry/nitrous-oxide/{use}", property: "emitted-share")),
            ],
            gases: [.n2o]
        ) { calculation throws(MethodProblem) in
            calculation.emit(.n2o, "mass", times: "emitted_share")
        },
    ]
}
