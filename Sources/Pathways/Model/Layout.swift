import Inventory

/// A plan under one scenario as index arrays: what is where in `values`, rows of one number for each year.
struct Layout: Sendable {
    struct ActivityPlace: Sendable {
        var quantity = 0
        var load: Int?
        var technologies = 0..<0
        var stock: Plan.Stock?
        /// What calibration multiplies emissions by.
        var correction = 1.0
        var sales: [Move] = []
        var moves: [Move] = []
    }

    struct TechnologyPlace: Sendable {
        var share = 0
        var intensity = 0
        var carrier: Int?
        var gases: [GasRow] = []
        var changes: [Effect] = []
    }

    struct CarrierPlace: Sendable {
        var gases: [GasRow] = []
        var sources = 0..<0
        var moves: [Move] = []
        var isBooked = true
    }

    struct GasRow: Sendable {
        /// Position in `gases`.
        let gas: Int
        let row: Int
        var changes: [Effect] = []
    }

    struct GasKey: Sendable, Hashable {
        let gas: Gas
        let species: Species?
    }

    /// A row of what one measure does, at its place in the scenario.
    struct Effect: Sendable {
        let measure: Int
        let row: Int
    }

    /// An effect on one activity's quantity or load.
    struct Change: Sendable {
        let activity: Int
        let effect: Effect
    }

    /// A transfer: from technologies of an owner, or from an activity.
    struct Move: Sendable {
        let effect: Effect
        let isAmount: Bool
        var from: [Int] = []
        /// Technology or activity, and units there for each unit moved.
        var to: [(place: Int, part: Double)] = []
    }

    struct Shift: Sendable {
        let activity: Int
        var moves: [Move] = []
    }

    struct ClaimLine: Sendable {
        let effect: Effect
        let sector: ContractSector
        let scope: Scope?
    }

    struct BoundaryLine: Sendable {
        let name: String
        let tonnes: Double
        let sector: ContractSector
        let scope: Scope
    }

    /// An uncertain input and the rows that it multiplies.
    struct Uncertain: Sendable {
        enum Form: Sendable {
            case constant
            /// Nothing in the base year, the whole in the last, to a power.
            case ramp(elasticity: Double)
        }

        let id: String
        let range: Uncertainty
        let spread: Spread
        var rows: [(row: Int, form: Form)]
    }

    let years: Int
    var values: [Double] = []
    var gases: [GasKey] = []
    var weights: [Double] = []
    var activities: [ActivityPlace] = []
    var technologies: [TechnologyPlace] = []
    var carriers: [CarrierPlace] = []
    /// Carriers, what others are made from first.
    var carrierOrder: [Int] = []
    var adds: [Change] = []
    var scales: [Change] = []
    var shifts: [Shift] = []
    var loads: [Change] = []
    var claims: [ClaimLine] = []
    var boundaries: [BoundaryLine] = []
    var sinks: [(row: Int, changes: [Effect])] = []
    var credits: [Int] = []
    /// By measure of the scenario, the measures it needs, by place; outer order is the scenario's.
    var needs: [[Int]] = []
    /// Measures so that what is needed comes first.
    var needOrder: [Int] = []
    /// By measure and activity, whether the one changes the other's emissions.
    var touches: [[Bool]] = []
    var movesCarriers: [Bool] = []
    var uncertain: [Uncertain] = []

    init(years: Int) { self.years = years }

    /// Adds a row and answers its number.
    mutating func row(_ numbers: [Double]) -> Int {
        values.append(contentsOf: numbers)
        return values.count / years - 1
    }
}
