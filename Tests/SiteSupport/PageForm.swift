/// A form as a browser finds it on a page: where it goes, and its fields as they are filled in.
package struct PageForm: Sendable {
    package struct Field: Sendable {
        package let name: String
        /// The type of an input, else `textarea` or `select`.
        package let type: String
        package var value: String

        package init(name: String, type: String, value: String) {
            self.name = name
            self.type = type
            self.value = value
        }

        /// Whether a person types into it and would be sorry to type it again.
        package var isTyped: Bool { ["text", "email", "textarea", "search"].contains(type) }
    }

    package let action: String
    package let encoding: String
    package var fields: [Field] = []

    /// Names and values as a browser would send them.
    package var pairs: [(String, String)] { fields.map { ($0.name, $0.value) } }

    /// The same with one field filled in differently.
    package func pairs(with name: String, _ value: String) -> [(String, String)] {
        fields.map { ($0.name, $0.name == name ? value : $0.value) }
    }

    /// All forms of a page that are sent by POST, in their order.
    package static func all(in page: [UInt8]) -> [PageForm] {
        var reader = FormReader()
        return reader.read(MarkupReader.parts(of: page))
    }
}

extension TestAnswer {
    package var forms: [PageForm] { PageForm.all(in: bytes) }

    package func form(to action: String) -> PageForm? { forms.first { $0.action == action } }
}

/// Finds the forms among the pieces of a page.
private struct FormReader {
    private var forms: [PageForm] = []
    private var current: PageForm?
    private var otherActions: [String] = []
    private var select: String?
    /// The text of the textarea that is being read.
    private var area: (name: String?, text: String)?

    mutating func read(_ parts: [Markup]) -> [PageForm] {
        for part in parts {
            switch part {
            case .opening(let name, let attributes): open(name, attributes)
            case .closing(let name): close(name)
            case .text(let text): area?.text += text
            }
        }
        return forms
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "form":
            let isPost = attributes["method"] == "post"
            current =
                isPost ? PageForm(action: attributes["action"] ?? "", encoding: attributes["enctype"] ?? "") : nil
        case "input": add(input: attributes)
        case "textarea": area = (attributes["name"], "")
        case "select":
            select = attributes["name"]
            add(select, "select", "")
        case "option": choose(attributes)
        case "button":
            if let name = attributes["name"] { add(name, "submit", attributes["value"] ?? "") }
            if let other = attributes["formaction"] { otherActions.append(other) }
        default: break
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "form":
            guard let form = current else { return }
            forms.append(form)
            // A button with an address of its own sends the same answers elsewhere.
            forms += otherActions.map { PageForm(action: $0, encoding: form.encoding, fields: form.fields) }
            (current, otherActions) = (nil, [])
        case "textarea":
            guard let area else { return }
            // The parser of a browser drops the first line break.
            add(area.name, "textarea", area.text.hasPrefix("\n") ? String(area.text.dropFirst()) : area.text)
            self.area = nil
        case "select": select = nil
        default: break
        }
    }

    private mutating func add(input attributes: [String: String]) {
        let type = attributes["type"] ?? "text"
        let (name, value) = (attributes["name"], attributes["value"] ?? "")
        if type == "radio" || type == "checkbox", attributes["checked"] == nil {
            // Remembered without a value where nothing is chosen yet, so that tests can choose.
            guard let current, !current.fields.contains(where: { $0.name == name }) else { return }
            return add(name, type, type == "radio" ? value : "")
        }
        if type == "radio", let known = current?.fields.firstIndex(where: { $0.name == name }) {
            current?.fields[known].value = value
            return
        }
        add(name, type, value)
    }

    /// The chosen option, else the first that is an answer: a form without one would only say "choose".
    private mutating func choose(_ attributes: [String: String]) {
        guard let select, let index = current?.fields.lastIndex(where: { $0.name == select }) else { return }
        let isEmpty = current?.fields[index].value.isEmpty ?? true
        if attributes["selected"] != nil || isEmpty { current?.fields[index].value = attributes["value"] ?? "" }
    }

    private mutating func add(_ name: String?, _ type: String, _ value: String) {
        guard let name else { return }
        current?.fields.append(.init(name: name, type: type, value: value))
    }
}
