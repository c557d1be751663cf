extension Argument {
    /// The arguments of a method from a JSON object, in the forms people and programs write them.
    ///
    /// A number is in the input's listed unit; `"100 MWh"` and `{"value":100,"unit":"MWh","lower":90,"upper":110}` name it;
    /// words are texts, tables are lists of objects, `null` leaves an input out.
    /// - Throws: `unknownInput` for names the method has not, first by the alphabet; else what cannot be read.
    public static func read(
        _ object: [String: JSONValue], for inputs: [MethodInput], path: String = ""
    ) throws(MethodProblem) -> [String: Argument] {
        var arguments: [String: Argument] = [:]
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            guard let input = inputs.first(where: { $0.name == name }) else {
                throw .unknownInput(path + name, known: inputs.map { path + $0.name })
            }
            if value == .null { continue }
            arguments[name] = try read(value, for: input, path: path)
        }
        return arguments
    }

    private static func read(_ value: JSONValue, for input: MethodInput, path: String) throws(MethodProblem) -> Argument
    {
        // Made only where it is thrown: the words of a choice are many.
        var wrong: MethodProblem { .wrongKind(input: path + input.name, expected: input.kind.expectation) }
        switch (value, input.kind) {
        case (.number(let number), _): return .number(number)
        case (.text(let text), .value), (.text(let text), .year):
            guard let argument = measured(text) else { throw wrong }
            return argument
        case (.text(let text), _): return .word(text)
        case (.object(let object), .value), (.object(let object), .year):
            return try measured(object, path + input.name, input)
        case (.object(let object), _):
            guard object.count == 1, case .text(let word)? = object["value"] else { throw wrong }
            return .word(word)
        case (.list(let list), .table(let columns)):
            var rows: [[String: Argument]] = []
            for (position, item) in list.enumerated() {
                guard case .object(let row) = item else { throw wrong }
                rows.append(try read(row, for: columns, path: "\(path)\(input.name)[\(position + 1)]."))
            }
            return .rows(rows)
        case (.list, _), (.boolean, _), (.null, _): throw wrong
        }
    }

    /// `100 MWh`, `100`, `12.5%`: a number, then perhaps a unit.
    private static func measured(_ text: String) -> Argument? {
        let trimmed = text.trimmed
        // The longest start that is a number: the `e` of `1e3` belongs to it, the `E` of `1 EJ` does not.
        let longest = trimmed.prefix { "0123456789.eE+-".contains($0) }
        for length in stride(from: longest.count, to: 0, by: -1) {
            guard let number = NumberText.read(trimmed.prefix(length)) else { continue }
            let unit = String(trimmed.dropFirst(length)).trimmed
            // `1,000` and `1 000`: what follows a number is never another number or a comma.
            if let first = unit.first, first.isNumber || first == "," || first == "." { return nil }
            return .number(number, unit: unit.isEmpty ? nil : unit)
        }
        return nil
    }

    private static func measured(
        _ object: [String: JSONValue], _ name: String, _ input: MethodInput
    ) throws(MethodProblem) -> Argument {
        var wrong: MethodProblem { .wrongKind(input: name, expected: input.kind.expectation) }
        let known = ["value", "unit", "lower", "upper"]
        for key in object.keys.sorted() where !known.contains(key) {
            throw .unknownInput("\(name).\(key)", known: known.map { "\(name).\($0)" })
        }
        var numbers: [String: Double] = [:]
        for key in ["value", "lower", "upper"] {
            switch object[key] {
            case nil, .null: continue
            case .number(let number): numbers[key] = number
            default: throw wrong
            }
        }
        var unit: String?
        switch object["unit"] {
        case nil, .null: break
        case .text(let text): unit = text
        default: throw wrong
        }
        guard let value = numbers["value"] else { throw .missingInput("\(name).value") }
        switch (numbers["lower"], numbers["upper"]) {
        case (let lower?, let upper?):
            guard lower <= value, value <= upper else {
                throw .outOfRange(input: name, value: value, allowed: "between its own lower and upper")
            }
            return .number(value, unit: unit, uncertainty: Uncertainty(lower: lower, upper: upper))
        case (nil, nil): return .number(value, unit: unit)
        case (nil, _): throw .missingInput("\(name).lower")
        case (_, nil): throw .missingInput("\(name).upper")
        }
    }

    /// The argument as JSON, which reads back as the same argument.
    public var json: JSONValue {
        switch self {
        case .number(let value, nil, nil): .number(value)
        case .number(let value, let unit, let range): Self.json(value, unit, range)
        case .word(let word): .text(word)
        case .rows(let rows): .list(rows.map { .object($0.mapValues(\.json)) })
        }
    }

    private static func json(_ value: Double, _ unit: String?, _ range: Uncertainty?) -> JSONValue {
        var object: [String: JSONValue] = ["value": .number(value)]
        if let unit { object["unit"] = .text(unit) }
        if let range {
            object["lower"] = .number(range.lower)
            object["upper"] = .number(range.upper)
        }
        return .object(object)
    }
}
