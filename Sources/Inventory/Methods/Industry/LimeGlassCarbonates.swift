import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))
private let ratio = MethodInput.Kind.value(.rate(.mass, per: .mass))

extension Methods {
    /// Carbonates that lose their carbon dioxide in kilns and furnaces.
    static let limeGlassAndCarbonates: [Method] = [
        Method.ofQuantities(
            "lime-production", title: "Lime", source: "IPCC 2006 Vol. 3 Eq. 2.6 and 2.9, Table 2.4",
            formula: "CO2 = lime × stoichiometric ratio × oxide share × (1 − hydrated share × water) × dust correction",
            serves: ["IV.1"],
            inputs: [
                MethodInput(
                    "lime_type", .choice(["high-calcium", "dolomitic", "hydraulic"]), "The kind of lime that is burnt."),
                MethodInput("lime", mass, "Lime produced in the year, slaked lime included."),
                MethodInput(
                    "hydrated_share", .value(.share),
                    "The part of that mass that is slaked (hydrated) lime; 0 if none is."),
                MethodInput(
                    "stoichiometric_ratio", ratio, "CO2 set free for each tonne of oxide.",
                    .factor(subject: "industry/lime/{lime_type}", property: "stoichiometric-ratio")),
                MethodInput(
                    "oxide_share", .value(.share), "CaO, or CaO·MgO, in the lime by mass.",
                    .factor(subject: "industry/lime/{lime_type}", property: "oxide-share")),
                MethodInput(
                    "water_share", .value(.share), "Water in slaked lime by mass.",
                    .factor(subject: "industry/lime", property: "hydrated-water-share")),
                MethodInput(
                    "kiln_dust_correction", .value(.number), "Correction for kiln dust that is lost.",
                    .factor(subject: "industry/lime", property: "kiln-dust-correction")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            let dry = 1 - values["hydrated_share"] * values["water_share"]
            let factor = values["stoichiometric_ratio"] * values["oxide_share"] * dry * values["kiln_dust_correction"]
            calculation.emit(
                .co2, values["lime"] * factor,
                proportionalTo: ["lime", "stoichiometric_ratio", "oxide_share", "kiln_dust_correction"],
                calculation.spelled(["lime", "stoichiometric_ratio", "oxide_share", "kiln_dust_correction"])
                    + " × \(dry)"
            )
        },
        Method.ofQuantities(
            "glass-production", title: "Glass", source: "IPCC 2006 Vol. 3 Eq. 2.10, 2.11 and 2.13, Table 2.6",
            formula: "CO2 = glass × EF × (1 − cullet share)", serves: ["IV.1"],
            inputs: [
                MethodInput(
                    "glass_type",
                    .choice(["unspecified", "float", "container", "fibreglass", "insulation-fibreglass", "tableware"]),
                    "The kind of glass."),
                MethodInput("glass", mass, "Glass melted in the year."),
                MethodInput(
                    "cullet_share", .value(.share), "Scrap glass in the furnace charge: it has no carbonate left."),
                MethodInput(
                    "ef_co2", ratio, "CO2 for each tonne of glass melted from primary materials alone.",
                    .factor(subject: "industry/glass/{glass_type}", property: "co2")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            calculation.emit(
                .co2, values["glass"] * values["ef_co2"] * (1 - values["cullet_share"]),
                proportionalTo: ["glass", "ef_co2"],
                "\(values["glass"]) t × \(values["ef_co2"]) t/t × (1 − \(values["cullet_share"]))")
        },
        Method.ofQuantities(
            "carbonate-use", title: "Other uses of carbonates", source: "IPCC 2006 Vol. 3 Eq. 2.15, Table 2.1",
            formula: "CO2 = carbonate × purity × EF × calcined part", serves: ["IV.1"],
            inputs: [
                MethodInput(
                    "carbonate",
                    .choice(["limestone", "dolomite", "magnesite", "siderite", "rhodochrosite", "soda-ash"]),
                    "The carbonate: in ceramics, flue gas cleaning, glass or soda ash use."),
                MethodInput("mass", mass, "Mass of the mineral used; not what cement, lime and glass already count."),
                MethodInput("purity", .value(.share), "Pure carbonate in the mineral, by mass."),
                MethodInput(
                    "ef_co2", ratio, "CO2 in a tonne of pure carbonate.",
                    .factor(subject: "industry/carbonate/{carbonate}", property: "co2")),
                MethodInput(
                    "calcined_share", .value(.share), "The part that loses its CO2.",
                    .value(1, source: "IPCC 2006 Vol. 3 §2.5.1.2: complete where nothing else is known")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            calculation.emit(
                .co2, values["mass"] * values["purity"] * values["ef_co2"] * values["calcined_share"],
                proportionalTo: ["mass", "purity", "ef_co2", "calcined_share"],
                "\(values["mass"]) t × \(values["purity"]) × \(values["ef_co2"]) t/t × \(values["calcined_share"])")
        },
    ]
}
