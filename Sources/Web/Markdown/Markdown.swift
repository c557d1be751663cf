import CMarkGFM

/// Editors' texts: GitHub-flavoured markdown through libcmark-gfm, without raw HTML, images and script addresses.
package enum Markdown {
    /// - Parameter topHeading: level of the highest heading in the text; the others follow without a gap, so that the
    ///   page keeps its one `h1` and its headings their order, whatever editors write.
    package static func html(_ text: String, topHeading: Int = 2) -> HTML {
        // Without CMARK_OPT_UNSAFE the library drops raw HTML and addresses such as `javascript:`.
        let markup = withDocument(text) { document, parser -> String? in
            tame(document, topHeading: topHeading)
            let extensions = cmark_parser_get_syntax_extensions(parser)
            guard let rendered = cmark_render_html(document, options, extensions) else { return nil }
            defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
            return String(cString: rendered)
        }
        return (markup ?? nil).map { HTML.raw($0) } ?? p { text }
    }

    /// The words without the marks, for search and descriptions.
    package static func plainText(_ text: String) -> String {
        let words = withDocument(text) { document, _ in
            var words = ""
            walk(document) { node in
                switch String(cString: cmark_node_get_type_string(node)) {
                case "text", "code":
                    if let literal = cmark_node_get_literal(node) { words += String(cString: literal) }
                // Marks within a line stand close to their words; everything else stands apart.
                case "emph", "strong", "strikethrough", "link", "html_inline": break
                default: words += " "
                }
            }
            return words
        }
        guard let words else { return text }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let options = CMARK_OPT_VALIDATE_UTF8

    /// Gives `body` the tree of a text, and frees it afterwards; nil when the library has no memory left.
    private static func withDocument<Result>(_ text: String, _ body: (Node, Node) -> Result) -> Result? {
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = cmark_parser_new(options) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        guard let document = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(document) }
        return body(document, parser)
    }

    private typealias Node = OpaquePointer

    /// Takes images and raw HTML out of the tree, leaving an image's words, and puts the headings in order.
    private static func tame(_ document: Node, topHeading: Int) {
        var unwanted: [Node] = []
        var headings: [Node] = []
        walk(document) { node in
            switch String(cString: cmark_node_get_type_string(node)) {
            case "heading": headings.append(node)
            case "image", "html_block", "html_inline": unwanted.append(node)
            default: break
            }
        }
        let levels = HeadingLevels.ordered(headings.map { Int(cmark_node_get_heading_level($0)) }, top: topHeading)
        for (heading, level) in zip(headings, levels) { cmark_node_set_heading_level(heading, Int32(level)) }
        for node in unwanted {
            while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }

    private static func walk(_ document: Node, _ visit: (Node) -> Void) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { visit(node) }
        }
    }
}

/// The levels of a text's headings, moved so that the highest is `top` and none skips a level.
enum HeadingLevels {
    static func ordered(_ levels: [Int], top: Int) -> [Int] {
        let highest = levels.min() ?? 1
        var previous = top - 1
        return levels.map { level in
            previous = min(level - highest + top, previous + 1, 6)
            return previous
        }
    }
}
