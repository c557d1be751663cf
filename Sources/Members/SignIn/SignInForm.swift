import Web

/// The questions of signing in and of setting a password.
enum SignInForm {
    static let password = Form([
        Field("email", "E-mail address", autocomplete: "username", .email),
        Field("password", "Password", autocomplete: "current-password", .password(minLength: 1)),
    ])

    /// Fifteen places: a recovery code may be typed with spaces or dashes.
    static let code = Form([
        Field(
            "code", "Code",
            hint: "The six digits that your authenticator app shows now, or one of your recovery codes.",
            autocomplete: "one-time-code", .code(length: 15))
    ])

    static let resetRequest = Form([
        Field("email", "E-mail address", autocomplete: "username", .email)
    ])

    static let newPassword = Form([newPasswordField])

    static let newPasswordField = Field(
        "new-password", "New password", hint: "Three or four unrelated words are easy to remember and hard to guess.",
        autocomplete: "new-password", .password(minLength: PasswordRules.minLength))

    static let acceptance = Form([
        Field("name", "Your name", autocomplete: "name", .text(maxLength: 120)),
        Field("language", "Language of mails", .radios(languages)),
        newPasswordField,
    ])

    static let languages = Language.allCases.map { Option($0.rawValue, $0.ownName, translated: false) }
}

extension Answers {
    /// Checks the new password against the rules, unless the field has a problem already.
    mutating func checkNewPassword(name: String, email: String, _ t: Texts) {
        guard problem(at: "new-password") == nil,
            let problem = PasswordRules.problem(of: secret("new-password"), name: name, email: email)
        else { return }
        refuse("new-password", t(problem.sentence))
    }
}
