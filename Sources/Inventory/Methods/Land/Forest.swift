import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))
private let perArea = MethodInput.Kind.value(.rate(.mass, per: .area))

extension Methods {
    /// Forests, conversion of land, fires.
    static let forestAndLand: [Method] = [forestBiomass, landConversion, biomassBurning]

    /// Net change of carbon in a stock: a gain is uptake, outside totals; a loss is an emission.
    static func book(
        carbonChange tonnes: Double, of pool: String, proportionalTo drivers: [String], _ formula: String,
        in calculation: inout Calculation
    ) {
        guard tonnes != 0 else { return }
        calculation.emit(
            tonnes > 0 ? .co2Removed : .co2, tonnes.magnitude * carbonDioxideOfCarbon, proportionalTo: drivers,
            "\(pool): \(formula) × 44/12")
    }

    private static let forestBiomass = Method.ofQuantities(
        "forest-growth", title: "Forest biomass: growth less what is taken",
        source: "IPCC 2006 Vol. 4 Eq. 2.7, 2.9, 2.10 and 2.12 to 2.14, Tables 4.3, 4.4 and 4.12",
        formula:
            "ΔC = area × growth × (1 + R) × CF − (wood taken + fuelwood + disturbed) × (1 + R) × CF; CO2 = ΔC × 44/12",
        serves: ["V.2"],
        inputs: [
            MethodInput("area", .value(.quantity(.area)), "Forest of this kind that stays forest."),
            MethodInput(
                "zone", .choice(["temperate-continental", "temperate-mountain", "temperate-oceanic"]),
                "The ecological zone: it gives a growth rate where the city has none of its own."),
            MethodInput("trees", .choice(["broadleaf", "oak", "conifers"]), "The kind of trees."),
            MethodInput("wood_taken", mass, "Dry matter above ground of trees felled and taken; 0 if none."),
            MethodInput("fuelwood", mass, "Dry matter above ground of whole trees taken as firewood; 0 if none."),
            MethodInput("disturbed", mass, "Dry matter above ground lost to fire, storm or pests; 0 if none."),
            MethodInput(
                "growth", perArea, "Growth of dry matter above ground on a hectare in one year.",
                .factor(subject: "land/forest/{zone}", property: "growth")),
            MethodInput(
                "root_ratio", .value(.number), "R: roots for each unit above ground.",
                .factor(subject: "land/forest/{trees}", property: "root-ratio")),
            MethodInput(
                "carbon_fraction", .value(.share), "CF: carbon in dry matter.",
                .factor(subject: "land/forest", property: "carbon-fraction")),
        ],
        gases: [.co2, .co2Removed]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let gain = values["area"] * values["growth"]
        let loss = values["wood_taken"] + values["fuelwood"] + values["disturbed"]
        book(
            carbonChange: (gain - loss) * (1 + values["root_ratio"]) * values["carbon_fraction"], of: "biomass",
            proportionalTo: ["carbon_fraction"] + (loss == 0 ? ["area", "growth"] : []),
            "(\(gain) t − \(loss) t) × (1 + \(values["root_ratio"])) × \(values["carbon_fraction"])",
            in: &calculation)
    }

    private static let biomassBurning = Method.ofQuantities(
        "biomass-burning", title: "Fires and burning of residues",
        source: "IPCC 2006 Vol. 4 Eq. 2.27, Tables 2.4 to 2.6",
        formula: "gas = area × fuel × combustion factor × EF", serves: ["V.3"],
        inputs: [
            MethodInput(
                "vegetation", .choice(["forest-outside-tropics", "grassland", "agricultural-residues"]), "What burns."),
            MethodInput("area", .value(.quantity(.area)), "Area burnt in the year."),
            MethodInput("fuel", perArea, "Dry matter that could burn on a hectare: vegetation, litter and dead wood."),
            MethodInput("combustion_factor", .value(.share), "The part of it that really burns."),
        ]
            + ["co2", "ch4", "n2o"].map {
                MethodInput(
                    "ef_\($0)", .value(.rate(.mass, per: .mass)),
                    "\($0.uppercased()) for each unit of dry matter burnt.",
                    .factor(subject: "land/burning/{vegetation}", property: $0))
            },
        gases: [.co2Biogenic, .ch4Biogenic, .n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let drivers = ["area", "fuel", "combustion_factor"]
        let burnt = drivers.reduce(1) { $0 * values[$1] }
        // CO2 stands beside the totals: regrowth takes it up; what does not grow again is a loss of “forest-growth”.
        for (gas, input) in [(Gas.co2Biogenic, "ef_co2"), (.ch4Biogenic, "ef_ch4"), (.n2o, "ef_n2o")] {
            calculation.emit(
                gas, burnt * values[input], proportionalTo: drivers + [input],
                calculation.spelled(drivers + [input]))
        }
    }
}
