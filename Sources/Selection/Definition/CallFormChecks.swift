extension CallDefinition {
    /// Endings of the files that applicants can send.
    public static let fileTypes = ["pdf", "docx", "xlsx", "csv", "jpg", "png"]

    /// What is wrong with the form that applicants fill in.
    var formProblems: [CallProblem] {
        var found = identifiers(form.map(\.id), .form) + identifiers(questions.map(\.id), .form)
        if questions.isEmpty {
            found.append(
                CallProblem(
                    "form-none", .form, reason: "The form asks nothing.", remedy: "Add a section and its questions."))
        }
        for section in form where !section.title.isComplete || section.questions.isEmpty {
            found.append(
                CallProblem(
                    "form-section", .form, section.id,
                    reason: "A section has no questions, or its title lacks a language.",
                    remedy: "Give it a title in both languages and a question, or remove it."))
        }
        var earlier: [String: CallQuestion] = [:]
        for question in questions {
            found += problems(of: question)
            if let problem = problem(of: question.condition, of: question, earlier) { found.append(problem) }
            earlier[question.id] = question
        }
        return found
    }

    private func problem(
        of condition: CallQuestion.Condition?, of question: CallQuestion, _ earlier: [String: CallQuestion]
    ) -> CallProblem? {
        guard let condition else { return nil }
        let possible = earlier[condition.question]?.possibleAnswers ?? []
        guard condition.answers.isEmpty || !Set(condition.answers).isSubset(of: possible) else { return nil }
        return CallProblem(
            "form-condition", .form, question.id,
            reason: "A question hangs on an answer that no earlier question has.",
            remedy: "Choose an earlier question with choices, and answers that it offers.")
    }

    private func problems(of question: CallQuestion) -> [CallProblem] {
        var found: [CallProblem] = []
        if !question.text.isComplete || question.parts.contains(where: { !$0.text.isComplete })
            || question.hint.ro.isEmpty != question.hint.en.isEmpty
        {
            found.append(
                CallProblem(
                    "form-languages", .form, question.id, reason: "A question or its choices lack a language.",
                    remedy: "Write them in Romanian and in English."))
        }
        let least = question.kind.hasOptions ? 2 : question.kind == .table ? 1 : 0
        if question.parts.count < least {
            found.append(
                CallProblem(
                    "form-choices", .form, question.id, reason: "A question does not offer enough to choose from.",
                    remedy: "Give a choice two answers at least, and a table a column."))
        }
        found += identifiers(question.parts.map(\.id), .form)
        if let words = question.mostWords, !(1...5000).contains(words) {
            found.append(
                CallProblem(
                    "form-words", .form, question.id, reason: "A word limit cannot be meant so.",
                    remedy: "Give 1 to 5000 words."))
        }
        if question.kind == .file {
            let isKnown = !question.fileTypes.isEmpty && Set(question.fileTypes).isSubset(of: Self.fileTypes)
            if !isKnown || !(1...20).contains(question.mostMegabytes ?? 0) {
                found.append(
                    CallProblem(
                        "form-file", .form, question.id, reason: "Nothing says which files may be sent, and how large.",
                        remedy: "Choose the kinds of files, and 1 to 20 megabytes."))
            }
        }
        return found
    }
}
