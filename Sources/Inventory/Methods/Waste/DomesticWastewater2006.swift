import Quantities

extension Methods {
    /// Domestic wastewater by both editions; a city chooses one and stays with it.
    static let domesticWastewater: [Method] = [
        domesticMethane2006, domesticNitrousOxide2006, domesticMethane2019, domesticNitrousOxide2019,
    ]

    /// Inputs of organic matter that both editions share.
    static let organicMatter: [MethodInput] = [
        MethodInput("population", .value(.quantity(.people)), "People whose wastewater it is."),
        MethodInput(
            "bod", .value(.rate(.mass, per: .people)), "BOD: organic matter per person; without a unit, t in one year.",
            .factor(subject: "wastewater/domestic", property: "bod")),
        MethodInput(
            "methane_capacity", .value(.rate(.mass, per: .mass)), "Bo: the most methane that BOD can give.",
            .factor(subject: "wastewater/domestic", property: "methane-capacity")),
    ]

    /// Columns that say who uses a pathway: shares multiply (U × T), they do not divide the population.
    static let pathwayUse: [MethodInput] = [
        MethodInput("group", .text, "A name for the people of this row, such as rural or urban.", .optional),
        MethodInput("population_share", .value(.share), "U: the part of all people who are in the group."),
        MethodInput("use", .value(.share), "T: the part of the group whose wastewater takes this pathway."),
    ]

    static let removedOrganics: [MethodInput] = [
        MethodInput(
            "sludge_removed", .value(.quantity(.mass)), "S: organic matter taken out as sludge, as BOD, in the year.",
            .value(0, source: "IPCC 2006 Vol. 5 Eq. 6.1: the default for sludge removal is zero")),
        MethodInput(
            "methane_recovered", .value(.quantity(.mass)), "R: methane flared or used in the year.",
            .value(0, source: "IPCC 2006 Vol. 5 Eq. 6.1: the default for recovery is zero")),
    ]

    private static let pathways2006 = [
        "sea-river-lake", "stagnant-sewer", "flowing-sewer", "aerobic-plant-well-managed", "aerobic-plant-overloaded",
        "anaerobic-sludge-digester", "anaerobic-reactor", "anaerobic-shallow-lagoon", "anaerobic-deep-lagoon",
        "septic-system", "latrine-dry-household", "latrine-dry-communal", "latrine-wet", "latrine-sediment-removal",
    ]

    private static let domesticMethane2006 = Method(
        "domestic-wastewater-methane-2006", title: "Domestic wastewater, methane (2006)",
        source: "IPCC 2006 Vol. 5 Ch. 6 Eq. 6.1–6.3, Tables 6.2–6.4; GPC 2014 Eq. 8.9",
        formula: "CH4 = Σ [U × T × (people × BOD × I) − S] × Bo × MCF − R",
        serves: ["III.4"],
        inputs: organicMatter + [
            MethodInput(
                "pathways",
                .table(
                    pathwayUse + [
                        MethodInput("pathway", .choice(pathways2006), "Where the wastewater goes."),
                        MethodInput(
                            "industry", .value(.number), "I: extra organic matter of industry in the same sewer.",
                            .factor(subject: "wastewater/2006/{pathway}", property: "industry")),
                        MethodInput(
                            "mcf", .value(.share), "MCF: how much of the methane capacity is reached.",
                            .factor(subject: "wastewater/2006/{pathway}", property: "mcf")),
                    ] + removedOrganics), "Who uses which pathway; U × T makes 1 in sum.")
        ],
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative(["population", "bod", "methane_capacity"])
        for row in try pathways(values) {
            _ = try treatedMethane(row, &calculation)
        }
    }

    private static let domesticNitrousOxide2006 = Method(
        "domestic-wastewater-nitrous-oxide-2006", title: "Domestic wastewater, nitrous oxide (2006)",
        source: "IPCC 2006 Vol. 5 Ch. 6 Eq. 6.7–6.9, Box 6.1, Table 6.11; GPC 2014 Eq. 8.11",
        formula:
            "N = people × protein × F_NPR × F_NON-CON × F_IND-COM − N_sludge − N_plants; "
            + "N2O = N × EF × 44/28 + people × T_plant × F_IND-COM × EF_plant",
        serves: ["III.4"],
        inputs: [
            MethodInput("population", .value(.quantity(.people)), "People whose wastewater it is."),
            MethodInput(
                "protein", .value(.rate(.mass, per: .people)),
                "Protein eaten per person; without a unit, t in one year.",
                .factor(subject: "wastewater/domestic", property: "protein")),
            MethodInput(
                "nitrogen_in_protein", .value(.share), "F_NPR: nitrogen in protein.",
                .factor(subject: "wastewater/domestic", property: "nitrogen-in-protein")),
            MethodInput(
                "not_consumed", .value(.number), "F_NON-CON: protein that is not eaten and reaches the sewer.",
                .factor(subject: "wastewater/2006", property: "not-consumed")),
            MethodInput(
                "industry", .value(.number), "F_IND-COM: protein of industry and trade in the same sewer.",
                .factor(subject: "wastewater/2006", property: "industry-nitrogen")),
            MethodInput(
                "sludge_nitrogen", .value(.quantity(.mass)), "Nitrogen taken out with sludge in the year.",
                .value(0, source: "IPCC 2006 Vol. 5 Eq. 6.8: the default is zero")),
            MethodInput(
                "ef_effluent", .value(.rate(.mass, per: .mass)), "EF_EFFLUENT: N2O-N of nitrogen discharged.",
                .factor(subject: "wastewater/effluent", property: "n2o-n")),
            MethodInput(
                "plant_share", .value(.share),
                "T_plant: the part of the people whose plant removes nitrogen on purpose; 0 where there is none."),
            MethodInput(
                "ef_plant", .value(.rate(.mass, per: .people)), "EF_PLANT: N2O per person and year at such plants.",
                .factor(subject: "wastewater/2006", property: "plant-n2o")),
        ],
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative([
            "population", "protein", "not_consumed", "industry", "sludge_nitrogen", "ef_effluent", "ef_plant",
        ])
        let plants = values["population"] * values["plant_share"] * values["industry"] * values["ef_plant"]
        let consumed = values["population"] * values["protein"] * values["nitrogen_in_protein"]
        let nitrogen = calculation.note(
            "nitrogen discharged",
            "\(consumed) t × \(values["not_consumed"]) × \(values["industry"]) − sludge \(values["sludge_nitrogen"]) t − plants",
            consumed * values["not_consumed"] * values["industry"] - values["sludge_nitrogen"] - plants
                / nitrousOxideOfNitrogen,
            "t N")
        guard nitrogen >= 0 else {
            throw .outOfRange(
                input: "sludge_nitrogen", value: values["sludge_nitrogen"],
                allowed: "at most the nitrogen in the wastewater")
        }
        // The part that plants give off lowers the effluent: only what shares no input can be called proportional.
        calculation.emit(
            .n2o, nitrogen * values["ef_effluent"] * nitrousOxideOfNitrogen, proportionalTo: ["ef_effluent"],
            "\(nitrogen) t N × \(values["ef_effluent"]) × 44/28")
        calculation.emit(
            .n2o, plants, proportionalTo: ["population", "plant_share", "industry", "ef_plant"],
            "\(values["population"]) × \(values["plant_share"]) × \(values["industry"]) × \(values["ef_plant"]) t")
    }
}

extension Methods {
    /// The pathways, whose U × T must make one whole.
    static func pathways(_ values: CalculationValues) throws(MethodProblem) -> [CalculationValues] {
        let rows = try values.someRows("pathways")
        for row in rows { try row.refuseNegative(["industry", "sludge_removed", "methane_recovered"], in: "pathways") }
        try rows.requireWhole("pathways", "population_share × use") { $0["population_share"] * $0["use"] }
        return rows
    }

    /// Emits the methane of treatment on one pathway and gives back its organic matter (TOW of the pathway) in t BOD.
    static func treatedMethane(
        _ row: CalculationValues, _ calculation: inout Calculation
    ) throws(MethodProblem) -> Double {
        let values = calculation.values
        let part = row["population_share"] * row["use"]
        let organics = calculation.note(
            "organic matter, \(row.word("pathway"))",
            "\(values["population"]) people × \(values["bod"]) t × \(part) × \(row["industry"])",
            values["population"] * values["bod"] * part * row["industry"], "t BOD")
        let sludge = row["sludge_removed"]
        guard sludge <= organics * (1 + 1e-9) else {
            throw .outOfRange(
                input: "pathways.sludge_removed", value: sludge, allowed: "at most the \(organics) t BOD of the pathway"
            )
        }
        let factor = values["methane_capacity"] * row["mcf"]
        try calculation.emitMethane(
            max(0, organics - sludge) * factor, recovered: row["methane_recovered"],
            input: "pathways.methane_recovered",
            drivers: sludge == 0 ? ["population", "bod", "methane_capacity"] : ["methane_capacity"],
            "(\(organics) − \(sludge)) t BOD × \(values["methane_capacity"]) × \(row["mcf"])")
        return organics
    }
}
