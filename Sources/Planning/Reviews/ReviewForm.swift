import Contract
import Web

/// The forms of a contract's review.
enum ReviewForm {
    static let fileBytes = 20_000_000
    /// The greatest size of the whole form: the file and a little more.
    static let bodyLimit = fileBytes + 500_000

    static let submission = Form([
        Field("revision", "Revision", .hidden(maxLength: 20)),
        Field(
            "message", "Message to the reviewers", hint: "What they should know before they read.", optional: true,
            .textarea(maxLength: 4000, rows: 5)),
        Field("mandate", "I am mandated by the city to submit this contract", .checkbox),
    ])

    static func reviewers(_ people: [Submission.Reviewer]) -> Form {
        Form([
            Field(
                "reviewers", "Reviewers", hint: "Nobody of the city's team stands in the list.",
                .checkboxes(people.map { Option($0.person.description, $0.name, translated: false) }))
        ])
    }

    static let declaration = Form([
        Field(
            "declaration",
            "I have no interest of my own in this contract, do not work for the city, and did not help to write it",
            .checkbox)
    ])

    /// The answer of a reviewer who cannot judge a criterion.
    static let notJudged = "none"

    static func score(_ criterion: ReviewCriterion, _ t: Texts) -> Form {
        let scores = zip(ReviewCriterion.scores, criterion.anchors).map { score, anchor in
            Option(
                "\(score)", ReviewCriterion.word(score, t), hint: anchor(t.language), translated: false)
        }
        let none = Option(
            notJudged, ReviewCriterion.word(nil, t), hint: t("It counts for nothing; say why."), translated: false)
        return Form([
            Field("score", "Judgement", .radios(scores + [none])),
            Field("text", "Reasons for the judgement", .textarea(maxLength: 4000, rows: 6)),
        ])
    }

    static func comment(_ places: [Option]) -> Form {
        Form([
            Field("about", "Place", optional: true, .hidden(maxLength: 300)),
            Field("place", "Place", .select(places)),
            Field(
                "quote", "Sentence or figure", hint: "The words that the comment is about, if it is about some.",
                optional: true, .textarea(maxLength: 1000, rows: 2)),
            Field(
                "severity", "How much weighs on it",
                .radios(ReviewComment.Severity.allCases.map { Option($0.rawValue, $0.title) })),
            Field("text", "Comment", .textarea(maxLength: 4000, rows: 5)),
        ])
    }

    static func owner(_ people: [Option]) -> Form {
        Form([
            Field(
                "owner", "Owner", hint: "Somebody of the city's team who looks after the comment.", optional: true,
                .select(people))
        ])
    }

    static let sending = Form([
        Field(
            "outcome", "Outcome",
            .radios([Option("changes", "Changes needed"), Option("positive", "Positive")])),
        Field("summary", "Summary of the review", .textarea(maxLength: 8000, rows: 6)),
    ])

    static let answer = Form([
        Field(
            "resolution", "What became of it",
            .radios([Option("done", "Changed as asked"), Option("declined", "Not changed, for a reason")])),
        Field(
            "text", "Answer to the reviewer", hint: "Needed where it is not changed.", optional: true,
            .textarea(maxLength: 4000, rows: 4)),
    ])

    static let decision = Form([
        Field(
            "outcome", "Decision",
            .radios([
                Option("changes", "Changes needed", hint: "The city writes on and submits the next round."),
                Option(
                    "positive", "Positive decision",
                    hint: "Closes the review. Nothing that must be changed may stand open."),
            ])),
        Field(
            "reason", "Reasons", hint: "The city reads them.", optional: true, .textarea(maxLength: 4000, rows: 4)),
    ])

    static let council = Form([
        Field("number", "Number of the decision", .text(maxLength: 60)),
        Field("day", "Date of the decision", .date(years: 2020...2100)),
        Field("body", "Who decided", hint: "For example: Local Council.", .text(maxLength: 200)),
        Field(
            "note", "What is corrected", hint: "Only where this corrects a decision recorded before.", optional: true,
            .textarea(maxLength: 1000, rows: 3)),
        Field("file", "Document of the decision", .file(types: [.pdf], maxBytes: fileBytes)),
    ])
}
