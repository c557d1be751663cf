import Quantities

extension Methods {
    private static let pathways2019 = [
        "aerobic-plant-primary", "aerobic-plant-secondary", "aerobic-plant-tertiary", "anaerobic-reactor",
        "anaerobic-shallow-lagoon", "flowing-sewer", "stagnant-sewer", "septic-tank",
        "septic-system-with-soil-dispersal",
        "latrine-dry-household", "latrine-dry-communal", "latrine-wet", "untreated",
    ]

    static let dischargePlaces = ["any-water", "reservoir-lake-estuary", "other-water", "none"]

    static let domesticMethane2019 = Method(
        "domestic-wastewater-methane-2019", title: "Domestic wastewater, methane (2019 Refinement)",
        source: "2019 Refinement Vol. 5 Ch. 6 Eq. 6.1–6.3D, Tables 6.2–6.4, 6.6B",
        formula: "CH4 = Σ (TOW_j − S_j) × Bo × MCF_j − R_j + Σ TOW_j × (1 − TOW_REM_j) × Bo × MCF_discharge",
        serves: ["III.4"],
        inputs: organicMatter + [
            MethodInput(
                "pathways",
                .table(
                    pathwayUse + [
                        MethodInput("pathway", .choice(pathways2019), "How the wastewater is treated."),
                        MethodInput(
                            "industry", .value(.number), "I: extra organic matter of industry in the same sewer.",
                            .factor(subject: "wastewater/2019/{pathway}", property: "industry")),
                        MethodInput(
                            "mcf", .value(.share), "MCF of the treatment.",
                            .factor(subject: "wastewater/2019/{pathway}", property: "mcf")),
                        MethodInput(
                            "discharge", .choice(dischargePlaces), "Where the treated or untreated water is let out."),
                        MethodInput(
                            "organics_removed", .value(.share), "TOW_REM: organic matter that treatment takes out.",
                            .factor(subject: "wastewater/2019/{pathway}", property: "organics-removed")),
                        MethodInput(
                            "discharge_mcf", .value(.share), "MCF of the water that receives it.",
                            .factor(subject: "wastewater/2019/discharge/{discharge}", property: "mcf")),
                    ] + removedOrganics), "Who uses which pathway; U × T makes 1 in sum.")
        ],
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative(["population", "bod", "methane_capacity"])
        for row in try pathways(values) {
            let organics = try treatedMethane(row, &calculation)
            let left = organics * (1 - row["organics_removed"])
            calculation.emit(
                .ch4Biogenic, left * values["methane_capacity"] * row["discharge_mcf"],
                proportionalTo: ["population", "bod", "methane_capacity"],
                "\(left) t BOD discharged × \(values["methane_capacity"]) × \(row["discharge_mcf"])")
        }
    }

    static let domesticNitrousOxide2019 = Method(
        "domestic-wastewater-nitrous-oxide-2019", title: "Domestic wastewater, nitrous oxide (2019 Refinement)",
        source: "2019 Refinement Vol. 5 Ch. 6 Eq. 6.7–6.10A, Tables 6.8A, 6.10A–6.10C",
        formula:
            "TN_j = people × U × T × protein supply × FPC × F_NPR × N_HH × F_NON-CON × F_IND-COM; "
            + "N2O = Σ TN_j × EF_j × 44/28 + Σ TN_j × (1 − N_REM_j) × EF_effluent × 44/28",
        serves: ["III.4"],
        inputs: [
            MethodInput("population", .value(.quantity(.people)), "People whose wastewater it is."),
            MethodInput(
                "protein_supply", .value(.rate(.mass, per: .people)),
                "Protein supplied per person; without a unit, t in one year.",
                .factor(subject: "wastewater/domestic", property: "protein")),
            MethodInput(
                "protein_consumed", .value(.share), "FPC: the part of the supply that is eaten.",
                .factor(subject: "wastewater/2019", property: "protein-consumed")),
            MethodInput(
                "nitrogen_in_protein", .value(.share), "F_NPR: nitrogen in protein.",
                .factor(subject: "wastewater/domestic", property: "nitrogen-in-protein")),
            MethodInput(
                "household_nitrogen", .value(.number), "N_HH: nitrogen of household products.",
                .factor(subject: "wastewater/2019", property: "household-nitrogen")),
            MethodInput(
                "not_consumed", .value(.number), "F_NON-CON: protein that is not eaten and reaches the sewer.",
                .factor(subject: "wastewater/2019", property: "not-consumed")),
            MethodInput(
                "ef_effluent", .value(.rate(.mass, per: .mass)), "EF_EFFLUENT: N2O-N of nitrogen discharged.",
                .factor(subject: "wastewater/effluent", property: "n2o-n")),
            MethodInput(
                "pathways",
                .table(
                    pathwayUse + [
                        MethodInput("pathway", .choice(pathways2019), "How the wastewater is treated."),
                        MethodInput(
                            "industry", .value(.number), "F_IND-COM: protein of industry and trade in the same sewer.",
                            .factor(subject: "wastewater/2019/{pathway}", property: "industry-nitrogen")),
                        MethodInput(
                            "ef_plant", .value(.rate(.mass, per: .mass)), "EF: N2O-N of nitrogen treated.",
                            .factor(subject: "wastewater/2019/{pathway}", property: "n2o-n")),
                        MethodInput(
                            "nitrogen_removed", .value(.share), "N_REM: nitrogen that treatment takes out.",
                            .factor(subject: "wastewater/2019/{pathway}", property: "nitrogen-removed")),
                    ]), "Who uses which pathway; U × T makes 1 in sum."),
        ],
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let common = ["population", "protein_supply", "household_nitrogen", "not_consumed"]
        try values.refuseNegative(common + ["ef_effluent"])
        let shared = common + ["protein_consumed", "nitrogen_in_protein"]
        let nitrogen = shared.reduce(1) { $0 * values[$1] }
        for row in try pathways(values) {
            try row.refuseNegative(["ef_plant"], in: "pathways")
            let part = calculation.note(
                "nitrogen, \(row.word("pathway"))",
                "\(nitrogen) t × \(row["population_share"]) × \(row["use"]) × \(row["industry"])",
                nitrogen * row["population_share"] * row["use"] * row["industry"], "t N")
            calculation.emitNitrousOxide(
                part, plant: row["ef_plant"], removed: row["nitrogen_removed"], effluent: values["ef_effluent"],
                drivers: shared)
        }
    }
}

extension Calculation {
    /// Emits N2O of a plant and of what it discharges; the factors are N2O-N, hence 44/28.
    mutating func emitNitrousOxide(
        _ nitrogen: Double, plant: Double, removed: Double, effluent: Double, drivers: [String]
    ) {
        emit(
            .n2o, nitrogen * plant * Methods.nitrousOxideOfNitrogen, proportionalTo: drivers,
            "\(nitrogen) t N × \(plant) × 44/28")
        emit(
            .n2o, nitrogen * (1 - removed) * effluent * Methods.nitrousOxideOfNitrogen,
            proportionalTo: drivers + ["ef_effluent"], "\(nitrogen) t N × (1 − \(removed)) × \(effluent) × 44/28")
    }
}
