import Quantities

private let energy = MethodInput.Kind.value(.quantity(.energy))

extension Methods {
    /// Heat and power from one plant: three ways to share out its fuel. Shares of heat and power make 1 under each.
    static let combinedHeatAndPower: [Method] = [byEnergy, byEfficiency, byExergy]

    private static let lines = ["I.1.2", "I.2.2", "I.3.2", "I.4.1", "I.4.2", "I.4.4", "I.5.2", "I.6.2"]
    private static let gases: [Gas] = [.co2, .co2Biogenic, .ch4Combustion, .ch4Biogenic, .n2o]

    private static let plant: [MethodInput] = [
        FuelMix.input,
        MethodInput("electricity", energy, "Net electricity that the plant gave off."),
        MethodInput("heat", energy, "Useful heat that the plant gave off."),
        MethodInput("product", .choice(["heat", "electricity", "both"]), "What the line counts."),
        MethodInput(
            "used", energy, "How much of the product is used on the line; all of it where it is left out.", .optional),
    ]

    private static let byEnergy = Method.ofQuantities(
        "chp-energy", title: "Heat and power, shared by energy",
        source: "GHG Protocol, Allocation of GHG Emissions from a CHP Plant (2006), energy content method",
        formula: "share of heat = H ÷ (H + P)", serves: lines, inputs: plant, gases: gases
    ) { calculation throws(MethodProblem) in
        try calculation.shareOut(heatWeight: 1, electricityWeight: 1)
    }

    private static let byEfficiency = Method.ofQuantities(
        "chp-efficiency", title: "Heat and power, shared by efficiency",
        source: "GHG Protocol, Allocation of GHG Emissions from a CHP Plant (2006), efficiency method; "
            + "Covenant of Mayors guidebook",
        formula: "share of heat = (H ÷ e_H) ÷ (H ÷ e_H + P ÷ e_P)", serves: lines,
        inputs: plant + [
            MethodInput(
                "heat_efficiency", .value(.share), "Efficiency of making heat alone.",
                .factor(subject: "chp/reference", property: "heat-efficiency")),
            MethodInput(
                "electricity_efficiency", .value(.share), "Efficiency of making electricity alone.",
                .factor(subject: "chp/reference", property: "electricity-efficiency")),
        ], gases: gases
    ) { calculation throws(MethodProblem) in
        for name in ["heat_efficiency", "electricity_efficiency"] where calculation.values[name] == 0 {
            throw .outOfRange(input: name, value: 0, allowed: "more than zero")
        }
        let values = calculation.values
        try calculation.shareOut(
            heatWeight: 1 / values["heat_efficiency"], electricityWeight: 1 / values["electricity_efficiency"])
    }

    private static let byExergy = Method(
        "chp-exergy", title: "Heat and power, shared by exergy",
        source:
            "GHG Protocol, Allocation of GHG Emissions from a CHP Plant (2006), work potential method; Carnot factor",
        formula: "share of heat = C × H ÷ (C × H + P), C = 1 − (T0 + 273.15) ÷ (T + 273.15)", serves: lines,
        inputs: plant + [
            MethodInput("heat_temperature", .value(.number), "Mean temperature of the heat, in °C."),
            MethodInput("ambient_temperature", .value(.number), "Mean temperature outside, in °C."),
        ], gases: gases
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        try values.refuseNegative(["electricity", "heat", "used"])
        let (hot, cold) = (values["heat_temperature"], values["ambient_temperature"])
        guard cold > -100, cold < 100 else {
            throw .outOfRange(input: "ambient_temperature", value: cold, allowed: "between -100 and 100 °C")
        }
        guard hot > cold, hot < 2_000 else {
            throw .outOfRange(
                input: "heat_temperature", value: hot, allowed: "above the temperature outside and below 2000 °C")
        }
        let carnot = calculation.note(
            "Carnot factor", "1 − (\(cold) + 273.15) ÷ (\(hot) + 273.15)", 1 - (cold + 273.15) / (hot + 273.15), "")
        try calculation.shareOut(heatWeight: carnot, electricityWeight: 1)
    }
}

extension Calculation {
    /// Emits the product's part of the plant's emissions, with a weight on each MWh of heat and of electricity.
    fileprivate mutating func shareOut(heatWeight: Double, electricityWeight: Double) throws(MethodProblem) {
        let (heat, power) = (values["heat"] * heatWeight, values["electricity"] * electricityWeight)
        guard heat + power > 0, (heat + power).isFinite else {
            throw .outOfRange(input: "heat", value: values["heat"], allowed: "more than zero, with the electricity")
        }
        let shareOfHeat = note("share of heat", "\(heat) ÷ (\(heat) + \(power))", heat / (heat + power), "")
        let product = values.word("product")
        guard product != "both" else {
            guard values.optional("used") == nil else {
                throw .wrongKind(input: "used", expected: "left out where both products are counted")
            }
            return try burnMix(part: 1, "1")
        }
        let share = product == "heat" ? shareOfHeat : 1 - shareOfHeat
        let used = try usedPart(of: product)
        let part = note("part of the plant's emissions", "\(share) × \(used)", share * used, "")
        try burnMix(part: part, "\(part)")
    }

    private func usedPart(of product: String) throws(MethodProblem) -> Double {
        guard let used = values.optional("used") else { return 1 }
        let all = values[product]
        guard used <= all * (1 + 1e-9) else {
            throw .outOfRange(input: "used", value: used, allowed: "at most the \(all) MWh that the plant gave off")
        }
        return all > 0 ? used / all : 0
    }
}
