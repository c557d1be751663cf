import Quantities

/// Reads arguments against a method's inputs: units, words, defaults and factors, in the order of the inputs.
struct ArgumentReader {
    let book: FactorBook
    let place: FactorPlace

    func read(
        _ arguments: [String: Argument], for inputs: [MethodInput]
    ) throws(MethodProblem) -> CalculationValues {
        var values = CalculationValues()
        for input in inputs {
            guard let argument = arguments[input.name] else {
                try fallBack(input, &values)
                continue
            }
            try take(argument, for: input, &values)
        }
        return values
    }

    private func take(
        _ argument: Argument, for input: MethodInput, _ values: inout CalculationValues
    ) throws(MethodProblem) {
        switch (input.kind, argument) {
        case (.value(let measure), .number(let number, let unit, let range)):
            try values.put(Self.measured(number, unit, range, measure, input))
        case (.choice(let words), .word(let word)):
            guard words.contains(word) else { throw .unknownWord(input: input.name, word: word, known: words) }
            values.put(word: word, input: input.name, origin: .given)
        case (.year, .number(let number, nil, _)):
            guard let year = Int(exactly: number), Year(year) != nil else {
                throw .outOfRange(input: input.name, value: number, allowed: "a year between 1750 and 2200")
            }
            values.put(
                UsedInput(name: input.name, value: number, uncertainty: nil, unit: "", word: nil, origin: .given))
        case (.text, .word(let text)):
            values.put(word: text, input: input.name, origin: .given)
        case (.table(let columns), .rows(let rows)):
            try takeTable(rows, columns, input, &values)
        default:
            throw .wrongKind(input: input.name, expected: input.kind.expectation)
        }
    }

    private func takeTable(
        _ rows: [[String: Argument]], _ columns: [MethodInput], _ input: MethodInput, _ values: inout CalculationValues
    ) throws(MethodProblem) {
        var read: [CalculationValues] = []
        let known = columns.map(\.name)
        for row in rows {
            for name in row.keys.sorted() where !known.contains(name) {
                throw .unknownInput("\(input.name).\(name)", known: known.map { "\(input.name).\($0)" })
            }
            read.append(try self.read(row, for: columns))
        }
        values.put(rows: read, input: input.name)
    }

    private static func measured(
        _ number: Double, _ unit: String?, _ range: Uncertainty?, _ measure: Measure, _ input: MethodInput
    ) throws(MethodProblem) -> UsedInput {
        guard number.isFinite else { throw .outOfRange(input: input.name, value: number, allowed: "a finite number") }
        let name = unit ?? measure.baseSymbol
        guard let unit = measure.unit(named: name) else {
            throw .wrongUnit(input: input.name, unit: name, known: measure.unitSymbols)
        }
        let value = unit.toBase(number)
        if measure == .share, !(0...1).contains(value) {
            throw .outOfRange(input: input.name, value: value, allowed: "between 0 and 1, or 0 % and 100 %")
        }
        return UsedInput(
            name: input.name, value: value,
            uncertainty: range.map { Uncertainty(lower: unit.toBase($0.lower), upper: unit.toBase($0.upper)) },
            unit: measure.baseSymbol, word: nil, origin: .given)
    }

    private func fallBack(_ input: MethodInput, _ values: inout CalculationValues) throws(MethodProblem) {
        switch input.fallback {
        case .required: throw .missingInput(input.name)
        case .optional: break
        case .value(let value, let source, let uncertainty):
            values.put(
                UsedInput(
                    name: input.name, value: value, uncertainty: uncertainty, unit: input.unit, word: nil,
                    origin: .standard(source: source)))
        case .word(let word, let source): values.put(word: word, input: input.name, origin: .standard(source: source))
        case .factor(let subject, let property):
            guard case .value(let measure) = input.kind else { return }
            values.put(try lookUp(input, values.filled(subject), property, measure))
        }
    }

    private func lookUp(
        _ input: MethodInput, _ subject: String, _ property: String, _ measure: Measure
    ) throws(MethodProblem) -> UsedInput {
        let answer = book.find(subject, property, at: place)
        guard let factor = answer.factor else {
            throw .missingFactor(input: input.name, subject: subject, property: property, reason: answer.reason(place))
        }
        guard let unit = measure.unit(named: factor.unit) else {
            throw .wrongUnit(input: input.name, unit: factor.unit, known: measure.unitSymbols)
        }
        let range = factor.uncertainty.map { Uncertainty(lower: unit.toBase($0.lower), upper: unit.toBase($0.upper)) }
        return UsedInput(
            name: input.name, value: unit.toBase(factor.value), uncertainty: range, unit: measure.baseSymbol, word: nil,
            origin: .factor(factor))
    }
}

extension FactorAnswer {
    /// Why there is no value, for messages.
    func reason(_ place: FactorPlace) -> String {
        switch self {
        case .found: ""
        case .onlyLater(let factor): "only for \(factor.year ?? 0) and later, the year is \(place.year)"
        case .elsewhere(let regions): "only for \(regions.joined(separator: ", "))"
        case .unknown: "not in the register"
        }
    }
}

extension MethodInput.Kind {
    var expectation: String {
        switch self {
        case .value(let measure): measure.baseSymbol.isEmpty ? "a number" : "a number in \(measure.baseSymbol)"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .year: "a year"
        case .text: "a text"
        case .table: "a list of rows"
        }
    }
}
