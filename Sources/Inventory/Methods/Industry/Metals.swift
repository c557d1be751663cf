import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))
private let ratio = MethodInput.Kind.value(.rate(.mass, per: .mass))

extension Methods {
    /// Iron and steel, aluminium, ferroalloys, lead and zinc. Coke made for sale is energy, not industry.
    static let metals: [Method] = [ironAndSteel, aluminium, otherMetals]

    private static let ironAndSteel = Method.ofQuantities(
        "iron-steel-production", title: "Iron and steel",
        source: "2019 Refinement Vol. 3 Eq. 4.4 to 4.8 and 4.12 to 4.14, Tables 4.1 and 4.2",
        formula: "CO2 = product × EF; CH4 = product × EF", serves: ["IV.1"],
        inputs: [
            MethodInput(
                "process",
                .choice([
                    "sinter", "pellets", "pig-iron", "direct-reduced-iron", "basic-oxygen-furnace",
                    "electric-arc-furnace",
                    "open-hearth-furnace",
                ]),
                "The process; pig iron counts only where it is not made into steel in the same works."),
            MethodInput("product", mass, "What the process produced in the year."),
            MethodInput(
                "ef_co2", ratio, "CO2 for each tonne of product.",
                .factor(subject: "industry/iron-steel/{process}", property: "co2")),
            MethodInput(
                "ef_ch4", ratio, "Methane for each tonne of product.",
                .factor(subject: "industry/iron-steel/{process}", property: "ch4")),
        ],
        gases: [.co2, .ch4Fossil]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.co2, "product", times: "ef_co2")
        if calculation.values["ef_ch4"] > 0 { calculation.emit(.ch4Fossil, "product", times: "ef_ch4") }
    }

    private static let aluminium = Method.ofQuantities(
        "aluminium-production", title: "Primary aluminium",
        source: "IPCC 2006 Vol. 3 Eq. 4.20 and 4.25, Tables 4.10 and 4.15",
        formula: "CO2, CF4 and C2F6 = metal × EF by technology", serves: ["IV.1"],
        inputs: [
            MethodInput(
                "technology",
                .choice([
                    "centre-worked-prebake", "side-worked-prebake", "vertical-stud-soderberg",
                    "horizontal-stud-soderberg",
                ]), "The kind of cell."),
            MethodInput("aluminium", mass, "Primary aluminium produced in the year."),
        ]
            + [("ef_co2", "CO2 of anodes", "co2"), ("ef_cf4", "CF4", "cf4"), ("ef_c2f6", "C2F6", "c2f6")].map {
                MethodInput(
                    $0.0, ratio, "\($0.1) for each tonne of metal.",
                    .factor(subject: "industry/aluminium/{technology}", property: $0.2))
            },
        gases: [.co2, .pfc]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.co2, "aluminium", times: "ef_co2")
        for (name, input) in [("CF4", "ef_cf4"), ("C2F6", "ef_c2f6")] {
            guard let species = Species.named(name) else { continue }
            let values = calculation.values
            calculation.emit(
                species, values["aluminium"] * values[input], proportionalTo: ["aluminium", input],
                "\(values["aluminium"]) t × \(values[input]) t/t")
        }
    }

    private static let otherMetals = Method.ofQuantities(
        "other-metals", title: "Ferroalloys, lead and zinc",
        source: "IPCC 2006 Vol. 3 Eq. 4.15, 4.18, 4.32 and 4.33; 2019 Refinement Vol. 3 Table 4.5",
        formula: "CO2 = product × EF; CH4 = product × EF", serves: ["IV.1"],
        inputs: [
            MethodInput(
                "metal",
                .choice([
                    "ferrosilicon-45", "ferrosilicon-65", "ferrosilicon-75", "ferrosilicon-90",
                    "ferromanganese-7-carbon",
                    "ferromanganese-1-carbon", "silicomanganese", "silicon-metal", "ferrochromium",
                    "lead-imperial-smelting", "lead-direct-smelting", "lead-secondary", "lead-unspecified",
                    "zinc-waelz-kiln", "zinc-pyrometallurgical", "zinc-unspecified",
                ]), "The product and process."),
            MethodInput("product", mass, "What was produced in the year."),
            MethodInput(
                "ef_co2", ratio, "CO2 for each tonne of product.",
                .factor(subject: "industry/other-metal/{metal}", property: "co2")),
            MethodInput(
                "ef_ch4", ratio, "Methane for each tonne of product.",
                .factor(subject: "industry/other-metal/{metal}", property: "ch4")),
        ],
        gases: [.co2, .ch4Fossil]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.co2, "product", times: "ef_co2")
        if calculation.values["ef_ch4"] > 0 { calculation.emit(.ch4Fossil, "product", times: "ef_ch4") }
    }
}
