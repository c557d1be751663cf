import Quantities

/// The values of one calculation by input name.
public struct CalculationValues: Sendable {
    /// A dozen at most: looking through them is cheaper than a dictionary.
    private var inputs: [UsedInput] = []
    private var tables: [String: [CalculationValues]] = [:]
    /// In the order in which they were read.
    private(set) var used: [UsedInput] = []

    mutating func put(_ input: UsedInput) {
        inputs.append(input)
        used.append(input)
    }

    /// The same values but for one input.
    func changing(_ name: String, to value: Double) -> CalculationValues {
        var copy = self
        guard let place = inputs.lastIndex(where: { $0.name == name }) else { return changingCell(name, to: value) }
        let input = inputs[place]
        copy.inputs[place] = UsedInput(
            name: name, value: value, uncertainty: input.uncertainty, unit: input.unit, word: input.word,
            origin: input.origin)
        return copy
    }

    mutating func put(word: String, input: String, origin: UsedInput.Origin) {
        put(UsedInput(name: input, value: nil, uncertainty: nil, unit: "", word: word, origin: origin))
    }

    /// Keeps a table. Its cells that have a range or were looked up are listed too, as `table[row].column` from row 1,
    /// so that they are explained and act on uncertainty like any other input.
    mutating func put(rows: [CalculationValues], input: String) {
        tables[input] = rows
        for (position, row) in rows.enumerated() {
            for cell in row.used where cell.uncertainty != nil || (cell.origin != .given && cell.value != nil) {
                used.append(cell.renamed("\(input)[\(position + 1)].\(cell.name)"))
            }
        }
    }

    /// The same values but for one cell of a table, named as `put(rows:input:)` names it.
    private func changingCell(_ name: String, to value: Double) -> CalculationValues {
        var copy = self
        guard let open = name.firstIndex(of: "["), let close = name.firstIndex(of: "]"), open < close,
            let row = Int(name[name.index(after: open)..<close]), let rows = tables[String(name[..<open])],
            rows.indices.contains(row - 1)
        else { return copy }
        let column = String(name[close...].dropFirst(2))
        copy.tables[String(name[..<open])]?[row - 1] = rows[row - 1].changing(column, to: value)
        return copy
    }

    /// The value in the base unit of an input that is required or has a fallback.
    public subscript(name: String) -> Double { input(name)?.value ?? .nan }

    /// The value in the base unit, or nil when it was left out.
    public func optional(_ name: String) -> Double? { input(name)?.value }

    /// The input with its range and origin, or nil when it was left out.
    public func input(_ name: String) -> UsedInput? { inputs.last { $0.name == name } }

    /// The word of a choice; empty when it was left out.
    public func word(_ name: String) -> String { input(name)?.word ?? "" }

    /// The rows of a table; none when it was left out.
    public func rows(_ name: String) -> [CalculationValues] { tables[name] ?? [] }

    /// A subject with the words of other inputs in the place of `{name}`.
    func filled(_ subject: String) -> String {
        // Searching bytes costs a tenth of searching characters, and every row of an import comes through here.
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        guard subject.utf8.contains(open) else { return subject }
        var text = ""
        var rest = Substring(subject)
        while let start = rest.utf8.firstIndex(of: open), let end = rest.utf8[start...].firstIndex(of: close) {
            let name = rest[rest.utf8.index(after: start)..<end]
            text += rest[..<start]
            text += used.first { $0.name == name }?.word ?? String(rest[start...end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        return text + rest
    }
}

extension UsedInput {
    fileprivate func renamed(_ name: String) -> UsedInput {
        UsedInput(name: name, value: value, uncertainty: uncertainty, unit: unit, word: word, origin: origin)
    }
}

/// A calculation in progress: a method reads values and adds emissions, each with the numbers that explain it.
public struct Calculation {
    /// The values that were given, fallen back to or looked up.
    public let values: CalculationValues
    /// Where and when the activity took place.
    public let place: FactorPlace
    /// Where factors are looked up.
    public let book: FactorBook
    private(set) var masses = GasMasses()
    private(set) var terms: [Term] = []
    private(set) var steps: [Step] = []
    private(set) var series: [Int: GasMasses] = [:]
    /// Reference values that the calculation itself looked up, as inputs of the result.
    private(set) var references: [UsedInput] = []

    init(values: CalculationValues, place: FactorPlace, book: FactorBook) {
        self.values = values
        self.place = place
        self.book = book
    }

    /// Adds emissions of a gas in tonnes, with the inputs they are proportional to, and a line of explanation.
    public mutating func emit(_ gas: Gas, _ tonnes: Double, proportionalTo drivers: [String], _ formula: String) {
        masses[gas] += tonnes
        terms.append(Term(gas: gas, species: nil, tonnes: tonnes, drivers: drivers))
        steps.append(Step(label: gas.rawValue, formula: formula, value: tonnes, unit: "t"))
    }

    /// The same for a species of HFC or PFC.
    public mutating func emit(_ species: Species, _ tonnes: Double, proportionalTo drivers: [String], _ formula: String)
    {
        masses.add(species, tonnes: tonnes)
        terms.append(Term(gas: species.gas, species: species, tonnes: tonnes, drivers: drivers))
        steps.append(Step(label: species.name, formula: formula, value: tonnes, unit: "t"))
    }

    /// Adds a line of explanation for an intermediate value and gives the value back.
    @discardableResult
    public mutating func note(_ label: String, _ formula: String, _ value: Double, _ unit: String) -> Double {
        steps.append(Step(label: label, formula: formula, value: value, unit: unit))
        return value
    }

    /// Records the emissions of another year of a series.
    public mutating func record(year: Int, _ masses: GasMasses) { series[year] = masses }

    /// A reference value that depends on the calculation itself, in the base unit of a measure, with where it comes
    /// from; a missing one is an error that names the input to give.
    public mutating func factor(
        _ subject: String, _ property: String, methodology: String? = nil, for input: String, as measure: Measure
    ) throws(MethodProblem) -> (value: Double, factor: Factor) {
        let answer = book.find(subject, property, at: place, methodology: methodology)
        guard let factor = answer.factor else {
            throw .missingFactor(input: input, subject: subject, property: property, reason: answer.reason(place))
        }
        guard let value = factor.value(as: measure) else {
            throw .wrongUnit(input: input, unit: factor.unit, known: measure.unitSymbols)
        }
        refer(to: factor, for: input, value: value, unit: measure.baseSymbol)
        return (value, factor)
    }

    /// Keeps that a reference value went into the result. Its range does not: no part of the result names it a driver.
    mutating func refer(to factor: Factor, for input: String, value: Double, unit: String) {
        let used = UsedInput(
            name: input, value: value, uncertainty: nil, unit: unit, word: nil, origin: .factor(factor))
        if !references.contains(used) { references.append(used) }
    }
}
