import Dispatch
import Inventory

extension ScenarioRun {
    /// The greatest number of measures for which every subset is computed.
    public static let exactMeasures = 12

    /// Wedges by Shapley's value: exact for up to 12 measures, from random orders above.
    /// - Parameters:
    ///   - orders: how many orders are drawn where there are more measures; each is also taken backwards.
    ///   - seed: the same seed gives the same wedges on every machine.
    public func shapley(orders: Int = 400, seed: UInt64 = 1) -> Wedges {
        measures.count <= Self.exactMeasures ? exactShapley() : sampledShapley(orders: max(2, orders), seed: seed)
    }

    /// φ_i = Σ over S without i of |S|! (n − |S| − 1)! ÷ n! × (v(S with i) − v(S)).
    func exactShapley() -> Wedges {
        let (count, width) = (measures.count, layout.years)
        let totals = subsets(count)
        let weights = Self.weights(count)
        var reductions = Array(repeating: Array(repeating: 0.0, count: width), count: count)
        for place in 0..<count {
            let bit = 1 << place
            reductions[place].withUnsafeMutableBufferPointer { sum in
                for subset in 0..<totals.count / width where subset & bit == 0 {
                    let weight = weights[subset.nonzeroBitCount]
                    let (without, with) = (subset * width, (subset | bit) * width)
                    for year in 0..<width { sum[year] += weight * (totals[without + year] - totals[with + year]) }
                }
            }
        }
        let last = totals.count - width
        return wedges(
            .shapley, baseline: Array(totals[..<width]), result: Array(totals[last...]), reductions)
    }

    /// Gross emissions of every subset of measures, rows of years by the subset's bits.
    private func subsets(_ count: Int) -> [Double] {
        let (all, width) = (1 << count, layout.years)
        // Fewer than that are not worth a second thread.
        let blocks = all <= 128 ? 1 : 16
        return ParallelRows<Double>.filled(all * width, blocks: blocks) { block, values in
            let workspace = Workspace(layout)
            var chosen = Array(repeating: false, count: count)
            // In Gray's order one subset differs from the next by one measure, so that little is computed again.
            for number in (block * all / blocks)..<((block + 1) * all / blocks) {
                let subset = number ^ (number >> 1)
                for place in 0..<count { chosen[place] = subset & (1 << place) != 0 }
                workspace.compute(chosen)
                for year in 0..<width { values[subset * width + year] = workspace.total[year] }
            }
        }
    }

    /// By size of S: |S|! (n − |S| − 1)! ÷ n!
    static func weights(_ count: Int) -> [Double] {
        var weights: [Double] = []
        for size in 0..<max(1, count) {
            // n × the binomial coefficient of n − 1 over |S|.
            var inverse = Double(max(1, count))
            for step in 0..<size { inverse *= Double(count - 1 - step) / Double(step + 1) }
            weights.append(1 / inverse)
        }
        return weights
    }

    /// Means over random orders and the same orders backwards (antithetic; Mitchell et al. 2022), with standard errors.
    func sampledShapley(orders: Int, seed: UInt64) -> Wedges {
        let (count, width) = (measures.count, layout.years)
        let size = count * width
        let blocks = min(16, orders)
        let samples = ParallelRows<Double>.filled(orders * size, blocks: blocks) { block, values in
            let workspace = Workspace(layout)
            for number in (block * orders / blocks)..<((block + 1) * orders / blocks) {
                let order = Self.order(count, seed: seed, number: number)
                let sample = UnsafeMutableBufferPointer(rebasing: values[number * size..<(number + 1) * size])
                sample.update(repeating: 0)
                add(order, to: sample, workspace)
                add(order.reversed(), to: sample, workspace)
            }
        }
        let mean = Self.mean(samples, size)
        let errors = Self.standardErrors(samples, mean)
        let rows = { (flat: [Double]) in (0..<count).map { Array(flat[$0 * width..<($0 + 1) * width]) } }
        return wedges(
            .sampledShapley(orders: orders, seed: seed), baseline: gross { _ in false }, result: gross(),
            rows(mean), errors: rows(errors))
    }

    /// Half of what each measure takes off in one order.
    private func add(_ order: [Int], to sample: UnsafeMutableBufferPointer<Double>, _ workspace: Workspace) {
        let width = layout.years
        var chosen = Array(repeating: false, count: order.count)
        workspace.compute(chosen)
        var before = workspace.numbers(workspace.total)
        for place in order {
            chosen[place] = true
            workspace.compute(chosen)
            for year in 0..<width {
                sample[place * width + year] += (before[year] - workspace.total[year]) / 2
                before[year] = workspace.total[year]
            }
        }
    }

    /// A random order by Fisher and Yates; each has a stream of its own, so that threads change nothing.
    private static func order(_ count: Int, seed: UInt64, number: Int) -> [Int] {
        var random = RandomNormals(seed: seed, name: "order/\(number)")
        var order = Array(0..<count)
        for place in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(place, Int(random.bits().multipliedFullWidth(by: UInt64(place + 1)).high))
        }
        return order
    }

    private static func mean(_ samples: [Double], _ size: Int) -> [Double] {
        var mean = Array(repeating: 0.0, count: size)
        for (index, value) in samples.enumerated() { mean[index % size] += value }
        let count = Double(samples.count / max(1, size))
        return mean.map { $0 / count }
    }

    private static func standardErrors(_ samples: [Double], _ mean: [Double]) -> [Double] {
        var squares = Array(repeating: 0.0, count: mean.count)
        for (index, value) in samples.enumerated() {
            let off = value - mean[index % mean.count]
            squares[index % mean.count] += off * off
        }
        let count = Double(samples.count / max(1, mean.count))
        return squares.map { ($0 / (count * (count - 1))).squareRoot() }
    }
}
