import Storage

/// What somebody typed into a form: the raw texts, kept whatever is wrong with them, and what is wrong.
package struct Answers: Sendable {
    /// A file that somebody sent.
    package struct Upload: Sendable {
        /// Made safe by `FileName`.
        package let fileName: String
        /// What the sender's program says; the bytes decide (`type`).
        package let declaredType: String
        package let bytes: [UInt8]

        package init(fileName: String, declaredType: String = "", bytes: [UInt8]) {
            self.fileName = fileName
            self.declaredType = declaredType
            self.bytes = bytes
        }

        /// What the file is by its ending and by its bytes; nil when the two disagree or the kind is unknown.
        package var type: FileType? { FileType.named(fileName).flatMap { $0.fits(bytes) ? $0 : nil } }
    }

    /// A body that was larger than its route allows.
    enum Overflow: Sendable, Equatable {
        case bytes(Int)
        case parts(Int)
    }

    /// A message in the visitor's language at a field (nil: at the form).
    ///
    /// One that goes on after the field's label begins with a small letter (`write an answer`); a whole sentence
    /// begins with a capital one (`The file plan.pdf is empty.`).
    package struct Problem: Sendable, Equatable {
        package let field: String?
        package let text: String

        package init(field: String?, text: String) {
            self.field = field
            self.text = text
        }

        /// As it stands at the field, under its label.
        var atField: String { text.prefix(1).uppercased() + text.dropFirst() }

        /// As it stands away from the field: after the label, unless it is a sentence of its own.
        func sentence(at label: String) -> String {
            guard let first = text.first, first.isLowercase else { return text }
            return label.hasSuffix("?") ? "\(label) \(atField)" : "\(label): \(text)"
        }
    }

    package var texts: [String: [String]]
    package var uploads: [String: [Upload]]
    package var problems: [Problem] = []
    /// Set when the rest of what was sent has not been read; no handler sees such answers.
    var overflow: Overflow?

    package init(texts: [String: [String]] = [:], uploads: [String: [Upload]] = [:]) {
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

    /// What was typed where only a whole number makes sense; it may still have decimals.
    package func whole(_ name: String) -> Double? { NumberReading.readWhole(text(name)) }

    package func integer(_ name: String) -> Int? {
        guard let number = whole(name), number.rounded() == number, abs(number) < 1e15 else { return nil }
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

    /// The file of a field, or the first of several.
    package func upload(_ name: String) -> Upload? { uploads[name]?.first }

    /// All files of a field.
    package func files(_ name: String) -> [Upload] { uploads[name] ?? [] }

    package mutating func refuse(_ field: String?, _ text: String) {
        problems.append(Problem(field: field, text: text))
    }

    /// What is wrong with an answer, as it is said at its field.
    package func problem(at field: String) -> String? { problems.first { $0.field == field }?.atField }
}

extension String {
    /// Without white space at both ends.
    package func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
