import Background

extension Form {
    /// Checks the answers against the fields; every problem says what to do, in the visitor's language.
    package func check(_ answers: Answers, _ t: Texts) -> Answers {
        var answers = answers
        answers.problems = []
        for field in fields {
            if let text = problem(of: field, in: answers, t) { answers.refuse(field.name, text) }
        }
        return answers
    }

    private func problem(of field: Field, in answers: Answers, _ t: Texts) -> String? {
        let label = t(field.label)
        if isEmpty(field, in: answers) {
            guard field.isRequired else { return nil }
            return missing(field, label: label, t)
        }
        let text = answers.text(field.name)
        switch field.kind {
        case .text(let maxLength), .textarea(let maxLength, _), .hidden(let maxLength):
            return tooLong(text, maxLength, label: label, t) ?? control(text, field: field, label: label, t)
        case .email:
            return tooLong(text, 254, label: label, t)
                ?? (MailAddress(text) != nil
                    ? nil : t("{label}: write an e-mail address such as name@example.ro", ["label": label]))
        case .password(let minLength): return password(answers.secret(field.name), minLength, label: label, t)
        case .code(let length):
            return tooLong(text, length, label: label, t)
        case .number(let range, let decimals, _):
            return number(answers, field: field, range: range, decimals: decimals, label: label, t)
        case .date:
            return answers.day(field.name) == nil
                ? t("{label}: write a real date, such as 27 3 2026", ["label": label]) : nil
        case .select(let options), .radios(let options):
            return options.contains { $0.value == text }
                ? nil : t("{label}: choose one of the answers", ["label": label])
        case .checkboxes(let options):
            let known = Set(options.map(\.value))
            return answers.list(field.name).allSatisfy(known.contains)
                ? nil : t("{label}: choose from the answers shown", ["label": label])
        case .checkbox: return nil
        case .file(let types, let maxBytes): return file(answers, field, types, maxBytes, label: label, t)
        }
    }

    private func isEmpty(_ field: Field, in answers: Answers) -> Bool {
        switch field.kind {
        case .checkbox, .checkboxes: !answers.isTicked(field.name)
        case .file: (answers.upload(field.name)?.bytes.isEmpty ?? true)
        case .password: answers.secret(field.name).isEmpty
        case .date:
            answers.text(field.name).isEmpty
                && ["day", "month", "year"].allSatisfy { answers.text("\(field.name)-\($0)").isEmpty }
        default: answers.text(field.name).isEmpty
        }
    }

    private func missing(_ field: Field, label: String, _ t: Texts) -> String {
        switch field.kind {
        case .select, .radios, .checkboxes: t("{label}: choose an answer", ["label": label])
        case .checkbox: t("{label}: tick the box to go on", ["label": label])
        case .file: t("{label}: choose a file", ["label": label])
        default: t("{label}: write an answer", ["label": label])
        }
    }

    private func tooLong(_ text: String, _ maxLength: Int, label: String, _ t: Texts) -> String? {
        guard text.count > maxLength else { return nil }
        return t.count(
            maxLength, "{label}: keep it to {count} character", "{label}: keep it to {count} characters",
            ["label": label])
    }

    private func control(_ text: String, field: Field, label: String, _ t: Texts) -> String? {
        let isMultiline: Bool
        if case .textarea = field.kind { isMultiline = true } else { isMultiline = false }
        let hasControl = text.unicodeScalars.contains { scalar in
            Self.turnsTextAround(scalar)
                || scalar.properties.generalCategory == .control
                    && !(isMultiline && (scalar == "\n" || scalar == "\r" || scalar == "\t"))
        }
        return hasControl ? t("{label}: remove the control characters", ["label": label]) : nil
    }

    /// Explicit direction marks can make a name read as another one, in a list or in the history.
    private static func turnsTextAround(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private func password(_ text: String, _ minLength: Int, label: String, _ t: Texts) -> String? {
        if text.count < minLength {
            return t.count(
                minLength, "{label}: use at least {count} character", "{label}: use at least {count} characters",
                ["label": label])
        }
        return text.count > 256 ? tooLong(text, 256, label: label, t) : nil
    }

    private func number(
        _ answers: Answers, field: Field, range: ClosedRange<Double>, decimals: Int, label: String, _ t: Texts
    ) -> String? {
        guard let number = answers.number(field.name) else {
            return t("{label}: write a number such as 1234,5", ["label": label])
        }
        let figures = Figures(language: t.language)
        guard range.contains(number) else {
            return t(
                "{label}: write a number from {low} to {high}",
                [
                    "label": label, "low": figures.decimal(range.lowerBound),
                    "high": figures.decimal(range.upperBound),
                ])
        }
        if decimals == 0, number.rounded() != number {
            return t("{label}: write a whole number", ["label": label])
        }
        return nil
    }

    private func file(
        _ answers: Answers, _ field: Field, _ types: [String], _ maxBytes: Int, label: String, _ t: Texts
    ) -> String? {
        guard let upload = answers.upload(field.name) else { return nil }
        if upload.bytes.count > maxBytes {
            let size = Figures(language: t.language).decimal(Double(maxBytes) / 1_000_000, decimals: 1)
            return t("{label}: choose a file smaller than {size} MB", ["label": label, "size": size])
        }
        guard types.contains(upload.mediaType) else {
            return t("{label}: choose a file of another type", ["label": label])
        }
        return nil
    }
}
