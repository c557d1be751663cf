import Quantities

/// How much fuel was burnt: by energy, by mass, or by volume, with what turns the one into the other.
enum FuelAmount {
    static let energy = MethodInput(
        "energy", .value(.quantity(.energy)), "Energy of the fuel; on its net calorific value unless said otherwise.")
    static let mass = MethodInput("mass", .value(.quantity(.mass)), "Mass of the fuel.")
    static let volume = MethodInput("volume", .value(.quantity(.volume)), "Volume of the fuel.")
    static let netCalorificValue = MethodInput(
        "ncv", .value(.rate(.energy, per: .mass)), "Net calorific value of the fuel, per mass.",
        .factor(subject: "fuel/{fuel}", property: "ncv"))

    static let netToGross = MethodInput(
        "net_to_gross", .value(.share),
        "Net divided by gross calorific value; only with gross values, and the register's where it is left out.",
        .optional)

    /// The ways in which a transport method takes its fuel: exactly one of energy, mass and volume.
    static let any: [MethodInput] =
        [
            MethodInput("energy", energy.kind, "Energy of the fuel, on its net calorific value.", .optional),
            MethodInput("mass", mass.kind, "Mass of the fuel, in the place of its energy.", .optional),
            MethodInput("volume", volume.kind, "Volume of the fuel, in the place of its energy.", .optional),
        ] + conversions

    /// What a volume needs to become energy, and a mass if the register's value is not wanted.
    static let conversions: [MethodInput] = [
        MethodInput(
            "ncv_volume", .value(.rate(.energy, per: .volume)),
            "Net calorific value of the fuel, per volume; for a volume, this, the gross one or the density is needed.",
            .optional),
        MethodInput(
            "gcv_volume", .value(.rate(.energy, per: .volume)),
            "Gross calorific value of the fuel, per volume, as gas bills state it.", .optional),
        netToGross,
        MethodInput(
            "density", .value(.rate(.mass, per: .volume)),
            "Density of the fuel; for a volume, this or a calorific value per volume is needed.", .optional),
        MethodInput(
            "ncv", netCalorificValue.kind,
            "Net calorific value of the fuel, per mass; the register's value where it is left out.", .optional),
    ]
}

extension Calculation {
    /// The fuel's energy in MWh, with the inputs it is proportional to.
    mutating func fuelEnergy() throws(MethodProblem) -> (energy: Double, drivers: [String]) {
        let given = ["energy", "mass", "volume"].filter { values.optional($0) != nil }
        guard given.count == 1 else {
            guard let second = given.dropFirst().first else { throw .missingInput("energy") }
            throw .wrongKind(input: second, expected: "left out where “\(given[0])” is given: the fuel counts once")
        }
        switch given[0] {
        case "mass": return try energyOfMass(values["mass"], spelled(["mass"]), drivers: ["mass"])
        case "volume": return try energyOfVolume()
        default: return (values["energy"], ["energy"])
        }
    }

    private mutating func energyOfVolume() throws(MethodProblem) -> (energy: Double, drivers: [String]) {
        let given = ["ncv_volume", "gcv_volume", "density"].filter { values.optional($0) != nil }
        guard let way = given.first else { throw .missingInput("ncv_volume") }
        if let second = given.dropFirst().first {
            throw .wrongKind(input: second, expected: "left out where “\(way)” is given")
        }
        guard way != "density" else {
            return try energyOfMass(
                values["volume"] * values["density"], spelled(["volume", "density"]), drivers: ["volume", "density"])
        }
        let energy = note("energy of the fuel", spelled(["volume", way]), values["volume"] * values[way], "MWh")
        return way == "gcv_volume" ? try netEnergy(energy, drivers: ["volume", way]) : (energy, ["volume", way])
    }

    /// Energy on the gross calorific value, on the net one, by the ratio as given or of the register.
    mutating func netEnergy(
        _ gross: Double, drivers: [String]
    ) throws(MethodProblem) -> (energy: Double, drivers: [String]) {
        let ratio: Double
        if let given = values.optional("net_to_gross") {
            ratio = given
        } else {
            let (value, factor) = try factor(
                "fuel/\(values.word("fuel"))", "net-to-gross", for: "net_to_gross", as: .share)
            ratio = note("net ÷ gross calorific value", factor.source, value, "fraction")
        }
        let energy = note("energy on the net value", "\(gross) MWh × \(ratio)", gross * ratio, "MWh")
        return (energy, drivers + (values.optional("net_to_gross") == nil ? [] : ["net_to_gross"]))
    }

    private mutating func energyOfMass(
        _ tonnes: Double, _ formula: String, drivers: [String]
    ) throws(MethodProblem) -> (energy: Double, drivers: [String]) {
        let content: Double
        let origin: String
        if let given = values.optional("ncv") {
            (content, origin) = (given, "")
        } else {
            let (value, factor) = try factor(
                "fuel/\(values.word("fuel"))", "ncv", for: "ncv", as: .rate(.energy, per: .mass))
            (content, origin) = (value, " (\(factor.source))")
        }
        let energy = note(
            "energy of the fuel", "\(formula) × \(content) MWh/t\(origin)", tonnes * content, "MWh")
        return (energy, drivers + (values.optional("ncv") == nil ? [] : ["ncv"]))
    }
}
