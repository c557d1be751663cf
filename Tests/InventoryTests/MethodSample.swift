import Inventory
import Quantities

/// Valid arguments of any method, drawn from its own description of its inputs, the same for the same seed.
struct MethodSample {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// Arguments that the method computes; nil where none were found in so many attempts.
    mutating func arguments(of method: Method, attempts: Int = 1000) -> [String: Argument]? {
        for _ in 0..<attempts {
            let arguments = draw(method.inputs)
            if (try? MethodTrial.result(method.name, arguments)) != nil { return arguments }
        }
        return nil
    }

    private mutating func draw(_ inputs: [MethodInput]) -> [String: Argument] {
        // Few or many of the inputs that may be left out: methods often want exactly one of several.
        let likely = [0.1, 0.3, 0.6].randomElement(using: &numbers) ?? 0.3
        var arguments: [String: Argument] = [:]
        for input in inputs {
            if case .required = input.fallback {
                arguments[input.name] = draw(input)
            } else if case .factor = input.fallback, chance(0.8) {
                continue
            } else if chance(likely) {
                arguments[input.name] = draw(input)
            }
        }
        return arguments
    }

    private mutating func draw(_ input: MethodInput) -> Argument {
        switch input.kind {
        case .choice(let words): .word(words.randomElement(using: &numbers) ?? "")
        case .year: .number(Double(Int.random(in: 1990...2023, using: &numbers)))
        case .text: .word(Species.all.randomElement(using: &numbers)?.name ?? "")
        case .table(let columns):
            .rows((0..<Int.random(in: 1...3, using: &numbers)).map { _ in draw(columns) })
        case .value(.share): .number(Double.random(in: 0.01...0.3, using: &numbers))
        case .value(.number): .number(Double.random(in: 1...3, using: &numbers))
        case .value(.quantity): .number(Double.random(in: 1...1000, using: &numbers))
        case .value(.rate): .number(Double.random(in: 0.001...2, using: &numbers))
        }
    }

    private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &numbers) < part }

    /// The same arguments with every number in another of its units.
    mutating func inOtherUnits(_ arguments: [String: Argument], _ inputs: [MethodInput]) -> [String: Argument] {
        var other = arguments
        for input in inputs {
            switch (input.kind, arguments[input.name]) {
            case (.value(let measure), .number(let value, let given, _)?):
                guard let symbol = measure.unitSymbols.randomElement(using: &numbers),
                    let unit = measure.unit(named: symbol),
                    let from = measure.unit(named: given ?? measure.baseSymbol)
                else { continue }
                other[input.name] = .number(unit.fromBase(from.toBase(value)), unit: symbol)
            case (.table(let columns), .rows(let rows)?):
                other[input.name] = .rows(rows.map { inOtherUnits($0, columns) })
            default: continue
            }
        }
        return other
    }

    /// The same arguments with the rows of tables in another order.
    mutating func reordered(_ arguments: [String: Argument]) -> [String: Argument] {
        var other = arguments
        for name in arguments.keys.sorted() {
            if case .rows(let rows)? = arguments[name] { other[name] = .rows(rows.shuffled(using: &numbers)) }
        }
        return other
    }
}
