import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))

extension Methods {
    /// Refrigeration and air conditioning: by bank and leakage, or by what was topped up.
    static let refrigerants: [Method] = [refrigerationBank, refrigerantTopUp]

    static let refrigerant = MethodInput(
        "refrigerant", .choice(Refrigerant.names), "The gas; a blend is split into its species by ASHRAE Standard 34.")

    private static let refrigerationBank = Method.ofQuantities(
        "refrigeration-and-air-conditioning", title: "Refrigeration and air conditioning, by charge of the equipment",
        source: "IPCC 2006 Vol. 3 Eq. 7.12 to 7.14, Table 7.9; ASHRAE Standard 34",
        formula: "E = new charge × initial emission + bank × leakage + retired charge × charge left × (1 − recovered)",
        serves: ["IV.2"],
        inputs: [
            refrigerant,
            MethodInput(
                "equipment",
                .choice([
                    "domestic-refrigeration", "stand-alone-commercial", "commercial-refrigeration",
                    "transport-refrigeration", "industrial-refrigeration", "chillers", "air-conditioning",
                    "mobile-air-conditioning",
                ]), "The kind of equipment."),
            MethodInput("bank", mass, "Refrigerant in all equipment of this kind in use inside the boundary."),
            MethodInput("new_charge", mass, "Refrigerant filled into new equipment inside the boundary.", .optional),
            MethodInput("retired_charge", mass, "Full charge of equipment taken out of use in the year.", .optional),
            MethodInput(
                "charge_left", .value(.share), "The part of the full charge still in retired equipment.", .optional),
            MethodInput(
                "recovered_share", .value(.share), "The part of what is left that is recovered at the end of life.",
                .optional),
            MethodInput(
                "initial_emission", .value(.share), "Lost when new equipment is filled, as a part of the charge.",
                .factor(subject: "refrigerants/equipment/{equipment}", property: "initial-emission")),
            MethodInput(
                "leakage", .value(.share), "Lost in one year of use with servicing, as a part of the bank.",
                .factor(subject: "refrigerants/equipment/{equipment}", property: "operation-emission")),
        ],
        gases: [.hfc, .pfc]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        if let new = values.optional("new_charge"), new > 0 {
            try calculation.emitRefrigerant(
                new * values["initial_emission"], proportionalTo: ["new_charge", "initial_emission"],
                "\(new) t × \(values["initial_emission"])")
        }
        try calculation.emitRefrigerant(
            values["bank"] * values["leakage"], proportionalTo: ["bank", "leakage"],
            "\(values["bank"]) t × \(values["leakage"])")
        guard let retired = values.optional("retired_charge"), retired > 0 else { return }
        guard let left = values.optional("charge_left") else { throw .missingInput("charge_left") }
        guard let recovered = values.optional("recovered_share") else { throw .missingInput("recovered_share") }
        try calculation.emitRefrigerant(
            retired * left * (1 - recovered), proportionalTo: ["retired_charge", "charge_left"],
            "\(retired) t × \(left) × (1 − \(recovered))")
    }

    private static let refrigerantTopUp = Method.ofQuantities(
        "refrigerant-top-up", title: "Refrigerants, by what was refilled",
        source: "IPCC 2006 Vol. 3 Eq. 7.9 (sales-based mass balance, without stocks)",
        formula: "E = refilled + lost in accidents − recovered from service", serves: ["IV.2"],
        inputs: [
            refrigerant,
            MethodInput(
                "refilled", mass, "Refrigerant put into existing equipment to replace what it lost; not first fills."),
            MethodInput("lost", mass, "Refrigerant that escaped and was not replaced.", .optional),
            MethodInput(
                "recovered", mass, "Refrigerant taken out at servicing and given back or destroyed.", .optional),
        ],
        gases: [.hfc, .pfc]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let (lost, recovered) = (values.optional("lost") ?? 0, values.optional("recovered") ?? 0)
        guard recovered <= values["refilled"] + lost else {
            throw .outOfRange(input: "recovered", value: recovered, allowed: "at most what was refilled and lost")
        }
        try calculation.emitRefrigerant(
            values["refilled"], proportionalTo: ["refilled"], "\(values["refilled"]) t refilled")
        if lost > 0 { try calculation.emitRefrigerant(lost, proportionalTo: ["lost"], "\(lost) t lost") }
        if recovered > 0 {
            try calculation.emitRefrigerant(-recovered, proportionalTo: ["recovered"], "− \(recovered) t recovered")
        }
    }
}
