import Foundation

/// The method of a line: computed on reading, so that its masses can be filled in or checked.
///
/// A line that brings its trace may have been computed with factors that have changed since. Where those factors, and
/// not the ones in force, give the masses of the line, the line is what it was, and nothing is wrong with it.
struct MethodLine {
    struct Problem {
        let column: TableColumn
        let effect: TableProblem.Effect
        let template: String
        let arguments: [String: String]
    }

    private let name: String
    private let arguments: [String: Argument]?
    private let problem: String?
    let result: MethodResult?

    /// - Parameter written: the masses that stand in the line; nil for none.
    init(
        _ line: TableLine, written: GasMasses?, _ circumstances: InventoryTable.Circumstances, _ place: FactorPlace
    ) {
        name = line[.method]
        var arguments: [String: Argument]?
        var result: MethodResult?
        var problem: String?
        do {
            if !name.isEmpty {
                guard let method = Methods.named(name) else { throw MethodProblem.unknownMethod(name) }
                let read = try Self.arguments(line[.arguments], method)
                arguments = read
                let then = Self.then(line, method, read, written: written, circumstances, place)
                result = try then ?? method.result(read, factors: circumstances.factors, at: place)
            }
        } catch { problem = "\(error)" }
        (self.arguments, self.result, self.problem) = (arguments, result, problem)
    }

    private struct Trace: Decodable { let inputs: [UsedInput] }

    /// The result with the factors that the trace names, where it is what stands in the line.
    private static func then(
        _ line: TableLine, _ method: Method, _ arguments: [String: Argument], written: GasMasses?,
        _ circumstances: InventoryTable.Circumstances, _ place: FactorPlace
    ) -> MethodResult? {
        guard let written, !line.trace.isEmpty,
            let trace = try? JSONDecoder().decode(Trace.self, from: Data(line.trace.utf8))
        else { return nil }
        let factors = trace.inputs.compactMap { input in
            if case .factor(let factor) = input.origin { factor } else { nil }
        }
        guard !factors.isEmpty, factors.allSatisfy({ circumstances.isKnownFactor($0.id) }),
            let result = try? method.result(arguments, factors: FactorBook(factors), at: place),
            differences(written, result.masses).isEmpty
        else { return nil }
        return result
    }

    /// What the row keeps of the method; nil where it cannot even be read.
    ///
    /// Its explanation is kept only where it explains the masses of the row.
    func use(for content: InventoryRow.Content) -> MethodUse? {
        guard let arguments else { return nil }
        guard let result, case .emissions(let masses) = content, Self.differences(masses, result.masses).isEmpty else {
            return MethodUse(name: name, arguments: arguments, terms: [], inputs: [], steps: [])
        }
        return MethodUse(
            name: name, arguments: arguments, terms: result.terms, inputs: result.inputs, steps: result.steps,
            responses: result.responses)
    }

    /// Gives a row that the method explains the activity, carrier and energy that its line leaves open, so that a plan
    /// can act on them.
    func fill(_ row: inout InventoryRow) {
        guard let arguments, let result, let method = Methods.named(name), row.method?.terms.isEmpty == false else {
            return
        }
        row.fill(result, arguments, of: method)
    }

    /// What is wrong, given the masses that stand in the line.
    func problems(written: GasMasses?) -> [Problem] {
        if let problem {
            return [
                Problem(
                    column: arguments == nil ? .method : .arguments, effect: written == nil ? .lineLeftOut : .kept,
                    template: written == nil
                        ? "The method {method} cannot compute the line: {problem}"
                        : "The masses are taken as written, they cannot be checked with the method {method}: {problem}",
                    arguments: ["method": name, "problem": problem])
            ]
        }
        guard let written, let result else { return [] }
        return Self.differences(written, result.masses).map { gas, stands, computed in
            Problem(
                column: .method, effect: .kept,
                template:
                    "The line says {written} t of {gas}, the method {method} gives {computed} t: correct one of them.",
                arguments: [
                    "written": NumberText.write(stands), "computed": NumberText.write(computed), "gas": gas,
                    "method": name,
                ])
        }
    }

    /// Gases whose masses differ by more than what adding up in another order does.
    private static func differences(_ left: GasMasses, _ right: GasMasses) -> [(String, Double, Double)] {
        var found: [(String, Double, Double)] = []
        for gas in Gas.allCases where !gas.hasSpecies && differ(left[gas], right[gas]) {
            found.append((gas.rawValue, left[gas], right[gas]))
        }
        let names = Set((left.species + right.species).map(\.species)).sorted { $0.name < $1.name }
        for species in names {
            let values = [left, right].map { masses in masses.species.first { $0.species == species }?.tonnes ?? 0 }
            if differ(values[0], values[1]) { found.append((species.name, values[0], values[1])) }
        }
        return found
    }

    private static func differ(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude > 1e-9 * max(left.magnitude, right.magnitude)
    }

    private static func arguments(_ json: String, _ method: Method) throws -> [String: Argument] {
        guard !json.isEmpty else { return [:] }
        guard case .object(let object) = try JSONValue(json: json) else {
            throw JSONValue.Problem(description: "the arguments must be an object such as {\"energy\":\"100 MWh\"}.")
        }
        return try Argument.read(object, for: method.inputs)
    }
}
