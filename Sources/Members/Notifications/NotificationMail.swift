import Background

/// The mails that notifications go out in.
enum NotificationMail {
    static let atOnce = "notifications.at-once"
    static let digest = "notifications.digest"

    static let templates = [
        MailTemplateDeclaration(
            key: atOnce, title: "Notification sent at once",
            variables: [
                "name": "Ana Exemplu", "sentence": "Ana Exemplu a acceptat invitația.",
                "link": "https://m100.example/ro/organisations",
                "choices": "https://m100.example/ro/notifications/choices",
            ],
            defaults: [
                "ro": (
                    "M100: {{sentence}}",
                    """
                    Bună ziua, {{name}},

                    {{sentence}}

                    Detalii: {{link}}

                    Alegerea mesajelor primite: {{choices}}
                    """
                ),
                "en": (
                    "M100: {{sentence}}",
                    """
                    Hello {{name}},

                    {{sentence}}

                    Details: {{link}}

                    Choose which mails you get: {{choices}}
                    """
                ),
            ]),
        MailTemplateDeclaration(
            key: digest, title: "Daily mail with notifications",
            variables: [
                "name": "Ana Exemplu",
                "lines": "- Ana Exemplu a acceptat invitația.\n  https://m100.example/ro/organisations",
                "link": "https://m100.example/ro/notifications",
                "choices": "https://m100.example/ro/notifications/choices",
            ],
            defaults: [
                "ro": (
                    "M100: noutăți necitite",
                    """
                    Bună ziua, {{name}},

                    În hubul M100 sunt noutăți necitite:

                    {{lines}}

                    Toate notificările: {{link}}
                    Alegerea mesajelor primite: {{choices}}
                    """
                ),
                "en": (
                    "M100: unread news",
                    """
                    Hello {{name}},

                    There is unread news on the M100 hub:

                    {{lines}}

                    All notifications: {{link}}
                    Choose which mails you get: {{choices}}
                    """
                ),
            ]),
    ]
}
