import Storage

/// What somebody typed into a form: the raw texts, kept whatever is wrong with them, and what is wrong.
package struct Answers: Sendable {
    package struct Upload: Sendable {
        package let fileName: String
        package let mediaType: String
        package let bytes: [UInt8]

        package init(fileName: String, mediaType: String, bytes: [UInt8]) {
            self.fileName = fileName
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// A message in the visitor's language at a field (nil: at the form).
    package struct Problem: Sendable, Equatable {
        package let field: String?
        package let text: String

        package init(field: String?, text: String) {
            self.field = field
            self.text = text
        }
    }

    package var texts: [String: [String]]
    package var uploads: [String: Upload]
    package var problems: [Problem] = []

    package init(texts: [String: [String]] = [:], uploads: [String: Upload] = [:]) {
        self.texts = texts
        self.uploads = uploads
    }

    /// Answers as they stand in the database, for the first view of an edit form.
    package init(_ values: [String: String?]) {
        self.init(texts: values.compactMapValues { $0 }.mapValues { [$0] })
    }

    package var isFine: Bool { problems.isEmpty }

    /// The first value, trimmed; empty when there is none.
    package func text(_ name: String) -> String {
        (texts[name]?.first ?? "").trimmingSpaces()
    }

    package func optionalText(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    /// Passwords are taken to the letter.
    package func secret(_ name: String) -> String { texts[name]?.first ?? "" }

    package func list(_ name: String) -> [String] { texts[name] ?? [] }

    package func isTicked(_ name: String) -> Bool { !(texts[name] ?? []).isEmpty }

    package func number(_ name: String) -> Double? { NumberReading.read(text(name)) }

    package func integer(_ name: String) -> Int? {
        guard let number = number(name), number.rounded() == number, abs(number) < 1e15 else { return nil }
        return Int(number)
    }

    /// A date typed in three fields (`name-day`, `name-month`, `name-year`) or as `2026-11-22`.
    package func day(_ name: String) -> Day? {
        if let whole = Day(text(name)) { return whole }
        guard let day = Int(text("\(name)-day")), let month = Int(text("\(name)-month")),
            let year = Int(text("\(name)-year")), (1...31).contains(day), (1...12).contains(month),
            (1000...9999).contains(year)
        else { return nil }
        return Day(Day(year: year, month: month, day: day).description)
    }

    package func upload(_ name: String) -> Upload? { uploads[name] }

    package mutating func refuse(_ field: String?, _ text: String) {
        problems.append(Problem(field: field, text: text))
    }

    package func problem(at field: String) -> String? { problems.first { $0.field == field }?.text }
}

extension String {
    /// Without white space at both ends.
    package func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
