import Quantities

extension Methods {
    /// Methane that coal gives off when it is mined and handled.
    static let coalMethane: [Method] = [minedCoal]

    /// t of methane in a m3 at 20 °C and 1 atm (IPCC 2006 Vol. 2 Eq. 4.1.3).
    private static let density = 0.67e-3

    private static let minedCoal = Method.ofQuantities(
        "coal-methane", title: "Coal mining and handling",
        source: "IPCC 2006 Vol. 2 Eq. 4.1.1, 4.1.3, 4.1.4, 4.1.7 and 4.1.8 (Tier 1)",
        formula: "CH4 = coal × EF × 0.67 kg/m3 − methane recovered", serves: ["I.7.1"],
        inputs: [
            MethodInput("mine", .choice(["underground", "surface"]), "How the coal is mined."),
            MethodInput(
                "gas_content", .choice(["low", "average", "high"]),
                "How much gas is in it: low above 200 m of depth (surface: under 25 m of cover), "
                    + "high below 400 m (surface: over 50 m of cover), average where depth is not known."),
            MethodInput(
                "part", .choice(["mining", "post-mining", "mining-and-post-mining"]),
                "What happens inside the boundary: mining, handling after it, or both."),
            MethodInput("coal", .value(.quantity(.mass)), "Coal mined or handled."),
            volumeFactor("mining", "Methane freed by mining"),
            volumeFactor("post_mining", "Methane freed by handling after mining"),
            MethodInput(
                "recovered", .value(.quantity(.volume)),
                "Methane drained and used or flared, at 20 °C and 1 atm.", .optional),
        ],
        gases: [.ch4Fossil]
    ) { calculation throws(MethodProblem) in
        let part = calculation.values.word("part")
        let inputs: [String] =
            switch part {
            case "mining": ["ef_mining"]
            case "post-mining": ["ef_post_mining"]
            default: ["ef_mining", "ef_post_mining"]
            }
        var freed = 0.0
        for input in inputs {
            let tonnes = calculation.values["coal"] * calculation.values[input] * density
            freed += tonnes
            calculation.emit(
                .ch4Fossil, tonnes, proportionalTo: ["coal", input],
                "\(calculation.spelled(["coal", input])) × \(density) t/m3")
        }
        guard let recovered = calculation.values.optional("recovered"), recovered > 0 else { return }
        try calculation.takeOff(
            recovered * density, from: freed, of: .ch4Fossil, input: "recovered", proportionalTo: ["recovered"],
            "− \(recovered) m3 × \(density) t/m3")
    }

    private static func volumeFactor(_ name: String, _ meaning: String) -> MethodInput {
        MethodInput(
            "ef_\(name)", .value(.rate(.volume, per: .mass)), "\(meaning), volume for each mass of coal.",
            .factor(
                subject: "fugitive/coal/{mine}/{gas_content}",
                property: name == "mining" ? "mining" : "post-mining"))
    }
}
