import Inventory

/// Words of tables for comparing: small letters without accents, one space between words, no other signs.
public enum ImportWords {
    /// `Domeniul de aplicare 1 (MWh/an)` becomes `domeniul de aplicare 1 mwh an`; both ways of writing ș and ț are one.
    public static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        folded.reserveCapacity(text.utf8.count)
        var endsWord = false
        for scalar in text.unicodeScalars {
            guard let letter = letter(scalar) else {
                endsWord = !folded.isEmpty
                continue
            }
            if endsWord { folded.append(" ") }
            endsWord = false
            folded.append(letter)
        }
        return String(folded)
    }

    private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "a"..."z", "0"..."9": return scalar
        case "A"..."Z": return Unicode.Scalar(scalar.value + 32)
        case "ă", "â", "Ă", "Â", "á", "à": return "a"
        case "î", "Î": return "i"
        case "ș", "ş", "Ș", "Ş": return "s"
        case "ț", "ţ", "Ț", "Ţ": return "t"
        case "₂", "²": return "2"
        case "₃", "³": return "3"
        case "₄": return "4"
        case "₆": return "6"
        default: return scalar.properties.isAlphabetic ? scalar.properties.lowercaseMapping.unicodeScalars.first : nil
        }
    }

    /// Whether a folded name is that of a sum.
    static func isTotal(_ folded: String) -> Bool {
        ["total", "totals", "all", "toate", "suma", "total general", "grand total"].contains(folded)
            || folded.hasPrefix("total ")
    }

    /// The scope that a folded text names: `1`, `scope 1`, `domeniul de aplicare 1`, `scop 1`.
    static func scope(_ folded: String) -> Scope? {
        var words = folded.split(separator: " ")
        if words.count > 1, let first = words.first, ["scope", "scop", "domeniu", "domeniul"].contains(first) {
            words.removeFirst()
            if words.starts(with: ["de", "aplicare"]) { words.removeFirst(2) }
        }
        guard words.count == 1 else { return nil }
        let numbers = ["1": Scope.one, "2": .two, "3": .three, "i": .one, "ii": .two, "iii": .three]
        return numbers[String(words[0])]
    }

    /// The scope that a column's heading names, whatever follows: `Scope 1 (MWh/year)`; nil for any other.
    static func scope(heading text: String) -> Scope? {
        let words = folded(text).split(separator: " ")
        guard let first = words.first, words.count > 1, ["scope", "scop", "domeniu", "domeniul"].contains(first) else {
            return nil
        }
        let number = words[1] == "de" && words.count > 3 && words[2] == "aplicare" ? words[3] : words[1]
        return scope(String(number))
    }
}
