import Quantities

private let number = MethodInput.Kind.value(.number)
private let share = MethodInput.Kind.value(.share)

extension Methods {
    /// Road transport of residents from a travel survey: how often, how far, by what, and how many share a vehicle.
    static let residentTrips: [Method] = [byTravelSurvey]

    private static let modes: [MethodInput] =
        [
            MethodInput("vehicle", .choice(TransportWords.vehicles), "The class of vehicle."),
            MethodInput("fuel", .choice(TransportWords.fuels), "What it runs on."),
            MethodInput("trip_share", share, "The part of all trips made this way; walking and others have no row."),
            MethodInput(
                "trip_length", .value(.quantity(.distance)), "Mean length of a trip made this way."),
            MethodInput("occupancy", number, "People in a vehicle, driver included."),
        ]
        + ["co2", "ch4", "n2o"].map { gas in
            MethodInput(
                "ef_\(gas)", .value(.rate(.mass, per: .distance)), "\(gas.uppercased()) per distance of a vehicle.",
                .factor(subject: "transport-activity/vehicle-km/{vehicle}/{fuel}", property: gas))
        }

    private static let byTravelSurvey = Method.ofQuantities(
        "road-resident-trips", title: "Road transport, by the trips of residents",
        source: "GPC 2014 §7.3.1 (resident activity); IPCC 2006 Vol. 2 Eq. 3.2.5",
        formula:
            "E = Σ residents × trips × days × trip share × length ÷ occupancy × inside × EF; beyond: × (1 − inside)",
        serves: ["II.1.1", "II.1.3"],
        inputs: [
            MethodInput("residents", .value(.quantity(.people)), "Residents to whom the survey applies."),
            MethodInput("trips_per_day", number, "Trips of a resident on a day, by all ways of travelling."),
            MethodInput("days", number, "Days of the year to which that number applies: 365 for a mean of all days."),
            MethodInput("modes", .table(modes), "Trips in motor vehicles, by vehicle."),
            MethodInput("inside_share", share, "The part of the distance that lies inside the boundary."),
            MethodInput(
                "part", .choice(["inside", "outside"]),
                "What the line counts: kilometres inside the boundary (scope 1) or beyond it (scope 3)."),
        ],
        gases: [.co2, .ch4Combustion, .n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        guard values["days"] <= 366 else {
            throw .outOfRange(input: "days", value: values["days"], allowed: "at most 366")
        }
        let inside = values["inside_share"]
        let part = values.word("part") == "inside" ? inside : 1 - inside
        let trips = calculation.note(
            "trips in the year", calculation.spelled(["residents", "trips_per_day", "days"]),
            values["residents"] * values["trips_per_day"] * values["days"], "trips")
        let modes = try values.someRows("modes")
        // Shares of a survey are rounded; more than all trips is a mistake.
        let whole = modes.reduce(0) { $0 + $1["trip_share"] }
        guard whole <= 1 + shareTolerance else {
            throw .outOfRange(input: "modes.trip_share", value: whole, allowed: "at most 1 in sum over the rows")
        }
        for row in modes {
            try row.refuseNegative(["trip_length", "occupancy", "ef_co2", "ef_ch4", "ef_n2o"], in: "modes")
            guard row["occupancy"] >= 1 else {
                throw .outOfRange(
                    input: "modes.occupancy", value: row["occupancy"], allowed: "1 or more: somebody drives")
            }
            let name = "\(row.word("vehicle")), \(row.word("fuel"))"
            let distance = calculation.note(
                "distance of \(name)",
                "\(trips) × \(row["trip_share"]) × \(row["trip_length"]) km ÷ \(row["occupancy"]) × \(part)",
                trips * row["trip_share"] * row["trip_length"] / row["occupancy"] * part, "km")
            calculation.emitThree(distance, "km", row, name: name)
        }
    }
}
