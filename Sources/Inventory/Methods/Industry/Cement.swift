import Quantities

private let mass = MethodInput.Kind.value(.quantity(.mass))

extension Methods {
    /// Cement: carbon dioxide of the clinker, never of the cement, which may be half slag.
    static let cement: [Method] = [cementClinker, cementProduction]

    /// t CO2 and t CaO in a tonne of calcium carbonate (IPCC 2006 Vol. 3 Table 2.1 and Eq. 2.4).
    private static let carbonDioxideOfLimestone = 0.43971
    private static let limeOfLimestone = 0.5603

    private static let clinkerQuality: [MethodInput] = [
        MethodInput(
            "cao_share", .value(.share), "Calcium oxide (CaO) in the clinker, by mass.",
            .factor(subject: "industry/cement", property: "cao-share")),
        MethodInput(
            "cao_from_elsewhere", .value(.share),
            "CaO in the clinker that came from slag, ash or other material without carbonate, by mass of clinker.",
            .value(0, source: "IPCC 2006 Vol. 3 Eq. 2.4: all CaO from carbonate, where nothing else is known")),
        MethodInput(
            "kiln_dust_correction", .value(.number), "Correction for kiln dust that is not returned to the kiln.",
            .factor(subject: "industry/cement", property: "kiln-dust-correction")),
    ]

    private static let cementClinker = Method.ofQuantities(
        "cement-clinker", title: "Cement, by clinker produced", source: "IPCC 2006 Vol. 3 Eq. 2.2 and 2.4",
        formula: "CO2 = clinker × CaO share ÷ 0.5603 × 0.43971 × dust correction", serves: ["IV.1"],
        inputs: [MethodInput("clinker", mass, "Clinker burnt in kilns inside the boundary.")] + clinkerQuality,
        gases: [.co2]
    ) { calculation throws(MethodProblem) in
        try emitClinker(calculation.values["clinker"], drivers: ["clinker"], &calculation)
    }

    private static let cementProduction = Method.ofQuantities(
        "cement-production", title: "Cement, by cement produced", source: "IPCC 2006 Vol. 3 Eq. 2.1 and 2.4, Table 2.2",
        formula: "CO2 = (cement × clinker share − clinker bought + clinker sold) × EF of clinker", serves: ["IV.1"],
        inputs: [
            MethodInput(
                "cement_type",
                .choice([
                    "portland", "masonry", "slag-modified-portland", "portland-blast-furnace-slag", "portland-pozzolan",
                    "pozzolan-modified-portland", "slag-cement",
                ]), "The kind of cement: it says how much clinker is in it."),
            MethodInput("cement", mass, "Cement produced inside the boundary."),
            MethodInput(
                "clinker_share", .value(.share), "Clinker in the cement, by mass.",
                .factor(subject: "industry/cement/{cement_type}", property: "clinker-share")),
            MethodInput("clinker_bought", mass, "Clinker that came from kilns outside the boundary."),
            MethodInput("clinker_sold", mass, "Clinker burnt inside the boundary that left it unground."),
        ] + clinkerQuality,
        gases: [.co2]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let clinker = values["cement"] * values["clinker_share"] - values["clinker_bought"] + values["clinker_sold"]
        guard clinker >= 0 else {
            throw .outOfRange(
                input: "clinker_bought", value: values["clinker_bought"], allowed: "at most the clinker in the cement")
        }
        calculation.note(
            "clinker burnt",
            calculation.spelled(["cement", "clinker_share"])
                + " − \(values["clinker_bought"]) t + \(values["clinker_sold"]) t",
            clinker, "t")
        let isAllOwn = values["clinker_bought"] == 0 && values["clinker_sold"] == 0
        try emitClinker(clinker, drivers: isAllOwn ? ["cement", "clinker_share"] : [], &calculation)
    }

    private static func emitClinker(
        _ clinker: Double, drivers: [String], _ calculation: inout Calculation
    ) throws(MethodProblem) {
        let values = calculation.values
        let (lime, elsewhere) = (values["cao_share"], values["cao_from_elsewhere"])
        guard elsewhere <= lime else {
            throw .outOfRange(input: "cao_from_elsewhere", value: elsewhere, allowed: "at most the CaO share \(lime)")
        }
        guard values["kiln_dust_correction"] >= 1 else {
            throw .outOfRange(
                input: "kiln_dust_correction", value: values["kiln_dust_correction"], allowed: "1 or more")
        }
        let factor = calculation.note(
            "emission factor of clinker",
            "(\(lime) − \(elsewhere)) ÷ 0.5603 × 0.43971 × \(values["kiln_dust_correction"])",
            (lime - elsewhere) / limeOfLimestone * carbonDioxideOfLimestone * values["kiln_dust_correction"], "t/t")
        calculation.emit(
            .co2, clinker * factor,
            proportionalTo: drivers + ["kiln_dust_correction"] + (elsewhere == 0 ? ["cao_share"] : []),
            "\(clinker) t × \(factor) t/t")
    }
}
