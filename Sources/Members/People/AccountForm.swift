import Web

/// The questions of the account pages.
enum AccountForm {
    static let name = Form([Field("name", "Your name", autocomplete: "name", .text(maxLength: 120))])

    static let language = Form([Field("language", "Language of mails", .radios(SignInForm.languages))])

    static let email = Form([
        Field("email", "New e-mail address", autocomplete: "email", .email), currentPassword,
    ])

    static let password = Form([currentPassword, SignInForm.newPasswordField])

    /// One question only: who you are.
    static let confirmation = Form([currentPassword])

    static let deletion = Form([
        Field("sure", "I know that this cannot be undone", .checkbox), currentPassword,
    ])

    static let currentPassword = Field(
        "password", "Current password", autocomplete: "current-password", .password(minLength: 1))

    static let enrolment = Form([enrolmentCode])

    static let enrolmentWithPassword = Form([currentPassword, enrolmentCode])

    private static let enrolmentCode = Field(
        "code", "Code", hint: "The six digits that the app shows now.", autocomplete: "one-time-code", .code(length: 7))
}
