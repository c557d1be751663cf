/// Approach 2 of the IPCC: Monte Carlo (2006 Vol. 1 Ch. 3 §3.2.3.2), reproducible from its seed.
public struct MonteCarlo: Sendable, Hashable {
    /// t CO2e that the simulated totals stay below with a probability of 2.5 %, 50 % and 97.5 %.
    public struct Band: Sendable, Hashable {
        /// The 2.5 % quantile, t CO2e.
        public let low: Double
        /// The median, t CO2e.
        public let median: Double
        /// The 97.5 % quantile, t CO2e.
        public let high: Double
        /// The mean, t CO2e.
        public let mean: Double
    }

    /// The seed of the random numbers.
    public let seed: UInt64
    /// How many times every variable was drawn.
    public let draws: Int
    /// Of the whole.
    public let total: Band
    /// Of each sector.
    public let bySector: [GPCSector: Band]

    /// Draws every variable `draws` times and adds up the products.
    /// - Parameter draws: at least 100; fewer say nothing about the tails.
    public init(_ model: UncertainModel, draws: Int = 10_000, seed: UInt64 = 1) {
        self.seed = seed
        self.draws = max(100, draws)
        var simulation = Simulation(model, draws: self.draws, seed: seed)
        simulation.run()
        let sectors = simulation.sectors.map(\.sector)
        var sums = [Double](repeating: 0, count: self.draws)
        var bands: [GPCSector: Band] = [:]
        for (sector, values) in zip(sectors, simulation.sums) {
            for index in sums.indices { sums[index] += values[index] }
            bands[sector] = Self.band(values)
        }
        bySector = bands
        total = Self.band(sums)
    }

    private static func band(_ values: [Double]) -> Band {
        let sorted = values.sorted()
        return Band(
            low: quantile(sorted, 0.025), median: quantile(sorted, 0.5), high: quantile(sorted, 0.975),
            mean: values.reduce(0, +) / Double(values.count))
    }

    /// Linear between order statistics (definition 7 of Hyndman and Fan 1996).
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}

/// One run: variables are drawn in blocks that fit the processor's cache, then products are added up draw by draw.
private struct Simulation {
    struct SectorProducts {
        let sector: GPCSector
        let products: [UncertainModel.Product]
        /// t CO2e of products without any uncertain variable.
        let fixed: Double
    }

    static let block = 256

    let model: UncertainModel
    let draws: Int
    let sectors: [SectorProducts]
    var generators: [RandomNormals]
    var sums: [[Double]]

    init(_ model: UncertainModel, draws: Int, seed: UInt64) {
        self.model = model
        self.draws = draws
        generators = model.variables.map { RandomNormals(seed: seed, name: $0.id) }
        sectors = GPCSector.allCases.compactMap { sector in
            let own = model.products.filter { $0.sector == sector }
            guard !own.isEmpty else { return nil }
            let fixed = own.reduce(0) { $1.variables.isEmpty ? $0 + $1.weight : $0 }
            return SectorProducts(sector: sector, products: Self.joined(own), fixed: fixed)
        }
        sums = sectors.map { [Double](repeating: $0.fixed, count: draws) }
    }

    /// Products of the same variables are one product: their weights add up.
    private static func joined(_ products: [UncertainModel.Product]) -> [UncertainModel.Product] {
        var weights: [[Int]: Double] = [:]
        for product in products where !product.variables.isEmpty {
            weights[product.variables, default: 0] += product.weight
        }
        return weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
            UncertainModel.Product(weight: $0.value, variables: $0.key, sector: products[0].sector)
        }
    }

    mutating func run() {
        let width = Self.block
        let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, model.variables.count) * width)
        let product = UnsafeMutableBufferPointer<Double>.allocate(capacity: width)
        defer {
            values.deallocate()
            product.deallocate()
        }
        var start = 0
        while start < draws {
            let count = min(width, draws - start)
            for index in model.variables.indices {
                let slice = UnsafeMutableBufferPointer(rebasing: values[(index * width)..<(index * width + count)])
                model.variables[index].spread.fill(slice, &generators[index])
            }
            add(values, product, start: start, count: count)
            start += count
        }
    }

    private mutating func add(
        _ values: UnsafeMutableBufferPointer<Double>, _ product: UnsafeMutableBufferPointer<Double>, start: Int,
        count: Int
    ) {
        for (place, sector) in sectors.enumerated() {
            sums[place].withUnsafeMutableBufferPointer { sums in
                for item in sector.products {
                    for draw in 0..<count { product[draw] = item.weight }
                    for variable in item.variables {
                        let offset = variable * Self.block
                        for draw in 0..<count { product[draw] *= values[offset + draw] }
                    }
                    for draw in 0..<count { sums[start + draw] += product[draw] }
                }
            }
        }
    }
}
