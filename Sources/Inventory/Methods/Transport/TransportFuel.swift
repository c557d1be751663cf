import Quantities

extension Methods {
    /// Transport by the fuel that was sold or used: road, rail, water, air and machines.
    static let transportFuel: [Method] = [roadFuel, railFuel, waterborneFuel, aviationFuel, offRoadFuel]

    private static let gases: [Gas] = [.co2, .co2Biogenic, .ch4Combustion, .n2o]

    private static let blend = MethodInput(
        "biogenic_share", .value(.share), "Biofuel blended into the fuel, by energy: its CO2 stands beside the total.",
        .value(0, source: "IPCC 2006 Vol. 2 §3.2.1.1: fuel without a stated blend counts as fossil"))

    private static func method(
        _ name: String, _ title: String, table: String, lines: [String], inputs: [MethodInput], subject: String
    ) -> Method {
        .ofQuantities(
            name, title: title, source: "IPCC 2006 Vol. 2 \(table), net calorific values Table 1.2",
            formula: "E_gas = fuel energy × EF_gas", serves: lines,
            inputs: inputs + FuelAmount.any + [blend] + emissionFactors(subject: subject), gases: gases
        ) { calculation throws(MethodProblem) in
            let fuel = try calculation.fuelEnergy()
            let isBlended = calculation.values["biogenic_share"] > 0
            calculation.burn(
                fuel.energy, drivers: fuel.drivers, biogenicShare: isBlended ? calculation.values["biogenic_share"] : 0)
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
        ], subject: "mobile/road/{fuel}/{control}")

    private static let railFuel = method(
        "rail-fuel", "Railways, by fuel used", table: "Eq. 3.4.1, Table 3.4.1", lines: ["II.2.1", "II.2.3"],
        inputs: [MethodInput("fuel", .choice(["diesel-oil", "sub-bituminous-coal"]), "The fuel of the engines.")],
        subject: "mobile/rail/{fuel}")

    private static let waterborneFuel = method(
        "waterborne-fuel", "Waterborne transport, by fuel used", table: "Eq. 3.5.1, Table 3.5.3",
        lines: ["II.3.1", "II.3.3"], inputs: [MethodInput("fuel", .choice(["diesel-oil"]), "The fuel of the ships.")],
        subject: "mobile/waterborne/{fuel}")

    private static let aviationFuel = method(
        "aviation-fuel", "Aviation, by fuel used", table: "Eq. 3.6.1, Tables 3.6.4 and 3.6.5",
        lines: ["II.4.1", "II.4.3"],
        inputs: [
            MethodInput(
                "fuel", .choice(["jet-kerosene", "aviation-gasoline", "jet-gasoline"]), "The fuel of the aircraft.")
        ], subject: "mobile/aviation/{fuel}")

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
        ], subject: "mobile/off-road-{machines}/{fuel}")
}
