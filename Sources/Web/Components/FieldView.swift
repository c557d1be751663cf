/// One field of a form: label, hint, what is wrong, and the control that they all describe.
struct FieldView {
    let field: Field
    let answers: Answers
    let t: Texts
    /// Nobody expects to have to fill in a filter.
    var saysOptional = true

    init(_ field: Field, _ answers: Answers, _ t: Texts) {
        self.field = field
        self.answers = answers
        self.t = t
    }

    /// The field of a filter, without "(optional)".
    static func filter(_ field: Field, _ answers: Answers, _ t: Texts) -> FieldView {
        var view = FieldView(field, answers, t)
        view.saysOptional = false
        return view
    }

    /// The id of the first control of a field, where the error summary leads.
    static func id(of name: String) -> String { "field-\(name)" }

    var id: String { Self.id(of: field.name) }
    var problem: String? { answers.problem(at: field.name) }
    var value: String { answers.texts[field.name]?.first ?? "" }

    var html: HTML {
        switch field.kind {
        case .hidden: return input(.type("hidden"), .name(field.name), .value(value))
        case .date, .radios, .checkboxes: return group
        case .checkbox: return wrapper { FieldControl(view: self).checkbox }
        default: return wrapper { single }
        }
    }

    private var single: HTML {
        HTML {
            element("label", .for(id)) { labelText }
            hint
            error
            FieldControl(view: self).html
            if let counter { counter }
        }
    }

    private var group: HTML {
        wrapper {
            fieldset(.aria("describedby", describedBy)) {
                legend { labelText }
                hint
                error
                FieldControl(view: self).html
            }
        }
    }

    private func wrapper(@HTMLBuilder _ content: () -> HTML) -> HTML {
        div(.class(problem == nil ? "field" : "field wrong")) { content() }
    }

    var labelText: HTML {
        HTML {
            t(field.label)
            if !field.isRequired, saysOptional { span(.class("optional")) { " " + t("(optional)") } }
        }
    }

    var hint: HTML? {
        let lines = [field.hint.map { t($0) }, limits].compactMap { $0 }
        return lines.isEmpty ? nil : p(.class("hint"), .id("\(id)-hint")) { lines.joined(separator: " ") }
    }

    var error: HTML? {
        problem.map { text in
            p(.class("field-error"), .id("\(id)-error")) {
                span(.class("hidden")) { t("Error:") + " " }
                text
            }
        }
    }

    /// Ids of the hint and of the error, for `aria-describedby`.
    var describedBy: String? {
        var ids: [String] = []
        if hint != nil { ids.append("\(id)-hint") }
        if problem != nil { ids.append("\(id)-error") }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// What the field allows, said before somebody runs into it.
    private var limits: String? {
        switch field.kind {
        case .textarea(let maxLength, _):
            return t.count(maxLength, "Up to {count} character.", "Up to {count} characters.")
        case .password(let minLength):
            guard field.autocomplete == "new-password" else { return nil }
            return t.count(minLength, "At least {count} character.", "At least {count} characters.")
        case .file(let types, let maxBytes, let most): return fileLimits(types, maxBytes, most)
        case .date: return t("For example, 27 3 2026.")
        default: return nil
        }
    }

    private func fileLimits(_ types: [FileType], _ maxBytes: Int, _ most: Int) -> String {
        let size = FileChecking.megabytes(maxBytes, t)
        let names = types.map(\.name).joined(separator: ", ")
        guard most > 1 else { return t("{types}, up to {size} MB.", ["types": names, "size": size]) }
        return t.count(
            most, "Up to {count} file: {types}, each up to {size} MB.",
            "Up to {count} files: {types}, each up to {size} MB.", ["types": names, "size": size])
    }

    /// Filled by the script while somebody types.
    private var counter: HTML? {
        guard case .textarea(let maxLength, _) = field.kind else { return nil }
        return p(
            .class("counter"), .data("counter-for", id), .data("counter-limit", "\(maxLength)"),
            .data("counter-text", t("{used} of {limit} characters", ["used": "{used}", "limit": "{limit}"])),
            .aria("live", "polite"))
    }
}
