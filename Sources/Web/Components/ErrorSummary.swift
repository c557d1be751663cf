/// All problems of a form at the top of the page, in the words that stand at the fields.
enum ErrorSummary {
    static func html(_ problems: [Answers.Problem], form: Form?, answers: Answers, _ t: Texts) -> HTML {
        guard !problems.isEmpty else { return .empty }
        return div(.class("error-summary"), .role("alert"), .attribute("tabindex", "-1")) {
            h2 { t("There is something to put right") }
            ul { for problem in problems { li { line(problem, form, t) } } }
        }
    }

    private static func line(_ problem: Answers.Problem, _ form: Form?, _ t: Texts) -> HTML {
        guard let name = problem.field, let field = form?[name] else { return .text(problem.text) }
        return a(.href("#\(FieldView.id(of: name))")) { problem.sentence(at: t(field.label)) }
    }
}
