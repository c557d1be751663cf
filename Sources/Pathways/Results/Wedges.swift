/// What each measure takes off emissions, so that the parts add up to the difference that all of them make.
public struct Wedges: Sendable, Hashable {
    /// How the difference is divided.
    public enum Method: Sendable, Hashable {
        /// Each measure by what it takes off when added to those before it in the scenario.
        case ordered
        /// Shapley's value (1953): the mean over all orders; no measure is favoured by its place.
        case shapley
        /// Shapley's value estimated from orders drawn at random.
        case sampledShapley(orders: Int, seed: UInt64)
    }

    /// A measure's part.
    public struct Wedge: Sendable, Hashable {
        /// The measure's id.
        public let measure: String
        /// t CO2e less in each year; negative where the measure adds emissions.
        public let reduction: [Double]
        /// The standard error of each of them, for sampled orders; nil otherwise.
        public let standardError: [Double]?
        /// Whether the measure's effect is a claim.
        public let restsOnClaim: Bool
    }

    /// The method.
    public let method: Method
    /// The calendar years.
    public let years: [Int]
    /// t CO2e without any measure, under the scenario's drivers.
    public let baseline: [Double]
    /// t CO2e with all measures.
    public let result: [Double]
    /// The measures in the scenario's order; in each year they add up, in this order and to the last bit, to
    /// `baseline − result`.
    public let parts: [Wedge]
}

extension ScenarioRun {
    /// Wedges in the scenario's order: with i measures less with i + 1 measures.
    public func wedges() -> Wedges {
        let workspace = Workspace(layout)
        var chosen = Array(repeating: false, count: measures.count)
        workspace.compute(chosen)
        var rows = [workspace.numbers(workspace.total)]
        for place in chosen.indices {
            chosen[place] = true
            workspace.compute(chosen)
            rows.append(workspace.numbers(workspace.total))
        }
        let reductions = chosen.indices.map { place in
            years.indices.map { rows[place][$0] - rows[place + 1][$0] }
        }
        return wedges(.ordered, baseline: rows[0], result: rows[rows.count - 1], reductions)
    }

    func wedges(
        _ method: Wedges.Method, baseline: [Double], result: [Double], _ reductions: [[Double]],
        errors: [[Double]]? = nil
    ) -> Wedges {
        var reductions = reductions
        for year in baseline.indices {
            Closing.close(&reductions, at: year, to: baseline[year] - result[year])
        }
        return Wedges(
            method: method, years: years, baseline: baseline, result: result,
            parts: measures.indices.map { place in
                Wedges.Wedge(
                    measure: measures[place], reduction: reductions[place], standardError: errors?[place],
                    restsOnClaim: restsOnClaim(measures[place]))
            })
    }

    /// What each measure does by itself, and what is lost when it alone is left out.
    public func pairs() -> [MeasurePair] {
        let workspace = Workspace(layout)
        let none = Array(repeating: false, count: measures.count)
        let all = Array(repeating: true, count: measures.count)
        func row(_ chosen: [Bool]) -> [Double] {
            workspace.compute(chosen)
            return workspace.numbers(workspace.total)
        }
        let before = row(none)
        let alone = measures.indices.map { place in
            var chosen = none
            chosen[place] = true
            return row(chosen)
        }
        let after = row(all)
        return measures.indices.map { place in
            var chosen = all
            chosen[place] = false
            let without = row(chosen)
            return MeasurePair(
                measure: measures[place], alone: years.indices.map { before[$0] - alone[place][$0] },
                last: years.indices.map { without[$0] - after[$0] })
        }
    }
}

/// One measure's reduction at both ends of the order of measures, t CO2e in each year.
public struct MeasurePair: Sendable, Hashable {
    /// The measure's id.
    public let measure: String
    /// As the only measure; nothing where it needs others.
    public let alone: [Double]
    /// As the last measure: what is lost without it, and without those that need it.
    public let last: [Double]
}

/// Closes sums of floating-point numbers: the last unit that rounding leaves open goes into the part that takes it.
enum Closing {
    /// What is tried, in parts of what is open: rounding of the sums in between may swallow the whole of it, or double it.
    private static let tries = [1, 0.5, 1.5, 0.75, 2, 0.25, 1.25, 1.75, 3, -0.5, -1, 4]

    static func close(_ rows: inout [[Double]], at year: Int, to whole: Double) {
        var parts = rows.map { $0[year] }
        guard parts.reduce(0, +) != whole else { return }
        let order = parts.indices.filter { parts[$0] != 0 }.sorted { parts[$0].magnitude > parts[$1].magnitude }
        // More than a rounding error first, into the greatest part.
        if let greatest = order.first { parts[greatest] += whole - parts.reduce(0, +) }
        let open = whole - parts.reduce(0, +)
        if open != 0 { settle(&parts, order, open, whole) }
        for place in rows.indices { rows[place][year] = parts[place] }
    }

    private static func settle(_ parts: inout [Double], _ order: [Int], _ open: Double, _ whole: Double) {
        for place in order {
            let before = parts[place]
            for factor in tries {
                parts[place] = before + open * factor
                if parts.reduce(0, +) == whole { return }
            }
            parts[place] = before
        }
    }
}
