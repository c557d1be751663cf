/// Very many cash flows of the same length, year by year in one block of memory.
///
/// Values of one year stand side by side, so that the processor takes several flows at a time; every flow has the same
/// operations in the same order as alone, so that the results are the same to the last bit.
public struct CashFlowTable: Sendable, Hashable {
    /// How many flows there are.
    public let count: Int
    /// How many years each has.
    public let years: Int
    /// The value of flow f in year t stands at t × count + f.
    public private(set) var values: [Double]

    /// Flows of zeros.
    public init(count: Int, years: Int) {
        self.count = max(0, count)
        self.years = max(0, years)
        values = [Double](repeating: 0, count: self.count * self.years)
    }

    /// The value of a flow in a year, both counted from 0.
    public subscript(flow: Int, year: Int) -> Double {
        get { values[year * count + flow] }
        set { values[year * count + flow] = newValue }
    }

    /// One flow by itself.
    public func flow(_ index: Int) -> [Double] { (0..<years).map { self[index, $0] } }

    /// The present value of each flow; the first year is not discounted.
    public func presentValues(rate: Double) -> [Double] {
        let step = 1 / (1 + rate)
        return [Double](unsafeUninitializedCapacity: count) { sums, filled in
            sums.initialize(repeating: 0)
            filled = count
            values.withUnsafeBufferPointer { values in
                // A block of sums stays in the nearest cache while all years pass over it.
                for start in stride(from: 0, to: count, by: Self.block) {
                    let end = min(start + Self.block, count)
                    var (factor, year) = (1.0, 0)
                    // Two years at a time read and write each sum half as often.
                    while year + 1 < years {
                        let (row, next, later) = (year * count, (year + 1) * count, factor * step)
                        for flow in start..<end {
                            sums[flow] = (sums[flow] + values[row + flow] * factor) + values[next + flow] * later
                        }
                        factor = later * step
                        year += 2
                    }
                    if year < years {
                        let row = year * count
                        for flow in start..<end { sums[flow] += values[row + flow] * factor }
                    }
                }
            }
        }
    }

    /// The internal rates of each flow, exactly as `InternalRate` finds them alone.
    public func internalRates() -> [InternalRate] {
        var flow = [Double](repeating: 0, count: years)
        return (0..<count).map { index in
            for year in 0..<years { flow[year] = values[year * count + index] }
            return InternalRate(flow)
        }
    }

    private static let block = 2_048
}
