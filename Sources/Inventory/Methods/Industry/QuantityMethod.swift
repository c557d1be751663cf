extension Method {
    /// A method all of whose numbers are amounts: below zero they mean nothing, and the result must be a number.
    static func ofQuantities(
        _ name: String, title: String, source: String, formula: String, serves: [String], inputs: [MethodInput],
        gases: [Gas], compute: @escaping @Sendable (inout Calculation) throws(MethodProblem) -> Void
    ) -> Method {
        Method(
            name, title: title, source: source, formula: formula, serves: serves, inputs: inputs, gases: gases
        ) { calculation throws(MethodProblem) in
            for input in calculation.values.used {
                guard let value = input.value, !(value >= 0) else { continue }
                throw .outOfRange(input: input.name, value: value, allowed: "zero or more")
            }
            try compute(&calculation)
            try calculation.requireNumbers(inputs)
        }
    }
}

extension Calculation {
    /// Emits a gas as activity × factor.
    mutating func emit(_ gas: Gas, _ activity: String, times factor: String) {
        emit(
            gas, values[activity] * values[factor], proportionalTo: [activity, factor], spelled([activity, factor]))
    }

    /// Inputs with their units as a product, for explanations: `120 t × 0.52 t/t`.
    func spelled(_ names: [String]) -> String {
        names.map { name in
            let unit = values.input(name)?.unit ?? ""
            return unit.isEmpty || unit == "fraction" ? "\(values[name])" : "\(values[name]) \(unit)"
        }.joined(separator: " × ")
    }

    /// Takes off what is recovered; more than arises cannot be recovered.
    mutating func takeOff(
        _ recovered: Double, from generated: Double, of gas: Gas, input: String, proportionalTo drivers: [String],
        _ formula: String
    ) throws(MethodProblem) {
        guard recovered > 0 else { return }
        guard recovered <= generated * (1 + 1e-9) else {
            throw .outOfRange(input: input, value: recovered, allowed: "at most the \(generated) t that arise")
        }
        emit(gas, -recovered, proportionalTo: drivers, formula)
    }

    /// Amounts so large that their product is no number any more are the amounts' fault.
    fileprivate func requireNumbers(_ inputs: [MethodInput]) throws(MethodProblem) {
        guard terms.contains(where: { !$0.tonnes.isFinite }) else { return }
        let largest = values.used.max { ($0.value ?? 0) < ($1.value ?? 0) }
        throw .outOfRange(
            input: largest?.name ?? inputs.first?.name ?? "", value: largest?.value ?? 0, allowed: "a smaller number")
    }
}
