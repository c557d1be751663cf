import Quantities

extension Methods {
    /// Transport by what it carries: people and goods over a distance.
    static let carriedDistance: [Method] = [passengerDistance, freightDistance]

    private static let lines = ["II.1.1", "II.1.3", "II.2.1", "II.2.3", "II.3.1", "II.3.3", "II.4.1", "II.4.3"]

    private static let passengerDistance = Method.ofQuantities(
        "passenger-km", title: "Transport, by passenger-kilometres",
        source: "GHG Protocol Cross-Sector Tools V2.0 (2024), Mobile Combustion – Public; GPC 2014 §7.3–7.6",
        formula: "E_gas = passenger-km × EF_gas", serves: lines,
        inputs: [
            MethodInput("mode", .choice(TransportWords.passengerModes), "How people travel."),
            MethodInput("activity", .value(.quantity(.passengerDistance)), "Passengers times distance."),
        ]
            + ["co2", "ch4", "n2o"].map { gas in
                MethodInput(
                    "ef_\(gas)", .value(.rate(.mass, per: .passengerDistance)),
                    "\(gas.uppercased()) per passenger-kilometre.",
                    .factor(subject: "transport-activity/passenger-km/{mode}", property: gas))
            },
        gases: [.co2, .ch4Combustion, .n2o]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.co2, "activity", times: "ef_co2")
        calculation.emit(.ch4Combustion, "activity", times: "ef_ch4")
        calculation.emit(.n2o, "activity", times: "ef_n2o")
    }

    private static let freightDistance = Method.ofQuantities(
        "tonne-km", title: "Freight, by tonne-kilometres",
        source:
            "GHG Protocol Cross-Sector Tools V2.0 (2024), Mobile Combustion – Freight (CO2 alone); GPC 2014 §7.3–7.6",
        formula: "CO2 = tonne-km × EF", serves: lines,
        inputs: [
            MethodInput("mode", .choice(TransportWords.freightModes), "How goods travel."),
            MethodInput(
                "fuel", .choice(TransportWords.fuels), "What the vehicle runs on; “any” where the factor does not tell."
            ),
            MethodInput("activity", .value(.quantity(.freightDistance)), "Tonnes times distance."),
            MethodInput(
                "ef_co2", .value(.rate(.mass, per: .freightDistance)), "CO2 per tonne-kilometre.",
                .factor(subject: "transport-activity/tonne-km/{mode}/{fuel}", property: "co2")),
        ],
        gases: [.co2]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.co2, "activity", times: "ef_co2")
    }
}
