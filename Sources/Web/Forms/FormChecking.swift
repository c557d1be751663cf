import Background
import Storage

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

    /// Checks only what would stand in the way of keeping unfinished answers: their length and odd characters.
    package func checkUnfinished(_ answers: Answers, _ t: Texts) -> Answers {
        var answers = answers
        answers.problems = []
        for field in fields {
            let text = answers.text(field.name)
            let problem: String? =
                switch field.kind {
                case .text(let maxLength), .textarea(let maxLength, _), .hidden(let maxLength):
                    tooLong(text, maxLength, t)
                        ?? control(text, field: field, t)
                case .email: tooLong(text, 254, t)
                default: nil
                }
            if let problem { answers.refuse(field.name, problem) }
        }
        return answers
    }

    private func problem(of field: Field, in answers: Answers, _ t: Texts) -> String? {
        if isEmpty(field, in: answers) {
            guard field.isRequired else { return nil }
            return missing(field, t)
        }
        let text = answers.text(field.name)
        switch field.kind {
        case .text(let maxLength), .textarea(let maxLength, _), .hidden(let maxLength):
            return tooLong(text, maxLength, t) ?? control(text, field: field, t)
        case .email:
            return tooLong(text, 254, t)
                ?? (MailAddress(text) != nil
                    ? nil : t("write an e-mail address such as name@example.ro"))
        case .password(let minLength): return password(answers.secret(field.name), minLength, t)
        case .code(let length):
            return tooLong(text, length, t)
        case .number(let range, let decimals, _):
            return number(answers, field: field, range: range, decimals: decimals, t)
        case .date(let years): return date(answers.day(field.name), years, t)
        case .select(let options), .radios(let options):
            return options.contains { $0.value == text }
                ? nil : t("choose one of the answers")
        case .checkboxes(let options):
            let known = Set(options.map(\.value))
            return answers.list(field.name).allSatisfy(known.contains)
                ? nil : t("choose from the answers shown")
        case .checkbox: return nil
        case .file: return FileChecking(field: field, t: t).problem(of: answers.files(field.name))
        }
    }

    private func isEmpty(_ field: Field, in answers: Answers) -> Bool {
        switch field.kind {
        case .checkbox, .checkboxes: !answers.isTicked(field.name)
        case .file: answers.files(field.name).isEmpty
        case .password: answers.secret(field.name).isEmpty
        case .date:
            answers.text(field.name).isEmpty
                && ["day", "month", "year"].allSatisfy { answers.text("\(field.name)-\($0)").isEmpty }
        default: answers.text(field.name).isEmpty
        }
    }

    private func missing(_ field: Field, _ t: Texts) -> String {
        switch field.kind {
        case .select, .radios, .checkboxes: t("choose an answer")
        case .checkbox: t("tick the box to go on")
        case .file: t("choose a file")
        default: t("write an answer")
        }
    }

    private func tooLong(_ text: String, _ maxLength: Int, _ t: Texts) -> String? {
        guard text.count > maxLength else { return nil }
        return t.count(
            maxLength, "keep it to {count} character", "keep it to {count} characters")
    }

    private func control(_ text: String, field: Field, _ t: Texts) -> String? {
        let isMultiline: Bool
        if case .textarea = field.kind { isMultiline = true } else { isMultiline = false }
        let hasControl = text.unicodeScalars.contains { scalar in
            Self.turnsTextAround(scalar)
                || scalar.properties.generalCategory == .control
                    && !(isMultiline && (scalar == "\n" || scalar == "\r" || scalar == "\t"))
        }
        return hasControl ? t("remove the control characters") : nil
    }

    /// Explicit direction marks can make a name read as another one, in a list or in the history.
    private static func turnsTextAround(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private func password(_ text: String, _ minLength: Int, _ t: Texts) -> String? {
        if text.count < minLength {
            return t.count(
                minLength, "use at least {count} character", "use at least {count} characters")
        }
        return text.count > 256 ? tooLong(text, 256, t) : nil
    }

    private func date(_ day: Day?, _ years: ClosedRange<Int>, _ t: Texts) -> String? {
        guard let day else { return t("write a real date, such as 27 3 2026") }
        guard !years.contains(day.year) else { return nil }
        return t(
            "write a year from {low} to {high}", ["low": "\(years.lowerBound)", "high": "\(years.upperBound)"])
    }

    private func number(
        _ answers: Answers, field: Field, range: ClosedRange<Double>, decimals: Int, _ t: Texts
    ) -> String? {
        // "64.227" is 64227 where only whole numbers are asked for, and could be two numbers elsewhere.
        let typed = decimals == 0 ? answers.whole(field.name) : answers.number(field.name)
        guard let number = typed else {
            return decimals == 0 ? t("write a whole number such as 64227") : t("write a number such as 1234,5")
        }
        let figures = Figures(language: t.language)
        guard range.contains(number) else {
            return t(
                "write a number from {low} to {high}",
                [
                    "low": figures.decimal(range.lowerBound),
                    "high": figures.decimal(range.upperBound),
                ])
        }
        if decimals == 0, number.rounded() != number {
            return t("write a whole number")
        }
        return nil
    }
}
