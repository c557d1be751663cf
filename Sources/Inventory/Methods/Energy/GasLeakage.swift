import Quantities

extension Methods {
    /// Natural gas lost from networks: by what was lost, by the part that is lost, or by what was sold.
    static let gasLeakage: [Method] = [leakageByVolume, leakageByShare, leakageBySales]

    private static let volume = MethodInput.Kind.value(.quantity(.volume))

    private static let composition: [MethodInput] = [
        MethodInput("temperature", .choice(["0", "15"]), "Temperature to which the volume refers, in °C."),
        MethodInput("methane_share", .value(.share), "Methane in the gas, by volume."),
        MethodInput("carbon_dioxide_share", .value(.share), "Carbon dioxide in the gas, by volume.", .optional),
    ]

    private static let leakageByVolume = Method.ofQuantities(
        "gas-leakage", title: "Natural gas lost from a network, by volume lost",
        source: "GPC 2014 §6.7; IPCC 2006 Vol. 2 §4.2.2.3 (Tier 3); density by the ideal gas law",
        formula: "E = volume × part of the gas × p ÷ (R T) × molar mass", serves: ["I.8.1"],
        inputs: [
            MethodInput("volume", volume, "Gas lost: gas bought less gas sold, corrected for meters and own use.")
        ] + composition,
        gases: [.ch4Fossil, .co2]
    ) { calculation throws(MethodProblem) in
        try calculation.leak(calculation.values["volume"], drivers: ["volume"])
    }

    private static let leakageByShare = Method.ofQuantities(
        "gas-leakage-share", title: "Natural gas lost from a network, by the part that is lost",
        source: "GPC 2014 §6.7; IPCC 2006 Vol. 2 §4.2.2.3; density by the ideal gas law",
        formula:
            "E = gas delivered × l ÷ (1 − l) × part of the gas × p ÷ (R T) × molar mass, l = gas lost ÷ gas fed in",
        serves: ["I.8.1"],
        inputs: [
            MethodInput("delivered", volume, "Gas delivered to users inside the boundary."),
            MethodInput("loss_share", .value(.share), "Gas that escapes, of the gas fed into the network."),
        ] + composition,
        gases: [.ch4Fossil, .co2]
    ) { calculation throws(MethodProblem) in
        let (delivered, loss) = (calculation.values["delivered"], calculation.values["loss_share"])
        guard loss < 1 else { throw .outOfRange(input: "loss_share", value: loss, allowed: "below 1") }
        let lost = calculation.note(
            "gas lost", "\(delivered) m3 × \(loss) ÷ (1 − \(loss))", delivered * loss / (1 - loss), "m3")
        try calculation.leak(lost, drivers: ["delivered"])
    }

    private static let leakageBySales = Method.ofQuantities(
        "gas-distribution", title: "Natural gas lost from distribution, by gas sold",
        source: "GPC 2014 §6.7; IPCC 2006 Vol. 2 Eq. 4.2.1, Table 4.2.4", formula: "E = gas sold × EF",
        serves: ["I.8.1"],
        inputs: [
            MethodInput("gas_sold", volume, "Gas sold to users inside the boundary.")
        ]
            + ["ch4", "co2"].map { gas in
                MethodInput(
                    "ef_\(gas)", .value(.rate(.mass, per: .volume)),
                    "\(gas.uppercased()) lost for each volume sold.",
                    .factor(subject: "fugitive/gas-distribution", property: gas))
            },
        gases: [.ch4Fossil, .co2]
    ) { calculation throws(MethodProblem) in
        calculation.emit(.ch4Fossil, "gas_sold", times: "ef_ch4")
        calculation.emit(.co2, "gas_sold", times: "ef_co2")
    }
}

extension Calculation {
    /// Emits the methane and carbon dioxide in a volume of gas.
    fileprivate mutating func leak(_ volume: Double, drivers: [String]) throws(MethodProblem) {
        let moles = Self.molesPerVolume(values.word("temperature") == "0" ? 0 : 15)
        let carbon = values.optional("carbon_dioxide_share") ?? 0
        guard values["methane_share"] + carbon <= 1 else {
            throw .outOfRange(input: "carbon_dioxide_share", value: carbon, allowed: "at most what methane leaves")
        }
        // Molar masses 16.043 and 44.010 g/mol (IUPAC).
        let parts: [(Gas, String, Double, Double)] = [
            (.ch4Fossil, "methane_share", values["methane_share"], 16.043),
            (.co2, "carbon_dioxide_share", carbon, 44.01),
        ]
        for (gas, input, share, molarMass) in parts where gas == .ch4Fossil || share > 0 {
            emit(
                gas, volume * share * moles * molarMass, proportionalTo: drivers + [input],
                "\(volume) m3 × \(share) × \(moles * molarMass) t/m3")
        }
    }

    /// t in a m3 of an ideal gas for each g/mol, at 1.01325 bar and a temperature in °C (R = 8.314462618 J/(mol K)).
    private static func molesPerVolume(_ celsius: Double) -> Double {
        101_325 / (8.314462618 * (celsius + 273.15)) / 1e6
    }
}
