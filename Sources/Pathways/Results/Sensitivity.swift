import Inventory

/// What each uncertain input alone does to one figure: the bars of a tornado chart, longest first.
public struct Sensitivity: Sendable, Hashable {
    /// One input at both ends of its 95 % range, everything else at its value.
    public struct Bar: Sendable, Hashable {
        /// The input's path, such as `activities/cars/quantity` or `measures/renovation`.
        public let input: String
        /// The range, as factors of the value.
        public let range: Uncertainty
        /// t CO2e at the lower end.
        public let atLower: Double
        /// t CO2e at the upper end.
        public let atUpper: Double

        /// How far the figure moves, t CO2e.
        public var width: Double { (atUpper - atLower).magnitude }
    }

    /// The year, or nil where all years are added up.
    public let year: Int?
    /// t CO2e with every input at its value.
    public let central: Double
    /// Longest first; equal ones in the order of their paths.
    public let bars: [Bar]
}

extension ScenarioRun {
    /// Gross emissions of one year, or of all years together, with each uncertain input at the ends of its range.
    /// - Returns: nil for a year outside the plan.
    public func sensitivity(in year: Int? = nil) -> Sensitivity? {
        let place = year.map { $0 - plan.baseYear }
        if let place, !(0..<layout.years).contains(place) { return nil }
        let workspace = Workspace(layout)
        let all = Array(repeating: true, count: measures.count)
        func figure(_ variable: Layout.Uncertain?, _ factor: Double) -> Double {
            workspace.reset()
            if let variable { workspace.multiply(variable, by: factor) }
            workspace.prepare()
            workspace.compute(all)
            let row = workspace.numbers(workspace.total)
            return place.map { row[$0] } ?? row.reduce(0, +)
        }
        let bars = layout.uncertain.map { variable in
            Sensitivity.Bar(
                input: variable.id, range: variable.range, atLower: figure(variable, variable.range.lower),
                atUpper: figure(variable, variable.range.upper))
        }
        return Sensitivity(
            year: year, central: figure(nil, 1),
            bars: bars.sorted { ($1.width, $0.input) < ($0.width, $1.input) })
    }
}
