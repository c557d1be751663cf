import Inventory
import Web

/// The lines of an explanation in the words and figures of the page's language.
///
/// The library writes `natural-gas: 1000.0 MWh × 0.20196 t/MWh` and keeps it with the row. Here every number is written
/// as the language writes numbers, and every run of words that has a translation is put in its place; units, symbols
/// and the titles of sources stay.
struct MethodFormulaWords {
    let t: Texts
    let figures: Figures
    /// Titles that stand in a formula as their documents have them.
    let sources: [String]

    /// - Parameter use: the calculation that is explained; the sources of its factors stay as they are.
    init(_ t: Texts, _ figures: Figures, _ use: MethodUse? = nil) {
        self.t = t
        self.figures = figures
        sources = (use?.inputs ?? []).compactMap { input in
            if case .factor(let factor) = input.origin { factor.source } else { nil }
        }
    }

    /// A line of an explanation: a gas, or what the method calls it.
    func step(_ label: String) -> String {
        if let gas = Gas(rawValue: label) { return t(gas.title) }
        let text = t.knows(label) ? t(label) : formula(label)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    func formula(_ text: String) -> String {
        for source in sources {
            guard let range = text.firstRange(of: source) else { continue }
            return formula(String(text[..<range.lowerBound])) + source + formula(String(text[range.upperBound...]))
        }
        return phrases(Self.pieces(text))
    }

    /// Words of the library's explanations, beside the choices that methods offer (`natural-gas`) and whole labels.
    static let phrases: Set<String> = [
        "organic matter", "organics", "nitrogen", "carbon decayed in", "food waste and sludge",
        "nappies and clinical waste", "wood and straw", "distance of", "t measured", "t captured", "t recovered",
        "t discharged", "t refilled", "t set free", "t lost", "t urea", "t CO2e as published", "t as published",
        "GWP set", "t BOD", "t COD", "t BOD discharged", "dead wood and litter", "mineral soil", "organic soil",
        "in the store", "on pasture", "leached", "volatilised", "direct", "heads", "people", "trees", "deposits",
        "share", "sludge", "plants", "age", "years",
    ]

    /// Whether a run of words is translated: several words only where an explanation has them.
    private func isKnown(_ key: String, words: Int) -> Bool {
        Self.phrases.contains(key) || (words == 1 && key.count > 2 && t.knows(key))
    }

    /// The longest runs of words that have a translation, from left to right.
    private func phrases(_ pieces: [Substring]) -> String {
        var result = ""
        var index = 0
        while index < pieces.count {
            if let (text, count) = phrase(pieces[index...]) {
                result += text
                index += count
            } else {
                result += number(pieces[index])
                index += 1
            }
        }
        return result
    }

    /// The most words that a phrase has, and the spaces between them.
    private static let longest = 9

    private func phrase(_ pieces: ArraySlice<Substring>) -> (String, Int)? {
        guard let first = pieces.first, Self.isWord(first) else { return nil }
        // Words and the spaces between them: an odd number.
        let most = min(Self.longest, pieces.count - (pieces.count + 1) % 2)
        for count in stride(from: most, through: 1, by: -2) {
            let run = pieces.prefix(count)
            let isRun = run.enumerated().allSatisfy { place, piece in
                place % 2 == 1 ? piece == " " : Self.isWord(piece)
            }
            guard isRun else { continue }
            let key = run.map { $0 == " " ? " " : InventoryMethodWords.key(String($0)) }.joined()
            if let name = FactorWords.methodologies[run.joined()] { return (t(name), count) }
            if isKnown(key, words: (count + 1) / 2) { return (t(key), count) }
        }
        return nil
    }

    /// A double as the library interpolates it; whole numbers without a point are years and constants.
    private func number(_ piece: Substring) -> String {
        guard piece.contains(".") || piece.contains("e"), let value = NumberText.read(piece) else {
            return String(piece)
        }
        return FormNumber.shown(value, figures)
    }

    private static func isWord(_ piece: Substring) -> Bool {
        guard let first = piece.first, first.isLetter else { return false }
        return piece.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "'" || $0 == "÷" }
    }

    private static let marks: Set<Character> = [" ", "(", ")", "[", "]", ",", ";", ":"]

    /// Words and numbers, and each mark between them.
    private static func pieces(_ text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        for index in text.indices where marks.contains(text[index]) {
            if start < index { pieces.append(text[start..<index]) }
            pieces.append(text[index...index])
            start = text.index(after: index)
        }
        if start < text.endIndex { pieces.append(text[start...]) }
        return pieces
    }
}
