import Inventory

/// The numbers of one computation: rows of years, used again and again by one thread.
///
/// `inputs` starts as the layout's values; a simulation changes them from draw to draw.
final class Workspace {
    typealias Row = UnsafeMutablePointer<Double>

    let layout: Layout
    let years: Int
    private let memory: UnsafeMutableBufferPointer<Double>
    private let inputs: Row
    private let quantities: Row
    private let loads: Row
    private let allUnits: Row
    private let shares: Row
    private let multipliers: Row
    private let owns: Row
    private let factors: Row
    private let emissions: Row
    private let outs: Row
    /// Gross emissions, t CO2e.
    let total: Row
    let scratch: Row
    let scratch2: Row
    let scratch3: Row
    /// Units of a stock in one year: of each technology by the year in which they wear out.
    var cohorts: [Double] = []
    var living: [Double] = []
    /// Which activities this computation computes; the others stay as the last one left them.
    var touched: [Bool]
    var acting: [Bool]
    /// Where more was to be taken than there is; kept when `notesOverdrafts`.
    var overdrafts: [Overdraft] = []
    var notesOverdrafts = false
    /// Whether all rows are those of the measures acting and of the inputs.
    private var isCurrent = false

    /// More taken than there is.
    struct Overdraft: Hashable {
        enum Kind: Hashable { case quantity, shift, replacement }
        let kind: Kind
        /// The activity, or the technology of a replacement.
        let place: Int
        /// Counted from the base year.
        let year: Int
        let measures: [Int]
    }

    init(_ layout: Layout) {
        self.layout = layout
        years = layout.years
        let (activities, technologies) = (layout.activities.count, layout.technologies.count)
        let carriers = layout.carriers.count
        let counts = [
            layout.values.count / max(1, layout.years), activities, activities, activities, technologies, technologies,
            technologies, carriers, activities, technologies, 1, 1, 1, 1,
        ]
        memory = .allocate(capacity: counts.reduce(1, +) * layout.years)
        memory.initialize(repeating: 0)
        var offset = 0
        let start = memory.baseAddress ?? .allocate(capacity: 1)
        let rows = counts.map { count -> Row in
            defer { offset += count * layout.years }
            return start + offset
        }
        inputs = rows[0]
        quantities = rows[1]
        loads = rows[2]
        allUnits = rows[3]
        shares = rows[4]
        multipliers = rows[5]
        owns = rows[6]
        factors = rows[7]
        emissions = rows[8]
        outs = rows[9]
        total = rows[10]
        scratch = rows[11]
        scratch2 = rows[12]
        scratch3 = rows[13]
        touched = Array(repeating: false, count: activities)
        acting = Array(repeating: false, count: layout.needs.count)
        reset()
        prepare()
    }

    deinit { memory.deallocate() }

    func input(_ row: Int) -> Row { inputs + row * years }
    func quantity(_ activity: Int) -> Row { quantities + activity * years }
    func load(_ activity: Int) -> Row { loads + activity * years }
    func units(_ activity: Int) -> Row { allUnits + activity * years }
    func share(_ technology: Int) -> Row { shares + technology * years }
    func multiplier(_ technology: Int) -> Row { multipliers + technology * years }
    /// t CO2e for each unit beside the carrier's, before measures.
    func own(_ technology: Int) -> Row { owns + technology * years }
    /// t CO2e for each MWh, with what the carrier is made from.
    func factor(_ carrier: Int) -> Row { factors + carrier * years }
    func emission(_ activity: Int) -> Row { emissions + activity * years }
    func out(_ technology: Int) -> Row { outs + technology * years }

    /// Inputs as they are in the plan.
    func reset() {
        layout.values.withUnsafeBufferPointer { values in
            if let start = values.baseAddress { inputs.update(from: start, count: values.count) }
        }
    }

    /// Inputs × what a draw says.
    func multiply(_ uncertain: Layout.Uncertain, by factor: Double) {
        for (row, form) in uncertain.rows {
            let values = input(row)
            switch form {
            case .constant: for year in 0..<years { values[year] *= factor }
            case .ramp(let elasticity):
                for year in 0..<years {
                    let part = 1 + (factor - 1) * Double(year) / Double(max(1, years - 1))
                    values[year] *= Elementary.pow(max(0, part), elasticity)
                }
            }
        }
    }

    /// What follows from the inputs whatever the measures; to be called when inputs have changed.
    func prepare() {
        for place in layout.technologies.indices {
            let own = own(place)
            for year in 0..<years { own[year] = 0 }
            for gas in layout.technologies[place].gases {
                let (values, weight) = (input(gas.row), layout.weights[gas.gas])
                for year in 0..<years { own[year] += weight * values[year] }
            }
        }
        isCurrent = false
    }

    /// Gross emissions in `total` with the measures chosen, as far as those they need are chosen too.
    ///
    /// Only what changes from the computation before is computed again; every figure is the same as if all of it were.
    func compute(_ chosen: [Bool]) {
        let before = acting
        act(chosen)
        let changed = acting.indices.filter { acting[$0] != before[$0] }
        findTouched(changed)
        startQuantities()
        changeQuantities()
        if !isCurrent || changed.contains(where: { layout.movesCarriers[$0] }) {
            for place in layout.carrierOrder { computeCarrier(place) }
        }
        for year in 0..<years { total[year] = 0 }
        for place in layout.activities.indices {
            if touched[place] { computeActivity(place) }
            let row = emission(place)
            for year in 0..<years { total[year] += row[year] }
        }
        addLines()
        isCurrent = true
    }

    private func act(_ chosen: [Bool]) {
        for place in acting.indices { acting[place] = false }
        for place in layout.needOrder {
            acting[place] = chosen[place] && layout.needs[place].allSatisfy { acting[$0] }
        }
    }

    /// What the changed measures touch, and what quantity is shifted to or from it.
    private func findTouched(_ changed: [Int]) {
        for place in touched.indices { touched[place] = !isCurrent }
        guard isCurrent else { return }
        for measure in changed {
            for place in touched.indices where layout.touches[measure][place] { touched[place] = true }
        }
        var grew = !layout.shifts.isEmpty
        while grew {
            grew = false
            for shift in layout.shifts {
                for move in shift.moves where acting[move.effect.measure] { grew = join(shift, move) || grew }
            }
        }
    }

    /// Both ends of a shift are computed together; whether that adds any.
    private func join(_ shift: Layout.Shift, _ move: Layout.Move) -> Bool {
        let isTouched = touched[shift.activity] || move.to.contains { touched[$0.place] }
        let isWhole = touched[shift.activity] && move.to.allSatisfy { touched[$0.place] }
        guard isTouched, !isWhole else { return false }
        touched[shift.activity] = true
        for goal in move.to { touched[goal.place] = true }
        return true
    }

    private func addLines() {
        for line in layout.boundaries {
            for year in 0..<years { total[year] += line.tonnes }
        }
        for claim in layout.claims where acting[claim.effect.measure] {
            let effect = input(claim.effect.row)
            for year in 0..<years { total[year] -= effect[year] }
        }
    }

    /// Removals of a sink, t CO2.
    func removal(_ sink: Int) -> [Double] {
        var sum = Array(UnsafeBufferPointer(start: input(layout.sinks[sink].row), count: years))
        for change in layout.sinks[sink].changes where acting[change.measure] {
            let effect = input(change.row)
            for year in 0..<years { sum[year] += effect[year] }
        }
        return sum
    }

    func numbers(_ row: Row) -> [Double] { Array(UnsafeBufferPointer(start: row, count: years)) }
}
