/// Approach 1 of the IPCC: propagation of error (2006 Vol. 1 Ch. 3 Eq. 3.1 and 3.2), with shared factors kept together.
///
/// To first order a variable moves the total by its relative half-width times all products it is in; independent
/// variables add up in squares. For rows that share nothing this is Eq. 3.1 within a row and Eq. 3.2 between rows.
public struct Propagation: Sendable, Hashable {
    /// t CO2e.
    public let total: Double
    /// Half the width of the 95 % range as a part of the total; nil when the total is zero.
    public let relativeHalfWidth: Double?
    /// The relative half-width of each sector with a sum other than zero.
    public let bySector: [GPCSector: Double]
    /// The variables by their share of the variance, the greatest first.
    public let contributions: [Contribution]

    /// How much of the variance one variable is the cause of.
    public struct Contribution: Sendable, Hashable {
        /// `factor/<id>`, `row/<id>/<input>` or `default/<method>/<input>`.
        public let variable: String
        /// Part of the variance, 0 to 1.
        public let share: Double
    }

    public init(_ model: UncertainModel) {
        let moved = Self.moved(model, in: nil)
        let variance = moved.reduce(0) { $0 + $1 * $1 }
        total = model.total
        relativeHalfWidth = total == 0 ? nil : variance.squareRoot() / total.magnitude
        contributions = zip(model.variables, moved).map { variable, move in
            Contribution(variable: variable.id, share: variance == 0 ? 0 : move * move / variance)
        }.sorted { $0.share == $1.share ? $0.variable < $1.variable : $0.share > $1.share }
        var sectors: [GPCSector: Double] = [:]
        for sector in GPCSector.allCases {
            let sum = model.products.reduce(0) { $1.sector == sector ? $0 + $1.weight : $0 }
            guard sum != 0 else { continue }
            let own = Self.moved(model, in: sector)
            sectors[sector] = own.reduce(0) { $0 + $1 * $1 }.squareRoot() / sum.magnitude
        }
        bySector = sectors
    }

    /// t CO2e by which each variable moves the sum, at the end of its range.
    private static func moved(_ model: UncertainModel, in sector: GPCSector?) -> [Double] {
        var moved = [Double](repeating: 0, count: model.variables.count)
        for product in model.products where sector == nil || product.sector == sector {
            for variable in product.variables {
                moved[variable] += product.weight * model.variables[variable].relativeHalfWidth
            }
        }
        return moved
    }
}
