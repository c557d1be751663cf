import Quantities

extension Methods {
    /// Industrial wastewater that is treated on site or let out, not sent to the municipal sewer.
    static let industrialWastewater: [Method] = [industrialMethane, industrialNitrousOxide]

    private static let industries = [
        "alcohol-refining", "beer-and-malt", "coffee", "dairy", "fish-processing", "meat-and-poultry",
        "organic-chemicals",
        "petroleum-refineries", "plastics-and-resins", "pulp-and-paper", "soap-and-detergents", "starch",
        "sugar-refining",
        "vegetable-oils", "vegetables-fruits-juices", "wine-and-vinegar", "iron-and-steel", "nitrogen-fertiliser",
    ]

    private static let industrialColumns: [MethodInput] = [
        MethodInput("industry", .choice(industries), "The branch of industry."),
        MethodInput("production", .value(.quantity(.mass)), "P: the branch's product in the year."),
        MethodInput(
            "wastewater", .value(.rate(.volume, per: .mass)), "W: wastewater for each tonne of product.",
            .factor(subject: "wastewater/industry/{industry}", property: "wastewater")),
    ]

    private static let industrialMethane = Method(
        "industrial-wastewater-methane", title: "Industrial wastewater, methane",
        source: "IPCC 2006 Vol. 5 Ch. 6 Eq. 6.4–6.6, Tables 6.8 and 6.9; GPC 2014 Eq. 8.10",
        formula: "CH4 = Σ (P × W × COD − S) × Bo × MCF − R",
        serves: ["III.4"],
        inputs: [
            MethodInput(
                "methane_capacity", .value(.rate(.mass, per: .mass)), "Bo: the most methane that COD can give.",
                .factor(subject: "wastewater/industry", property: "methane-capacity")),
            MethodInput(
                "streams",
                .table(
                    industrialColumns + [
                        MethodInput(
                            "cod", .value(.rate(.mass, per: .volume)), "COD: degradable organics in the wastewater.",
                            .factor(subject: "wastewater/industry/{industry}", property: "cod")),
                        MethodInput(
                            "treatment",
                            .choice([
                                "untreated", "aerobic-plant-well-managed", "aerobic-plant-overloaded",
                                "anaerobic-sludge-digester",
                                "anaerobic-reactor", "anaerobic-shallow-lagoon", "anaerobic-deep-lagoon",
                            ]), "How the wastewater is treated."),
                        MethodInput(
                            "mcf", .value(.share), "MCF of the treatment.",
                            .factor(subject: "wastewater/industry-treatment/{treatment}", property: "mcf")),
                        MethodInput(
                            "sludge_removed", .value(.quantity(.mass)),
                            "S: organics taken out as sludge, as COD, in the year.",
                            .value(0, source: "IPCC 2006 Vol. 5 Eq. 6.4: zero where no sludge is removed")),
                        MethodInput(
                            "methane_recovered", .value(.quantity(.mass)), "R: methane flared or used in the year.",
                            .value(0, source: "IPCC 2006 Vol. 5 Eq. 6.4: the default for recovery is zero")),
                    ]), "Branches of industry and how each treats its wastewater."),
        ],
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative(["methane_capacity"])
        for row in try values.someRows("streams") {
            try row.refuseNegative(
                ["production", "wastewater", "cod", "sludge_removed", "methane_recovered"], in: "streams")
            let organics = calculation.note(
                "organics, \(row.word("industry"))",
                "\(row["production"]) t × \(row["wastewater"]) m3/t × \(row["cod"]) t/m3",
                row["production"] * row["wastewater"] * row["cod"], "t COD")
            let sludge = row["sludge_removed"]
            guard sludge <= organics * (1 + 1e-9) else {
                throw .outOfRange(
                    input: "streams.sludge_removed", value: sludge,
                    allowed: "at most the \(organics) t COD of the stream")
            }
            try calculation.emitMethane(
                max(0, organics - sludge) * values["methane_capacity"] * row["mcf"],
                recovered: row["methane_recovered"],
                input: "streams.methane_recovered", drivers: ["methane_capacity"],
                "(\(organics) − \(sludge)) t COD × \(values["methane_capacity"]) × \(row["mcf"])")
        }
    }

    private static let industrialNitrousOxide = Method(
        "industrial-wastewater-nitrous-oxide", title: "Industrial wastewater, nitrous oxide (2019 Refinement)",
        source: "2019 Refinement Vol. 5 Ch. 6 Eq. 6.11–6.14, Tables 6.8A, 6.10C, 6.12",
        formula: "TN = P × W × TN; N2O = Σ TN × EF × 44/28 + Σ TN × (1 − N_REM) × EF_effluent × 44/28",
        serves: ["III.4"],
        inputs: [
            MethodInput(
                "ef_effluent", .value(.rate(.mass, per: .mass)), "EF_EFFLUENT: N2O-N of nitrogen discharged.",
                .factor(subject: "wastewater/effluent", property: "n2o-n")),
            MethodInput(
                "streams",
                .table(
                    industrialColumns + [
                        MethodInput(
                            "nitrogen", .value(.rate(.mass, per: .volume)), "TN: nitrogen in the wastewater.",
                            .factor(subject: "wastewater/industry/{industry}", property: "nitrogen")),
                        MethodInput(
                            "treatment", .choice(["untreated", "aerobic-plant"]), "How the wastewater is treated."),
                        MethodInput(
                            "ef_plant", .value(.rate(.mass, per: .mass)), "EF: N2O-N of nitrogen treated.",
                            .factor(subject: "wastewater/industry-treatment/{treatment}", property: "n2o-n")),
                        MethodInput(
                            "nitrogen_removed", .value(.share), "N_REM: nitrogen that treatment takes out.",
                            .factor(subject: "wastewater/industry-treatment/{treatment}", property: "nitrogen-removed")),
                    ]), "Branches of industry and how each treats its wastewater."),
        ],
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative(["ef_effluent"])
        for row in try values.someRows("streams") {
            try row.refuseNegative(["production", "wastewater", "nitrogen", "ef_plant"], in: "streams")
            let nitrogen = calculation.note(
                "nitrogen, \(row.word("industry"))",
                "\(row["production"]) t × \(row["wastewater"]) m3/t × \(row["nitrogen"]) t/m3",
                row["production"] * row["wastewater"] * row["nitrogen"], "t N")
            calculation.emitNitrousOxide(
                nitrogen, plant: row["ef_plant"], removed: row["nitrogen_removed"], effluent: values["ef_effluent"],
                drivers: [])
        }
    }
}
