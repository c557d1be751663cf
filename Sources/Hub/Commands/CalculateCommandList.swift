import Inventory

extension Inventory.Method {
    /// The method with its inputs and outputs, for `m100 calculate --list`.
    var json: JSONValue {
        .object([
            "name": .text(name), "title": .text(title), "source": .text(source), "formula": .text(formula),
            "serves": .list(serves.map { .text($0) }),
            "inputs": .list(inputs.map(\.json) + Self.reserved(beside: inputs)),
            "outputs": .list(
                gases.map { gas in
                    .object([
                        "gas": .text(gas.rawValue), "unit": .text("t"), "by_species": .boolean(gas.hasSpecies),
                        "in_totals": .boolean(gas.countsInTotals),
                    ])
                }),
        ])
    }

    /// What every method takes beside its own inputs.
    private static func reserved(beside inputs: [MethodInput]) -> [JSONValue] {
        let known = Set(inputs.map(\.name))
        let meanings: [(String, String, JSONValue, [String])] = [
            ("year", "year", .null, []), ("region", "word", .text("RO"), []),
            ("gwp", "choice", .null, GWPSet.allCases.map(\.rawValue)),
        ]
        return meanings.filter { !known.contains($0.0) }.map { name, kind, fallback, words in
            .object([
                "name": .text(name), "kind": .text(kind), "unit": .text(""), "units": .list([]),
                "required": .boolean(false),
                "default": fallback, "source": .null, "meaning": .text(meaning(name)),
                "words": .list(words.map { .text($0) }),
            ])
        }
    }

    private static func meaning(_ name: String) -> String {
        switch name {
        case "year": "The year of the activity; without it only factors that do not change with time are found."
        case "region": "Where factors are looked up: a region, or a list from near to far."
        default: "The set under which `total_co2e_t` is given; CO2e under every set is always given."
        }
    }
}

extension MethodInput {
    fileprivate var json: JSONValue {
        var object: [String: JSONValue] = [
            "name": .text(name), "meaning": .text(meaning), "unit": .text(unit), "required": .boolean(false),
            "default": .null, "source": .null,
        ]
        switch kind {
        case .value(let measure):
            object["kind"] = .text("number")
            object["units"] = .list(measure.unitSymbols.map { .text($0) })
        case .choice(let words):
            object["kind"] = .text("choice")
            object["words"] = .list(words.map { .text($0) })
        case .year: object["kind"] = .text("year")
        case .text: object["kind"] = .text("text")
        case .table(let columns):
            object["kind"] = .text("rows")
            object["columns"] = .list(columns.map(\.json))
        }
        switch fallback {
        case .required: object["required"] = .boolean(true)
        case .optional: break
        case .value(let value, let source, let range):
            object["default"] = .number(value)
            object["source"] = .text(source)
            if let range { object["default_range"] = .list([.number(range.lower), .number(range.upper)]) }
        case .word(let word, let source):
            object["default"] = .text(word)
            object["source"] = .text(source)
        case .factor(let subject, let property):
            object["default"] = .object(["factor": .text(subject), "property": .text(property)])
            object["source"] = .text("factor register: the source of the value that is found")
        }
        return .object(object)
    }
}
