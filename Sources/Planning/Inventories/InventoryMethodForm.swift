import Inventory
import Quantities
import Web

/// The form of a method: made from what the method asks, with the register's values as hints.
struct InventoryMethodForm {
    let method: Method
    let book: FactorBook
    let place: FactorPlace
    let t: Texts
    /// What has been chosen so far: factors depend on it.
    let answers: Answers

    var words: InventoryMethodWords { InventoryMethodWords(t) }

    init(_ method: Method, _ book: FactorBook, _ place: FactorPlace, _ t: Texts, _ answers: Answers) {
        self.method = method
        self.book = book
        self.place = place
        self.t = t
        self.answers = answers
    }

    /// Names of fields: an input's value, the unit of it, how far it may be off, and how far above where that differs.
    static func value(_ input: MethodInput) -> String { "in-\(input.name)" }
    static func unit(_ input: MethodInput) -> String { "unit-\(input.name)" }
    static func range(_ input: MethodInput) -> String { "range-\(input.name)" }
    static func above(_ input: MethodInput) -> String { "above-\(input.name)" }
    static func ranges(_ input: MethodInput) -> [String] { [range(input), above(input)] }

    /// The field that shows a problem of the method.
    static func field(of problem: MethodProblem) -> String? {
        let name = problem.input.prefix { $0 != "." && $0 != "[" }
        return name.isEmpty ? nil : "in-\(name)"
    }

    /// What must be given, and what may be left out.
    var required: [MethodInput] { method.inputs.filter { if case .required = $0.fallback { true } else { false } } }
    var others: [MethodInput] { method.inputs.filter { if case .required = $0.fallback { false } else { true } } }

    static let label = Field(
        "label", "What it is", hint: "For example: natural gas of households.", .text(maxLength: 200))

    /// What is asked of every row, whatever the method.
    static let closing: [Field] = [
        InventoryFigureForm.quality("activity-quality", "Data quality of the activity"),
        InventoryFigureForm.quality("factor-quality", "Data quality of the factor"),
        Field(
            "source", "Source",
            hint: "Where the activity can be read, and every value that you give in the place of a default.",
            .text(maxLength: 500)),
        InventoryFigureForm.note,
    ]

    /// All fields, each with a label that stands alone.
    var form: Form {
        Form([Self.label] + (required + others).flatMap { fields($0, isShort: false) } + Self.closing)
    }

    /// The same fields as they stand below the question that they belong to.
    var parts: Form {
        Form([Self.label] + (required + others).flatMap { fields($0, isShort: true) } + Self.closing)
    }

    private func fields(_ input: MethodInput, isShort: Bool) -> [Field] {
        let label = words.label(input)
        var isOptional = true
        if case .required = input.fallback { isOptional = false }
        func field(_ kind: Field.Kind) -> Field {
            Field(Self.value(input), label, hint: hint(input), optional: isOptional, kind)
        }
        switch input.kind {
        case .value(let measure):
            return measured(input, measure, isShort ? t("Value") : label, label, isOptional)
        case .choice(let choices): return [field(.select(options(choices, input)))]
        case .year: return [field(.number(range: 1750...2200, decimals: 0, unit: nil))]
        case .text: return [field(.text(maxLength: 200))]
        case .table: return [field(.textarea(maxLength: 20_000, rows: 6))]
        }
    }

    private func measured(
        _ input: MethodInput, _ measure: Measure, _ first: String, _ label: String, _ isOptional: Bool
    ) -> [Field] {
        let units = InventoryMethodWords.units(measure)
        let range: ClosedRange<Double> =
            switch measure {
            case .share: 0...100
            case .number: -1e15...1e15
            default: 0...1e15
            }
        let isShort = first != label
        var fields = [
            Field(
                Self.value(input), first, hint: isShort ? nil : hint(input), optional: isOptional,
                .number(range: range, decimals: 9, unit: units.count == 1 ? units[0] : nil))
        ]
        if units.count > 1 {
            fields.append(
                Field(
                    Self.unit(input), isShort ? t("Unit") : t("Unit: {input}", ["input": label]),
                    .select(units.map { Option($0, self.unit($0), translated: false) })))
        }
        fields.append(
            Field(
                Self.range(input), isShort ? t("Range") : t("Range: {input}", ["input": label]), optional: true,
                .number(range: 0...100, decimals: 6, unit: "± %")))
        fields.append(
            Field(
                Self.above(input),
                isShort ? t("Upwards, where it differs") : t("Range upwards: {input}", ["input": label]),
                optional: true,
                .number(range: 0...1000, decimals: 6, unit: "+ %")))
        return fields
    }

    private func unit(_ symbol: String) -> String { words.unit(symbol) }

    private func options(_ choices: [String], _ input: MethodInput) -> [Option] {
        var options = choices.map { Option($0, words.word($0), translated: false) }
        if case .word(let word, _) = input.fallback {
            options.insert(Option("", t("Default: {word}", ["word": words.word(word)]), translated: false), at: 0)
        }
        return options
    }
}

extension InventoryMethodForm {
    /// What happens when an input is left out, with the value that then counts and where it comes from.
    func hint(_ input: MethodInput) -> String? {
        if case .table(let columns) = input.kind { return tableHint(columns) }
        switch input.fallback {
        case .required, .optional: return nil
        case .value(let value, let source, _):
            return t(
                "Left empty, the published default counts: {value} ({source}).",
                ["value": shown(value, input), "source": source])
        case .word(let word, let source):
            return t(
                "Left empty, the published default counts: {value} ({source}).",
                ["value": words.word(word), "source": source])
        case .factor(let subject, let property): return factorHint(input, subject, property)
        }
    }

    private func shown(_ value: Double, _ input: MethodInput) -> String {
        guard case .value(let measure) = input.kind else { return FormNumber.write(value, t) }
        return words.shown(value, measure, Figures(language: t.language))
    }

    private func factorHint(_ input: MethodInput, _ subject: String, _ property: String) -> String? {
        guard let filled = filled(subject) else {
            return t(
                "Left empty, the register's value counts. It depends on the choices above; “Calculate” shows it.")
        }
        guard case .value(let measure) = input.kind else { return nil }
        let answer = book.find(filled, property, at: place)
        guard let factor = answer.factor, let value = factor.value(as: measure) else { return gap(answer) }
        let where_ = [FactorWords.region(factor.region, t), factor.year.map { "\($0)" } ?? ""]
        let status = factor.status == .unverified ? " " + t("This value is not verified.") : ""
        return t(
            "Left empty, the register's value counts: {value} ({source}; {place}).",
            [
                "value": words.shown(value, measure, Figures(language: t.language)), "source": factor.source,
                "place": where_.filter { !$0.isEmpty }.joined(separator: ", "),
            ]) + status
    }

    private func gap(_ answer: FactorAnswer) -> String {
        switch answer {
        case .onlyLater(let factor):
            t(
                "The register has a value only for {year} and later: give one of your own, with its source.",
                ["year": factor.year.map { "\($0)" } ?? ""])
        case .elsewhere(let regions):
            t(
                "The register has values only for {regions}: give one of your own, with its source.",
                ["regions": regions.map { FactorWords.region($0, t) }.joined(separator: ", ")])
        default: t("The register has no value: give one of your own, with its source.")
        }
    }

    /// A subject with what was chosen in the place of `{name}`; nil while something is not chosen.
    private func filled(_ subject: String) -> String? {
        var text = subject
        for input in method.inputs {
            guard let range = text.firstRange(of: "{\(input.name)}") else { continue }
            var word = answers.text(Self.value(input))
            if word.isEmpty, case .word(let usual, _) = input.fallback { word = usual }
            if word.isEmpty { return nil }
            text.replaceSubrange(range, with: word)
        }
        return text
    }

    private func tableHint(_ columns: [MethodInput]) -> String {
        let parts = columns.enumerated().map { "(\($0.offset + 1)) \(column($0.element))" }
        return t(
            "One line for each, with these in this order and “;” between them: {columns}.",
            ["columns": parts.joined(separator: "; ")])
    }

    private func column(_ column: MethodInput) -> String {
        var text = words.label(column)
        switch column.kind {
        case .value(let measure) where !measure.baseSymbol.isEmpty:
            text += ", " + (measure == .share ? "%" : words.unit(measure.baseSymbol))
        case .choice(let choices): text += " – " + choices.map(words.word).joined(separator: " / ")
        default: break
        }
        if case .required = column.fallback { return text }
        return text + " " + t("(optional)")
    }
}
