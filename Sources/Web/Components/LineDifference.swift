/// What changed between two texts, line by line.
package struct LineDifference: Sendable, Equatable {
    package enum Kind: Sendable { case same, removed, added }

    package struct Line: Sendable, Equatable {
        package let kind: Kind
        package let text: String
    }

    package let lines: [Line]

    /// Longer texts are shown one after the other: comparing takes time that grows with their product.
    static let limit = 2000

    package init(from old: String, to new: String) {
        let before = Self.lines(of: old)
        let after = Self.lines(of: new)
        guard before.count <= Self.limit, after.count <= Self.limit else {
            lines = before.map { Line(kind: .removed, text: $0) } + after.map { Line(kind: .added, text: $0) }
            return
        }
        lines = Self.merge(before, after)
    }

    private static func lines(of text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    private static func merge(_ before: [String], _ after: [String]) -> [Line] {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removed.contains(old) {
                lines.append(Line(kind: .removed, text: before[old]))
                old += 1
            } else if added.contains(new) {
                lines.append(Line(kind: .added, text: after[new]))
                new += 1
            } else {
                lines.append(Line(kind: .same, text: after[new]))
                old += 1
                new += 1
            }
        }
        return lines
    }
}

extension LineDifference {
    /// The lines below each other; those that are gone and those that are new say so.
    package func html(_ t: Texts) -> HTML {
        div(.class("difference")) {
            for line in lines {
                switch line.kind {
                case .same: p { line.text }
                case .removed: p { del { Self.marked("−", t("Gone:"), line.text) } }
                case .added: p { ins { Self.marked("+", t("New:"), line.text) } }
                }
            }
        }
    }

    /// The sign is for the eye, the word for the ear.
    private static func marked(_ sign: String, _ word: String, _ text: String) -> HTML {
        HTML {
            span(.aria("hidden", "true")) { sign + " " }
            span(.class("hidden")) { word + " " }
            text
        }
    }
}
