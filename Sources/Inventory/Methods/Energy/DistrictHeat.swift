import Quantities

private let energy = MethodInput.Kind.value(.quantity(.energy))

extension Methods {
    /// Heat of a network: by the supplier's factor, or from what its plants burn.
    static let districtHeat: [Method] = [heatByFactor, heatFromFuels]

    private static let lines = ["I.1.2", "I.2.2", "I.3.2", "I.4.2", "I.5.2", "I.6.2"]
    private static let lossLines = ["I.1.3", "I.2.3", "I.3.3", "I.4.3", "I.5.3", "I.6.3"]

    private static let heatByFactor = Method.ofQuantities(
        "district-heat", title: "District heat, by the supplier's factor",
        source: "GPC 2014 §6.5; the factor is the supplier's", formula: "E = heat × factor", serves: lines,
        inputs: [
            MethodInput("heat", energy, "Heat used, metered at the users."),
            MethodInput("ef", .value(.rate(.mass, per: .energy)), "The supplier's factor for heat delivered."),
            MethodInput("ef_gas", .choice(["co2", "co2e"]), "Whether the factor states CO2 or CO2e."),
        ],
        gases: [.co2, .unsplit]
    ) { calculation throws(MethodProblem) in
        calculation.emit(calculation.values.word("ef_gas") == "co2" ? .co2 : .unsplit, "heat", times: "ef")
    }

    private static let heatFromFuels = Method.ofQuantities(
        "district-heat-fuels", title: "District heat, from the fuels of its plants",
        source: "GPC 2014 §6.5–6.6; IPCC 2006 Vol. 2 Eq. 2.1, Table 2.2",
        formula: "E = Σ fuel × EF × heat ÷ heat produced; heat at the users, lost for it, or both",
        serves: lines + lossLines,
        inputs: [
            FuelMix.input,
            MethodInput("heat_produced", energy, "Heat that the plants fed into the network in the year."),
            MethodInput("heat_used", energy, "Heat used on this line, metered at the users."),
            MethodInput("loss_share", .value(.share), "Heat lost in the network, of the heat fed in."),
            MethodInput(
                "part", .choice(["used", "lost", "used-and-lost"]),
                "What the line counts: the heat used (scope 2), the heat lost on its way (scope 3), or both."),
        ],
        gases: [.co2, .co2Biogenic, .ch4Combustion, .ch4Biogenic, .n2o]
    ) { calculation throws(MethodProblem) in
        let values = calculation.values
        let (produced, used, loss) = (values["heat_produced"], values["heat_used"], values["loss_share"])
        guard produced > 0 else {
            throw .outOfRange(input: "heat_produced", value: produced, allowed: "more than zero")
        }
        guard loss < 1 else { throw .outOfRange(input: "loss_share", value: loss, allowed: "below 1") }
        let fed = calculation.note("heat fed in for it", "\(used) MWh ÷ (1 − \(loss))", used / (1 - loss), "MWh")
        // The two meters never agree to the last digit.
        guard fed <= produced * (1 + 1e-9) else {
            throw .outOfRange(input: "heat_used", value: used, allowed: "at most the heat produced less its losses")
        }
        let heat: Double =
            switch values.word("part") {
            case "used": used
            case "lost": fed - used
            default: fed
            }
        let part = calculation.note("part of the plants' emissions", "\(heat) ÷ \(produced)", heat / produced, "")
        try calculation.burnMix(part: part, "\(part)")
    }
}
