import Foundation

/// Ids of measures in a plan's document: short words that say what they stand for.
enum MeasureName {
    private static let longest = 40

    /// A text as an id that is not taken.
    static func slug(_ text: String, beside taken: Set<String>) -> String {
        let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        // Cut off, it must not end in a hyphen.
        let short = words.prefix(longest).split(separator: "-").joined(separator: "-")
        let base = short.isEmpty ? "measure" : short
        var (slug, number) = (base, 2)
        while taken.contains(slug) {
            slug = "\(base)-\(number)"
            number += 1
        }
        return slug
    }
}
