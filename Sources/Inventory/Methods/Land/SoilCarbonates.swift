import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))

extension Methods {
    /// Lime and urea spread on soils, and flooded rice.
    static let soilCarbonates: [Method] = [
        Method.ofQuantities(
            "liming", title: "Liming of soils", source: "IPCC 2006 Vol. 4 Eq. 11.12",
            formula: "CO2 = lime × carbon share × 44/12", serves: ["V.3"],
            inputs: [
                MethodInput("lime", .choice(["limestone", "dolomite"]), "The carbonate that is spread."),
                MethodInput("mass", mass, "Mass spread in the year."),
                MethodInput(
                    "carbon_share", .value(.share), "Carbon in it, by mass.",
                    .factor(subject: "soils/lime/{lime}", property: "carbon")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            emitCarbon(&calculation)
        },
        Method.ofQuantities(
            "urea-fertilisation", title: "Urea on soils", source: "IPCC 2006 Vol. 4 Eq. 11.13",
            formula: "CO2 = urea × carbon share × 44/12", serves: ["V.3"],
            inputs: [
                MethodInput("mass", mass, "Urea spread in the year; its nitrogen counts with managed soils."),
                MethodInput(
                    "carbon_share", .value(.share), "Carbon in urea, by mass.",
                    .factor(subject: "soils/urea", property: "carbon")),
            ],
            gases: [.co2]
        ) { calculation throws(MethodProblem) in
            emitCarbon(&calculation)
        },
        Method.ofQuantities(
            "rice-cultivation", title: "Flooded rice", source: "2019 Refinement Vol. 4 Eq. 5.1 and 5.2, Table 5.11",
            formula: "CH4 = area × days × EF × water × water before × organic matter", serves: ["V.3"],
            inputs: [
                MethodInput("area", .value(.quantity(.area)), "Rice harvested, each harvest counted."),
                MethodInput("days", .value(.number), "Days from sowing to harvest."),
                MethodInput(
                    "water_scaling", .value(.number), "SF_w: 1 when flooded without a break, less with drainage."),
                MethodInput("water_before_scaling", .value(.number), "SF_p: for the water before the season."),
                MethodInput(
                    "organic_scaling", .value(.number), "SF_o: 1 without organic matter, more with straw or manure."),
                MethodInput(
                    "ef_ch4", .value(.rate(.mass, per: .area)),
                    "Methane of continuously flooded rice; kg/ha/day as in the table, or for a year of 365 days.",
                    .factor(subject: "soils/rice", property: "ch4")),
            ],
            gases: [.ch4Biogenic]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            guard values["days"] <= 366 else {
                throw .outOfRange(input: "days", value: values["days"], allowed: "at most 366")
            }
            let scaling = ["water_scaling", "water_before_scaling", "organic_scaling"]
            let scale = scaling.reduce(1) { $0 * values[$1] }
            calculation.emit(
                .ch4Biogenic, values["area"] * values["ef_ch4"] * values["days"] / 365 * scale,
                proportionalTo: ["area", "ef_ch4", "days"] + scaling,
                "\(values["area"]) ha × \(values["ef_ch4"]) t/ha × \(values["days"]) ÷ 365 × \(scale)")
        },
    ]

    private static func emitCarbon(_ calculation: inout Calculation) {
        let values = calculation.values
        calculation.emit(
            .co2, values["mass"] * values["carbon_share"] * carbonDioxideOfCarbon,
            proportionalTo: ["mass", "carbon_share"],
            "\(values["mass"]) t × \(values["carbon_share"]) × 44/12")
    }
}
