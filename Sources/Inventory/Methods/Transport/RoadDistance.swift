import Quantities

private let distance = MethodInput.Kind.value(.quantity(.distance))

extension Methods {
    /// Road transport by distance: of all traffic inside, of trips that the city induces, of its residents, by fuel use.
    static let roadDistance: [Method] = [vehicleDistance, inducedDistance, residentDistance, distanceByFuelUse]

    private static let gases: [Gas] = [.co2, .ch4Combustion, .n2o]

    /// Columns that name a vehicle, and its factors per distance.
    private static func rows(_ columns: [MethodInput]) -> MethodInput {
        let factors = ["co2", "ch4", "n2o"].map { gas in
            MethodInput(
                "ef_\(gas)", .value(.rate(.mass, per: .distance)), "\(gas.uppercased()) per distance.",
                .factor(subject: "transport-activity/vehicle-km/{vehicle}/{fuel}", property: gas))
        }
        return MethodInput(
            "vehicles",
            .table(
                [
                    MethodInput("vehicle", .choice(TransportWords.vehicles), "The class of vehicle."),
                    MethodInput("fuel", .choice(TransportWords.fuels), "What it runs on."),
                ] + columns + factors),
            "Distance by class of vehicle and fuel; electric vehicles stand with electricity.")
    }

    private static let part = MethodInput(
        "part", .choice(["inside", "outside"]),
        "What the line counts: kilometres inside the boundary (scope 1) or beyond it (scope 3).")

    private static let insideShare = MethodInput(
        "inside_share", .value(.share), "The part of the crossing trips' distance that lies inside the boundary.")

    private static let vehicleDistance = Method.ofQuantities(
        "road-vehicle-km", title: "Road transport, by vehicle-kilometres inside the boundary",
        source: "GPC 2014 §7.3.1 (geographic method); IPCC 2006 Vol. 2 Eq. 3.2.5",
        formula: "E_gas = Σ distance × EF_gas",
        serves: ["II.1.1"], inputs: [rows([MethodInput("distance", distance, "Distance driven inside.")])], gases: gases
    ) { calculation throws(MethodProblem) in
        try calculation.drive(columns: ["distance"]) { $0["distance"] }
    }

    private static let inducedDistance = Method.ofQuantities(
        "road-induced-km", title: "Road transport, by trips that begin or end in the city",
        source: "GPC 2014 §7.3.1 (induced activity)",
        formula: "E = Σ (internal + crossing × counted × inside) × EF; beyond: crossing × counted × (1 − inside)",
        serves: ["II.1.1", "II.1.3"],
        inputs: [
            rows([
                MethodInput("internal", distance, "Distance of trips that begin and end inside."),
                MethodInput("crossing", distance, "Whole distance of trips that begin or end inside, not both."),
            ]), insideShare,
            MethodInput(
                "counted", .value(.share), "The part of crossing trips that counts for this city.",
                .value(0.5, source: "GPC 2014 §7.3.1: half of each trip belongs to its other end")),
            part,
        ],
        gases: gases
    ) { calculation throws(MethodProblem) in
        let (inside, counted) = (calculation.values["inside_share"], calculation.values["counted"])
        let isInside = calculation.values.word("part") == "inside"
        try calculation.drive(columns: ["internal", "crossing"]) { row in
            let crossing = row["crossing"] * counted
            return isInside ? row["internal"] + crossing * inside : crossing * (1 - inside)
        }
    }

    private static let residentDistance = Method.ofQuantities(
        "road-resident-km", title: "Road transport, by the driving of residents",
        source: "GPC 2014 §7.3.1 (resident activity)", formula: "E = Σ distance × inside × EF; beyond: × (1 − inside)",
        serves: ["II.1.1", "II.1.3"],
        inputs: [
            rows([MethodInput("distance", distance, "Distance driven by residents anywhere.")]), insideShare, part,
        ],
        gases: gases
    ) { calculation throws(MethodProblem) in
        let inside = calculation.values["inside_share"]
        let share = calculation.values.word("part") == "inside" ? inside : 1 - inside
        try calculation.drive(columns: ["distance"]) { $0["distance"] * share }
    }

    private static let distanceByFuelUse = Method.ofQuantities(
        "road-fuel-use", title: "Road transport, by distance and the vehicles' fuel use",
        source: "GPC 2014 §7.3.1; IPCC 2006 Vol. 2 Eq. 3.2.6, Tables 1.2, 3.2.1, 3.2.2",
        formula: "E_gas = Σ distance × fuel use × NCV × EF_gas", serves: ["II.1.1", "II.1.3"],
        inputs: [
            MethodInput(
                "vehicles",
                .table(
                    [
                        MethodInput("label", .text, "What the vehicles are, in the city's words.", .optional),
                        MethodInput("fuel", .choice(TransportWords.roadFuels), "What they burn."),
                        MethodInput(
                            "control",
                            .choice(["any", "uncontrolled", "oxidation-catalyst", "low-mileage-1995-or-later"]),
                            "Exhaust treatment; gasoline needs one of the last three, other fuels any."),
                        MethodInput("distance", distance, "Distance driven."),
                        MethodInput("fuel_use", .value(.rate(.mass, per: .distance)), "Mass of fuel per distance."),
                        FuelAmount.netCalorificValue,
                    ] + emissionFactors(subject: "mobile/road/{fuel}/{control}")), "Distance and fuel use by vehicle.")
        ],
        gases: gases
    ) { calculation throws(MethodProblem) in
        for row in try calculation.values.someRows("vehicles") {
            try row.refuseNegative(
                ["distance", "fuel_use", "ncv", "ef_co2", "ef_ch4", "ef_n2o"], in: "vehicles")
            let energy = calculation.note(
                "energy of the fuel", "\(row["distance"]) km × \(row["fuel_use"]) t/km × \(row["ncv"]) MWh/t",
                row["distance"] * row["fuel_use"] * row["ncv"], "MWh")
            calculation.emitThree(energy, "MWh", row, name: row.word("fuel"))
        }
    }
}

extension Calculation {
    /// Emits what the vehicles of the table emit over the distance that counts of each row.
    fileprivate mutating func drive(
        columns: [String], counted: (CalculationValues) -> Double
    ) throws(MethodProblem) {
        for row in try values.someRows("vehicles") {
            try row.refuseNegative(columns + ["ef_co2", "ef_ch4", "ef_n2o"], in: "vehicles")
            emitThree(counted(row), "km", row, name: "\(row.word("vehicle")), \(row.word("fuel"))")
        }
    }

    /// Emits the three gases of a row for an amount of its activity.
    mutating func emitThree(
        _ amount: Double, _ unit: String, _ row: CalculationValues, name: String
    ) {
        let gases: [(String, Gas)] = [("ef_co2", .co2), ("ef_ch4", .ch4Combustion), ("ef_n2o", .n2o)]
        for (input, gas) in gases {
            emit(
                gas, amount * row[input], proportionalTo: [],
                "\(name): \(amount) \(unit) × \(row[input]) t/\(unit)")
        }
    }
}
