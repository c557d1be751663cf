import Background

extension SignInMail {
    /// The texts of the mails until an editor changes them.
    static let templates: [MailTemplateDeclaration] = [
        passwordResetTemplate, passwordChangedTemplate, recoveryCodeTemplate, secondFactorTemplate,
        emailChangeTemplate, emailAskedTemplate, emailChangedTemplate, accountClosedTemplate, invitationTemplate,
    ]

    private static let sampleTime = "22 noiembrie 2026, 10:15"
    private static let warningRo =
        "Dacă nu ați făcut această modificare, scrieți imediat echipei hubului."
    private static let warningEn = "If this was not you, write to the hub's team at once."

    private static let passwordResetTemplate = MailTemplateDeclaration(
        key: "sign-in.password-reset", title: "Link for a new password",
        variables: ["name": "Ana Pop", "link": "https://m100.example/ro/password-reset/abc"],
        defaults: [
            "ro": (
                "Parolă nouă pentru contul M100",
                """
                Bună ziua, {{name}},

                S-a cerut o parolă nouă pentru acest cont. Stabiliți-o aici:

                {{link}}

                Linkul funcționează o singură dată, timp de o oră. Dacă nu ați făcut această cerere, ignorați mesajul: parola rămâne cea veche.
                """
            ),
            "en": (
                "A new password for your M100 account",
                """
                Hello {{name}},

                A new password was asked for this account. Set it here:

                {{link}}

                The link works once, for one hour. If you did not ask, leave this mail: the old password stays.
                """
            ),
        ])

    private static let passwordChangedTemplate = MailTemplateDeclaration(
        key: "sign-in.password-changed", title: "Notice: password changed",
        variables: ["name": "Ana Pop", "time": sampleTime],
        defaults: [
            "ro": (
                "Parola contului M100 a fost schimbată",
                "Bună ziua, {{name}},\n\nParola contului a fost schimbată: {{time}}.\n\n\(warningRo)\n"
            ),
            "en": (
                "The password of your M100 account was changed",
                "Hello {{name}},\n\nThe password of your account was changed: {{time}}.\n\n\(warningEn)\n"
            ),
        ])

    private static let recoveryCodeTemplate = MailTemplateDeclaration(
        key: "sign-in.recovery-code-used", title: "Notice: recovery code used",
        variables: ["name": "Ana Pop", "time": sampleTime, "left": "9"],
        defaults: [
            "ro": (
                "A fost folosit un cod de rezervă",
                "Bună ziua, {{name}},\n\nLa autentificare a fost folosit un cod de rezervă: {{time}}. Coduri rămase: {{left}}.\n\n\(warningRo)\n"
            ),
            "en": (
                "A recovery code was used",
                "Hello {{name}},\n\nA recovery code was used to sign in: {{time}}. Codes left: {{left}}.\n\n\(warningEn)\n"
            ),
        ])

    private static let secondFactorTemplate = MailTemplateDeclaration(
        key: "sign-in.second-factor-changed", title: "Notice: authenticator changed",
        variables: [
            "name": "Ana Pop", "time": sampleTime, "change": "A fost configurată o aplicație de autentificare.",
        ],
        defaults: [
            "ro": (
                "Autentificarea în doi pași s-a modificat",
                "Bună ziua, {{name}},\n\n{{change}}\nMomentul: {{time}}.\n\n\(warningRo)\n"
            ),
            "en": (
                "Your two-step sign-in changed",
                "Hello {{name}},\n\n{{change}}\nTime: {{time}}.\n\n\(warningEn)\n"
            ),
        ])

    private static let invitationTemplate = MailTemplateDeclaration(
        key: "people.invitation", title: "Invitation",
        variables: [
            "inviter": "Ion Vădan", "organisation": "Municipiul Alba Iulia", "level": "redactor",
            "link": "https://m100.example/ro/invitations/abc", "until": "6 decembrie 2026",
        ],
        defaults: [
            "ro": (
                "Invitație în hubul M100",
                """
                Bună ziua,

                {{inviter}} vă invită în hubul M100{{#organisation}}, din partea organizației {{organisation}}{{/organisation}}{{#level}}, cu rolul: {{level}}{{/level}}.

                Invitația se poate accepta aici, până la {{until}}:

                {{link}}

                Dacă invitația a ajuns la dumneavoastră din greșeală, ignorați mesajul: nu se creează niciun cont.
                """
            ),
            "en": (
                "Invitation to the M100 hub",
                """
                Hello,

                {{inviter}} invites you to the M100 hub{{#organisation}} on behalf of {{organisation}}{{/organisation}}{{#level}}, as: {{level}}{{/level}}.

                Accept the invitation here, until {{until}}:

                {{link}}

                If this reached you by mistake, leave it: no account is made.
                """
            ),
        ])
}
