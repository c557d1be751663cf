import Inventory
import Quantities
import Web

/// A copied row that a method calculated: what its form keeps of then, and what it asks anew.
///
/// Amounts are of a year and are asked anew, and so are factors of a year that the city gave itself. What the register
/// gave is looked up again for this year: last year's value counts on only where it is still the one in force.
struct CopiedMethod: Sendable {
    let copied: CopiedRow
    let use: MethodUse
    let method: Method
    private let book: FactorBook
    private let place: FactorPlace

    /// Nil for a row that no method calculated, or one that the library no longer has.
    init?(_ copied: CopiedRow, _ book: FactorBook, _ place: FactorPlace) {
        guard let use = copied.line.row.method, let method = copied.line.method else { return nil }
        self.copied = copied
        self.use = use
        self.method = method
        self.book = book
        self.place = place
    }

    // MARK: What the form begins with

    /// - Parameter grid: the grid factor that the inventory of this year chose, if it did.
    func start(grid: String?, _ t: Texts) -> Answers {
        var answers = InventoryMethodForm.answers(copied.line.row, kept, method, t)
        for input in method.inputs where isAskedAnew(input) {
            // The unit stays: the same meter is read again.
            answers.texts[InventoryMethodForm.value(input)] = nil
            for name in InventoryMethodForm.ranges(input) { answers.texts[name] = nil }
        }
        if let grid, GridChoice.concerns(method) { answers.texts["in-methodology"] = [grid] }
        return answers
    }

    /// What was given then, without the amounts in its tables; lines of a history say their year themselves.
    private var kept: MethodUse {
        var arguments = use.arguments
        for input in method.inputs {
            guard case .table(let columns) = input.kind, case .rows(let rows)? = arguments[input.name],
                !columns.contains(where: { if case .year = $0.kind { true } else { false } })
            else { continue }
            let dropped = columns.filter { isAmount($0) || isOfAYear($0) }.map(\.name)
            arguments[input.name] = .rows(rows.map { row in row.filter { !dropped.contains($0.key) } })
        }
        return MethodUse(
            name: use.name, arguments: arguments, terms: use.terms, inputs: use.inputs, steps: use.steps,
            responses: use.responses)
    }

    private func isAskedAnew(_ input: MethodInput) -> Bool { isAmount(input) || isOfAYear(input) }

    private func isAmount(_ input: MethodInput) -> Bool {
        guard case .value(let measure) = input.kind else { return false }
        switch measure {
        case .quantity: return true
        case .number: if case .required = input.fallback { return true } else { return false }
        default: return false
        }
    }

    /// Whether a factor of the city's own describes a year: nothing in the register stands for every year in its place.
    private func isOfAYear(_ input: MethodInput) -> Bool {
        guard case .value(.rate) = input.kind else { return false }
        switch input.fallback {
        case .required, .optional: return true
        case .value, .word: return false
        case .factor(let subject, let property):
            let answer = book.find(filled(subject), property, at: place)
            return answer.factor.map { $0.year != nil } ?? true
        }
    }

    private func filled(_ subject: String) -> String {
        use.inputs.reduce(subject) { text, input in
            input.word.map { text.replacing("{\(input.name)}", with: $0) } ?? text
        }
    }

    // MARK: What became of the factors

    /// What the register says this year of something that it gave then.
    enum Outcome: Equatable {
        case inForce
        case changed(Factor)
        case gone
    }

    /// The factors of then, each once, in the order in which the method used them.
    var factors: [(input: String, then: Factor, now: Outcome)] {
        var seen: Set<String> = []
        return use.inputs.compactMap { input in
            guard case .factor(let then) = input.origin, seen.insert(then.id).inserted else { return nil }
            return (input.name, then, outcome(then))
        }
    }

    private func outcome(_ then: Factor) -> Outcome {
        let methodology = then.methodology.isEmpty ? nil : then.methodology
        let answer = book.find(then.subject, then.property, at: place, methodology: methodology)
        guard let now = answer.factor else { return .gone }
        let isSame =
            now.id == then.id && now.value == then.value && now.unit == then.unit
            && now.uncertainty == then.uncertainty
        return isSame ? .inForce : .changed(now)
    }

    /// Values of the city's own that the form still has, to be looked at again.
    var ownValues: [MethodInput] {
        method.inputs.filter { input in
            guard case .value = input.kind, !isAskedAnew(input) else { return false }
            return use.arguments[input.name] != nil
        }
    }
}
