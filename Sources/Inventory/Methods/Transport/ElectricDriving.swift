import Quantities

extension Methods {
    /// Electric transport where only distance is known; metered electricity goes by the grid's own methods.
    static let electricDriving: [Method] = [byElectricDistance]

    private static let byElectricDistance = Method.ofQuantities(
        "electric-distance", title: "Electric vehicles, by distance",
        source: "GPC 2014 §7.3.2, §7.4; the grid factor's own source",
        formula: "E = Σ distance × use ÷ (1 − charging loss) × grid factor", serves: ["II.1.2", "II.2.2", "II.5.2"],
        inputs: [
            MethodInput(
                "vehicles",
                .table([
                    MethodInput("label", .text, "What the vehicles are, in the city's words.", .optional),
                    MethodInput("distance", .value(.quantity(.distance)), "Distance driven."),
                    MethodInput(
                        "energy_use", .value(.rate(.energy, per: .distance)), "Electricity from the battery or wire."),
                ]), "Distance and use by kind of vehicle."),
            MethodInput(
                "charging_loss", .value(.share),
                "Electricity lost in charging, of that drawn at the meter; 0 where the use is measured at the meter."),
        ] + factorChoice,
        gases: [.co2, .unsplit]
    ) { calculation throws(MethodProblem) in
        let loss = calculation.values["charging_loss"]
        guard loss < 1 else { throw .outOfRange(input: "charging_loss", value: loss, allowed: "below 1") }
        var used = 0.0
        for row in try calculation.values.someRows("vehicles") {
            try row.refuseNegative(["distance", "energy_use"], in: "vehicles")
            used += calculation.note(
                "electricity used", "\(row["distance"]) km × \(row["energy_use"]) MWh/km",
                row["distance"] * row["energy_use"], "MWh")
        }
        let drawn = calculation.note("electricity drawn", "\(used) MWh ÷ (1 − \(loss))", used / (1 - loss), "MWh")
        let grid = try calculation.gridFactor()
        calculation.emit(
            grid.gas, drawn * grid.value, proportionalTo: grid.drivers, "\(drawn) MWh × \(grid.value) t/MWh")
    }
}
