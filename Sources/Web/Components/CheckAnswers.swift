/// Answers to be read once more before a step that cannot be taken back: nothing is done until they are confirmed.
///
/// The page of the form shows it once the answers are fine and `decision(in:)` is `.asked`. It needs no script and keeps
/// nothing on the hub: the answers travel in the page.
package struct CheckAnswers: Sendable {
    /// What somebody chose on the page with the answers.
    package enum Decision: Sendable, Equatable { case asked, confirmed, changing }

    private static let name = "confirmed"

    private let form: Form
    private let answers: Answers
    private let t: Texts
    private let token: String
    private let action: String
    private let confirm: String

    /// - Parameter confirm: the words of the button that takes the step.
    package init(_ form: Form, _ answers: Answers, _ t: Texts, token: String, action: String, confirm: String) {
        self.form = form
        self.answers = answers
        self.t = t
        self.token = token
        self.action = action
        self.confirm = confirm
    }

    package static func decision(in answers: Answers) -> Decision {
        switch answers.text(name) {
        case "yes": .confirmed
        case "no": .changing
        default: .asked
        }
    }

    /// What is about to happen stands above it; `summary` shows the answers.
    package func html(_ summary: HTML) -> HTML {
        HTML {
            summary
            element("form", .method("post"), .action(action)) {
                FormView.token(token)
                for (name, values) in form.kept(answers).sorted(by: { $0.key < $1.key }) {
                    for value in values { input(.type("hidden"), .name(name), .value(value)) }
                }
                div(.class("buttons")) {
                    Components.submit(confirm, name: Self.name, value: "yes")
                    Components.submit(t("Change the answers"), kind: .secondary, name: Self.name, value: "no")
                }
            }
        }
    }
}
