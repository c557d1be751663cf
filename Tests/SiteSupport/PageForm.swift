import Foundation

/// A form as a browser finds it on a page: where it goes, and its fields as they are filled in.
package struct PageForm: Sendable {
    package struct Field: Sendable {
        package let name: String
        /// The type of an input, else `textarea` or `select`.
        package let type: String
        package var value: String

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
    package static func all(in html: String) -> [PageForm] {
        var reader = FormReader(html)
        return reader.read()
    }
}

extension TestAnswer {
    package var forms: [PageForm] { PageForm.all(in: text) }

    package func form(to action: String) -> PageForm? { forms.first { $0.action == action } }
}

/// Goes through the tags of a page; enough of HTML for the pages of the hub, which a validator checks elsewhere.
private struct FormReader {
    private let html: String
    private var forms: [PageForm] = []
    private var current: PageForm?
    private var select: String?

    init(_ html: String) { self.html = html }

    mutating func read() -> [PageForm] {
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = Self.end(of: rest[start...]) else { break }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            meet(String(tag), following: rest)
        }
        return forms
    }

    /// The `>` of a tag; one inside a quoted value does not count.
    private static func end(of tag: Substring) -> String.Index? {
        var isQuoted = false
        for index in tag.indices {
            if tag[index] == "\"" { isQuoted.toggle() }
            if tag[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private mutating func meet(_ tag: String, following rest: Substring) {
        let name = tag.prefix { !$0.isWhitespace }
        switch name {
        case "form":
            let isPost = Self.value("method", in: tag) == "post"
            current =
                isPost
                ? PageForm(action: Self.value("action", in: tag) ?? "", encoding: Self.value("enctype", in: tag) ?? "")
                : nil
        case "/form":
            if let current { forms.append(current) }
            current = nil
        case "input": add(input: tag)
        case "textarea":
            let text = rest.range(of: "</textarea>").map { String(rest[..<$0.lowerBound]) } ?? ""
            // The parser of a browser drops the first line break.
            let typed = text.hasPrefix("\n") ? String(text.dropFirst()) : text
            add(Self.value("name", in: tag), "textarea", typed.unescaped)
        case "select":
            select = Self.value("name", in: tag)
            add(select, "select", "")
        case "/select": select = nil
        case "option": choose(tag)
        case "button": add(button: tag)
        default: break
        }
    }

    private mutating func add(input tag: String) {
        let type = Self.value("type", in: tag) ?? "text"
        if type == "radio" || type == "checkbox", !tag.contains(" checked") {
            // Remembered without a value where nothing is chosen yet, so that tests can choose.
            let name = Self.value("name", in: tag)
            guard let current, !current.fields.contains(where: { $0.name == name }) else { return }
            return add(name, type, type == "radio" ? Self.value("value", in: tag) ?? "" : "")
        }
        add(Self.value("name", in: tag), type, Self.value("value", in: tag) ?? "")
    }

    private mutating func add(button tag: String) {
        guard let name = Self.value("name", in: tag) else { return }
        add(name, "submit", Self.value("value", in: tag) ?? "")
    }

    /// The chosen option, else the first that is an answer: a form without one would only say "choose".
    private mutating func choose(_ tag: String) {
        guard let select, let index = current?.fields.lastIndex(where: { $0.name == select }) else { return }
        let value = Self.value("value", in: tag) ?? ""
        let isEmpty = current?.fields[index].value.isEmpty ?? true
        if tag.contains(" selected") || isEmpty { current?.fields[index].value = value }
    }

    private mutating func add(_ name: String?, _ type: String, _ value: String) {
        guard let name else { return }
        current?.fields.append(.init(name: name, type: type, value: value))
    }

    private static func value(_ name: String, in tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" }).unescaped
    }
}
