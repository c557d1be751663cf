/// Texts that begin like a formula: writers of CSV put an apostrophe before them, and reading takes it away again.
///
/// A text that begins with apostrophes and then like a formula gets one more, so that nothing is lost either way.
enum GuardedText {
    static func write(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

    static func read(_ text: String) -> String { isGuarded(text) ? String(text.dropFirst()) : text }

    private static func isGuarded(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "'") else { return false }
        let rest = text.unicodeScalars.drop { $0 == "'" }
        return rest.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
