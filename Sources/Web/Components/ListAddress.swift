import Storage

/// The address of a list with its filters, order and place: `?q=al&sort=-population`.
package struct ListAddress: Sendable {
    package let path: String
    package private(set) var query: [(name: String, value: String)]

    package init(_ path: String, query: [(name: String, value: String)] = []) {
        self.path = path
        self.query = query.filter { !$0.value.isEmpty }
    }

    /// The value that stands in the address now.
    package subscript(name: String) -> String? { query.first { $0.name == name }?.value }

    /// The same list with one value changed; nil takes it out. A new order or filter starts at the first page again.
    package func with(_ name: String, _ value: String?) -> ListAddress {
        var result = self
        result.query.removeAll {
            $0.name == name || (name != "after" && name != "before" && Self.places.contains($0.name))
        }
        if Self.places.contains(name) { result.query.removeAll { Self.places.contains($0.name) } }
        if let value, !value.isEmpty { result.query.append((name, value)) }
        return result
    }

    /// The address as a link.
    package var text: String { query.isEmpty ? path : path + "?" + FormBody.encode(query.map { ($0.name, $0.value) }) }

    private static let places: Set<String> = ["after", "before"]
}

extension Visit {
    /// Which page of a list the address asks for (`?after=` or `?before=`); what cannot be read is its start.
    package func place<Key: Sendable>(_ read: (String) -> Key?) -> ListPlace<Key> {
        if let key = read(query.text("before")) { return .before(key) }
        return read(query.text("after")).map { .after($0) } ?? .start
    }
}

extension Components {
    /// Ways to the neighbouring pages of a list, each by the key of the line at its edge.
    package static func pagination<Item>(
        _ address: ListAddress, _ part: ListPart<Item>, position: String? = nil, _ t: Texts, key: (Item) -> String
    ) -> HTML {
        pagination(
            address, before: part.hasBefore ? part.items.first.map(key) : nil,
            after: part.hasAfter ? part.items.last.map(key) : nil, position: position, t)
    }

    /// Ways to the neighbouring parts of a long list; shown only when there are any.
    package static func pagination(
        _ address: ListAddress, before: String?, after: String?, position: String? = nil, _ t: Texts
    ) -> HTML {
        guard before != nil || after != nil else { return .empty }
        return nav(.class("pagination"), .aria("label", t("Pages of this list"))) {
            if let before {
                a(.href(address.with("before", before).text), .rel("prev")) {
                    span(.aria("hidden", "true")) { "← " }
                    t("Previous")
                }
            }
            if let position { span(.class("figures")) { position } }
            if let after {
                a(.href(address.with("after", after).text), .rel("next")) {
                    t("Next")
                    span(.aria("hidden", "true")) { " →" }
                }
            }
        }
    }

    /// Fields that narrow a list; sent as part of the address, so that every view can be bookmarked.
    package static func filter(
        _ form: Form, _ answers: Answers, _ t: Texts, action: String, label: String, keeping: [String: String] = [:]
    ) -> HTML {
        element("form", .class("filter"), .method("get"), .action(action), .role("search"), .aria("label", label)) {
            for name in keeping.keys.sorted() { input(.type("hidden"), .name(name), .value(keeping[name])) }
            for field in form.fields { FieldView.filter(field, answers, t).html }
            div(.class("buttons")) {
                submit(t("Show"), kind: .secondary)
                if !answers.texts.values.allSatisfy({ $0.allSatisfy(\.isEmpty) }) {
                    a(.href(action)) { t("Clear") }
                }
            }
        }
    }
}
