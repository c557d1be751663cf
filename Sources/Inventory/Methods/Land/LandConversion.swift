import Quantities

private let area = MethodInput.Kind.value(.quantity(.area))
private let perArea = MethodInput.Kind.value(.rate(.mass, per: .area))

extension Methods {
    private static let uses = [
        "forest", "grassland", "improved-grassland", "annual-crops", "perennial-crops", "set-aside", "paved-settlement",
    ]
    private static let climates = [
        "cool-temperate-moist", "cool-temperate-dry", "warm-temperate-moist", "warm-temperate-dry",
    ]

    /// Pools of tier 1: biomass with roots, dead wood and litter together, mineral soil, drained organic soil.
    static let landConversion = Method.ofQuantities(
        "land-conversion", title: "Land converted to another use",
        source:
            "IPCC 2006 Vol. 4 Eq. 2.15, 2.16, 2.23, 2.25, 2.26, Table 2.3; 2019 Refinement Tables 5.5 and 6.2",
        formula:
            "ΔC = converted × (biomass after − biomass and dead matter before)"
            + " + in transition × SOC × (F after − F before) ÷ years − drained × EF",
        serves: ["V.2"],
        inputs: [
            MethodInput("use_before", .choice(uses), "The use before."),
            MethodInput("use_after", .choice(uses), "The use after."),
            MethodInput("climate", .choice(climates), "The climate zone."),
            MethodInput(
                "soil", .choice(["high-activity-clay", "low-activity-clay", "sandy", "wetland"]),
                "The kind of mineral soil; most Romanian farm soils are high-activity clay."),
            MethodInput("converted", area, "Land converted in the year."),
            MethodInput(
                "carbon_before", perArea, "Carbon in living biomass with roots on a hectare before the conversion."),
            MethodInput(
                "carbon_after", perArea, "Carbon in living biomass one year after; 0 for land laid bare or paved."),
            MethodInput(
                "dead_matter_before", perArea,
                "Carbon in litter and dead wood on a hectare before; 0 unless it was forest."),
            MethodInput(
                "in_transition", area, "Land converted so within the last years of transition, this year's included."),
            MethodInput(
                "transition_years", .value(.number), "Years over which soil carbon changes.",
                .value(20, source: "IPCC 2006 Vol. 4 Eq. 2.25: D is 20 years by default")),
            MethodInput(
                "soil_carbon", perArea, "Carbon in the upper 30 cm under natural vegetation.",
                .factor(subject: "land/soil/{soil}/{climate}", property: "carbon")),
            MethodInput(
                "soil_factor_before", .value(.number), "F: soil carbon under the use before, as a part of that.",
                .factor(subject: "land/use/{use_before}/{climate}", property: "soil-factor")),
            MethodInput(
                "soil_factor_after", .value(.number), "F: soil carbon under the use after, as a part of that.",
                .factor(subject: "land/use/{use_after}/{climate}", property: "soil-factor")),
            MethodInput("drained", area, "Organic soil drained under the new use.", .optional),
            MethodInput("ef_drained", perArea, "Carbon that a hectare of it loses in one year.", .optional),
        ],
        gases: [.co2, .co2Removed]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        guard values["transition_years"] >= 1 else {
            throw .outOfRange(input: "transition_years", value: values["transition_years"], allowed: "1 or more")
        }
        let (before, after) = (values["carbon_before"], values["carbon_after"])
        book(
            carbonChange: values["converted"] * (after - before), of: "biomass", proportionalTo: ["converted"],
            "\(values["converted"]) ha × (\(after) − \(before)) t/ha", in: &calculation)
        book(
            carbonChange: -values["converted"] * values["dead_matter_before"], of: "dead wood and litter",
            proportionalTo: ["converted", "dead_matter_before"],
            "\(values["converted"]) ha × \(values["dead_matter_before"]) t/ha", in: &calculation)
        bookSoils(&calculation)
        if let drained = values.optional("drained"), drained > 0 {
            guard let factor = values.optional("ef_drained") else { throw .missingInput("ef_drained") }
            book(
                carbonChange: -drained * factor, of: "organic soil", proportionalTo: ["drained", "ef_drained"],
                "\(drained) ha × \(factor) t/ha", in: &calculation)
        }
    }

    private static func bookSoils(_ calculation: inout Calculation) {
        let values = calculation.values
        let change = values["soil_factor_after"] - values["soil_factor_before"]
        book(
            carbonChange: values["in_transition"] * values["soil_carbon"] * change / values["transition_years"],
            of: "mineral soil", proportionalTo: ["in_transition", "soil_carbon"],
            calculation.spelled(["in_transition", "soil_carbon"]) + " × \(change) ÷ \(values["transition_years"])",
            in: &calculation)
    }
}
