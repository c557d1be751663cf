import Quantities

extension Methods {
    /// Road transport by Euro class: methane and nitrous oxide follow the engine and the road, carbon dioxide the fuel.
    static let roadEuroClass: [Method] = [
        .ofQuantities(
            "road-euro-class", title: "Road transport, by Euro class and driving",
            source: "IPCC 2006 Vol. 2 Eq. 3.2.1 and 3.2.5, Tables 1.2, 3.2.1 and 3.2.5 (COPERT IV)",
            formula: "CO2 = Σ distance × fuel use × NCV × EF; CH4, N2O = Σ distance × EF",
            serves: ["II.1.1", "II.1.3"],
            inputs: [
                MethodInput("vehicles", .table(classColumns), "Distance by vehicle, fuel, Euro class and driving.")
            ],
            gases: [.co2, .ch4Combustion, .n2o]
        ) { calculation throws(MethodProblem) in
            for row in try calculation.values.someRows("vehicles") {
                try row.refuseNegative(
                    ["distance", "fuel_use", "ncv", "ef_co2", "ef_ch4", "ef_n2o"], in: "vehicles")
                calculation.emitClass(row)
            }
        }
    ]

    private static let classColumns: [MethodInput] =
        [
            MethodInput(
                "vehicle",
                .choice(["car", "light-truck", "truck-under-16-t", "truck-over-16-t", "heavy-vehicle", "bus"]),
                "The kind of vehicle; heavy-vehicle for those on gasoline."),
            MethodInput("fuel", .choice(["motor-gasoline", "diesel-oil", "lpg"]), "What it burns."),
            MethodInput(
                "euro", .choice(["pre-euro", "euro-1", "euro-2", "euro-3", "euro-3-and-later", "euro-4", "any"]),
                "Its Euro class; any for trucks and buses."),
            MethodInput(
                "driving", .choice(["urban-cold", "urban-hot", "urban", "rural", "highway"]),
                "Where and how it drives; cars and light trucks tell a cold engine from a hot one in the city."),
            MethodInput("distance", .value(.quantity(.distance)), "Distance driven."),
            MethodInput("fuel_use", .value(.rate(.mass, per: .distance)), "Mass of fuel per distance."),
            FuelAmount.netCalorificValue,
            MethodInput(
                "ef_co2", .value(.rate(.mass, per: .energy)), "CO2 per energy burnt.",
                .factor(subject: "mobile/road/{fuel}/any", property: "co2")),
        ]
        + ["ch4", "n2o"].map { gas in
            MethodInput(
                "ef_\(gas)", .value(.rate(.mass, per: .distance)), "\(gas.uppercased()) per distance.",
                .factor(subject: "mobile/road-class/{vehicle}/{fuel}/{euro}/{driving}", property: gas))
        }
}

extension Calculation {
    fileprivate mutating func emitClass(_ row: CalculationValues) {
        let name = ["vehicle", "fuel", "euro", "driving"].map { row.word($0) }.joined(separator: ", ")
        let distance = row["distance"]
        emit(
            .co2, distance * row["fuel_use"] * row["ncv"] * row["ef_co2"], proportionalTo: [],
            "\(name): \(distance) km × \(row["fuel_use"]) t/km × \(row["ncv"]) MWh/t × \(row["ef_co2"]) t/MWh")
        emit(
            .ch4Combustion, distance * row["ef_ch4"], proportionalTo: [],
            "\(name): \(distance) km × \(row["ef_ch4"]) t/km")
        emit(.n2o, distance * row["ef_n2o"], proportionalTo: [], "\(name): \(distance) km × \(row["ef_n2o"]) t/km")
    }
}
