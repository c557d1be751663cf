import Foundation

/// Names of files that people send and take: what is left of them is safe to show, to store and to save under.
package enum FileName {
    /// The longest name that is kept, counted in characters.
    static let maxLength = 120

    /// The last part of a path without anything that steers a system: no separators, control or direction marks.
    ///
    /// Gives `file` when nothing is left; the ending is kept when the name is cut.
    package static func safe(_ given: String) -> String {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let composed = last.precomposedStringWithCanonicalMapping
        var kept = String.UnicodeScalarView()
        for scalar in composed.unicodeScalars where !isHidden(scalar) {
            kept.append(reserved.contains(scalar) ? "_" : scalar)
        }
        let plain = String(kept).trimmingSpaces().drop { $0 == "." || $0.isWhitespace }
        let name = shortened(String(plain).trimmingSpaces())
        return name.isEmpty ? "file" : name
    }

    /// The value of `Content-Disposition` (RFC 6266): the name in ASCII for old programs, and in full (RFC 5987).
    package static func disposition(_ given: String, isInline: Bool = false) -> String {
        let name = safe(given)
        let ascii = name.decomposedStringWithCanonicalMapping.unicodeScalars.compactMap { scalar -> Character? in
            guard scalar.properties.generalCategory != .nonspacingMark else { return nil }
            return scalar.isASCII && scalar != "%" ? Character(scalar) : "_"
        }
        let start = isInline ? "inline" : "attachment"
        return "\(start); filename=\"\(String(ascii))\"; filename*=UTF-8''\(FormBody.escaped(name))"
    }

    /// The ending in small letters without its point; empty when there is none.
    package static func ending(of name: String) -> String {
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
        return name[name.index(after: point)...].lowercased()
    }

    /// Characters that some system or header gives a meaning.
    private static let reserved = Set("<>:\"|?*".unicodeScalars)

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func shortened(_ name: String) -> String {
        guard name.count > maxLength else { return name }
        let ending = ending(of: name)
        guard !ending.isEmpty, ending.count <= 10 else { return String(name.prefix(maxLength)) }
        return name.prefix(maxLength - ending.count - 1).trimmingCharacters(in: .whitespaces) + "." + ending
    }
}
