extension Components {
    /// What a message is about; each kind has its own word, colour and sign.
    package enum NoticeKind: String, Sendable, CaseIterable {
        case information
        case success
        case warning
        case error

        fileprivate func word(_ t: Texts) -> String {
            switch self {
            case .information: t("Note")
            case .success: t("Done")
            case .warning: t("Attention")
            case .error: t("Problem")
            }
        }
    }

    /// A message that stands out, with a heading that can be read alone.
    package static func notice(
        _ kind: NoticeKind, _ heading: String, _ t: Texts, @HTMLBuilder _ content: () -> HTML = { .empty }
    ) -> HTML {
        div(.class("notice \(kind.rawValue)"), .role(kind == .error ? "alert" : "note")) {
            p(.class("notice-heading")) {
                span(.class("notice-word")) { kind.word(t) }
                " "
                strong { heading }
            }
            content()
        }
    }

    /// A one-time message after a change.
    package static func flash(_ text: String, _ t: Texts) -> HTML {
        div(.class("notice success"), .role("status")) {
            p(.class("notice-heading")) {
                span(.class("notice-word")) { t("Done") }
                " "
                strong { text }
            }
        }
    }

    /// What is not there yet, and the next step.
    package static func emptyState(_ text: String, next: (title: String, path: String)? = nil) -> HTML {
        div(.class("empty")) {
            p { text }
            if let next { p { a(.class("button secondary"), .href(next.path)) { next.title } } }
        }
    }

    /// The answer to something that was sent: what happened, its reference, what comes next.
    package static func receipt(
        _ heading: String, reference: String, _ t: Texts, @HTMLBuilder next: () -> HTML
    ) -> HTML {
        section(.class("receipt"), .aria("label", t("Receipt"))) {
            p(.class("receipt-heading")) { heading }
            p {
                t("Reference") + " "
                strong(.class("figures")) { reference }
            }
            div(.class("receipt-next")) { next() }
            p {
                button(.class("button secondary"), .type("button"), .data("print", ""), .flag("hidden")) { t("Print") }
            }
        }
    }

    /// Text that not everybody needs, opened by its own words.
    package static func disclosure(
        _ title: String, isOpen: Bool = false, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        details(.flag("open", if: isOpen)) {
            summary { title }
            div(.class("disclosed")) { content() }
        }
    }

    /// A part of a long page, with its heading and a word about it at the side where there is room.
    package static func chapter(
        id: String, _ title: String, about: String? = nil, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        section(.class("chapter"), .id(id), .aria("labelledby", "\(id)-title")) {
            div(.class("chapter-head")) {
                h2(.id("\(id)-title")) { title }
                if let about { p { about } }
            }
            div { content() }
        }
    }

    /// Links to the parts of a long page.
    package static func contents(_ parts: [(title: String, id: String)], _ t: Texts) -> HTML {
        nav(.aria("label", t("On this page"))) {
            ul(.class("links contents")) { for part in parts { li { a(.href("#\(part.id)")) { part.title } } } }
        }
    }

    /// Longer running text, such as rendered markdown.
    package static func prose(@HTMLBuilder _ content: () -> HTML) -> HTML { div(.class("prose")) { content() } }
}
