extension Components {
    /// How much weight a button has; `warning` is for what cannot be undone.
    package enum ButtonKind: String, Sendable, CaseIterable {
        case primary
        case secondary
        case warning

        var className: String { self == .primary ? "button" : "button \(rawValue)" }
    }

    /// The button of the form around it.
    package static func submit(
        _ label: String, kind: ButtonKind = .primary, name: String? = nil, value: String? = nil
    ) -> HTML {
        button(.class(kind.className), .type("submit"), .name(name), .value(value)) { label }
    }

    /// A link that looks like a button because it starts something.
    package static func buttonLink(_ label: String, path: String, kind: ButtonKind = .primary) -> HTML {
        a(.class(kind.className), .href(path)) { label }
    }

    /// A button with a form of its own, for a change without questions; `about` completes the label for screen readers.
    package static func action(
        _ label: String, path: String, token: String, kind: ButtonKind = .secondary, about: String? = nil,
        hidden: [(name: String, value: String)] = []
    ) -> HTML {
        form(.method("post"), .action(path), .class("action")) {
            FormView.token(token)
            for field in hidden { input(.type("hidden"), .name(field.name), .value(field.value)) }
            button(.class(kind.className), .type("submit")) {
                label
                if let about { span(.class("hidden")) { " " + about } }
            }
        }
    }
}
