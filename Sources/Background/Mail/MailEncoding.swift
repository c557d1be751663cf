import Foundation
import Storage

/// A mail as bytes: RFC 5322 with RFC 2047 headers and a quoted-printable UTF-8 body.
///
/// Nothing that a person typed can begin a header: control characters in header text become spaces, and addresses
/// are checked where they are made.
enum MailEncoding {
    static func bytes(of envelope: Envelope, lineEnd: String) -> [UInt8] {
        let lines = headers(of: envelope) + [""] + QuotedPrintable.lines(of: envelope.message.body)
        return Array((lines.joined(separator: lineEnd) + lineEnd).utf8)
    }

    private static func headers(of envelope: Envelope) -> [String] {
        let message = envelope.message
        var lines = HeaderText.lines(name: "From", mailbox: envelope.from)
        lines += HeaderText.lines(name: "To", mailbox: message.to)
        if let replyTo = message.replyTo { lines += HeaderText.lines(name: "Reply-To", mailbox: replyTo) }
        lines += HeaderText.lines(name: "Subject", text: message.subject)
        lines.append("Date: \(date(envelope.date))")
        lines.append("Message-ID: <\(envelope.identity)@\(envelope.from.domain)>")
        lines.append("Auto-Submitted: auto-generated")
        if let url = message.unsubscribeURL, isPlainURL(url) { lines.append("List-Unsubscribe: <\(url)>") }
        lines += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
        lines.append("Content-Transfer-Encoding: quoted-printable")
        return lines
    }

    /// `Sun, 22 Nov 2026 19:06:05 +0000`.
    static func date(_ instant: Instant) -> String {
        let text = instant.description
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard let day = Day(String(text.prefix(10))) else { return text }
        // 1970-01-01 was a Thursday.
        let weekday = days[((day.number % 7) + 7) % 7]
        let clock = text.dropFirst(11).prefix(8)
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000"
    }

    /// Only printable ASCII without what would end the brackets, and short enough for one line.
    private static func isPlainURL(_ url: String) -> Bool {
        url.utf8.count <= 900 && url.utf8.allSatisfy { (33...126).contains($0) && $0 != 60 && $0 != 62 }
    }
}

/// Header lines that hold any text: plain where ASCII, encoded words (RFC 2047) elsewhere, folded at 76.
enum HeaderText {
    static func lines(name: String, text: String) -> [String] {
        let clean = cleaned(text)
        let isPlain = clean.utf8.allSatisfy { (32...126).contains($0) } && !clean.contains("=?")
        let words = clean.split(separator: " ").map(String.init)
        // A word that no line could hold is encoded too, which cuts it.
        let fits = words.allSatisfy { $0.utf8.count <= 64 }
        return folded(name, isPlain && fits ? words : encodedWords(clean))
    }

    static func lines(name: String, mailbox: MailAddress) -> [String] {
        let address = "<\(mailbox.address)>"
        let clean = cleaned(mailbox.name ?? "")
        guard !clean.isEmpty else { return ["\(name): \(mailbox.address)"] }
        let isAtoms = clean.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 32
        }
        let words = isAtoms && clean.utf8.count <= 60 ? [clean] : encodedWords(clean)
        return folded(name, words + [address])
    }

    /// Without control characters and line separators; runs of spaces become one.
    private static func cleaned(_ text: String) -> String {
        let spaced = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let category = scalar.properties.generalCategory
                    let isBreak = category == .control || category == .lineSeparator || category == .paragraphSeparator
                    return isBreak ? " " : scalar
                }))
        return spaced.split(separator: " ").joined(separator: " ")
    }

    /// Base64 words of at most 64 characters (75 are allowed), each with whole characters only.
    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var piece: [UInt8] = []
        func close() {
            if !piece.isEmpty { words.append("=?UTF-8?B?\(Data(piece).base64EncodedString())?=") }
            piece = []
        }
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 39 bytes are 52 characters of Base64, 12 stand around them, and the header's name must fit before them.
            if piece.count + bytes.count > 39 { close() }
            piece += bytes
        }
        close()
        return words
    }

    private static func folded(_ name: String, _ words: [String]) -> [String] {
        var lines: [String] = []
        var line = "\(name):"
        for word in words {
            // The first word stays with the name: a line of the name alone is read badly by some programs.
            if line.utf8.count + 1 + word.utf8.count > 76, line != "\(name):" {
                lines.append(line)
                line = ""
            }
            line += " \(word)"
        }
        return lines + [line]
    }
}

/// Text as quoted-printable lines of at most 76 characters (RFC 2045 §6.7).
enum QuotedPrintable {
    static func lines(of text: String) -> [String] {
        let unified = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
        var logical = unified.split(separator: "\n", omittingEmptySubsequences: false)
        while logical.last?.isEmpty == true { logical.removeLast() }
        return logical.flatMap(encoded)
    }

    private static func encoded(_ line: Substring) -> [String] {
        var lines: [String] = []
        var current = ""
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let piece = token(byte, isLast: isLast, isFirst: current.isEmpty)
            if current.utf8.count + piece.utf8.count > (isLast ? 76 : 75) {
                lines.append(current + "=")
                current = token(byte, isLast: isLast, isFirst: true)
            } else {
                current += piece
            }
        }
        return lines + [current]
    }

    private static func token(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> String {
        let isSpace = byte == 32 || byte == 9
        // A lone dot ends a mail for some programs, and "From " at a line's start is changed by others.
        let isDelicate = isFirst && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
        let isPlain = isSpace ? !isLast : (33...126).contains(byte) && byte != 61 && !isDelicate
        if isPlain { return String(UnicodeScalar(byte)) }
        let hex = String(byte, radix: 16, uppercase: true)
        return "=" + (hex.count == 1 ? "0" + hex : hex)
    }
}
