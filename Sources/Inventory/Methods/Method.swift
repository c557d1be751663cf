import Quantities

/// A way to compute emissions from activity: what it asks for, where it comes from, and the computation.
public struct Method: Sendable {
    /// The name in files, JSON and addresses: `fuel-combustion`.
    public let name: String
    /// The name in English for people.
    public let title: String
    /// The document with equation or table numbers.
    public let source: String
    /// The formula as people write it.
    public let formula: String
    /// Codes of GPC sub-sectors or lines for which a form offers it: `I.1`, `III.1.2`.
    public let serves: [String]
    /// What it asks for, in the order in which a form does.
    public let inputs: [MethodInput]
    /// The gases it can answer.
    public let gases: [Gas]
    let compute: @Sendable (inout Calculation) throws(MethodProblem) -> Void

    public init(
        _ name: String, title: String, source: String, formula: String, serves: [String], inputs: [MethodInput],
        gases: [Gas], compute: @escaping @Sendable (inout Calculation) throws(MethodProblem) -> Void
    ) {
        self.name = name
        self.title = title
        self.source = source
        self.formula = formula
        self.serves = serves
        self.inputs = inputs
        self.gases = gases
        self.compute = compute
    }

    /// Computes emissions in t of each gas for one year.
    ///
    /// - Parameters:
    ///   - arguments: a value for each input that has no fallback, and for any other.
    ///   - book: where factors are looked up.
    ///   - place: where and when the activity took place.
    /// - Throws: the first problem in the order of the inputs, unknown names first.
    public func result(
        _ arguments: [String: Argument], factors book: FactorBook, at place: FactorPlace
    ) throws(MethodProblem) -> MethodResult {
        let known = inputs.map(\.name)
        for name in arguments.keys.sorted() where !known.contains(name) {
            throw .unknownInput(name, known: known)
        }
        let values = try ArgumentReader(book: book, place: place).read(arguments, for: inputs)
        var calculation = Calculation(values: values, place: place, book: book)
        try compute(&calculation)
        return MethodResult(
            method: name, masses: calculation.masses, terms: calculation.terms, steps: calculation.steps,
            inputs: values.used + calculation.references, responses: responses(to: values, calculation),
            series: calculation.series)
    }

    /// How the result moves with inputs that act in other ways than as a factor: each alone, to both ends of its range
    /// (IPCC 2006 Vol. 1 Ch. 3, Approach 1 by sensitivity, §3.2.3.1).
    private func responses(to values: CalculationValues, _ calculation: Calculation) -> [Response] {
        values.used.compactMap { input in
            guard let range = input.uncertainty,
                !calculation.terms.allSatisfy({ $0.drivers.contains(input.name) || $0.tonnes == 0 })
            else { return nil }
            func masses(_ value: Double) -> GasMasses? {
                var moved = Calculation(
                    values: values.changing(input.name, to: value), place: calculation.place, book: calculation.book)
                do throws(MethodProblem) { try compute(&moved) } catch { return nil }
                return moved.masses
            }
            guard let low = masses(range.lower), let high = masses(range.upper) else { return nil }
            return Response(input: input.name, low: low, high: high)
        }
    }
}

/// What a method found, with everything needed to explain it.
public struct MethodResult: Sendable {
    /// The name of the method.
    public let method: String
    /// Emissions of the year, t by gas.
    public let masses: GasMasses
    /// The parts whose sum `masses` is, each with the inputs it is proportional to.
    public let terms: [Term]
    /// The explanation, line by line.
    public let steps: [Step]
    /// Every input with the value it had, and where the value came from.
    public let inputs: [UsedInput]
    /// What the result would be with an input at the ends of its range, where it is not simply proportional to it.
    public let responses: [Response]
    /// t by gas for other years, where a method gives a series (first-order decay).
    public let series: [Int: GasMasses]
}

/// The whole result with one input at either end of its range.
public struct Response: Sendable, Hashable, Codable {
    /// The name of the input that is moved.
    public let input: String
    /// t by gas with the input at its lower end.
    public let low: GasMasses
    /// t by gas with the input at its upper end.
    public let high: GasMasses

    public init(input: String, low: GasMasses, high: GasMasses) {
        self.input = input
        self.low = low
        self.high = high
    }
}

/// A part of a result that is a product of inputs: what uncertainty needs to know of a formula.
public struct Term: Sendable, Hashable, Codable {
    /// The gas.
    public let gas: Gas
    /// The species, for HFC and PFC.
    public let species: Species?
    /// t of the gas.
    public let tonnes: Double
    /// Names of the inputs that the part is proportional to. Other inputs act in ways only the method itself can tell.
    public let drivers: [String]

    public init(gas: Gas, species: Species?, tonnes: Double, drivers: [String]) {
        self.gas = gas
        self.species = species
        self.tonnes = tonnes
        self.drivers = drivers
    }
}

/// One line of an explanation: a formula with its numbers put in.
public struct Step: Sendable, Hashable, Codable {
    /// What is computed, in English.
    public let label: String
    /// The formula with numbers, for example `1,000 MWh × 0.202 t/MWh`.
    public let formula: String
    /// What the formula gives, in `unit`.
    public let value: Double
    /// The unit of the value.
    public let unit: String

    public init(label: String, formula: String, value: Double, unit: String) {
        self.label = label
        self.formula = formula
        self.value = value
        self.unit = unit
    }
}

/// An input as it was used.
public struct UsedInput: Sendable, Hashable, Codable {
    /// Where a value came from.
    public enum Origin: Sendable, Hashable, Codable {
        case given
        /// A published default, with its source.
        case standard(source: String)
        /// Behind a reference, because inputs are copied often and a factor is large.
        indirect case factor(Factor)
    }

    /// The name; `table[row].column` for a cell of a table.
    public let name: String
    /// In the base unit; nil for words and tables.
    public let value: Double?
    /// In the base unit.
    public let uncertainty: Uncertainty?
    /// The unit of the value.
    public let unit: String
    /// The word of a choice or a text; nil for numbers.
    public let word: String?
    /// Where it came from.
    public let origin: Origin

    public init(
        name: String, value: Double?, uncertainty: Uncertainty?, unit: String, word: String?, origin: Origin
    ) {
        self.name = name
        self.value = value
        self.uncertainty = uncertainty
        self.unit = unit
        self.word = word
        self.origin = origin
    }
}
