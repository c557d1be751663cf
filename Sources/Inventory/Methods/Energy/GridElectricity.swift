import Quantities

private let energy = MethodInput.Kind.value(.quantity(.energy))
private let rate = Measure.rate(.mass, per: .energy)

extension Methods {
    /// Electricity of the grid: by place, by contract, and what is lost on the way.
    static let gridElectricity: [Method] = [locationBased, marketBased, networkLosses]

    private static let lines = ["I.1.2", "I.2.2", "I.3.2", "I.4.2", "I.5.2", "I.6.2", "II.1.2", "II.2.2", "II.5.2"]
    private static let lossLines = ["I.1.3", "I.2.3", "I.3.3", "I.4.3", "I.5.3", "I.6.3", "II.1.3", "II.2.3"]

    /// The grid factor's methodologies with the gas each states. They differ by a factor of two and are never mixed.
    fileprivate static let methodologies: [String: String] = [
        "aib-production-mix": "co2", "ember-life-cycle": "co2e", "owid-production": "co2e",
        "covenant-standard": "co2", "covenant-life-cycle": "co2e",
    ]

    /// The choice of a grid factor: a published series by name, or one of the city's own.
    static let factorChoice: [MethodInput] = [
        MethodInput(
            "methodology", .choice(methodologies.keys.sorted() + ["own-co2", "own-co2e"]),
            "Where the grid factor comes from; series differ in what they count, so one is chosen and kept."),
        MethodInput(
            "ef", .value(rate), "The city's own factor, with own-co2 or own-co2e; left out with a published series.",
            .optional),
    ]

    private static let locationBased = Method.ofQuantities(
        "grid-electricity", title: "Electricity from the grid, location-based",
        source: "GPC 2014 §6.5; GHG Protocol Scope 2 Guidance 2015 ch. 6; the factor's own source",
        formula: "E = electricity × grid factor", serves: lines,
        inputs: [MethodInput("electricity", energy, "Electricity used, metered at the users.")] + factorChoice,
        gases: [.co2, .unsplit]
    ) { calculation throws(MethodProblem) in
        let grid = try calculation.gridFactor()
        calculation.emit(
            grid.gas, calculation.values["electricity"] * grid.value, proportionalTo: ["electricity"] + grid.drivers,
            "\(calculation.spelled(["electricity"])) × \(grid.value) t/MWh")
    }

    private static let networkLosses = Method.ofQuantities(
        "grid-losses", title: "Losses of the electricity network",
        source: "GPC 2014 §6.6; losses by the network's own balance or the register",
        formula: "E = electricity × l ÷ (1 − l) × grid factor, l = losses ÷ electricity fed in", serves: lossLines,
        inputs: [
            MethodInput("electricity", energy, "Electricity used, metered at the users."),
            MethodInput(
                "loss_share", .value(.share), "Losses of transport and distribution, of the electricity fed in.",
                .factor(subject: "grid-electricity/losses", property: "loss-share")),
        ] + factorChoice,
        gases: [.co2, .unsplit]
    ) { calculation throws(MethodProblem) in
        let (used, loss) = (calculation.values["electricity"], calculation.values["loss_share"])
        guard loss < 1 else { throw .outOfRange(input: "loss_share", value: loss, allowed: "below 1") }
        let lost = calculation.note(
            "electricity lost", "\(used) MWh × \(loss) ÷ (1 − \(loss))", used * loss / (1 - loss), "MWh")
        let grid = try calculation.gridFactor()
        calculation.emit(
            grid.gas, lost * grid.value, proportionalTo: ["electricity"] + grid.drivers,
            "\(lost) MWh × \(grid.value) t/MWh")
    }

    private static let marketBased = Method.ofQuantities(
        "grid-electricity-market", title: "Electricity from the grid, market-based",
        source: "GHG Protocol Scope 2 Guidance 2015 ch. 6–7, Table 6.3; residual mix AIB",
        formula: "E = Σ contract energy × contract factor + rest × residual mix", serves: lines,
        inputs: [
            MethodInput("electricity", energy, "Electricity used, metered at the users."),
            MethodInput(
                "contracts",
                .table([
                    MethodInput("energy", energy, "Electricity that the contract or the cancelled guarantees cover."),
                    MethodInput("ef", .value(rate), "Factor that the supplier states, CO2e per energy."),
                ]), "Contracts and guarantees of origin cancelled for the city.", .optional),
            MethodInput(
                "ef_residual", .value(rate),
                "Factor of the residual mix, CO2e per energy; the register's value where it is left out.", .optional),
        ],
        gases: [.unsplit]
    ) { calculation throws(MethodProblem) in
        let contracts = calculation.values.rows("contracts")
        var covered = 0.0
        for contract in contracts {
            try contract.refuseNegative(["energy", "ef"], in: "contracts")
            covered += contract["energy"]
            calculation.emit(
                .unsplit, contract["energy"] * contract["ef"], proportionalTo: [],
                "\(contract["energy"]) MWh × \(contract["ef"]) t/MWh")
        }
        let rest = calculation.values["electricity"] - covered
        guard rest >= 0 else {
            throw .outOfRange(input: "contracts.energy", value: covered, allowed: "at most the electricity used")
        }
        guard rest > 0 else { return }
        let residual = try calculation.residualMix()
        calculation.emit(
            .unsplit, rest * residual.value,
            proportionalTo: (contracts.isEmpty ? ["electricity"] : []) + residual.drivers,
            "\(rest) MWh × \(residual.value) t/MWh")
    }
}

extension Calculation {
    /// The grid factor of the chosen methodology at the place and in the year, or the city's own.
    mutating func gridFactor() throws(MethodProblem) -> (value: Double, gas: Gas, drivers: [String]) {
        let methodology = values.word("methodology")
        guard let property = Methods.methodologies[methodology] else {
            guard let own = values.optional("ef") else { throw .missingInput("ef") }
            return (own, methodology == "own-co2" ? .co2 : .unsplit, ["ef"])
        }
        guard values.optional("ef") == nil else {
            throw .wrongKind(input: "ef", expected: "left out unless the methodology is own-co2 or own-co2e")
        }
        let value = try looked("grid-electricity", property, methodology, for: "ef")
        return (value, property == "co2" ? .co2 : .unsplit, [])
    }

    fileprivate mutating func residualMix() throws(MethodProblem) -> (value: Double, drivers: [String]) {
        if let given = values.optional("ef_residual") { return (given, ["ef_residual"]) }
        return (try looked("grid-electricity", "co2e", "aib-residual-mix", for: "ef_residual"), [])
    }

    private mutating func looked(
        _ subject: String, _ property: String, _ methodology: String, for input: String
    ) throws(MethodProblem) -> Double {
        let (value, factor) = try factor(subject, property, methodology: methodology, for: input, as: rate)
        let year = factor.year.map { ", \($0)" } ?? ""
        return note("grid factor", "\(factor.region)\(year), \(methodology): \(factor.source)", value, "t/MWh")
    }
}
