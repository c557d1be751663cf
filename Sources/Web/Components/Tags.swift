extension Components {
    /// The colour of a tag; the word carries the meaning, the colour only helps.
    package enum Tone: String, Sendable, CaseIterable {
        case neutral
        case information
        case good
        case warning
        case bad
    }

    /// A short word about a state.
    package static func tag(_ word: String, _ tone: Tone = .neutral) -> HTML {
        span(.class("tag \(tone.rawValue)")) { word }
    }

    /// Where a figure comes from and how far it can be trusted.
    package enum FigureStatus: String, Sendable, CaseIterable {
        case sourced
        case derived
        case unverified

        /// The status in words.
        package func word(_ t: Texts) -> String {
            switch self {
            case .sourced: t("sourced")
            case .derived: t("derived")
            case .unverified: t("not verified")
            }
        }

        /// What the status means.
        package func explanation(_ t: Texts) -> String {
            switch self {
            case .sourced: t("taken as published by the source")
            case .derived: t("calculated or matched from published data")
            case .unverified: t("not yet checked against a primary source")
            }
        }
    }

    /// The mark beside a figure: its status in a word and, when known, its source.
    ///
    /// - Parameter language: the language of the source's title where it is not the page's.
    package static func sourceMark(
        _ status: FigureStatus, source: String? = nil, path: String? = nil, in language: Language? = nil, _ t: Texts
    ) -> HTML {
        span(.class("source \(status.rawValue)")) {
            span(.class("source-status"), .attribute("title", status.explanation(t))) { status.word(t) }
            if let source {
                ": "
                let title = Components.words(source, in: language, t)
                if let path { a(.href(path)) { title } } else { title }
            }
        }
    }

    /// A text that is not in the page's language says so, for screen readers and hyphenation.
    package static func words(_ text: String, in language: Language?, _ t: Texts) -> HTML {
        guard let language, language != t.language else { return .text(text) }
        return span(.lang(language.rawValue)) { text }
    }

    /// One big figure with what it says and where it comes from.
    package struct Fact: Sendable {
        package let label: String
        package let figure: String
        package let unit: String?
        package let mark: HTML
        package let note: String?

        package init(_ label: String, figure: String, unit: String? = nil, note: String? = nil, mark: HTML = .empty) {
            self.label = label
            self.figure = figure
            self.unit = unit
            self.note = note
            self.mark = mark
        }
    }

    /// The few figures that say the most, side by side.
    package static func facts(_ facts: [Fact]) -> HTML {
        dl(.class("facts")) {
            for fact in facts {
                div(.class("fact")) {
                    dt { fact.label }
                    dd {
                        span(.class("figure")) { fact.figure }
                        if let unit = fact.unit { span(.class("unit")) { " " + unit } }
                        if let note = fact.note { span(.class("fact-note")) { note } }
                        fact.mark
                    }
                }
            }
        }
    }
}
