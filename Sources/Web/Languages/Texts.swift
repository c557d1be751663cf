import Foundation

/// The hub's words in one language: `t("Cities")`, `t("Signed in as {name}", ["name": name])`,
/// `t.count(3, "{count} city", "{count} cities")`. The key is the English text.
package struct Texts: Sendable {
    package let language: Language
    private let catalogue: Catalogue?

    package init(language: Language, catalogue: Catalogue?) {
        self.language = language
        self.catalogue = catalogue
    }

    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        fill(catalogue?.texts[key] ?? key, values)
    }

    /// The right plural form of a count; `{count}` in the text becomes the formatted number.
    package func count(_ count: Int, _ one: String, _ other: String, _ values: [String: String] = [:]) -> String {
        var values = values
        values["count"] = Figures(language: language).integer(count)
        guard let forms = catalogue?.entries[one], forms.count > 1 else {
            return fill(count == 1 ? one : other, values)
        }
        return fill(forms[min(pluralForm(count), forms.count - 1)], values)
    }

    /// Whether a translation is there (English needs none).
    package func knows(_ key: String) -> Bool { language == .en || catalogue?.entries[key] != nil }

    /// CLDR plural rules: Romanian one / few (0, 2…19, 101…119) / other ("de"), English one / other.
    private func pluralForm(_ count: Int) -> Int {
        guard language == .ro else { return count == 1 ? 0 : 1 }
        if count == 1 { return 0 }
        let rest = abs(count) % 100
        return count == 0 || (1...19).contains(rest) ? 1 : 2
    }

    /// One pass from left to right; a brace that names no value stays as it is.
    private func fill(_ text: String, _ values: [String: String]) -> String {
        guard !values.isEmpty else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            let inside = rest[rest.utf8.index(after: open)...]
            guard let close = inside.utf8.firstIndex(of: UInt8(ascii: "}")),
                let value = values[String(inside[..<close])]
            else {
                result += rest[...open]
                rest = inside
                continue
            }
            result += rest[..<open]
            result += value
            rest = inside[inside.utf8.index(after: close)...]
        }
        return result + rest
    }
}

/// All languages of the hub, loaded once at start.
package struct Languages: Sendable {
    private let texts: [Language: Texts]

    package init(catalogues: [Language: Catalogue]) {
        texts = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, Texts(language: $0, catalogue: catalogues[$0])) })
    }

    /// Reads `ro.po` and `en.po` of a folder.
    package init(folder: String) throws {
        var catalogues: [Language: Catalogue] = [:]
        for language in Language.allCases {
            let text = try String(contentsOfFile: "\(folder)/\(language.rawValue).po", encoding: .utf8)
            catalogues[language] = try Catalogue(po: text)
        }
        self.init(catalogues: catalogues)
    }

    package subscript(language: Language) -> Texts {
        texts[language] ?? Texts(language: language, catalogue: nil)
    }
}
