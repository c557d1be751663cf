/// A piece of markup: one concrete value, cheap to build and to type-check, escaped unless it says `raw`.
package struct HTML: Sendable {
    /// The tree behind a piece of markup.
    indirect enum Node: Sendable {
        case empty
        case text(String)
        /// Markup that is written as it is.
        case raw(String)
        case list([HTML])
        case element(StaticString, [Attribute], HTML)
        /// An element without an end tag, such as `<br>`.
        case void(StaticString, [Attribute])
        /// Made while the page is written, from the number of bytes before it.
        case late(@Sendable (Int) -> HTML)
    }

    let node: Node

    init(_ node: Node) { self.node = node }

    /// Nothing at all.
    package static let empty = HTML(.empty)

    /// Text as a reader should see it; every character with a meaning in HTML is escaped.
    package static func text(_ text: String) -> HTML { HTML(.text(text)) }

    /// Markup of our own making (rendered markdown, a stored drawing). A test lists the files that may call this.
    package static func raw(_ markup: String) -> HTML { HTML(.raw(markup)) }

    /// Several pieces made where a builder cannot be used.
    package static func list(_ parts: [HTML]) -> HTML { HTML(.list(parts)) }

    /// Markup that says something about the page's own size.
    static func late(_ make: @escaping @Sendable (Int) -> HTML) -> HTML { HTML(.late(make)) }

    /// Built on the spot: `HTML { h2 { "Cities" } }`.
    package init(@HTMLBuilder _ content: () -> HTML) { self = content() }

    /// Whether there is nothing to show.
    package var isEmpty: Bool {
        switch node {
        case .empty: true
        case .text(let text), .raw(let text): text.isEmpty
        case .list(let parts): parts.allSatisfy(\.isEmpty)
        case .element, .void, .late: false
        }
    }
}

/// Collects the statements of a closure into one piece of markup; a `String` becomes escaped text.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ expression: HTML) -> HTML { expression }
    package static func buildExpression(_ expression: String) -> HTML { HTML(.text(expression)) }
    package static func buildExpression(_ expression: HTML?) -> HTML { expression ?? .empty }
    package static func buildExpression(_ expression: String?) -> HTML { expression.map { HTML(.text($0)) } ?? .empty }
    package static func buildExpression(_ expression: [HTML]) -> HTML { HTML(.list(expression)) }

    package static func buildBlock() -> HTML { .empty }
    package static func buildBlock(_ part: HTML) -> HTML { part }
    package static func buildBlock(_ parts: HTML...) -> HTML { HTML(.list(parts)) }
    package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    package static func buildEither(first part: HTML) -> HTML { part }
    package static func buildEither(second part: HTML) -> HTML { part }
    package static func buildArray(_ parts: [HTML]) -> HTML { HTML(.list(parts)) }
}
