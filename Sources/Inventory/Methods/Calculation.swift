/// The values of one calculation by input name.
public struct CalculationValues: Sendable {
    private var inputs: [String: UsedInput] = [:]
    private var tables: [String: [CalculationValues]] = [:]
    /// In the order in which they were read.
    private(set) var used: [UsedInput] = []

    mutating func put(_ input: UsedInput) {
        inputs[input.name] = input
        used.append(input)
    }

    /// The same values but for one input.
    func changing(_ name: String, to value: Double) -> CalculationValues {
        var copy = self
        guard let input = inputs[name] else { return changingCell(name, to: value) }
        copy.inputs[name] = UsedInput(
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
    public subscript(name: String) -> Double { inputs[name]?.value ?? .nan }

    /// The value in the base unit, or nil when it was left out.
    public func optional(_ name: String) -> Double? { inputs[name]?.value }

    public func input(_ name: String) -> UsedInput? { inputs[name] }

    public func word(_ name: String) -> String { inputs[name]?.word ?? "" }

    public func rows(_ name: String) -> [CalculationValues] { tables[name] ?? [] }

    /// A subject with the words of other inputs in the place of `{name}`.
    func filled(_ subject: String) -> String {
        used.reduce(subject) { text, input in
            guard let word = input.word, let range = text.firstRange(of: "{\(input.name)}") else { return text }
            return text.replacingCharacters(in: range, with: word)
        }
    }
}

extension UsedInput {
    fileprivate func renamed(_ name: String) -> UsedInput {
        UsedInput(name: name, value: value, uncertainty: uncertainty, unit: unit, word: word, origin: origin)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with word: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: word)
        return copy
    }
}

/// A calculation in progress: a method reads values and adds emissions, each with the numbers that explain it.
public struct Calculation {
    public let values: CalculationValues
    public let place: FactorPlace
    public let book: FactorBook
    private(set) var masses = GasMasses()
    private(set) var terms: [Term] = []
    private(set) var steps: [Step] = []
    private(set) var series: [Int: GasMasses] = [:]

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

    /// A reference value that depends on the calculation itself; a missing one is an error that names the input to give.
    public func factor(
        _ subject: String, _ property: String, methodology: String? = nil, for input: String
    ) throws(MethodProblem) -> Factor {
        let answer = book.find(subject, property, at: place, methodology: methodology)
        guard let factor = answer.factor else {
            throw .missingFactor(input: input, subject: subject, property: property, reason: answer.reason(place))
        }
        return factor
    }
}
