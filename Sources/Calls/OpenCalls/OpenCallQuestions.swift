import Selection
import Web

/// The sections and the questions of the form that applicants fill in.
enum OpenCallQuestions {
    static let sectionForm = Form(
        OpenCallEditor.pair(
            "title", "Title of the section, in Romanian", "Title of the section, in English", .text(maxLength: 200))
            + [OpenCallEditor.position])

    static let sections = OpenCallEditor(
        slug: "sections", title: "Sections of the form", hint: "Each section becomes a task of the applicant.",
        part: .form, form: { _, _ in sectionForm },
        answers: { call, id in
            call.form.first { $0.id == id }.map {
                Answers(["title-ro": $0.title.ro, "title-en": $0.title.en])
            }
        },
        apply: { answers, call, id, _ in
            let old = call.form.firstIndex { $0.id == id }
            let section = CallSection(
                id: old.map { call.form[$0].id } ?? OpenCallEditor.name("section", besides: call.form.map(\.id)),
                title: OpenCallEditor.text(answers, "title"), questions: old.map { call.form[$0].questions } ?? [])
            OpenCallEditor.place(section, in: &call.form, at: old, answers)
        },
        list: OpenCallEditor.List(
            add: "Add a section", items: { $0.form.map { OpenCallEditor.Item(id: $0.id, title: $0.title) } },
            remove: { call, id in call.form.removeAll { $0.id == id } }))

    static let questions = OpenCallEditor(
        slug: "questions", title: "Questions of the form", hint: "What every applicant is asked, section by section.",
        part: .form, form: form,
        answers: { call, id in
            for section in call.form {
                if let question = section.questions.first(where: { $0.id == id }) {
                    return answers(question, in: section)
                }
            }
            return nil
        },
        apply: apply,
        list: OpenCallEditor.List(
            add: "Add a question",
            items: { $0.questions.map { OpenCallEditor.Item(id: $0.id, title: $0.text) } },
            remove: { call, id in
                for index in call.form.indices { call.form[index].questions.removeAll { $0.id == id } }
            }))

    @Sendable static func form(_ call: CallDefinition, _ language: Language) -> Form {
        let sections = call.form.map { Option($0.id, $0.title.said(language), translated: false) }
        let earlier = call.questions.filter(\.kind.decides).map {
            Option($0.id, $0.text.said(language), translated: false)
        }
        return Form(
            [Field("section", "Section", .select(sections))]
                + OpenCallEditor.pair(
                    "text", "Question in Romanian", "Question in English", .textarea(maxLength: 1000, rows: 2))
                + OpenCallEditor.pair(
                    "hint", "Hint in Romanian", "Hint in English", .textarea(maxLength: 1000, rows: 2),
                    optional: true)
                + [
                    Field(
                        "kind", "Kind of answer",
                        .select(CallQuestion.Kind.allCases.map { Option($0.rawValue, $0.title) })),
                    Field("required", "An answer is required", optional: true, .checkbox),
                    Field(
                        "words", "Most words", hint: "For texts only.", optional: true,
                        .number(range: 1...5000, decimals: 0, unit: nil)),
                    Field(
                        "parts", "Choices, or columns of the table",
                        hint:
                            "One a line: a short name, Romanian, English, with | between them. For choices and tables only.",
                        optional: true, .textarea(maxLength: 5000, rows: 5)),
                    Field(
                        "types", "Kinds of files", hint: "For files only.", optional: true,
                        .checkboxes(CallDefinition.fileTypes.map { Option($0, $0, translated: false) })),
                    Field(
                        "megabytes", "Most megabytes", hint: "For files only.", optional: true,
                        .number(range: 1...20, decimals: 0, unit: nil)),
                    Field(
                        "condition", "Ask only after an answer to", optional: true, .select(earlier)),
                    Field(
                        "condition-answers", "With one of these answers",
                        hint: "Short names with a comma between them; yes and no for a yes-or-no question.",
                        optional: true, .text(maxLength: 500)),
                    OpenCallEditor.position,
                ])
    }

    private static func answers(_ question: CallQuestion, in section: CallSection) -> Answers {
        var answers = Answers([
            "section": section.id, "text-ro": question.text.ro, "text-en": question.text.en,
            "hint-ro": question.hint.ro, "hint-en": question.hint.en, "kind": question.kind.rawValue,
            "required": question.isRequired ? "on" : nil, "words": question.mostWords.map(String.init),
            "parts": question.parts.map { "\($0.id) | \($0.text.ro) | \($0.text.en)" }.joined(separator: "\n"),
            "megabytes": question.mostMegabytes.map(String.init), "condition": question.condition?.question,
            "condition-answers": question.condition?.answers.joined(separator: ", "),
        ])
        answers.texts["types"] = question.fileTypes
        return answers
    }

    @Sendable private static func apply(
        _ answers: inout Answers, _ call: inout CallDefinition, _ id: String, _ t: Texts
    ) {
        guard let kind = CallQuestion.Kind(rawValue: answers.text("kind")),
            let target = call.form.firstIndex(where: { $0.id == answers.text("section") })
        else { return answers.refuse("section", t("choose one of the answers")) }
        var question = CallQuestion(
            id: OpenCallEditor.name("question", besides: call.questions.map(\.id)),
            text: OpenCallEditor.text(answers, "text"), hint: OpenCallEditor.text(answers, "hint"), kind: kind,
            isRequired: answers.isTicked("required"))
        if kind == .shortText || kind == .longText { question.mostWords = answers.integer("words") }
        if kind.hasOptions || kind == .table { question.parts = parts(&answers, t) }
        if kind == .file {
            question.fileTypes = answers.list("types")
            question.mostMegabytes = answers.integer("megabytes")
        }
        if let earlier = answers.optionalText("condition") {
            let chosen = answers.text("condition-answers").split(separator: ",").map { String($0).trimmingSpaces() }
            question.condition = CallQuestion.Condition(question: earlier, answers: chosen)
        }
        guard answers.isFine else { return }
        var old: Int?
        for index in call.form.indices {
            guard let found = call.form[index].questions.firstIndex(where: { $0.id == id }) else { continue }
            question.id = id
            if index == target { old = found } else { call.form[index].questions.remove(at: found) }
        }
        OpenCallEditor.place(question, in: &call.form[target].questions, at: old, answers)
    }

    private static func parts(_ answers: inout Answers, _ t: Texts) -> [CallQuestion.Part] {
        var parts: [CallQuestion.Part] = []
        for line in answers.text("parts").split(whereSeparator: \.isNewline) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { String($0).trimmingSpaces() }
            guard cells.count == 3, !cells[0].isEmpty else {
                answers.refuse(
                    "parts",
                    t("write a short name, Romanian and English with | between them: {line}", ["line": String(line)]))
                return []
            }
            parts.append(CallQuestion.Part(id: cells[0], text: BilingualText(ro: cells[1], en: cells[2])))
        }
        return parts
    }
}
