/// A page as it is read, without its markup: language, title, headings, texts, links, tables and questions in order.
///
/// `# ` is a heading, `- ` an item of a list, `[text](address)` a link, `(text)` a button, `| … |` a row of a table.
/// Identities and hashes in addresses are left out, so that the same page gives the same outline on every run.
package struct PageOutline {
    private var lines: [String] = []
    private var line = ""
    private var prefix = ""
    private var links: [String] = []
    private var buttons: [String] = []
    private var cells: [String]?
    private var choice: Choice?
    /// An element whose inside is not read, and how deep we are in elements of its name.
    private var skipped: (name: String, depth: Int)?
    private var isRead: Bool
    private let isWhole: Bool

    /// A select or textarea that is being read.
    private struct Choice {
        let label: String
        var text = ""
        var options: [(text: String, isChosen: Bool)] = []

        mutating func add(_ more: String) {
            if options.isEmpty { text += more } else { options[options.count - 1].text += more }
        }
    }

    /// - Parameter whole: with header and footer, which are the same on most pages.
    package static func text(of page: [UInt8], whole: Bool = false) -> String {
        var outline = PageOutline(whole: whole)
        for part in MarkupReader.parts(of: page) { outline.take(part) }
        outline.flush()
        return outline.lines.joined(separator: "\n") + "\n"
    }

    private init(whole: Bool) {
        isWhole = whole
        isRead = whole
    }

    private mutating func take(_ part: Markup) {
        switch part {
        case .opening(let name, let attributes):
            if let skipped {
                if name == skipped.name { self.skipped?.depth += 1 }
                return
            }
            open(name, attributes)
        case .closing(let name):
            if let skipped {
                guard name == skipped.name else { return }
                self.skipped = skipped.depth > 1 ? (name, skipped.depth - 1) : nil
                return
            }
            close(name)
        case .text(let text):
            guard skipped == nil, isRead else { return }
            if choice != nil { choice?.add(text) } else { line += text }
        }
    }

    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "dl", "section", "article", "aside", "header", "footer", "main", "nav", "table",
        "figure", "figcaption", "fieldset", "details", "body", "thead", "tbody", "blockquote", "pre", "form", "hr",
    ]
    private static let prefixes = [
        "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "dt": "", "dd": "    ", "label": "",
        "legend": "group: ", "caption": "table: ", "summary": "more: ",
    ]

    // MARK: Elements

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "html": lines.append("language: \(attributes["lang"] ?? "none")")
        case "title":
            isRead = true
            prefix = "title: "
        case "main": isRead = true
        default: break
        }
        guard isRead else { return }
        if leaveOut(name, attributes) { return }
        if Self.blocks.contains(name) { begin(attributes, name) }
        if let start = Self.prefixes[name] {
            flush()
            if !start.isEmpty { prefix = start }
        }
        switch name {
        case "a":
            links.append(attributes["href"] ?? "")
            line += "["
        case "button":
            buttons.append(attributes["formaction"].map { " → \(Self.address($0))" } ?? "")
            line += "("
        case "input": input(attributes)
        case "select", "textarea":
            choice = Choice(label: "\(name) \(attributes["name"] ?? "")\(Self.marks(attributes))")
        case "option": choice?.options.append(("", attributes["selected"] != nil))
        case "tr": cells = []
        case "td", "th": line = ""
        case "br": line += " "
        case "img": line += "[picture: \(attributes["alt"] ?? "")]"
        default: break
        }
    }

    /// Pictures are named and not read; what is hidden from people is left out.
    private mutating func leaveOut(_ name: String, _ attributes: [String: String]) -> Bool {
        // How heavy the page is depends on styles and script, which are no part of its text.
        let isEstimate = name == "p" && attributes["class"] == "note"
        let isHidden = attributes["aria-hidden"] == "true" || attributes["hidden"] != nil
        guard name == "svg" || name == "template" || isHidden || isEstimate else { return false }
        if name == "svg", !isHidden { line += "[picture: \(attributes["aria-label"] ?? "")]" }
        skipped = (name, 1)
        return true
    }

    private mutating func begin(_ attributes: [String: String], _ name: String) {
        flush()
        if let label = attributes["aria-label"] { add("[\(attributes["role"] ?? name): \(label)]") }
        if attributes["role"] == "alert" { add("[alert]") }
        if let language = attributes["lang"] { add("[language: \(language)]") }
        if name == "form" {
            let method = attributes["method"] == "post" ? "sent to" : "asks"
            add("form, \(method) \(Self.address(attributes["action"] ?? ""))")
        }
    }

    private mutating func close(_ name: String) {
        guard isRead else { return }
        switch name {
        case "a": line += "](\(Self.address(links.popLast() ?? "")))"
        case "button":
            line += "\(buttons.popLast() ?? ""))"
            if cells == nil { flush() }
        case "select", "textarea": finishChoice()
        case "td", "th":
            cells?.append(Self.collapsed(line))
            line = ""
        case "tr":
            lines.append("| " + (cells ?? []).joined(separator: " | ") + " |")
            cells = nil
        case "title", "main":
            flush()
            isRead = isWhole
        default: if Self.blocks.contains(name) || Self.prefixes[name] != nil { flush() }
        }
    }

    // MARK: Questions

    private mutating func input(_ attributes: [String: String]) {
        let type = attributes["type"] ?? "text"
        let (name, value) = (attributes["name"] ?? "", attributes["value"] ?? "")
        switch type {
        case "hidden": return
        case "radio", "checkbox":
            flush()
            prefix = (attributes["checked"] == nil ? "( ) " : "(x) ") + "\(name)=\(value): "
        default: add("    \(type) \(name)\(Self.marks(attributes)): \"\(value)\"")
        }
    }

    private mutating func finishChoice() {
        guard let choice else { return }
        self.choice = nil
        guard choice.options.isEmpty else {
            let chosen = choice.options.first(where: \.isChosen) ?? choice.options[0]
            return add("    \(choice.label): \"\(Self.collapsed(chosen.text))\", one of \(choice.options.count)")
        }
        let text = Self.collapsed(choice.text)
        let shown = text.count > 90 ? "\(text.prefix(80))… (\(text.count) characters)" : text
        add("    \(choice.label): \"\(shown)\"")
    }

    /// A line of its own, or a part of the table's cell that is being read.
    private mutating func add(_ text: String) {
        if cells != nil {
            line += " {\(text.drop { $0 == " " })} "
        } else {
            flush()
            lines.append(text)
        }
    }

    private static func marks(_ attributes: [String: String]) -> String {
        attributes["aria-invalid"] == "true" ? " (wrong)" : ""
    }

    // MARK: Texts

    private mutating func flush() {
        // A cell keeps its parts together.
        guard cells == nil else {
            line += " "
            return
        }
        let text = Self.collapsed(line)
        line = ""
        guard !text.isEmpty else { return }
        lines.append(prefix + text)
        prefix = ""
    }

    private static func collapsed(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// The address with `:id` for identities, wherever they stand.
    private static func address(_ address: String) -> String {
        let identity = #/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#
        return address.replacing(identity, with: ":id")
    }
}
