import Quantities

extension Methods {
    /// Transport by the fuel that was sold or used: road, rail, water, air and machines.
    static let transportFuel: [Method] = [roadFuel, railFuel, waterborneFuel, aviationFuel, offRoadFuel]

    private static let gases: [Gas] = [.co2, .co2Biogenic, .ch4Combustion, .n2o]

    private static let blend = MethodInput(
        "biogenic_share", .value(.share), "Biofuel blended into the fuel, by energy: its CO2 stands beside the total.",
        .value(0, source: "IPCC 2006 Vol. 2 §3.2.1.1: fuel without a stated blend counts as fossil"))

    /// The part of the fuel that a line counts; all of it unless the city divides it.
    private static func boundary(_ meaning: String, source: String) -> MethodInput {
        MethodInput("boundary_share", .value(.share), meaning, .value(1, source: source))
    }

    private static func method(
        _ name: String, _ title: String, table: String, lines: [String], inputs: [MethodInput], subject: String,
        boundary: MethodInput
    ) -> Method {
        .ofQuantities(
            name, title: title, source: "IPCC 2006 Vol. 2 \(table), net calorific values Table 1.2",
            formula: "E_gas = fuel energy × boundary share × EF_gas", serves: lines,
            inputs: inputs + FuelAmount.any + [boundary, blend] + emissionFactors(subject: subject), gases: gases
        ) { calculation throws(MethodProblem) in
            let fuel = try calculation.fuelEnergy()
            let stage = try calculation.stageShare()
            let counted = calculation.note(
                "energy counted", "\(fuel.energy) MWh × \(calculation.values["boundary_share"]) × \(stage)",
                fuel.energy * calculation.values["boundary_share"] * stage, "MWh")
            calculation.burn(
                counted, drivers: fuel.drivers + ["boundary_share"],
                biogenicShare: calculation.values["biogenic_share"])
        }
    }

    private static let roadFuel = method(
        "road-fuel", "Road transport, by fuel sold", table: "Eq. 3.2.1 and 3.2.3, Tables 3.2.1 and 3.2.2",
        lines: ["II.1.1"],
        inputs: [
            MethodInput("fuel", .choice(TransportWords.roadFuels), "The fuel sold for vehicles inside the boundary."),
            MethodInput(
                "control", .choice(["any", "uncontrolled", "oxidation-catalyst", "low-mileage-1995-or-later"]),
                "Exhaust treatment of the fleet; gasoline needs one of the last three, other fuels any.",
                .word("any", source: "IPCC 2006 Vol. 2 Table 3.2.2: one factor for every fuel but gasoline")),
        ], subject: "mobile/road/{fuel}/{control}",
        boundary: boundary(
            "The part of the fuel sold that this line counts, where a survey of those who fill up divides it.",
            source: "GPC 2014 §7.3.1: fuel sold inside the boundary counts in full under scope 1 unless it is divided"))

    private static let railFuel = method(
        "rail-fuel", "Railways, by fuel used", table: "Eq. 3.4.1, Table 3.4.1", lines: ["II.2.1", "II.2.3"],
        inputs: [MethodInput("fuel", .choice(["diesel-oil", "sub-bituminous-coal"]), "The fuel of the engines.")],
        subject: "mobile/rail/{fuel}",
        boundary: boundary(
            "The part of the fuel burnt on tracks that this line counts, such as by length of track or by trains.",
            source: "GPC 2014 §7.4: fuel of lines inside the boundary counts in full unless it is divided"))

    private static let waterborneFuel = method(
        "waterborne-fuel", "Waterborne transport, by fuel used", table: "Eq. 3.5.1, Table 3.5.3",
        lines: ["II.3.1", "II.3.3"], inputs: [MethodInput("fuel", .choice(["diesel-oil"]), "The fuel of the ships.")],
        subject: "mobile/waterborne/{fuel}",
        boundary: boundary(
            "The part of the fuel that this line counts, such as by distance on waters inside the boundary.",
            source: "GPC 2014 §7.5: fuel of trips inside the boundary counts in full unless it is divided"))

    private static let aviationFuel = method(
        "aviation-fuel", "Aviation, by fuel used", table: "Eq. 3.6.1, Tables 3.6.4 and 3.6.5",
        lines: ["II.4.1", "II.4.3"],
        inputs: [
            MethodInput(
                "fuel", .choice(["jet-kerosene", "aviation-gasoline", "jet-gasoline"]), "The fuel of the aircraft."),
            MethodInput(
                "stage", .choice(["whole-flight", "landing-and-take-off", "cruise"]),
                "What the line counts: landing and take-off, the flight between them, or both.",
                .word("whole-flight", source: "GPC 2014 §7.6: scope 3 holds the whole of departing flights")),
            MethodInput(
                "lto_share", .value(.share),
                "The part of the fuel burnt in landing and take-off; not needed for whole flights.", .optional),
        ], subject: "mobile/aviation/{fuel}",
        boundary: boundary(
            "The part of the fuel that this line counts, such as by the airport's passengers from the city.",
            source: "GPC 2014 §7.6: an airport's fuel counts in full unless it is divided between cities"))

    private static let offRoadFuel = method(
        "off-road-fuel", "Off-road machines, by fuel used", table: "Eq. 3.3.1, Table 3.3.1", lines: ["II.5.1"],
        inputs: [
            MethodInput("fuel", .choice(["diesel-oil", "motor-gasoline"]), "The fuel of the machines."),
            MethodInput(
                "machines",
                .choice(
                    ["agriculture", "forestry", "industry", "household"]
                        + [
                            "agriculture-2-stroke", "agriculture-4-stroke", "forestry-2-stroke", "household-2-stroke",
                            "household-4-stroke", "industry-2-stroke", "industry-4-stroke",
                        ]), "Where they work; for gasoline also how the engine works."),
        ], subject: "mobile/off-road-{machines}/{fuel}",
        boundary: boundary(
            "The part of the fuel that this line counts.",
            source: "GPC 2014 §7.7: fuel of machines inside the boundary counts in full"))
}

extension Calculation {
    /// The part of a flight's fuel that belongs to the stage of the flight that is counted; 1 for other transport.
    fileprivate func stageShare() throws(MethodProblem) -> Double {
        let stage = values.word("stage")
        guard stage == "landing-and-take-off" || stage == "cruise" else { return 1 }
        guard let share = values.optional("lto_share") else { throw .missingInput("lto_share") }
        return stage == "cruise" ? 1 - share : share
    }
}
