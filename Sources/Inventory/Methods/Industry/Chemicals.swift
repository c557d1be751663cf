import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))
private let ratio = MethodInput.Kind.value(.rate(.mass, per: .mass))

extension Methods {
    /// Ammonia and nitric acid.
    static let chemicals: [Method] = [ammonia, nitricAcid]

    private static let ammonia = Method.ofQuantities(
        "ammonia-production", title: "Ammonia", source: "IPCC 2006 Vol. 3 Eq. 3.1, Table 3.1",
        formula:
            "CO2 = ammonia × fuel × carbon content × oxidised part × 44/12 − CO2 bound in urea − CO2 captured",
        serves: ["IV.1"],
        inputs: [
            MethodInput(
                "process",
                .choice([
                    "natural-gas-modern", "natural-gas-average", "partial-oxidation-modern",
                    "partial-oxidation-average",
                ]), "How hydrogen is made: from natural gas, or by partial oxidation of heavy oil."),
            MethodInput("ammonia", mass, "Ammonia produced in the year."),
            MethodInput(
                "fuel_requirement", .value(.rate(.energy, per: .mass)),
                "Fuel and feedstock for each tonne of ammonia, by net calorific value; energy must not count it again.",
                .factor(subject: "industry/ammonia/{process}", property: "fuel-requirement")),
            MethodInput(
                "carbon_content", .value(.rate(.mass, per: .energy)), "Carbon in the fuel.",
                .factor(subject: "industry/ammonia/{process}", property: "carbon-content")),
            MethodInput(
                "oxidised_share", .value(.share), "The part of the carbon that becomes CO2.",
                .value(1, source: "IPCC 2006 Vol. 3 Table 3.1: carbon oxidation factor 1")),
            MethodInput("urea", mass, "Urea made from this CO2; its carbon is emitted where it is used.", .optional),
            MethodInput(
                "urea_co2", ratio, "CO2 bound in each tonne of urea.",
                .factor(subject: "industry/urea", property: "co2-bound")),
            MethodInput("captured_co2", mass, "CO2 captured and stored for good.", .optional),
        ],
        gases: [.co2]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let carbon = values["fuel_requirement"] * values["carbon_content"] * values["oxidised_share"]
        let generated = values["ammonia"] * carbon * carbonDioxideOfCarbon
        calculation.emit(
            .co2, generated, proportionalTo: ["ammonia", "fuel_requirement", "carbon_content", "oxidised_share"],
            calculation.spelled(["ammonia", "fuel_requirement", "carbon_content", "oxidised_share"]) + " × 44/12"
        )
        let inUrea = (values.optional("urea") ?? 0) * values["urea_co2"]
        try calculation.takeOff(
            inUrea, from: generated, of: .co2, input: "urea", proportionalTo: ["urea", "urea_co2"],
            "− \(values.optional("urea") ?? 0) t urea × \(values["urea_co2"]) t/t")
        let captured = values.optional("captured_co2") ?? 0
        try calculation.takeOff(
            captured, from: generated - inUrea, of: .co2, input: "captured_co2", proportionalTo: ["captured_co2"],
            "− \(captured) t captured")
    }

    private static let nitricAcid = Method.ofQuantities(
        "nitric-acid-production", title: "Nitric acid", source: "IPCC 2006 Vol. 3 Eq. 3.5, Table 3.3",
        formula: "N2O = acid × EF by kind of plant", serves: ["IV.1"],
        inputs: [
            MethodInput(
                "plant",
                .choice([
                    "non-selective-catalytic-reduction", "n2o-destruction", "atmospheric-pressure", "medium-pressure",
                    "high-pressure",
                ]),
                "The kind of plant; the first two already count their abatement, which must have run all year."),
            MethodInput("acid", mass, "Nitric acid produced, as 100 % acid."),
            MethodInput(
                "ef_n2o", ratio, "N2O for each tonne of acid.",
                .factor(subject: "industry/nitric-acid/{plant}", property: "n2o")),
        ],
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.n2o, "acid", times: "ef_n2o")
    }
}
