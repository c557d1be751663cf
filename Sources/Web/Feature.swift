import Background
import Storage

/// What a wing brings to the hub; search, the worker, the permission page, the menu and the audit page read these lists.
package struct Feature: Sendable {
    package let name: String
    package var migrations: [Migration] = []
    package var permissions: [PermissionDeclaration] = []
    package var routes: @Sendable (Kit, inout Routes) -> Void = { _, _ in }
    package var jobs: [JobDeclaration] = []
    package var mailTemplates: [MailTemplateDeclaration] = []
    package var menu: [MenuEntry] = []
    package var activities: [ActivityDeclaration] = []
    package var searchables: [Searchable] = []
    package var topics: [TopicDeclaration] = []
    package var subjects: [SubjectDeclaration] = []
    /// What people get when they ask for everything that the hub knows about them.
    package var personalData: [PersonalDataDeclaration] = []
    /// Lines of the administration page.
    package var administration: [MenuEntry] = []

    package init(_ name: String) { self.name = name }
}

/// A kind of thing that the hub's search finds, and how its entries are made anew from the database.
package struct Searchable: Sendable {
    package let kind: String
    /// Key of the heading over results of this kind.
    package let title: String

    package init(kind: String, title: String) {
        self.kind = kind
        self.title = title
    }
}

/// A line of the main menu.
package struct MenuEntry: Sendable {
    package let title: String
    package let path: String
    /// Shown only to visitors who hold it.
    package let permission: Permission?
    package let order: Int

    package init(_ title: String, path: String, order: Int, permission: Permission? = nil) {
        self.title = title
        self.path = path
        self.order = order
        self.permission = permission
    }
}

/// Something that people do and the audit records: its code and its plain sentence.
package struct ActivityDeclaration: Sendable {
    /// `room.event`, such as `profile.changed`.
    package let code: String
    /// Key of a sentence with `{actor}`, `{subject}` and the entry's own details as placeholders.
    package let sentence: String

    package init(_ code: String, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}

/// Something that people are told about and choose how: in the hub only, in a daily mail, or at once.
package struct TopicDeclaration: Sendable {
    /// The room's word, such as `memberships`.
    package let code: String
    /// Key of its name on the page of choices.
    package let title: String
    /// Key of one sentence that says what it brings.
    package let hint: String

    package init(_ code: String, _ title: String, hint: String) {
        self.code = code
        self.title = title
        self.hint = hint
    }
}

/// A kind of thing that the audit speaks of: what it is called and where its page is.
package struct SubjectDeclaration: Sendable {
    /// The `subject_kind` of audit entries, such as `city`.
    package let kind: String
    /// Key of the kind's name.
    package let title: String
    /// The names of some things by identity; what has no name is left out.
    package let names: @Sendable (any Connection, [String]) throws -> [String: String]
    /// The page of a thing without the language; nil when there is none.
    package let path: @Sendable (String) -> String?

    package init(
        _ kind: String, _ title: String, path: @escaping @Sendable (String) -> String? = { _ in nil },
        names: @escaping @Sendable (any Connection, [String]) throws -> [String: String]
    ) {
        self.kind = kind
        self.title = title
        self.names = names
        self.path = path
    }
}
