import Inventory
import Testing

/// Laws that every method keeps, whatever it computes: tried on arguments drawn for each from a printed seed.
@Suite("Laws of all methods")
struct MethodLawTests {
    /// A method with arguments that it computes.
    struct Trial: Sendable, CustomTestStringConvertible {
        let method: Method
        let seed: UInt64
        let arguments: [String: Argument]

        var testDescription: String { "\(method.name), seed \(seed)" }
    }

    static let trials: [Trial] = Methods.all.flatMap { method in
        let drawn = (1...5).compactMap { (seed: UInt64) -> Trial? in
            var sample = MethodSample(seed: seed)
            return sample.arguments(of: method).map { Trial(method: method, seed: seed, arguments: $0) }
        }
        let others = drawn.isEmpty ? recorded(method) : []
        return drawn + others + (byHand[method.name].map { [Trial(method: method, seed: 0, arguments: $0)] } ?? [])
    }

    /// Arguments that neither chance nor an oracle gives.
    private static let byHand: [String: [String: Argument]] = [
        "landfill-back-cast": LandfillBackCastTests.standard,
        "open-burning-by-population": [
            "population": .number(50_000), "burning_population": .number(4, "%"), "guidelines": .word("ipcc-2006"),
            "composition": .rows([["fraction": .word("plastics"), "share": .number(1)]]),
        ],
    ]

    /// Arguments that an oracle answered to, for methods whose inputs must fit together in ways that chance does not meet.
    private static func recorded(_ method: Method) -> [Trial] {
        let cases = WasteOracleTests.cases.filter { $0.method == method.name }
        return cases.enumerated().compactMap { position, one -> Trial? in
            guard case .object(let object) = one.arguments,
                let arguments = try? Argument.read(object, for: method.inputs),
                (try? MethodTrial.result(method.name, arguments)) != nil
            else { return nil }
            return Trial(method: method, seed: UInt64(position), arguments: arguments)
        }
    }

    @Test("Every method has arguments to try it with")
    func complete() {
        let tried = Set(Self.trials.map(\.method.name))
        #expect(Methods.all.map(\.name).filter { !tried.contains($0) } == [])
    }

    private static func expectSame(_ left: GasMasses, _ right: GasMasses, _ comment: Comment) {
        for gas in Gas.allCases {
            #expect(abs(left[gas] - right[gas]) <= 1e-9 * max(abs(left[gas]), abs(right[gas])), comment)
        }
    }

    @Test("Additivity: the parts are the whole, gas by gas", arguments: trials)
    func additivity(_ trial: Trial) throws {
        let result = try MethodTrial.result(trial.method.name, trial.arguments)
        for gas in Gas.allCases {
            let parts = result.terms.filter { $0.gas == gas }
            let sum = parts.reduce(0) { $0 + $1.tonnes }
            let scale = parts.reduce(0) { $0 + abs($1.tonnes) }
            #expect(abs(sum - result.masses[gas]) <= 1e-12 * max(scale, 1e-300), "\(gas)")
            #expect(parts.isEmpty || trial.method.gases.contains(gas), "\(gas) is not among the method's gases")
        }
        #expect(result.masses == (try MethodTrial.result(trial.method.name, trial.arguments).masses))
    }

    @Test("Linearity: with a driver half as large, its parts are half as large", arguments: trials)
    func linearity(_ trial: Trial) throws {
        let result = try MethodTrial.result(trial.method.name, trial.arguments)
        for driver in Set(result.terms.flatMap(\.drivers)) {
            let input = try #require(result.inputs.first { $0.name == driver }, "\(driver) is no input of the result")
            let value = try #require(input.value, "\(driver) has no number")
            let unit = input.unit.isEmpty ? nil : input.unit
            let moved = trial.arguments.merging([driver: .number(value / 2, unit: unit)]) { $1 }
            // Where half of it is out of range (a correction of at least 1), there is nothing to compare.
            guard let half = try? MethodTrial.result(trial.method.name, moved) else { continue }
            let before = result.terms.filter { $0.drivers.contains(driver) }
            let after = half.terms.filter { $0.drivers.contains(driver) }
            let (first, second) = (before.reduce(0) { $0 + $1.tonnes }, after.reduce(0) { $0 + $1.tonnes })
            let scale = before.reduce(0) { $0 + abs($1.tonnes) }
            #expect(abs(second * 2 - first) <= 1e-9 * scale, "\(driver)")
        }
    }

    @Test("Units: a number in another unit is the same amount", arguments: trials)
    func units(_ trial: Trial) throws {
        var sample = MethodSample(seed: trial.seed)
        let masses = try MethodTrial.masses(trial.method.name, trial.arguments)
        for _ in 0..<4 {
            let other = sample.inOtherUnits(trial.arguments, trial.method.inputs)
            Self.expectSame(try MethodTrial.masses(trial.method.name, other), masses, "\(other)")
        }
    }

    @Test("Order: neither rows of a table nor factors in the register have one", arguments: trials)
    func order(_ trial: Trial) throws {
        var sample = MethodSample(seed: trial.seed)
        let masses = try MethodTrial.masses(trial.method.name, trial.arguments)
        let other = sample.reordered(trial.arguments)
        Self.expectSame(try MethodTrial.masses(trial.method.name, other), masses, "\(other)")
        let turned = try MethodTrial.result(trial.method.name, trial.arguments, factors: Self.turned).masses
        #expect(turned == masses)
    }

    private static let turned = FactorBook(registerForTests.all.reversed())

    @Test("Arguments go through JSON unchanged", arguments: trials)
    func json(_ trial: Trial) throws {
        let text = JSONValue.object(trial.arguments.mapValues(\.json)).json()
        guard case .object(let object) = try JSONValue(json: text) else {
            Issue.record("not an object: \(text)")
            return
        }
        #expect(try Argument.read(object, for: trial.method.inputs) == trial.arguments)
    }

    @Test("An input that no method has, and a gap where one is needed, are refused by name", arguments: trials)
    func gaps(_ trial: Trial) {
        let extra = trial.arguments.merging(["no_such_input": .number(1)]) { $1 }
        #expect(MethodTrial.problem(trial.method.name, extra)?.input == "no_such_input")
        for input in trial.method.inputs {
            guard case .required = input.fallback else { continue }
            let without = trial.arguments.filter { $0.key != input.name }
            #expect(MethodTrial.problem(trial.method.name, without) != nil, "without \(input.name)")
        }
    }

    @Test("Odd numbers end in a refusal or in numbers, never in a crash", arguments: trials)
    func oddNumbers(_ trial: Trial) {
        for (name, argument) in trial.arguments {
            guard case .number(_, let unit, _) = argument else { continue }
            for odd in [0, -1, 1e308, .infinity, -.infinity, .nan, .leastNonzeroMagnitude] {
                let arguments = trial.arguments.merging([name: .number(odd, unit: unit)]) { $1 }
                guard let masses = try? MethodTrial.masses(trial.method.name, arguments) else { continue }
                #expect(Gas.allCases.allSatisfy { masses[$0].isFinite }, "\(name) = \(odd)")
            }
        }
    }
}
