import Foundation

/// What a new password must be: long, and not one that guessers try first (OWASP ASVS 5.0, 6.2).
package enum PasswordRules {
    package static let minLength = 12
    package static let maxLength = 256

    package enum Problem: Sendable, Equatable {
        case tooShort
        case tooLong
        /// Common, a pattern, or made of the person's own name or address.
        case easyToGuess

        /// Key of the sentence.
        package var sentence: String {
            switch self {
            case .tooShort: "use at least 12 characters. Three or four unrelated words are good."
            case .tooLong: "use at most 256 characters."
            case .easyToGuess:
                "this one is easy to guess. Avoid common passwords, series, and your own name or address."
            }
        }
    }

    /// nil when the password may be used by this person. There are no rules about kinds of characters.
    package static func problem(of password: String, name: String, email: String) -> Problem? {
        if password.count < minLength { return .tooShort }
        if password.count > maxLength { return .tooLong }
        let plain = simplified(password)
        if Set(plain).count < 5 || CommonPasswords.contains(plain) || isRun(plain) { return .easyToGuess }
        return containsOwnWords(plain, name: name, email: email) ? .easyToGuess : nil
    }

    /// Lower case, without accents, usual letter swaps undone.
    static func simplified(_ text: String) -> String {
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        let swaps: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s", "!": "i",
        ]
        return String(folded.map { swaps[$0] ?? $0 })
    }

    /// Each character follows the one before it by the same small step, as in `abcdefghijkl` or `111111111111`.
    private static func isRun(_ text: String) -> Bool {
        let codes = text.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(codes, codes.dropFirst()).map { $1 - $0 })
        return steps.count == 1
    }

    /// What is left without the person's own words must still be a secret.
    private static func containsOwnWords(_ plain: String, name: String, email: String) -> Bool {
        let words = (name.split(separator: " ") + email.split { "@.-_+".contains($0) })
            .map { simplified(String($0)) }.filter { $0.count >= 4 }
        var rest = plain
        for word in words { rest = rest.replacing(word, with: "") }
        return rest != plain && rest.count < 8
    }
}
