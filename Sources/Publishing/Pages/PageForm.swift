import Members
import Web

/// The questions about a page's text.
enum PageForm {
    static let text = Form([
        Field("title", "Title", .text(maxLength: 120)),
        Field(
            "lead", "Opening sentence", hint: "One or two sentences that say what the page is about.", optional: true,
            .textarea(maxLength: 500, rows: 3)),
        Field(
            "markdown", "Text",
            hint:
                "## starts a heading, an empty line a paragraph, - a list; [words](address) is a link. HTML and images are left out.",
            .textarea(maxLength: 40_000, rows: 24)),
    ])

    static let new = Form(
        [
            Field(
                "slug", "Address",
                hint:
                    "What follows /pages/: small letters without diacritics, digits and hyphens. It cannot be changed later.",
                .text(maxLength: 60)),
            Field(
                "language", "Language", hint: "The other language can be written afterwards.",
                .radios(Language.allCases.map { Option($0.rawValue, $0.ownName, translated: false) })),
        ] + text.fields)

    /// Drafts of one page's text in one language.
    static func drafts(_ kit: Kit, _ work: PageWork) -> Drafts {
        Drafts(
            kit, form: text, name: "page \(work.page.slug) \(work.language.rawValue)", path: "/pages/\(work.page.slug)")
    }

    static func answers(_ version: PageVersion?) -> Answers {
        Answers(["title": version?.title, "lead": version?.lead, "markdown": version?.markdown])
    }

    /// Browsers send line ends as CR LF; kept texts have LF, so that versions compare.
    static func draft(_ answers: Answers) -> PageDraft {
        PageDraft(
            title: answers.text("title"), lead: unix(answers.text("lead")), markdown: unix(answers.text("markdown")))
    }

    private static func unix(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

/// What somebody typed as the text of a page, before it is a version.
struct PageDraft: Sendable, Equatable {
    let title: String
    let lead: String
    let markdown: String

    var answers: Answers { Answers(["title": title, "lead": lead, "markdown": markdown]) }
}
