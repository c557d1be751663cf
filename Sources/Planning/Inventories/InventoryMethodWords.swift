import Inventory
import Quantities
import Web

/// What methods ask and answer, in the words of the page's language. The library's English texts are the keys.
struct InventoryMethodWords {
    let t: Texts

    init(_ t: Texts) { self.t = t }

    /// What an input means, as a label.
    func label(_ input: MethodInput) -> String {
        let text = t(input.meaning)
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// The label of a name in a trace: an input, or a cell of a table such as `waste[2].mass`.
    func label(_ name: String, of method: Method?) -> String {
        guard let method else { return name }
        if let input = method.inputs.first(where: { $0.name == name }) { return label(input) }
        guard let dot = name.firstIndex(of: "."), let open = name.firstIndex(of: "["),
            let close = name.firstIndex(of: "]"),
            open < close, close < dot,
            let table = method.inputs.first(where: { $0.name == name[..<open] }), case .table(let columns) = table.kind,
            let column = columns.first(where: { $0.name == name[name.index(after: dot)...] })
        else { return name }
        return t(
            "{column}, line {number}",
            ["column": label(column), "number": String(name[name.index(after: open)..<close])])
    }

    /// A word of a list of choices. Codes such as `HFC134a` are the same in every language.
    func word(_ word: String) -> String {
        if let name = FactorWords.methodologies[word] { return t(name) }
        if word == "co2" { return "CO₂" }
        if word == "co2e" { return "CO₂e" }
        guard Self.isWord(word) else { return word }
        let text = t(Self.key(word))
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Whether a choice is words of a language.
    static func isWord(_ word: String) -> Bool {
        word.contains(where: \.isLetter) && !word.contains(where: \.isUppercase) && word != "co2" && word != "co2e"
            && FactorWords.methodologies[word] == nil
    }

    /// The key of a word: `truck-rigid-7-5-to-17-t` is `truck rigid 7.5 to 17 t`.
    static func key(_ word: String) -> String {
        let parts = word.split(separator: "-").map(String.init)
        var text = ""
        for (index, part) in parts.enumerated() {
            guard index > 0 else {
                text = part
                continue
            }
            let isDecimal = Int(part) != nil && Int(parts[index - 1]) != nil
            text += (isDecimal ? "." : " ") + part
        }
        return text
    }

    /// A unit as people read it: symbols stay, words are translated.
    func unit(_ symbol: String) -> String {
        if symbol == "fraction" { return t("part of 1") }
        return MethodFormulaWords.phrases.contains(symbol) ? t(symbol) : symbol
    }

    /// The units of an input, the usual ones for a city first; empty for plain numbers.
    static func units(_ measure: Measure) -> [String] {
        switch measure {
        case .share: return ["%", "fraction"]
        case .number: return []
        case .quantity(let dimension): return dimension.units.map(\.symbol)
        case .rate(let above, let below):
            let masses = ["t", "kg", "g"]
            let first = above == .mass ? masses : above.units.map(\.symbol)
            return first.flatMap { unit in below.units.map { "\(unit)/\($0.symbol)" } }
        }
    }

    /// A value in its base unit, as people write it.
    func shown(_ value: Double, _ measure: Measure, _ figures: Figures) -> String {
        if measure == .share { return FormNumber.shown(value * 100, figures) + " %" }
        return FormNumber.shown(value, figures) + (measure.baseSymbol.isEmpty ? "" : " \(measure.baseSymbol)")
    }
}

extension InventoryMethodWords {
    /// What is wrong, as it is said at the field.
    func problem(_ problem: MethodProblem, in method: Method) -> String {
        switch problem {
        case .unknownMethod, .unknownInput: return t("This method does not ask for that.")
        case .missingInput(let name):
            guard name.contains(".") || name.contains("[") else { return t("write an answer") }
            return t("Something is missing: {input}.", ["input": label(name, of: method)])
        case .wrongUnit(_, let unit, let known):
            return t(
                "“{unit}” is not one of the units {units}.", ["unit": unit, "units": known.joined(separator: ", ")])
        case .unknownWord(_, let word, let known):
            return t(
                "“{word}” is not one of the answers: {words}.",
                ["word": word, "words": known.map(self.word).joined(separator: ", ")])
        case .wrongKind(_, let expected): return t("This must be {allowed}.", ["allowed": allowed(expected, method)])
        case .outOfRange(_, let value, let allowed):
            return t(
                "The value is {value}; it must be {allowed}.",
                [
                    "value": FormNumber.shown(value, Figures(language: t.language)),
                    "allowed": self.allowed(allowed, method),
                ])
        case .missingFactor(_, let subject, _, _):
            return t(
                "The register has no value for “{subject}” at this place and in this year. Give one of your own, with its source.",
                ["subject": subject])
        }
    }

    /// The library's own words for what fits, with the number or the input in them.
    private func allowed(_ text: String, _ method: Method) -> String {
        if t.knows(text) { return t(text) }
        if let quoted = text.firstMatch(of: /“([^”]+)”/) {
            let key = text.replacing(quoted.output.0, with: "“{input}”")
            if t.knows(key) { return t(key, ["input": label(String(quoted.output.1), of: method)]) }
        }
        if let found = text.matches(of: /[0-9][0-9.e+-]*/).first, let number = Double(found.output) {
            let key = text.replacingCharacters(in: found.range, with: "{number}")
            if t.knows(key) { return t(key, ["number": FormNumber.shown(number, Figures(language: t.language))]) }
        }
        return t("a value that fits the others")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
