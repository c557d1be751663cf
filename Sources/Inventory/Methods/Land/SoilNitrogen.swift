import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))
private let ratio = MethodInput.Kind.value(.rate(.mass, per: .mass))

extension Methods {
    /// Managed soils: nitrogen, crop residues, lime, urea, rice.
    static let soils: [Method] = [managedSoils, drainedOrganicSoils, cropResidues] + soilCarbonates

    static let soilMoisture = MethodInput(
        "moisture", .choice(["wet", "dry", "unspecified"]),
        "The climate: wet where yearly rain exceeds what could evaporate; unspecified takes factors that do not ask."
    )

    /// What becomes of nitrogen that leaves the field.
    static let indirectSoilInputs: [MethodInput] = [
        MethodInput(
            "volatilised_organic", .value(.share),
            "FracGASM: the part of organic and grazing nitrogen lost as ammonia and NOx.",
            .factor(subject: "soils/organic", property: "volatilised")),
        MethodInput(
            "ef_volatilised", ratio, "EF4: N2O-N for each unit of nitrogen that comes down again.",
            .factor(subject: "soils/{moisture}", property: "n2o-n-volatilised")),
        MethodInput(
            "leached", .value(.share), "FracLEACH: the part of the nitrogen that leaches or runs off.",
            .factor(subject: "soils/{moisture}", property: "leached")),
        MethodInput(
            "ef_leached", ratio, "EF5: N2O-N for each unit of nitrogen leached.",
            .factor(subject: "soils", property: "n2o-n-leached")),
    ]

    private static let directSoilInputs: [MethodInput] = [
        MethodInput(
            "ef_synthetic", ratio, "EF1: N2O-N for each unit of nitrogen in synthetic fertiliser.",
            .factor(subject: "soils/{moisture}", property: "n2o-n-synthetic")),
        MethodInput(
            "ef_other", ratio, "EF1: N2O-N for each unit of other nitrogen.",
            .factor(subject: "soils/{moisture}", property: "n2o-n-other")),
    ]

    private static let nitrogenInputs: [MethodInput] = [
        MethodInput(
            "synthetic_nitrogen", mass, "Nitrogen (not fertiliser mass) in synthetic fertiliser applied.", .optional),
        MethodInput(
            "organic_nitrogen", mass, "Nitrogen in manure, compost, sewage sludge and other organic matter applied.",
            .optional),
        MethodInput(
            "residue_nitrogen", mass,
            "Nitrogen in crop residues left, where it is known; else the method “crop-residues”.",
            .optional),
        MethodInput(
            "mineralised_nitrogen", mass, "Nitrogen set free where mineral soils lost carbon by a change of use.",
            .optional),
    ]

    private static let managedSoils = Method.ofQuantities(
        "managed-soils", title: "Nitrous oxide from managed soils",
        source: "2019 Refinement Vol. 4 Eq. 11.1, 11.9 and 11.10, Tables 11.1 and 11.3",
        formula: "N2O = (N × EF1 + N × FracGAS × EF4 + N × FracLEACH × EF5) × 44/28", serves: ["V.3"],
        inputs: nitrogenInputs + [
            MethodInput(
                "fertiliser", .choice(["unspecified", "urea", "ammonium", "nitrate", "ammonium-nitrate"]),
                "The kind of synthetic fertiliser: it says how much ammonia is lost.",
                .word("unspecified", source: "2019 Refinement Vol. 4 Table 11.3, aggregated value")),
            soilMoisture,
        ] + directSoilInputs + [
            MethodInput(
                "volatilised_synthetic", .value(.share),
                "FracGASF: the part of synthetic nitrogen lost as ammonia and NOx.",
                .factor(subject: "soils/fertiliser/{fertiliser}", property: "volatilised"))
        ] + indirectSoilInputs,
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        guard nitrogenInputs.contains(where: { values.optional($0.name) != nil }) else {
            throw .missingInput("synthetic_nitrogen")
        }
        for (input, direct, loss) in [
            ("synthetic_nitrogen", "ef_synthetic", "volatilised_synthetic"),
            ("organic_nitrogen", "ef_other", "volatilised_organic"), ("residue_nitrogen", "ef_other", ""),
            ("mineralised_nitrogen", "ef_other", ""),
        ] {
            guard let nitrogen = values.optional(input) else { continue }
            calculation.emitNitrousOxide(nitrogen, [direct], of: [input], "direct")
            if !loss.isEmpty {
                calculation.emitNitrousOxide(nitrogen, [loss, "ef_volatilised"], of: [input], "volatilised")
            }
            calculation.emitNitrousOxide(nitrogen, ["leached", "ef_leached"], of: [input], "leached")
        }
    }

    private static let drainedOrganicSoils = Method.ofQuantities(
        "drained-organic-soils", title: "Nitrous oxide from drained organic soils",
        source: "2019 Refinement Vol. 4 Eq. 11.1; 2013 Wetlands Supplement Table 2.5",
        formula: "N2O = area × EF2 × 44/28",
        serves: ["V.3"],
        inputs: [
            MethodInput(
                "land",
                .choice([
                    "cropland", "grassland-nutrient-poor", "grassland-deep-drained", "grassland-shallow-drained",
                    "forest",
                ]), "The use of the drained soil."),
            MethodInput("area", .value(.quantity(.area)), "Drained organic soil; its carbon counts as land, not here."),
            MethodInput(
                "ef_n2o_n", .value(.rate(.mass, per: .area)), "EF2: N2O-N of a hectare in one year.",
                .factor(subject: "soils/drained-organic/{land}", property: "n2o-n")),
        ],
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        calculation.emit(
            .n2o, values["area"] * values["ef_n2o_n"] * nitrousOxideOfNitrogen, proportionalTo: ["area", "ef_n2o_n"],
            "\(values["area"]) ha × \(values["ef_n2o_n"]) t/ha × 44/28")
    }
}

extension Methods {
    private static func cropFactor(_ name: String, _ kind: MethodInput.Kind, _ meaning: String, _ property: String)
        -> MethodInput
    {
        MethodInput(name, kind, meaning, .factor(subject: "soils/crop/{crop}", property: property))
    }

    private static let cropResidues = Method.ofQuantities(
        "crop-residues", title: "Nitrous oxide from crop residues",
        source: "2019 Refinement Vol. 4 Eq. 11.1, 11.6, 11.7 and 11.10, Table 11.1A",
        formula:
            "N = dry crop × (R_AG × N_AG × (1 − removed − burnt × C_f) + (1 + R_AG) × RS × renewed × N_BG);"
            + " N2O = N × (EF1 + FracLEACH × EF5) × 44/28",
        serves: ["V.3"],
        inputs: [
            MethodInput(
                "crop",
                .choice([
                    "unspecified", "grains", "winter-wheat", "spring-wheat", "barley", "oats", "maize",
                    "beans-and-pulses", "soybeans", "potatoes-and-tubers", "perennial-grass", "grass-clover",
                    "nitrogen-fixing-forage", "other-forage",
                ]), "The crop."),
            MethodInput("harvest", mass, "Harvest as weighed, with its moisture."),
            MethodInput("removed_share", .value(.share), "The part of the straw that is taken off the field."),
            MethodInput("burnt_share", .value(.share), "The part of the area on which residues are burnt."),
            MethodInput(
                "renewed_share", .value(.share), "The part of the area that is renewed in the year.",
                .value(1, source: "2019 Refinement Vol. 4 Eq. 11.6: 1 for annual crops")),
            soilMoisture,
            cropFactor("dry_matter", .value(.share), "Dry matter in the harvest.", "dry-matter"),
            cropFactor(
                "residue_ratio", .value(.number), "R_AG: residue above ground for each unit of dry crop.",
                "residue-ratio"),
            cropFactor("nitrogen_above", .value(.share), "N_AG: nitrogen in residue above ground.", "nitrogen-above"),
            cropFactor("root_ratio", .value(.number), "RS: roots for each unit above ground.", "root-ratio"),
            cropFactor("nitrogen_below", .value(.share), "N_BG: nitrogen in roots.", "nitrogen-below"),
            cropFactor(
                "burnt_part", .value(.share), "C_f: the part of burnt residue that is really consumed.", "burnt-part"),
        ] + directSoilInputs + indirectSoilInputs,
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let left = 1 - values["removed_share"] - values["burnt_share"] * values["burnt_part"]
        guard left >= 0 else {
            throw .outOfRange(
                input: "removed_share", value: values["removed_share"], allowed: "with the burnt part at most 1")
        }
        let crop = values["harvest"] * values["dry_matter"]
        let above = crop * values["residue_ratio"]
        let nitrogen = calculation.note(
            "nitrogen in residues",
            "\(above) t × \(values["nitrogen_above"]) × \(left) + \(crop + above) t × "
                + calculation.spelled(["root_ratio", "renewed_share", "nitrogen_below"]),
            above * values["nitrogen_above"] * left
                + (crop + above) * values["root_ratio"] * values["renewed_share"] * values["nitrogen_below"], "t")
        let drivers = ["harvest", "dry_matter"]
        calculation.emitNitrousOxide(nitrogen, ["ef_other"], of: drivers, "direct")
        calculation.emitNitrousOxide(nitrogen, ["leached", "ef_leached"], of: drivers, "leached")
    }
}
