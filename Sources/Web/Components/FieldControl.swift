/// The control of a field, wired to its label, hint and error.
struct FieldControl {
    let view: FieldView

    private var field: Field { view.field }
    private var t: Texts { view.t }

    var html: HTML {
        switch field.kind {
        case .text(let maxLength): return text(width: Self.width(of: maxLength))
        case .email: return text(type: "email", width: "width-30", .attribute("spellcheck", "false"))
        case .password: return password
        case .code(let length): return code(length)
        case .number(_, let decimals, let unit): return number(decimals: decimals, unit: unit)
        case .date: return date
        case .select(let options): return select(options)
        case .radios(let options): return choices(options, type: "radio")
        case .checkboxes(let options): return choices(options, type: "checkbox")
        case .checkbox: return checkbox
        case .textarea(_, let rows): return area(rows: rows)
        case .file(let types, _, let most): return file(types, isMany: most > 1)
        case .hidden: return .empty
        }
    }

    private func text(type: String = "text", width: String, _ more: Attribute = .flag("x", if: false)) -> HTML {
        input(
            .class(width), .type(type), .id(view.id), .name(field.name), .value(view.value),
            .attribute("autocomplete", field.autocomplete), .aria("describedby", view.describedBy), invalid, more)
    }

    /// What was typed is never sent back.
    private var password: HTML {
        input(
            .class("width-30"), .type("password"), .id(view.id), .name(field.name),
            .attribute("autocomplete", field.autocomplete ?? "current-password"), .attribute("autocapitalize", "none"),
            .attribute("spellcheck", "false"), .aria("describedby", view.describedBy), invalid)
    }

    private func code(_ length: Int) -> HTML {
        input(
            .class("width-10 figures"), .type("text"), .id(view.id), .name(field.name), .value(view.value),
            .attribute("inputmode", length <= 8 ? "numeric" : nil),
            .attribute("autocomplete", field.autocomplete ?? "one-time-code"), .attribute("spellcheck", "false"),
            .aria("describedby", view.describedBy), invalid)
    }

    private func number(decimals: Int, unit: String?) -> HTML {
        let control = input(
            .class("width-10 figures"), .type("text"), .id(view.id), .name(field.name), .value(view.value),
            .attribute("inputmode", decimals == 0 ? "numeric" : "decimal"),
            .attribute("autocomplete", field.autocomplete ?? "off"),
            .aria("describedby", [view.describedBy, unit.map { _ in "\(view.id)-unit" }].joinedIDs), invalid)
        guard let unit else { return control }
        return div(.class("with-unit")) {
            control
            span(.class("unit"), .id("\(view.id)-unit")) { t(unit) }
        }
    }

    private func area(rows: Int) -> HTML {
        textarea(
            .id(view.id), .name(field.name), .attribute("rows", "\(rows)"),
            .attribute("autocomplete", field.autocomplete), .aria("describedby", view.describedBy), invalid,
            value: view.value)
    }

    private func file(_ types: [FileType], isMany: Bool) -> HTML {
        input(
            .type("file"), .id(view.id), .name(field.name), .flag("multiple", if: isMany),
            .attribute("accept", types.map(\.accepted).joined(separator: ",")),
            .aria("describedby", view.describedBy), invalid)
    }

    private func select(_ options: [Option]) -> HTML {
        element(
            "select", .id(view.id), .name(field.name), .attribute("autocomplete", field.autocomplete),
            .aria("describedby", view.describedBy), invalid
        ) {
            if !options.contains(where: { $0.value.isEmpty }) {
                option(.value("")) { field.isRequired ? t("Choose") : view.saysOptional ? t("No answer") : t("All") }
            }
            for choice in options {
                option(.value(choice.value), .flag("selected", if: choice.value == view.value)) { label(of: choice) }
            }
        }
    }

    private func choices(_ options: [Option], type: String) -> HTML {
        let chosen = Set(view.answers.list(field.name))
        return div(.class("choices")) {
            for (index, choice) in options.enumerated() {
                self.choice(choice, type: type, index: index, isChosen: chosen.contains(choice.value))
            }
        }
    }

    private func choice(_ choice: Option, type: String, index: Int, isChosen: Bool) -> HTML {
        let id = index == 0 ? view.id : "\(view.id)-\(index + 1)"
        let hintID = choice.hint.map { _ in "\(id)-about" }
        return div(.class("choice")) {
            input(
                .type(type), .id(id), .name(field.name), .value(choice.value), .flag("checked", if: isChosen),
                .aria("describedby", hintID))
            element("label", .for(id)) { label(of: choice) }
            if let hint = choice.hint { p(.class("hint"), .id(hintID)) { t(hint) } }
        }
    }

    /// A single box with its label beside it.
    var checkbox: HTML {
        HTML {
            view.error
            div(.class("choice")) {
                input(
                    .type("checkbox"), .id(view.id), .name(field.name), .value("yes"),
                    .flag("checked", if: view.answers.isTicked(field.name)), .aria("describedby", view.describedBy),
                    invalid)
                element("label", .for(view.id)) { view.labelText }
                view.hint
            }
        }
    }

    /// Day, month and year apart: quicker to type than any calendar and the same in every language.
    private var date: HTML {
        let whole = view.answers.day(field.name)
        return div(.class("date")) {
            part("day", t("Day"), whole.map { "\($0.day)" }, isFirst: true, width: "width-2")
            part("month", t("Month"), whole.map { "\($0.month)" }, isFirst: false, width: "width-2")
            part("year", t("Year"), whole.map { "\($0.year)" }, isFirst: false, width: "width-4")
        }
    }

    private func part(_ name: String, _ label: String, _ known: String?, isFirst: Bool, width: String) -> HTML {
        let id = isFirst ? view.id : "\(view.id)-\(name)"
        let typed = view.answers.text("\(field.name)-\(name)")
        return div {
            element("label", .for(id)) { label }
            input(
                .class("\(width) figures"), .type("text"), .id(id), .name("\(field.name)-\(name)"),
                .value(typed.isEmpty ? known ?? "" : typed), .attribute("inputmode", "numeric"),
                .attribute("autocomplete", field.autocomplete == "bday" ? "bday-\(name)" : nil), invalid)
        }
    }

    private var invalid: Attribute { .aria("invalid", view.problem == nil ? nil : "true") }

    private func label(of choice: Option) -> String { choice.isTranslated ? t(choice.label) : choice.label }

    private static func width(of maxLength: Int) -> String {
        switch maxLength {
        case ...4: "width-4"
        case ...12: "width-10"
        case ...40: "width-20"
        default: "width-30"
        }
    }
}

extension [String?] {
    /// Ids for an attribute that names several elements.
    fileprivate var joinedIDs: String? {
        let ids = compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
