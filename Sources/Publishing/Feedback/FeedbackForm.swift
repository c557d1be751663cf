import Web

/// The questions of the feedback form, and of the staff's answer to it.
enum FeedbackForm {
    static let message = Form([
        Field(
            "message", "What is wrong or could be better?",
            hint: "Please write no personal numeric codes and no passwords.", .textarea(maxLength: 4000, rows: 8)),
        Field(
            "email", "Your e-mail address",
            hint: "Only if you want an answer. It is erased when the matter is closed.", optional: true,
            autocomplete: "email", .email),
        Field("page", "Page", optional: true, .hidden(maxLength: 300)),
    ])

    static let answer = Form([
        Field(
            "state", "What happens with it",
            .radios([
                Option("working", "being worked on"), Option("solved", "solved"),
                Option("declined", "closed without change"),
            ])),
        Field(
            "note", "Note for colleagues", hint: "The sender does not see it.", optional: true,
            .textarea(maxLength: 2000, rows: 4)),
    ])

    static let filter = Form([
        Field(
            "state", "State", optional: true,
            .select([Option("", "Not closed")] + [Option("closed", "Closed"), Option("all", "All")]))
    ])

    /// The states that the filter asks for; unknown words mean the standard.
    static func states(_ query: Answers) -> [Feedback.State] {
        switch query.text("state") {
        case "closed": [.solved, .declined]
        case "all": Feedback.State.allCases
        default: [.open, .working]
        }
    }
}
