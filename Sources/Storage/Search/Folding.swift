import Foundation

/// The one way in which text loses case and diacritics before it is compared; both engines only see the result.
package enum Folding {
    /// Longer runs of letters are no words; PostgreSQL would refuse them.
    private static let longestWord = 64

    /// Lower-case without diacritics: `Ştefan cel Mare` and `Ștefan cel Mare` become `stefan cel mare`, `CO₂` `co2`.
    package static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: continue
            default: break
            }
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                if let plain = undecomposed[lower] {
                    folded.append(contentsOf: plain.unicodeScalars)
                } else if lower.properties.generalCategory != .nonspacingMark {
                    folded.append(lower)
                }
            }
        }
        return String(folded)
    }

    /// The folded words of a text, letters and digits only.
    package static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word.prefix(longestWord))) }
            word = String.UnicodeScalarView()
        }
        for scalar in fold(text).unicodeScalars {
            if isPartOfWord(scalar) { word.append(scalar) } else { end() }
        }
        end()
        return words
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 128 { return (48...57).contains(scalar.value) || (97...122).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .spacingMark:
            return true
        default: return false
        }
    }

    /// Latin letters that Unicode does not take apart.
    private static let undecomposed: [Unicode.Scalar: String] = [
        "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ħ": "h",
        "ŧ": "t",
        "ŋ": "n", "ĸ": "k",
    ]
}
