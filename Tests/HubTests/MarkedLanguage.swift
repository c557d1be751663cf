import Foundation
import SiteSupport

@testable import Web

/// The hub's resources with a Romanian in which every translated text stands between marks, so that whatever a page
/// shows outside them was never translated: a text without an entry, or one that no translator was asked for.
enum MarkedLanguage {
    private static let (start, end): (Character, Character) = ("⟦", "⟧")

    /// Gives `body` the folder. Only the literal parts of a text are marked: what is put into it is judged by itself.
    static func withResources(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-marked-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let locales = folder.appendingPathComponent("Locales")
        try FileManager.default.createDirectory(at: locales, withIntermediateDirectories: true)
        let root = TestClock.packageRoot
        for name in ["Data", "Static"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.appendingPathComponent(name).path, withDestinationPath: "\(root)/\(name)")
        }
        let english = try String(contentsOfFile: "\(root)/Locales/en.po", encoding: .utf8)
        try english.write(to: locales.appendingPathComponent("en.po"), atomically: true, encoding: .utf8)
        let romanian = try Catalogue(po: String(contentsOfFile: "\(root)/Locales/ro.po", encoding: .utf8))
        let lines = romanian.entries.sorted { $0.key < $1.key }.map(entry)
        try lines.joined(separator: "\n\n").write(
            to: locales.appendingPathComponent("ro.po"), atomically: true, encoding: .utf8)
        try await body(folder.path)
    }

    /// What of a text stands outside the marks, piece by piece.
    static func bare(in text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var depth = 0
        for character in text {
            if character == start { depth += 1 }
            if depth > 0 || character == end {
                if !piece.isEmpty { pieces.append(piece) }
                piece = ""
            } else {
                piece.append(character)
            }
            if character == end { depth -= 1 }
        }
        return (pieces + [piece]).map { $0.trimmingSpaces() }.filter { $0.contains(where: \.isLetter) }
    }

    private static func entry(_ key: String, _ forms: [String]) -> String {
        let texts = forms.enumerated().map { index, form in
            "msgstr\(forms.count > 1 ? "[\(index)]" : "") \(quoted(marked(form)))"
        }
        return (["msgid \(quoted(key))"] + texts).joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    private static func marked(_ text: String) -> String {
        let parts = text.split(separator: "{", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            guard index > 0 else { return literal(part) }
            let name = part.prefix { $0 != "}" }
            return "{\(name)}" + literal(part.dropFirst(name.count + 1))
        }.joined()
    }

    private static func literal(_ text: Substring) -> String {
        text.contains(where: \.isLetter) ? "\(start)\(text)\(end)" : String(text)
    }
}
