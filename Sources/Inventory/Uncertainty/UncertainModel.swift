/// An inventory as sums of products of uncertain variables: what both approaches of the IPCC work on.
///
/// A factor that several rows share is one variable, so that its error acts on all of them together
/// (IPCC 2006 Vol. 1 Ch. 3 §3.2.2.4 on correlation).
public struct UncertainModel: Sendable {
    struct Variable: Sendable {
        /// Names the variable across inventories: the seed of its random numbers depends on nothing else.
        let id: String
        let spread: Spread
        /// What 1 means; relative values are multiplied into products.
        var relativeHalfWidth: Double { spread.relativeHalfWidth }
    }

    struct Product: Sendable {
        /// t CO2e when every variable has its central value.
        let weight: Double
        /// Positions in `variables`, sorted.
        let variables: [Int]
        let sector: GPCSector
    }

    let variables: [Variable]
    let products: [Product]
    /// t CO2e of rows that are in no total (biogenic CO2, removals) is not in here.
    public let total: Double

    /// Makes the model of an inventory under a GWP set; rows outside `total` are left out.
    ///
    /// Ranges of global warming potentials are left out, as usual for inventories (IPCC 2006 Vol. 1 Ch. 3 §3.1.3).
    public init(_ inventory: CityInventory, under gwp: GWPSet? = nil, total wanted: InventoryTotal? = nil) {
        let gwp = gwp ?? inventory.gwp
        let wanted = wanted ?? inventory.coverage
        var builder = Builder()
        for row in inventory.rows.sorted(by: { $0.id < $1.id }) where row.placement.isIn(wanted) {
            builder.add(row, gwp)
        }
        variables = builder.variables
        products = builder.products
        total = builder.products.reduce(0) { $0 + $1.weight }
    }

    /// How many uncertain quantities there are.
    public var variableCount: Int { variables.count }
}

extension UncertainModel {
    private struct Builder {
        var variables: [Variable] = []
        var products: [Product] = []
        var positions: [String: Int] = [:]

        mutating func add(_ row: InventoryRow, _ gwp: GWPSet) {
            guard let masses = row.masses else { return }
            if let method = row.method, !method.terms.isEmpty {
                add(method, row, gwp)
                return
            }
            var drivers: [Int] = []
            if let activity = row.activity, let range = activity.uncertainty {
                drivers = [variable("row/\(row.id)", Spread(value: activity.value, range: range))].compactMap { $0 }
            }
            append(gwp.co2e(masses), drivers, row.placement.sector)
        }

        private mutating func add(_ method: MethodUse, _ row: InventoryRow, _ gwp: GWPSet) {
            let bent = Set(method.responses.map(\.input))
            let common = responses(of: method, row, gwp)
            for term in method.terms {
                let weight = term.species.map { gwp.weight(of: $0) ?? 0 } ?? gwp.weight(of: term.gas) ?? 0
                var drivers = common
                for name in term.drivers where !bent.contains(name) {
                    guard let input = method.inputs.first(where: { $0.name == name }), let value = input.value,
                        let range = input.uncertainty
                    else { continue }
                    let id = Self.identity(of: input, method: method.name, row: row.id)
                    if let position = variable(id, Spread(value: value, range: range)) { drivers.append(position) }
                }
                append(term.tonnes * weight, drivers, row.placement.sector)
            }
        }

        /// Inputs that bend the result: the row moves as a whole between what it is at both ends of the input's range.
        private mutating func responses(of method: MethodUse, _ row: InventoryRow, _ gwp: GWPSet) -> [Int] {
            guard let masses = row.masses else { return [] }
            let centre = gwp.co2e(masses)
            return method.responses.compactMap { response in
                let ends = Uncertainty(lower: gwp.co2e(response.low), upper: gwp.co2e(response.high))
                return variable("row/\(row.id)/\(response.input)", Spread(value: centre, range: ends))
            }
        }

        /// Given values belong to the row; factors and defaults are the same thing wherever they are used.
        private static func identity(of input: UsedInput, method: String, row: String) -> String {
            switch input.origin {
            case .given: "row/\(row)/\(input.name)"
            case .standard: "default/\(method)/\(input.name)"
            case .factor(let factor): "factor/\(factor.id)"
            }
        }

        private mutating func variable(_ id: String, _ spread: Spread?) -> Int? {
            guard let spread else { return nil }
            if let known = positions[id] { return known }
            positions[id] = variables.count
            variables.append(Variable(id: id, spread: spread))
            return variables.count - 1
        }

        private mutating func append(_ weight: Double, _ drivers: [Int], _ sector: GPCSector) {
            guard weight != 0 else { return }
            products.append(Product(weight: weight, variables: drivers.sorted(), sector: sector))
        }
    }
}
