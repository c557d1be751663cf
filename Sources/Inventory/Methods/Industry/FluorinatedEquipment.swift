import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))

extension Methods {
    /// SF6 in switchgear, HFCs in fire protection and foams.
    static let fluorinatedEquipment: [Method] = [electricalEquipment, fireProtection, foam]

    private static let electricalEquipment = Method.ofQuantities(
        "electrical-equipment-sf6", title: "SF6 in electrical equipment",
        source: "IPCC 2006 Vol. 3 Eq. 8.1, Tables 8.2 and 8.3",
        formula: "SF6 = filled × filling loss + bank × leakage + retired × charge left × (1 − recovered)",
        serves: ["IV.2"],
        inputs: [
            MethodInput(
                "equipment", .choice(["sealed-pressure", "closed-pressure"]),
                "Sealed-pressure (medium voltage, never refilled) or closed-pressure (high voltage, refilled)."),
            MethodInput("bank", mass, "SF6 in all equipment in use inside the boundary, by nameplate."),
            MethodInput("filled", mass, "SF6 filled into equipment made inside the boundary.", .optional),
            MethodInput("retired", mass, "Nameplate SF6 of equipment taken out of use.", .optional),
            MethodInput("charge_left", .value(.share), "The part of that charge still inside.", .optional),
            MethodInput("recovered_share", .value(.share), "The part of what is left that is recovered.", .optional),
            MethodInput(
                "leakage", .value(.share), "Lost in one year, as a part of the bank.",
                .factor(subject: "electrical-equipment/{equipment}", property: "leakage")),
            MethodInput(
                "filling_loss", .value(.share), "Lost at filling, as a part of what is filled.",
                .factor(subject: "electrical-equipment/{equipment}", property: "filling-emission")),
        ],
        gases: [.sf6]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        calculation.emit(.sf6, "bank", times: "leakage")
        if let filled = values.optional("filled"), filled > 0 {
            calculation.emit(.sf6, "filled", times: "filling_loss")
        }
        guard let retired = values.optional("retired"), retired > 0 else { return }
        guard let left = values.optional("charge_left") else { throw .missingInput("charge_left") }
        guard let recovered = values.optional("recovered_share") else { throw .missingInput("recovered_share") }
        calculation.emit(
            .sf6, retired * left * (1 - recovered), proportionalTo: ["retired", "charge_left"],
            "\(retired) t × \(left) × (1 − \(recovered))")
    }

    private static let fireProtection = Method.ofQuantities(
        "fire-protection", title: "HFCs and PFCs in fire protection", source: "IPCC 2006 Vol. 3 Eq. 7.17, §7.6.2.2",
        formula: "E = bank × annual emission + discharged", serves: ["IV.2"],
        inputs: [
            refrigerant,
            MethodInput(
                "equipment", .choice(["fixed", "portable"]), "Fixed flooding systems or portable extinguishers."),
            MethodInput("bank", mass, "Agent in all equipment inside the boundary."),
            MethodInput(
                "discharged", mass, "Agent set free in fires or by accident, beyond the yearly rate.", .optional),
            MethodInput(
                "annual_emission", .value(.share), "Lost in one year, as a part of the bank.",
                .factor(subject: "fire-protection/{equipment}", property: "annual-emission")),
        ],
        gases: [.hfc, .pfc]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try calculation.emitRefrigerant(
            values["bank"] * values["annual_emission"], proportionalTo: ["bank", "annual_emission"],
            "\(values["bank"]) t × \(values["annual_emission"])")
        if let discharged = values.optional("discharged"), discharged > 0 {
            try calculation.emitRefrigerant(discharged, proportionalTo: ["discharged"], "\(discharged) t discharged")
        }
    }

    private static let foam = Method.ofQuantities(
        "foam-blowing", title: "HFCs in foams", source: "IPCC 2006 Vol. 3 Eq. 7.7 and 7.8, Table 7.5",
        formula: "E = blown this year × first-year loss + bank × annual loss + decommissioned", serves: ["IV.2"],
        inputs: [
            refrigerant,
            MethodInput("foam", .choice(["closed-cell", "open-cell"]), "The kind of foam."),
            MethodInput("blown", mass, "Agent used to blow foam inside the boundary in the year."),
            MethodInput("bank", mass, "Agent of earlier years in foam inside the boundary."),
            MethodInput("decommissioned", mass, "Agent set free when foam was demolished in the year.", .optional),
            MethodInput(
                "first_year_loss", .value(.share), "Lost in the year of blowing.",
                .factor(subject: "foam/{foam}", property: "first-year-emission")),
            MethodInput(
                "annual_loss", .value(.share), "Lost in each later year, as a part of the agent first used.",
                .factor(subject: "foam/{foam}", property: "annual-emission")),
        ],
        gases: [.hfc, .pfc]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try calculation.emitRefrigerant(
            values["blown"] * values["first_year_loss"], proportionalTo: ["blown", "first_year_loss"],
            "\(values["blown"]) t × \(values["first_year_loss"])")
        if values["annual_loss"] > 0 {
            try calculation.emitRefrigerant(
                values["bank"] * values["annual_loss"], proportionalTo: ["bank", "annual_loss"],
                "\(values["bank"]) t × \(values["annual_loss"])")
        }
        if let freed = values.optional("decommissioned"), freed > 0 {
            try calculation.emitRefrigerant(freed, proportionalTo: ["decommissioned"], "\(freed) t set free")
        }
    }
}
