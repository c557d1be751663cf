import Web

/// An editable page as readers see it.
enum PagePages {
    static func page(_ found: PublicPage, _ visit: Visit) -> Page {
        let text = found.text
        return Page(
            title: text.title, description: description(text), hasOwnHeading: true,
            body: HTML {
                languageNote(text, visit)
                // A text in another language says so to screen readers too.
                article(.lang(text.language == visit.language ? nil : text.language.rawValue)) { content(text) }
                if visit.visitor.may(PageRules.edit) { editLink(found.page, text.language, visit) }
            })
    }

    /// Heading, opening sentence and text.
    static func content(_ text: PageVersion) -> HTML {
        content(title: text.title, lead: text.lead, markdown: text.markdown)
    }

    /// - Parameter isPart: stands on an editor's page that has a heading of its own.
    static func content(title: String, lead: String, markdown: String, isPart: Bool = false) -> HTML {
        HTML {
            if isPart { h2 { title } } else { Components.heading(title) }
            if !lead.isEmpty { Components.lead(Markdown.plainText(lead)) }
            Components.prose { Markdown.html(markdown, topHeading: isPart ? 3 : 2) }
        }
    }

    /// Said when the page is not written in the visitor's language.
    static func languageNote(_ text: PageVersion, _ visit: Visit) -> HTML {
        guard text.language != visit.language else { return .empty }
        let sentence: String =
            text.language == .ro
            ? visit.t("This page is not available in English yet. The Romanian text is shown.")
            : visit.t("This page is not available in Romanian yet. The English text is shown.")
        return Components.notice(.information, sentence, visit.t)
    }

    static func editLink(_ page: EditablePage, _ language: Language, _ visit: Visit) -> HTML {
        p(.class("note")) {
            a(.href(visit.path("/pages/\(page.slug)/edit") + "?language=\(language.rawValue)")) {
                visit.t("Edit this page")
            }
        }
    }

    /// One sentence for search engines.
    static func description(_ text: PageVersion) -> String? {
        let words = Markdown.plainText(text.lead.isEmpty ? text.markdown : text.lead)
        guard words.count > 200 else { return words.isEmpty ? nil : words }
        return words.prefix(200).split(separator: " ").dropLast().joined(separator: " ") + " …"
    }
}
