import Contract
import Storage
import Web

/// The list of what reviewers said about a contract.
struct ReviewCommentPages {
    let table: ReviewCommentRoutes.Table
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { visit.path("\(table.desk.record.path)/review-comments") }
    private static let names = ["owner", "severity", "state", "place"]

    static func form(_ owners: [Option], _ t: Texts) -> Form {
        Form([
            Field(
                "owner", "Owner", optional: true,
                .select([Option(ReviewCommentRoutes.Filter.nobody, t("Nobody"), translated: false)] + owners)),
            Field(
                "severity", "How much weighs on it", optional: true,
                .select(ReviewComment.Severity.allCases.map { Option($0.rawValue, $0.title) })),
            Field("state", "State", optional: true, .select([Option("all", "Settled ones too")])),
        ])
    }

    var list: Page {
        let desk = table.desk
        let answers = Answers(
            texts: visit.query.texts.filter { Self.names.contains($0.key) && $0.key != "place" })
        let address = ListAddress(path, query: Self.names.map { ($0, visit.query.text($0)) })
        return Page(
            title: t("Comments of reviewers"), breadcrumb: desk.trail(visit), wide: true, isPrivate: true,
            body: HTML {
                if let place = table.filter.place {
                    p { a(.href(visit.path(ContractWords.path(place, in: desk.record)))) { words.place(place) } }
                }
                Components.filter(
                    Self.form(table.owners, t), answers, t, action: path, label: t("Narrow the list of comments"),
                    keeping: table.filter.place.map { ["place": $0.path] } ?? [:])
                if table.part.items.isEmpty {
                    Components.emptyState(
                        t("There is no comment in this view."),
                        next: (t("Show all comments"), ListAddress(path).with("state", "all").text))
                } else {
                    rows
                    Components.pagination(address, table.part, t) { $0.id.description }
                }
            })
    }

    private var words: ContractWords { ContractWords(table.document, visit) }

    private var rows: HTML {
        let words = words
        return DataTable(
            caption: t("Comments of reviewers"),
            columns: [t("Comment"), t("Place"), t("How much weighs on it"), t("Owner"), t("State")]
                .map { DataTable.Column($0) },
            rows: table.part.items.map { row($0, words) }, captionHidden: true
        ).html
    }

    private func row(_ comment: ReviewComment, _ words: ContractWords) -> [DataTable.Cell] {
        let text = comment.text.count > 120 ? "\(comment.text.prefix(120))…" : comment.text
        let anchor = ContractAnchor(comment.place)
        let place: DataTable.Cell =
            anchor.map {
                .link($0.title(words), visit.path($0.path(in: table.desk.record, quote: comment.quote)))
            } ?? .text(comment.place)
        let owner = comment.owner.map { DataTable.Cell.text(t.person($0.name)) } ?? .missing(t("Nobody"))
        return [
            .link(text, visit.path("/reviews/\(comment.review)") + "#comment-\(comment.id)"), place,
            .html(Components.tag(t(comment.severity.title), comment.severity.tone)), owner, .text(state(comment)),
        ]
    }

    private func state(_ comment: ReviewComment) -> String {
        switch comment.resolution {
        case nil: t("Waits for an answer")
        case .done: t("Changed as asked")
        case .declined: comment.isInTheWay ? t("Waits for the reviewer's yes") : t("Not changed, for a reason")
        }
    }
}
