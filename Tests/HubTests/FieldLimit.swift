import Foundation
import Web

/// One answer at the edge of what a field declares: the last that it takes, or the first that it refuses.
struct FieldLimit: Sendable {
    let what: String
    /// Names and values, of which a date has three.
    let answers: [(name: String, value: String)]
    let isAllowed: Bool

    /// Both sides of every edge of a field; a field of which nothing can be too much has none.
    ///
    /// - Parameter text: an answer of so many characters that the field takes but for its length.
    static func all(of field: Field, text: (Int) -> String) -> [FieldLimit] {
        func edge(_ what: String, _ value: String, _ isAllowed: Bool) -> FieldLimit {
            FieldLimit(what: "\(field.name): \(what)", answers: [(field.name, value)], isAllowed: isAllowed)
        }
        func lengths(_ most: Int, _ make: (Int) -> String) -> [FieldLimit] {
            [edge("\(most) characters", make(most), true), edge("\(most + 1) characters", make(most + 1), false)]
        }
        switch field.kind {
        case .text(let most), .textarea(let most, _), .hidden(let most): return lengths(most, text)
        case .email: return lengths(254, email)
        case .code(let most): return lengths(most) { String(repeating: "0", count: $0) }
        case .password(let least):
            let short = least > 1 ? [edge("\(least - 1) characters", letters(least - 1), false)] : []
            return short + [edge("\(least) characters", letters(least), true)] + lengths(256, letters)
        case .number(let range, _, _):
            return [
                edge("lowest", number(range.lowerBound), true), edge("highest", number(range.upperBound), true),
                edge("too low", number(range.lowerBound - 1), false),
                edge("too high", number(range.upperBound + 1), false),
            ]
        case .date(let years):
            return [
                date(field, "31", "12", "\(years.upperBound)", true),
                date(field, "1", "1", "\(years.lowerBound)", true),
                date(field, "1", "1", "\(years.upperBound + 1)", false),
                date(field, "31", "12", "\(years.lowerBound - 1)", false),
                date(field, "31", "12", "9999", false), date(field, "31", "12", "999", false),
                date(field, "31", "11", "2026", false), date(field, "0", "12", "2026", false),
                date(field, "29", "2", "2028", true), date(field, "29", "2", "2027", false),
            ]
        case .select, .radios, .checkboxes: return [edge("an answer that is not offered", "none-of-these", false)]
        case .checkbox: return []
        // Told apart by name, size and bytes: FileTests and UploadTests try them.
        case .file: return []
        }
    }

    /// What the field's own declaration says of the answer.
    func problem(in form: Form, at name: String, _ t: Texts) -> String? {
        let typed = Answers(texts: Dictionary(answers.map { ($0.name, [$0.value]) }) { first, _ in first })
        return form.check(typed, t).problem(at: name)
    }

    private static func date(
        _ field: Field, _ day: String, _ month: String, _ year: String, _ isAllowed: Bool
    ) -> FieldLimit {
        let parts = [("\(field.name)-day", day), ("\(field.name)-month", month), ("\(field.name)-year", year)]
        return FieldLimit(
            what: "\(field.name): \(day) \(month) \(year)", answers: parts.map { (name: $0.0, value: $0.1) },
            isAllowed: isAllowed)
    }

    private static func number(_ value: Double) -> String {
        String(format: value == value.rounded() ? "%.1f" : "%.2f", value)
    }

    /// Letters that repeat no pattern a password may not have.
    private static func letters(_ count: Int) -> String {
        let alphabet: [Character] = Array("abcdefghijklmnopqrstuvwxyz")
        var text = ""
        for number in 0..<count {
            let place: Int = (number * number + number / 5) % alphabet.count
            text.append(alphabet[place])
        }
        return text
    }

    /// An address of so many characters: 64 before the @, labels of at most 63 after it.
    private static func email(_ count: Int) -> String {
        func label(_ length: Int) -> String { String(repeating: "a", count: length) }
        let domain = [label(63), label(63), label(count - 64 - 3 - 126)].joined(separator: ".")
        return "\(label(64))@\(domain)"
    }
}
