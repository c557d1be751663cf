import Foundation

/// The translations of one language, read from a gettext PO file.
package struct Catalogue: Sendable {
    /// msgid → one text, or one per plural form.
    let entries: [String: [String]]
    /// msgid → its text, or its first form: what nearly every look-up wants.
    let texts: [String: String]

    package init(entries: [String: [String]]) {
        self.entries = entries
        texts = entries.compactMapValues(\.first)
    }

    /// Reads the subset of PO that the project writes: comments, msgid, msgid_plural, msgstr, msgstr[n], continued lines.
    /// Fuzzy entries count as missing. Throws `CatalogueError` with the line that cannot be read.
    package init(po text: String) throws {
        var reader = POReader()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try reader.take(line.trimmingPrefix(while: { $0 == " " }), number: index + 1)
        }
        reader.finishEntry()
        self.init(entries: reader.entries)
    }
}

package struct CatalogueError: Error, CustomStringConvertible {
    let line: Int
    let text: String
    package var description: String { "translation file, line \(line): \(text)" }
}

private struct POReader {
    enum Target { case id, plural, form(Int) }

    var entries: [String: [String]] = [:]
    private var id: String?
    private var forms: [Int: String] = [:]
    private var target = Target.id
    private var isFuzzy = false

    mutating func take(_ line: Substring, number: Int) throws {
        if line.isEmpty { return finishEntry() }
        if line.hasPrefix("#") {
            if line.hasPrefix("#,"), line.contains("fuzzy") { isFuzzy = true }
            return
        }
        if line.hasPrefix("\"") { return append(try unquoted(line, number: number)) }
        let keyword = line.prefix { $0 != " " && $0 != "\"" }
        let value = try unquoted(line.dropFirst(keyword.count).drop { $0 == " " }, number: number)
        switch keyword {
        case "msgid":
            if id != nil { finishEntry() }
            id = ""
            target = .id
        case "msgid_plural": target = .plural
        case "msgstr": target = .form(0)
        default:
            guard keyword.hasPrefix("msgstr["), let form = Int(keyword.dropFirst(7).dropLast()) else {
                throw CatalogueError(line: number, text: "unknown word \(keyword)")
            }
            target = .form(form)
        }
        append(value)
    }

    mutating func finishEntry() {
        if let id, !id.isEmpty, !isFuzzy, forms.values.allSatisfy({ !$0.isEmpty }), !forms.isEmpty {
            entries[id] = forms.keys.sorted().map { forms[$0] ?? "" }
        }
        id = nil
        forms = [:]
        isFuzzy = false
    }

    private mutating func append(_ text: String) {
        switch target {
        case .id: id = (id ?? "") + text
        case .plural: break
        case .form(let index): forms[index, default: ""] += text
        }
    }

    private func unquoted(_ text: Substring, number: Int) throws -> String {
        guard text.count >= 2, text.first == "\"", text.last == "\"" else {
            throw CatalogueError(line: number, text: "expected a quoted text")
        }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if isEscaped {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
