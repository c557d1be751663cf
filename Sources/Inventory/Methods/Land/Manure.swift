import Quantities

extension Methods {
    /// Manure in stables and stores: one row for each kind of animal and each system.
    static let manure: [Method] = [
        Method.ofQuantities(
            "manure-management", title: "Manure management",
            source:
                "2019 Refinement Vol. 4 Eq. 10.22, 10.22A, 10.25 to 10.30,"
                + " Tables 10.13A, 10.14, 10.19, 10.21, 10.22, 10A.5 and 11.3",
            formula:
                "CH4 = animals × weight × share × VS rate × EF;"
                + " N2O = animals × weight × share × N rate × (EF3 + FracGas × EF4 + FracLeach × EF5) × 44/28",
            serves: ["V.1"], inputs: manureInputs, gases: [.ch4Biogenic, .n2o]
        ) { calculation throws(MethodProblem) in
            let values = calculation.values
            let manure = ["heads", "weight", "system_share"]
            let weight = manure.reduce(1) { $0 * values[$1] }
            let solids = calculation.note(
                "volatile solids",
                calculation.spelled(manure + ["volatile_solids_rate"]),
                weight * values["volatile_solids_rate"], "t")
            calculation.emit(
                .ch4Biogenic, solids * values["ef_ch4"], proportionalTo: manure + ["volatile_solids_rate", "ef_ch4"],
                "\(solids) t × \(values["ef_ch4"]) t/t")
            let nitrogen = calculation.note(
                "nitrogen",
                calculation.spelled(manure + ["nitrogen_rate"]),
                weight * values["nitrogen_rate"], "t")
            let drivers = manure + ["nitrogen_rate"]
            calculation.emitNitrousOxide(nitrogen, ["ef_n2o_n"], of: drivers, "in the store")
            calculation.emitNitrousOxide(nitrogen, ["volatilised", "ef_volatilised"], of: drivers, "volatilised")
            calculation.emitNitrousOxide(nitrogen, ["leached", "ef_leached"], of: drivers, "leached")
        }
    ]

    /// Systems of Table 10.18. Nitrous oxide of pasture counts with managed soils; its methane counts here.
    private static let systems = [
        "solid-storage", "dry-lot", "daily-spread", "liquid-slurry-crust", "liquid-slurry-open",
        "liquid-slurry-covered",
        "pit-below-animals", "lagoon", "digester", "pasture",
    ]

    private static let climates = [
        "cool-temperate-moist", "cool-temperate-dry", "warm-temperate-moist", "warm-temperate-dry",
    ]

    private static let ratio = MethodInput.Kind.value(.rate(.mass, per: .mass))

    private static let manureInputs: [MethodInput] = [
        MethodInput("animal", .choice(ruminantsAndOthers + poultry), "The kind of animal."),
        MethodInput("heads", .value(.quantity(.heads)), "Animals kept on average through the year."),
        MethodInput("system", .choice(systems), "How their manure is kept."),
        MethodInput(
            "system_share", .value(.share),
            "The part of these animals' manure that is kept so; the shares of all systems of an animal make 1."),
        MethodInput(
            "climate", .choice(climates),
            "The climate: cool up to 10 °C mean temperature, moist where more rain falls than can evaporate."),
        animalWeight,
        MethodInput(
            "volatile_solids_rate", ratio,
            "Volatile solids excreted for each unit of weight; kg/t/day as in the tables, or for a whole year.",
            .factor(subject: "livestock/{animal}", property: "volatile-solids")),
        nitrogenRate,
        MethodInput(
            "ef_ch4", ratio, "Methane for each unit of volatile solids.",
            .factor(subject: "manure/{animal}/{system}/{climate}", property: "ch4")),
        MethodInput(
            "ef_n2o_n", ratio, "EF3: N2O-N for each unit of nitrogen in the store.",
            .factor(subject: "manure/system/{system}", property: "n2o-n")),
        MethodInput(
            "volatilised", .value(.share), "FracGas: the part of the nitrogen lost as ammonia and NOx.",
            .factor(subject: "manure/{animal}/{system}", property: "volatilised")),
        MethodInput(
            "leached", .value(.share), "FracLeach: the part of the nitrogen that leaches out.",
            .factor(subject: "manure/{animal}/{system}", property: "leached")),
        MethodInput(
            "ef_volatilised", ratio, "EF4: N2O-N for each unit of nitrogen that comes down again.",
            .factor(subject: "manure/climate/{climate}", property: "n2o-n-volatilised")),
        MethodInput(
            "ef_leached", ratio, "EF5: N2O-N for each unit of nitrogen leached.",
            .factor(subject: "manure/leaching", property: "n2o-n-leached")),
    ]
}
