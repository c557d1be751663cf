/// Ratios by which measures are compared.
public enum Ratio {
    /// How tonnes of different years are added up.
    public enum TonneBasis: String, Sendable, Hashable, CaseIterable, Codable {
        /// Tonnes as they are: the price is what an average tonne costs today.
        case undiscounted
        /// Later tonnes count less, at the rate of the money: the price is the constant one that would pay for the
        /// measure.
        case discounted
    }

    /// The levelised cost of energy for each MWh: (capital × recovery factor + yearly costs) ÷ yearly energy.
    public static func levelisedCost(
        capital: Double, yearly: Double, energyMWh: Double, rate: Double, years: Int
    ) -> Double? {
        guard energyMWh > 0 else { return nil }
        return (capital * Annuity.recoveryFactor(rate: rate, years: years) + yearly) / energyMWh
    }

    /// The levelised cost of energy from years that differ: Σ discounted costs ÷ Σ discounted energy.
    public static func levelisedCost(costs: [Double], energyMWh: [Double], rate: Double) -> Double? {
        let energy = PresentValue.of(energyMWh, rate: rate)
        return energy > 0 ? PresentValue.of(costs, rate: rate) / energy : nil
    }

    /// Present value of benefits ÷ present value of costs; both given positive.
    public static func benefitCost(benefits: [Double], costs: [Double], rate: Double) -> Double? {
        let cost = PresentValue.of(costs, rate: rate)
        return cost > 0 ? PresentValue.of(benefits, rate: rate) / cost : nil
    }

    /// What a tonne less costs: present value of the net costs ÷ tonnes. Nil where nothing is reduced.
    /// - Parameters:
    ///   - costs: by year, paid positive; with co-benefits taken off for the cost with co-benefits.
    ///   - tonnes: t CO2e less in the same years.
    public static func costPerTonne(
        costs: [Double], tonnes: [Double], rate: Double, basis: TonneBasis
    ) -> Double? {
        let sum = basis == .discounted ? PresentValue.of(tonnes, rate: rate) : tonnes.reduce(0, +)
        return sum > 0 ? PresentValue.of(costs, rate: rate) / sum : nil
    }
}
