import Quantities

extension Methods {
    /// Composting and digestion. Both gases count: composting without its N2O would be a third too low under AR5.
    static let biologicalTreatment: [Method] = [
        Method(
            "biological-treatment", title: "Composting and anaerobic digestion",
            source: "IPCC 2006 Vol. 5 Ch. 4 Eq. 4.1 and 4.2, Table 4.1; GPC 2014 Eq. 8.5",
            formula: "CH4 = M × EF_CH4 − R; N2O = M × EF_N2O",
            serves: ["III.2"],
            inputs: [
                MethodInput(
                    "mass", .value(.quantity(.mass)), "Organic waste treated in the year, by the basis chosen."),
                MethodInput(
                    "treatment", .choice(["composting", "anaerobic-digestion"]), "How the waste is treated."),
                MethodInput(
                    "basis", .choice(["wet", "dry"]), "Whether the mass is the waste as it comes or its dry matter."),
                MethodInput(
                    "ef_ch4", .value(.rate(.mass, per: .mass)), "Emission factor of CH4, per mass of waste.",
                    .factor(subject: "biological-treatment/{treatment}/{basis}", property: "ch4")),
                MethodInput(
                    "ef_n2o", .value(.rate(.mass, per: .mass)), "Emission factor of N2O, per mass of waste.",
                    .factor(subject: "biological-treatment/{treatment}/{basis}", property: "n2o")),
                MethodInput(
                    "recovered_methane", .value(.quantity(.mass)),
                    "R: methane flared or used that the emission factor does not already leave out.",
                    .value(0, source: "IPCC 2006 Vol. 5 Eq. 4.1: zero where none is recovered")),
            ],
            gases: [.ch4Biogenic, .n2o]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            try values.refuseNegative(["mass", "ef_ch4", "ef_n2o", "recovered_methane"])
            try calculation.emitMethane(
                values["mass"] * values["ef_ch4"], recovered: values["recovered_methane"], input: "recovered_methane",
                drivers: ["mass", "ef_ch4"], "\(values["mass"]) t × \(values["ef_ch4"]) t/t")
            calculation.emit(
                .n2o, values["mass"] * values["ef_n2o"], proportionalTo: ["mass", "ef_n2o"],
                "\(values["mass"]) t × \(values["ef_n2o"]) t/t")
        }
    ]
}
