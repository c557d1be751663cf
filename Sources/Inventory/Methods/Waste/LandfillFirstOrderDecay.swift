import Quantities

extension Methods {
    /// Landfill methane from the full history of what was put down.
    static let landfillFirstOrderDecay = Method(
        "landfill-first-order-decay", title: "Landfill, first-order decay with waste history",
        source: "IPCC 2006 Vol. 5 Ch. 3 Eq. 3.1–3.6, Tables 2.4, 2.5, 3.1–3.3; 2019 Refinement Vol. 5 Tables 3.0, 3.1",
        formula:
            "CH4_T = (Σ DDOCm decayed_T × F × 16/12 − R_T) × (1 − OX); DDOCm = W × DOC × DOCf × MCF; "
            + "decayed_T = stock_(T−1) × (1 − e^−k)",
        serves: ["III.1"],
        inputs: [
            MethodInput(
                "waste",
                .table([
                    MethodInput("year", .year, "The year in which the waste was put down."),
                    MethodInput("fraction", .choice(WasteFraction.names), "The kind of waste."),
                    MethodInput("mass", .value(.quantity(.mass)), "Its wet mass."),
                    landfillSite,
                ]), "All waste put down, by year, kind and site; best for fifty years or more.")
        ] + landfillDecay,
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        var decay = FirstOrderDecay()
        let values = calculation.values
        for row in try values.someRows("waste") {
            try row.refuseNegative(["mass"], in: "waste")
            guard let fraction = WasteFraction(rawValue: row.word("fraction")) else { continue }
            try decay.deposit(
                row["mass"] * values["waste_correction"], of: fraction, at: row.word("site"), in: Int(row["year"]),
                values)
        }
        try decay.emit(into: &calculation)
    }

    /// Methane of the whole life of one year's waste, booked in that year.
    static let landfillMethaneCommitment = Method(
        "landfill-methane-commitment", title: "Landfill, methane commitment",
        source: "GPC 2014 Eq. 8.1, 8.3 and 8.4; DOC IPCC 2006 Vol. 5 Table 2.4, MCF Table 3.1, OX Table 3.2",
        formula: "CH4 = W × L0 × (1 − recovered) × (1 − OX); L0 = MCF × Σ (share × DOC) × DOCf × F × 16/12",
        serves: ["III.1"],
        inputs: [
            MethodInput("mass", .value(.quantity(.mass)), "Wet mass of the waste put down in the year."),
            wasteComposition,
            landfillSite,
            MethodInput(
                "mcf", .value(.share), "MCF: methane correction factor of the site.",
                .factor(subject: "landfill/site/{site}", property: "mcf")),
            MethodInput(
                "docf", .value(.share), "DOCf: the part of the degradable carbon that decays.",
                .factor(subject: "landfill/decaying-part/gpc", property: "docf")),
            MethodInput(
                "recovered_share", .value(.share), "The part of the methane that is flared or used.",
                .value(0, source: "IPCC 2006 Vol. 5 §3.2.3: the default for methane recovery is zero")),
        ] + landfillGas + landfillCarbon,
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative(["mass"])
        let carbon = try carbonContent(values)
        calculation.note("DOC", "Σ share × DOC", carbon, "t C/t")
        let potential = calculation.note(
            "L0", "\(values["mcf"]) × \(carbon) × \(values["docf"]) × \(values["methane_fraction"]) × 16/12",
            values["mcf"] * carbon * values["docf"] * values["methane_fraction"] * methaneOfCarbon, "t CH4/t")
        let kept = (1 - values["recovered_share"]) * (1 - values["oxidation"])
        calculation.emit(
            .ch4Biogenic, values["mass"] * potential * kept,
            proportionalTo: ["mass", "mcf", "docf", "methane_fraction"],
            "\(values["mass"]) t × \(potential) × \(kept)")
    }

    /// Degradable carbon in a tonne of mixed waste; inert parts hold none.
    private static func carbonContent(_ values: CalculationValues) throws(MethodProblem) -> Double {
        let rows = try values.someRows("composition")
        try rows.requireWhole("composition", "share") { $0["share"] }
        var carbon = 0.0
        for row in rows {
            guard let fraction = WasteFraction(rawValue: row.word("fraction")), fraction.decay != nil else { continue }
            guard let content = values.optional(fraction.carbonInput) else { throw .missingInput(fraction.carbonInput) }
            carbon += row["share"] * content
        }
        return carbon
    }
}
