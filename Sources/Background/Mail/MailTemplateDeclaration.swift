/// Subject and body of a mail in one language, with Mustache variables.
package struct MailText: Sendable, Hashable {
    package let subject: String
    package let body: String

    package init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }
}

/// A mail that a wing sends: its variables and the text it has until an editor changes it.
package struct MailTemplateDeclaration: Sendable {
    /// One thing that the text may say, with a sample for the preview.
    package struct Variable: Sendable, Hashable {
        package let name: String
        package let sample: String
    }

    /// `room.event`, such as `people.invitation`.
    package let key: String
    /// Key of its name on the editors' page.
    package let title: String
    package let variables: [Variable]
    /// By language code; `ro` is what other languages fall back to.
    package let defaults: [String: MailText]

    /// - Parameters:
    ///   - variables: name and sample, in the order shown to editors.
    ///   - defaults: language code, then subject and body.
    package init(
        key: String, title: String, variables: KeyValuePairs<String, String>,
        defaults: [String: (subject: String, body: String)]
    ) {
        self.key = key
        self.title = title
        self.variables = variables.map { Variable(name: $0.key, sample: $0.value) }
        self.defaults = defaults.mapValues { MailText(subject: $0.subject, body: $0.body) }
    }

    /// The built-in text of a language, else the Romanian one.
    package func text(in language: String) -> MailText {
        defaults[language] ?? defaults["ro"] ?? MailText(subject: title, body: "")
    }

    package var samples: [String: String] {
        Dictionary(variables.map { ($0.name, $0.sample) }, uniquingKeysWith: { first, _ in first })
    }
}
