/// One question of a form: described once, used to render, to read and to check.
///
/// `label`, `hint` and option labels are keys of the translations.
package struct Field: Sendable {
    package enum Kind: Sendable {
        case text(maxLength: Int)
        case email
        case password(minLength: Int)
        /// The six digits of an authenticator, or another short code.
        case code(length: Int)
        case number(range: ClosedRange<Double>, decimals: Int, unit: String?)
        /// A day of these years; a year with a typing error is seldom among them.
        case date(years: ClosedRange<Int> = 1900...2100)
        case select([Option])
        case radios([Option])
        case checkboxes([Option])
        case checkbox
        case textarea(maxLength: Int, rows: Int)
        /// One file, or up to `most`, each of a kind that is named and not larger than `maxBytes`.
        case file(types: [FileType], maxBytes: Int, most: Int = 1)
        case hidden(maxLength: Int)
    }

    package let name: String
    package let label: String
    package let hint: String?
    package let isRequired: Bool
    package let kind: Kind
    /// The HTML autocomplete token (WCAG 1.3.5), such as `email` or `current-password`.
    package let autocomplete: String?

    package init(
        _ name: String, _ label: String, hint: String? = nil, optional: Bool = false, autocomplete: String? = nil,
        _ kind: Kind
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        isRequired = !optional
        self.kind = kind
        self.autocomplete = autocomplete
    }
}

extension Field {
    /// Names under which the answer comes as text; none for secrets and files.
    fileprivate var textNames: [String] {
        switch kind {
        case .password, .code, .file: []
        case .date: [name, "\(name)-day", "\(name)-month", "\(name)-year"]
        default: [name]
        }
    }
}

/// One choice of a select, of radios or of checkboxes.
package struct Option: Sendable {
    package let value: String
    package let label: String
    package let hint: String?
    /// Labels that are names (a city's) are shown as they are.
    package let isTranslated: Bool

    package init(_ value: String, _ label: String, hint: String? = nil, translated: Bool = true) {
        self.value = value
        self.label = label
        self.hint = hint
        isTranslated = translated
    }
}

/// A form: its fields in the order a person meets them.
package struct Form: Sendable {
    package let fields: [Field]

    package init(_ fields: [Field]) { self.fields = fields }

    package subscript(name: String) -> Field? { fields.first { $0.name == name } }

    /// The texts that may be kept before the form is sent: no secrets, and nothing that the form does not ask for.
    package func kept(_ answers: Answers) -> [String: [String]] {
        var kept: [String: [String]] = [:]
        for field in fields {
            for name in field.textNames { kept[name] = answers.texts[name] }
        }
        return kept
    }

    /// Whether the form must be sent as `multipart/form-data`, to a route with `filesUpTo`.
    package var hasFiles: Bool {
        fields.contains { if case .file = $0.kind { true } else { false } }
    }
}
