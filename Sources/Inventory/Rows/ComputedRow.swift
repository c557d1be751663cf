extension InventoryRow {
    /// Takes what a method answered, with the activity, the carrier and the final energy that the tables of an inventory
    /// show; the words beside it stay.
    public mutating func take(_ result: MethodResult, _ arguments: [String: Argument], of method: Method) {
        content = .emissions(result.masses)
        self.method = MethodUse(result, arguments: arguments)
        activity = Self.activity(arguments, of: method)
        carrier = Self.carrier(arguments, of: method) ?? carrier
        energyMWh = placement.takesFinalEnergy ? Self.finalEnergy(result, of: method) : nil
    }

    /// The same for a row that a table states: only what the table leaves open is filled in.
    mutating func fill(_ result: MethodResult, _ arguments: [String: Argument], of method: Method) {
        if activity == nil { activity = Self.activity(arguments, of: method) }
        if carrier == nil { carrier = Self.carrier(arguments, of: method) }
        if energyMWh == nil, placement.takesFinalEnergy { energyMWh = Self.finalEnergy(result, of: method) }
    }

    /// The first amount that was given, in the order in which the method asks.
    private static func activity(_ arguments: [String: Argument], of method: Method) -> Amount? {
        for input in method.inputs {
            guard case .value(.quantity(let dimension)) = input.kind,
                case .number(let value, let unit, let range)? = arguments[input.name]
            else { continue }
            return Amount(value, unit ?? dimension.units[0].symbol, uncertainty: range)
        }
        return nil
    }

    private static func carrier(_ arguments: [String: Argument], of method: Method) -> String? {
        if case .word(let fuel)? = arguments["fuel"] { return fuel }
        guard method.inputs.contains(where: { $0.name == "electricity" || $0.name == "heat" }) else { return nil }
        // Only methods on electricity ask under which methodology its grid factor stands.
        let isElectricity =
            method.inputs.contains { $0.name == "methodology" } || method.name.hasPrefix("grid-electricity")
        return isElectricity ? "electricity" : method.name.hasPrefix("district-heat") ? "district-heat" : nil
    }

    /// Energy on its net value where a fuel is burnt, else what was metered at the users.
    private static func finalEnergy(_ result: MethodResult, of method: Method) -> Double? {
        if method.inputs.contains(where: { $0.name == "fuel" }),
            let step = result.steps.last(where: { $0.unit == "MWh" })
        {
            return step.value
        }
        let isPlant = method.inputs.contains { $0.name == "product" || $0.name == "heat_produced" }
        let names = isPlant ? ["heat_used", "used"] : ["energy", "electricity", "heat"]
        for name in names {
            if let used = result.inputs.first(where: { $0.name == name && $0.unit == "MWh" }) { return used.value }
        }
        return nil
    }
}

extension Placement {
    /// Energy lost on its way, or turned into another carrier, is no final energy.
    fileprivate var takesFinalEnergy: Bool {
        guard sector == .stationaryEnergy || sector == .transportation, scope != .three, let reference else {
            return false
        }
        return reference.code != "I.4.4" && !["I.7", "I.8"].contains(reference.subsector)
    }
}
