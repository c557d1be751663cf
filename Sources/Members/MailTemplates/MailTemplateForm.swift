import Background
import Web

/// The questions about a mail text, and what can be wrong with the answers.
enum MailTemplateForm {
    static let text = Form([
        Field("subject", "Subject", .text(maxLength: 200)),
        Field("body", "Text", .textarea(maxLength: 20_000, rows: 16)),
    ])

    static func answers(_ text: MailText) -> Answers { Answers(["subject": text.subject, "body": text.body]) }

    /// Browsers send lines that end in CR LF; mails are kept with LF.
    static func content(_ answers: Answers) -> MailText {
        MailText(
            subject: answers.text("subject"), body: answers.text("body").replacing("\r\n", with: "\n") + "\n")
    }

    /// Checks the answers, and what Mustache says of them.
    static func check(_ answers: Answers, _ declaration: MailTemplateDeclaration, _ t: Texts) -> Answers {
        var answers = text.check(answers, t)
        guard answers.isFine else { return answers }
        for problem in MailTemplateRules.problems(of: content(answers), declaration: declaration) {
            let (field, text) = sentence(problem, t)
            answers.refuse(field, text)
        }
        return answers
    }

    private static func sentence(_ problem: MailTemplateProblem, _ t: Texts) -> (field: String, text: String) {
        switch problem {
        case .emptySubject: ("subject", t("write one"))
        case .subjectTooLong: ("subject", t("keep it to one short line"))
        case .subjectHasLines: ("subject", t("keep it to one line"))
        case .emptyBody: ("body", t("write one"))
        case .bodyTooLong: ("body", t("make it shorter"))
        case .nestedTooDeeply: ("body", t("there are too many conditions inside one another"))
        case .unknownVariable(let name):
            ("body", t("this mail knows no {name}; use only the words listed below", ["name": "{{\(name)}}"]))
        case .forbiddenTag(let tag): ("body", t("{tag} cannot be used in a mail", ["tag": tag]))
        case .unreadable(let line):
            ("body", t("the curly brackets in line {line} cannot be read", ["line": "\(line)"]))
        }
    }
}
