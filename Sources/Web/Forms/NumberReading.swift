/// Reads numbers as people in Romania and abroad type them: `1.234,56`, `1,234.56`, `1 234`, `12,5`.
package enum NumberReading {
    /// The number, or nil when the text is no number or could be two numbers (`1.234` reads as 1234: three digits
    /// after a single separator are thousands only with a further group; a lone `1.234` is refused as ambiguous).
    package static func read(_ text: String) -> Double? {
        var compact = text.filter { $0 != " " && $0 != "\u{a0}" && $0 != "\u{202f}" }
        var sign = 1.0
        if let first = compact.first, first == "-" || first == "−" {
            sign = -1
            compact.removeFirst()
        }
        guard !compact.isEmpty, compact.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) else {
            return nil
        }
        guard let plain = normalised(compact), let number = Double(plain) else { return nil }
        return sign * number
    }

    /// The number where only whole ones are asked for: a lone `64.227` or `64,227` is then 64227 in every language.
    package static func readWhole(_ text: String) -> Double? {
        if let number = read(text) { return number }
        for separator: Character in [".", ","] {
            let groups = text.split(separator: separator, omittingEmptySubsequences: false)
            guard groups.count == 2, groups[0].last?.isNumber == true, groups[1].count == 3 else { continue }
            return read(groups.joined())
        }
        return nil
    }

    private static func normalised(_ text: String) -> String? {
        let dots = text.filter { $0 == "." }.count
        let commas = text.filter { $0 == "," }.count
        switch (dots, commas) {
        case (0, 0): return text
        case (1, 0), (0, 1):
            let parts = text.split(separator: dots == 1 ? "." : ",", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
            // "1.234" is 1234 in Romanian and 1.234 in English: nobody can know.
            if parts[1].count == 3, parts[0] != "0", parts[0].count <= 3 { return nil }
            return parts.joined(separator: ".")
        default:
            let last = text.last { $0 == "." || $0 == "," }
            let point: Character? = dots > 0 && commas > 0 ? last : nil
            return grouped(
                text, thousands: point == "." ? "," : point == "," ? "." : (dots > 0 ? "." : ","), point: point)
        }
    }

    private static func grouped(_ text: String, thousands: Character, point: Character?) -> String? {
        let parts = point.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [Substring(text)]
        guard parts.count <= 2 else { return nil }
        let groups = parts[0].split(separator: thousands, omittingEmptySubsequences: false)
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let whole = groups.joined()
        return parts.count == 2 ? "\(whole).\(parts[1])" : whole
    }
}
