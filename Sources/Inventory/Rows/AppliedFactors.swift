extension CityInventory {
    /// Factors of gases that the rows' methods took from the register, once each, in the unit that the method reckons in,
    /// as a table of applied factors shows them beside the printed ones.
    public var appliedFactors: [PrintedFactor] {
        let names = ["co2": "CO2", "ch4": "CH4", "n2o": "N2O", "co2e": "CO2e", "sf6": "SF6", "nf3": "NF3"]
        var seen: Set<String> = []
        return rows.flatMap { row in
            (row.method?.inputs ?? []).compactMap { input -> PrintedFactor? in
                guard case .factor(let factor) = input.origin, let gas = names[factor.property] else { return nil }
                let carrier = row.carrier ?? factor.subject
                guard seen.insert("\(carrier)\u{1f}\(factor.id)").inserted else { return nil }
                return PrintedFactor(
                    carrier: carrier, gas: gas, value: input.value ?? factor.value,
                    unit: input.value == nil ? factor.unit : input.unit, year: factor.year,
                    method: factor.methodology.isEmpty ? factor.source : factor.methodology)
            }
        }
    }
}
