import Quantities

extension Methods {
    /// Animals: methane of digestion, and nitrogen that grazing animals leave on pasture.
    static let livestock: [Method] = [entericFermentation, grazingAnimals]

    /// Animals by the names of inputs and factors; other regions than Eastern Europe add their own factors.
    static let ruminantsAndOthers = [
        "dairy-cattle", "other-cattle", "buffalo", "sheep", "goats", "horses", "mules-and-asses", "fattening-pigs",
        "breeding-pigs",
    ]
    static let poultry = ["laying-hens", "pullets", "broilers", "turkeys", "ducks"]

    /// Weight and excretion, by which both gases of manure are computed.
    static let animalWeight = MethodInput(
        "weight", .value(.rate(.mass, per: .heads)), "Typical weight of one animal.",
        .factor(subject: "livestock/{animal}", property: "weight"))
    static let nitrogenRate = MethodInput(
        "nitrogen_rate", .value(.rate(.mass, per: .mass)),
        "Nitrogen excreted for each unit of animal weight; kg/t/day as in the tables, or for the whole year.",
        .factor(subject: "livestock/{animal}", property: "nitrogen"))

    private static let entericFermentation = Method.ofQuantities(
        "enteric-fermentation", title: "Enteric fermentation",
        source: "2019 Refinement Vol. 4 Eq. 10.19, Tables 10.10 and 10.11", formula: "CH4 = animals × EF",
        serves: ["V.1"],
        inputs: [
            MethodInput("animal", .choice(ruminantsAndOthers + ["deer"]), "The kind of animal."),
            MethodInput(
                "heads", .value(.quantity(.heads)),
                "Animals kept on average through the year; for those that live less than a year, number × days ÷ 365."
            ),
            MethodInput(
                "ef_ch4", .value(.rate(.mass, per: .heads)), "Methane of one animal in one year.",
                .factor(subject: "livestock/enteric/{animal}", property: "ch4")),
        ],
        gases: [.ch4Biogenic]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.ch4Biogenic, "heads", times: "ef_ch4")
    }

    private static let grazingAnimals = Method.ofQuantities(
        "grazing-animals", title: "Nitrous oxide from dung and urine on pasture",
        source: "2019 Refinement Vol. 4 Eq. 11.1, 11.5, 11.9 and 11.10, Tables 11.1 and 11.3",
        formula:
            "N = animals × weight × N rate × grazing share;"
            + " N2O = N × (EF3 + FracGASM × EF4 + FracLEACH × EF5) × 44/28",
        serves: ["V.3"],
        inputs: [
            MethodInput("animal", .choice(ruminantsAndOthers + poultry), "The kind of animal."),
            MethodInput("heads", .value(.quantity(.heads)), "Animals kept on average through the year."),
            MethodInput("grazing_share", .value(.share), "The part of their dung and urine that falls on pasture."),
            soilMoisture, animalWeight, nitrogenRate,
            MethodInput(
                "ef_cattle_poultry_pigs", .value(.rate(.mass, per: .mass)),
                "EF3: N2O-N of grazing cattle, poultry and pigs.",
                .factor(subject: "soils/{moisture}", property: "n2o-n-grazing-cattle-poultry-pigs")),
            MethodInput(
                "ef_sheep_others", .value(.rate(.mass, per: .mass)), "EF3: N2O-N of grazing sheep and other animals.",
                .factor(subject: "soils/{moisture}", property: "n2o-n-grazing-sheep-others")),
        ] + indirectSoilInputs,
        gases: [.n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let isOther = ["sheep", "goats", "horses", "mules-and-asses"].contains(values.word("animal"))
        let factor = isOther ? "ef_sheep_others" : "ef_cattle_poultry_pigs"
        let drivers = ["heads", "grazing_share", "weight", "nitrogen_rate"]
        let nitrogen = drivers.reduce(1) { $0 * values[$1] }
        calculation.note(
            "nitrogen on pasture",
            calculation.spelled(drivers),
            nitrogen, "t")
        calculation.emitNitrousOxide(nitrogen, [factor], of: drivers, "on pasture")
        calculation.emitNitrousOxide(nitrogen, ["volatilised_organic", "ef_volatilised"], of: drivers, "volatilised")
        calculation.emitNitrousOxide(nitrogen, ["leached", "ef_leached"], of: drivers, "leached")
    }
}

extension Calculation {
    /// Emits N2O of a mass of nitrogen (t) that runs through a chain of shares and factors (kg N2O-N per kg N).
    mutating func emitNitrousOxide(_ nitrogen: Double, _ chain: [String], of drivers: [String], _ what: String) {
        let part = chain.reduce(nitrogen) { $0 * values[$1] }
        guard part != 0 else { return }
        let factors = chain.map { String(values[$0]) }.joined(separator: " × ")
        emit(
            .n2o, part * Methods.nitrousOxideOfNitrogen, proportionalTo: drivers + chain,
            "\(what): \(nitrogen) t N × \(factors) × 44/28")
    }
}
