/// A piece of markup: one concrete value, cheap to build and to type-check, escaped unless it says `raw`.
///
/// An element is written as soon as it is made: a page is a few long pieces of bytes, not a tree of thousands of nodes
/// that would have to be built, walked and torn down again for each reader.
@usableFromInline package struct HTML: Sendable {
    @usableFromInline enum Node: Sendable {
        case empty
        /// Text that is escaped when it is written.
        case text(String)
        /// Markup as bytes that are ready to go.
        case written(Piece)
        case list([HTML])
        /// Made when the page is put together, from the number of bytes before it, fetched files included.
        case late(@Sendable (Int) -> HTML)
        /// Nothing to see: a file of that many bytes that the page has the browser fetch.
        case fetched(Int)
    }

    @usableFromInline let node: Node

    @inlinable init(_ node: Node) { self.node = node }

    /// Nothing at all.
    @inlinable package static var empty: HTML { HTML(.empty) }

    /// Text as a reader should see it; every character with a meaning in HTML is escaped.
    @inlinable package static func text(_ text: String) -> HTML { HTML(.text(text)) }

    /// Markup of our own making (rendered markdown, a stored drawing). A test lists the files that may call this.
    package static func raw(_ markup: String) -> HTML { HTML(.written(Piece(markup))) }

    /// Several pieces made where a builder cannot be used.
    @inlinable package static func list(_ parts: [HTML]) -> HTML { HTML(.list(parts)) }

    /// Markup that says something about the page's own size.
    static func late(_ make: @escaping @Sendable (Int) -> HTML) -> HTML { HTML(.late(make)) }

    /// Says that the page has the browser fetch a file, of so many bytes, besides those that all pages have.
    static func fetched(bytes: Int) -> HTML { HTML(.fetched(bytes)) }

    /// Built on the spot: `HTML { h2 { "Cities" } }`.
    @inlinable package init(@HTMLBuilder _ content: () -> HTML) { self = content() }

    /// The same markup in one piece: for parts that many pages share.
    package var written: HTML { .raw(string) }

    /// Whether there is nothing to show.
    package var isEmpty: Bool {
        switch node {
        case .empty: true
        case .text(let text): text.isEmpty
        case .written(let piece): piece.count == 0
        case .list(let parts): parts.allSatisfy(\.isEmpty)
        case .late, .fetched: false
        }
    }
}

/// Collects the statements of a closure into one piece of markup; a `String` becomes escaped text.
@resultBuilder
@usableFromInline package enum HTMLBuilder {
    @inlinable package static func buildExpression(_ expression: HTML) -> HTML { expression }
    @inlinable package static func buildExpression(_ expression: String) -> HTML { HTML(.text(expression)) }
    @inlinable package static func buildExpression(_ expression: HTML?) -> HTML { expression ?? .empty }
    @inlinable package static func buildExpression(_ expression: String?) -> HTML {
        expression.map { HTML(.text($0)) } ?? .empty
    }
    @inlinable package static func buildExpression(_ expression: [HTML]) -> HTML { HTML(.list(expression)) }

    @inlinable package static func buildBlock() -> HTML { .empty }
    @inlinable package static func buildBlock(_ part: HTML) -> HTML { part }
    @inlinable package static func buildBlock(_ parts: HTML...) -> HTML { HTML(.list(parts)) }
    @inlinable package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    @inlinable package static func buildEither(first part: HTML) -> HTML { part }
    @inlinable package static func buildEither(second part: HTML) -> HTML { part }
    @inlinable package static func buildArray(_ parts: [HTML]) -> HTML { HTML(.list(parts)) }
}
