import Web

/// The text of the home page cut at its headings, so that the page can lay it out: editors write plain markdown.
struct HomeText: Sendable, Equatable {
    /// A heading with what stands under it; a `##` heading may hold `###` parts.
    struct Section: Sendable, Equatable {
        let title: String
        var markdown: String
        var parts: [Section] = []
    }

    /// What stands before the first heading.
    private(set) var opening = ""
    private(set) var sections: [Section] = []

    init(_ markdown: String) {
        var isCode = false
        for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
            if !isCode, line.hasPrefix("## ") {
                sections.append(Section(title: Self.title(line, marks: 3), markdown: ""))
            } else if !isCode, line.hasPrefix("### "), let last = sections.indices.last {
                sections[last].parts.append(Section(title: Self.title(line, marks: 4), markdown: ""))
            } else {
                add(line + "\n")
            }
        }
    }

    private mutating func add(_ line: some StringProtocol) {
        guard let section = sections.indices.last else { return opening += line }
        guard let part = sections[section].parts.indices.last else { return sections[section].markdown += line }
        sections[section].parts[part].markdown += line
    }

    private static func title(_ line: Substring, marks: Int) -> String {
        Markdown.plainText(String(line.dropFirst(marks))).trimmingSpaces()
    }
}
