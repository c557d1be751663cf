import Dispatch
import Inventory

/// Monte Carlo over every input that has a range: the same seed gives the same bands on every machine and on any number
/// of threads.
public struct Simulation: Sendable, Hashable {
    /// What drawn numbers stay below with a probability of 2.5 %, 50 % and 97.5 %.
    public struct Band: Sendable, Hashable {
        /// The 2.5 % quantile.
        public let low: Double
        /// The median.
        public let median: Double
        /// The 97.5 % quantile.
        public let high: Double
        /// The mean.
        public let mean: Double
        /// The standard error of the mean; it falls with the square root of the number of draws.
        public let standardError: Double
    }

    /// How likely a target is reached.
    public struct Chance: Sendable, Hashable {
        /// The target's id.
        public let target: String
        /// The part of draws in which it is reached.
        public let probability: Double
        /// Its standard error.
        public let standardError: Double
    }

    /// The seed.
    public let seed: UInt64
    /// How many times every variable was drawn.
    public let draws: Int
    /// The inputs that were drawn, by path.
    public let variables: [String]
    /// The calendar years.
    public let years: [Int]
    /// Gross emissions, t CO2e in each year.
    public let gross: [Band]
    /// Gross less removals and credits, t CO2e in each year.
    public let net: [Band]
    /// Gross emissions of all years together, t CO2e.
    public let cumulated: Band
    /// Each target of the plan.
    public let targets: [Chance]
    /// The part of draws that keep the budget; nil without a budget.
    public let keepsBudget: Double?
}

extension ScenarioRun {
    /// Draws every uncertain input `draws` times and computes the scenario each time.
    /// - Parameters:
    ///   - draws: at least 100; fewer say nothing about the tails.
    ///   - seed: of the random numbers.
    public func simulation(draws: Int = 10_000, seed: UInt64 = 1) -> Simulation {
        let draws = max(100, draws)
        let sample = Sample(self, draws: draws, seed: seed)
        let bands = sample.bands()
        let chances = plan.targets.compactMap { target -> Simulation.Chance? in
            guard let probability = sample.probability(of: target) else { return nil }
            return Simulation.Chance(
                target: target.id, probability: probability,
                standardError: (probability * (1 - probability) / Double(draws)).squareRoot())
        }
        return Simulation(
            seed: seed, draws: draws, variables: layout.uncertain.map(\.id), years: years, gross: bands.gross,
            net: bands.net, cumulated: bands.cumulated, targets: chances, keepsBudget: sample.probabilityOfBudget())
    }
}

/// The drawn rows: gross and net emissions by draw and year.
private struct Sample {
    static let block = 250

    let run: ScenarioRun
    let draws: Int
    let width: Int
    var gross: [Double]
    var net: [Double]

    init(_ run: ScenarioRun, draws: Int, seed: UInt64) {
        self.run = run
        self.draws = draws
        width = run.layout.years
        let size = draws * run.layout.years
        // One array holds the gross rows and, after them, the net rows.
        let both = ParallelRows<Double>.filled(2 * size, blocks: (draws + Self.block - 1) / Self.block) {
            block, values in
            let places = block * Self.block..<min(draws, (block + 1) * Self.block)
            Self.draw(
                run.layout, places, seed: seed, block: block,
                UnsafeMutableBufferPointer(rebasing: values[..<size]),
                UnsafeMutableBufferPointer(rebasing: values[size...]))
        }
        gross = Array(both[..<size])
        net = Array(both[size...])
    }

    /// One block of draws; every variable has a stream for each block, so that threads change nothing.
    private static func draw(
        _ layout: Layout, _ places: Range<Int>, seed: UInt64, block: Int, _ gross: UnsafeMutableBufferPointer<Double>,
        _ net: UnsafeMutableBufferPointer<Double>
    ) {
        let count = places.count
        let factors = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, layout.uncertain.count * count))
        defer { factors.deallocate() }
        for (index, variable) in layout.uncertain.enumerated() {
            var random = RandomNormals(seed: seed, name: "\(variable.id)#\(block)")
            let slice = UnsafeMutableBufferPointer(rebasing: factors[index * count..<(index + 1) * count])
            variable.spread.fill(slice, &random)
        }
        let workspace = Workspace(layout)
        let all = Array(repeating: true, count: layout.needs.count)
        for (number, draw) in places.enumerated() {
            workspace.reset()
            for (index, variable) in layout.uncertain.enumerated() {
                workspace.multiply(variable, by: factors[index * count + number])
            }
            workspace.prepare()
            workspace.compute(all)
            let row = draw * layout.years
            for year in 0..<layout.years {
                gross[row + year] = workspace.total[year]
                net[row + year] = workspace.total[year]
            }
            for sink in layout.sinks.indices {
                let removed = workspace.removal(sink)
                for year in 0..<layout.years { net[row + year] -= removed[year] }
            }
            for credit in layout.credits {
                let bought = workspace.input(credit)
                for year in 0..<layout.years { net[row + year] -= bought[year] }
            }
        }
    }

    func bands() -> (gross: [Simulation.Band], net: [Simulation.Band], cumulated: Simulation.Band) {
        let same = run.layout.sinks.isEmpty && run.layout.credits.isEmpty
        let all = ParallelRows.made(same ? width : 2 * width) { place in
            let source = place < width ? gross : net
            var column = (0..<draws).map { source[$0 * width + place % width] }
            return Self.band(&column)
        }
        var sums = (0..<draws).map { draw in gross[draw * width..<(draw + 1) * width].reduce(0, +) }
        let first = Array(all[..<width])
        return (first, same ? first : Array(all[width...]), Self.band(&sums))
    }

    private static func band(_ values: inout [Double]) -> Simulation.Band {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        values.sort()
        return Simulation.Band(
            low: quantile(values, 0.025), median: quantile(values, 0.5), high: quantile(values, 0.975), mean: mean,
            standardError: (squares / (count - 1) / count).squareRoot())
    }

    /// Linear between order statistics (definition 7 of Hyndman and Fan 1996).
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }

    func probability(of target: Plan.Target) -> Double? {
        let place = target.year - run.plan.baseYear
        guard (0..<width).contains(place) else { return nil }
        let values = target.basis == .gross ? gross : net
        let met = (0..<draws).count { draw in
            let baseline = target.baseline ?? gross[draw * width]
            return values[draw * width + place] <= baseline * (1 - target.reduction) + baseline.magnitude * 1e-9
        }
        return Double(met) / Double(draws)
    }

    func probabilityOfBudget() -> Double? {
        guard let budget = run.plan.budget else { return nil }
        let first = max(0, budget.start - run.plan.baseYear)
        let last = min(width - 1, budget.end - run.plan.baseYear)
        guard first <= last else { return nil }
        let kept = (0..<draws).count { draw in
            gross[draw * width + first...draw * width + last].reduce(0, +) <= budget.tonnes
        }
        return Double(kept) / Double(draws)
    }
}
