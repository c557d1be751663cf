import Foundation

/// Decomposable carbon put into landfills year by year, and what decays of it (IPCC 2006 Vol. 5 Eq. 3.2 to 3.5).
struct FirstOrderDecay {
    /// t of carbon (DDOCm deposited) by decay class and year.
    private var deposits: [WasteFraction.Decay: [Int: Double]] = [:]
    /// The first year in which waste was put down, inert waste included.
    private(set) var firstYear: Int?
    /// t of decomposable carbon in a tonne of a fraction at a kind of site, once worked out: histories have many rows.
    private var contents: [Place: Double] = [:]

    private struct Place: Hashable {
        let fraction: WasteFraction
        let site: String
    }

    /// Adds waste of a fraction with the carbon that the values say it has; inert waste adds none.
    mutating func deposit(
        _ tonnes: Double, of fraction: WasteFraction, at site: String, in year: Int, _ values: CalculationValues
    ) throws(MethodProblem) {
        firstYear = min(firstYear ?? year, year)
        guard let decay = fraction.decay else { return }
        deposits[decay, default: [:]][year, default: 0] += tonnes * (try content(of: fraction, at: site, values))
    }

    private mutating func content(
        of fraction: WasteFraction, at site: String, _ values: CalculationValues
    ) throws(MethodProblem) -> Double {
        let place = Place(fraction: fraction, site: site)
        if let known = contents[place] { return known }
        guard let carbon = values.optional(fraction.carbonInput) else { throw .missingInput(fraction.carbonInput) }
        let content = carbon * values[fraction.degradability.input] * values[Methods.siteInput(site)]
        contents[place] = content
        return content
    }

    /// t of carbon that decay in each year from the first to `last`, by class.
    ///
    /// - Parameter start: the month in which decay begins, counted from the January of disposal: with 13 nothing decays in
    ///   the year of disposal; with less, a part does (Annex 3A.1, Eq. 3A1.11 and 3A1.12).
    func decayed(until last: Int, start: Double, rate: (WasteFraction.Decay) -> Double) -> [WasteFraction.Decay: [Int:
        Double]]
    {
        guard let first = firstYear, first <= last else { return [:] }
        var result: [WasteFraction.Decay: [Int: Double]] = [:]
        for (decay, byYear) in deposits {
            let k = rate(decay)
            let firstPart = -k * (13 - start) / 12
            var stock = 0.0
            for year in first...last {
                let fresh = byYear[year] ?? 0
                result[decay, default: [:]][year] = stock * -expm1(-k) + fresh * -expm1(firstPart)
                stock = stock * exp(-k) + fresh * exp(firstPart)
            }
        }
        return result
    }
}

extension FirstOrderDecay {
    /// Turns decay into the inventory year's methane and a series (Eq. 3.6 and 3.1).
    func emit(into calculation: inout Calculation) throws(MethodProblem) {
        let values = calculation.values
        let year = try calculation.inventoryYear()
        let last = try lastYear(values, year)
        let carbon = decayed(until: last, start: values["reaction_start"]) { values[$0.input] }
        let methane = values["methane_fraction"] * Methods.methaneOfCarbon
        let recovered = try Self.recovery(values)
        let remaining = 1 - values["oxidation"]
        // In the order of the classes: a sum that follows a dictionary's order would differ in its last digits from run to run.
        let classes = WasteFraction.Decay.allCases.compactMap { carbon[$0] }
        for one in min(firstYear ?? year, year)...last {
            let generated = classes.reduce(0) { $0 + ($1[one] ?? 0) } * methane
            guard (recovered[one] ?? 0) <= generated * (1 + 1e-9) else {
                throw .outOfRange(
                    input: "recovery.methane", value: recovered[one] ?? 0,
                    allowed: "at most the \(generated) t of methane that arise in \(one)")
            }
            calculation.record(
                year: one, GasMasses(.ch4Biogenic, tonnes: (generated - (recovered[one] ?? 0)) * remaining))
        }
        for decay in WasteFraction.Decay.allCases {
            guard let decayed = carbon[decay]?[year], decayed > 0 else { continue }
            calculation.note(
                "carbon decayed in \(year), \(decay.meaning)",
                "Σ deposits × (e^−k(t−1) − e^−kt), k = \(values[decay.input])",
                decayed, "t C")
        }
        let decayed = classes.reduce(0) { $0 + ($1[year] ?? 0) }
        try calculation.emitMethane(
            decayed * methane, recovered: recovered[year] ?? 0, remaining: remaining, input: "recovery.methane",
            drivers: ["methane_fraction", "waste_correction"],
            "\(decayed) t C × \(values["methane_fraction"]) × 16/12 × \(remaining)")
    }

    private func lastYear(_ values: CalculationValues, _ year: Int) throws(MethodProblem) -> Int {
        try values.refuseNegative(WasteFraction.Decay.allCases.map(\.input) + ["waste_correction"])
        guard (7...13).contains(values["reaction_start"]) else {
            throw .outOfRange(input: "reaction_start", value: values["reaction_start"], allowed: "between 7 and 13")
        }
        return max(year, values.optional("series_until").flatMap { Int(exactly: $0) } ?? year)
    }

    private static func recovery(_ values: CalculationValues) throws(MethodProblem) -> [Int: Double] {
        var byYear: [Int: Double] = [:]
        for row in values.rows("recovery") {
            try row.refuseNegative(["methane"], in: "recovery")
            byYear[Int(row["year"]), default: 0] += row["methane"]
        }
        return byYear
    }
}
