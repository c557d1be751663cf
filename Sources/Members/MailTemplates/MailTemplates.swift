import Web

/// What the room of mail texts brings to the wing; the texts themselves live in Background.
enum MailTemplates {
    static let edit: Permission = "mail-templates:edit"

    static let permissions = [
        PermissionDeclaration(edit, "Change the texts of the hub's mails", roles: [.contentEditor])
    ]

    static let activities = [
        ActivityDeclaration("mail-template.changed", "{actor} changed the text of the mail {subject}."),
        ActivityDeclaration("mail-template.restored", "{actor} restored the built-in text of the mail {subject}."),
    ]

    static let subjects = [
        SubjectDeclaration("mail-template", "Mail text", path: { "/mail-templates/\($0)" }) { _, ids in
            Dictionary(ids.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        }
    ]
}
