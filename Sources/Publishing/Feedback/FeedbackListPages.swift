import Storage
import Web

/// What staff see of the feedback.
enum FeedbackListPages {
    struct View: Sendable {
        let feedback: Feedback
        let answers: [FeedbackAnswer]
        /// Names of senders and colleagues, by identity.
        let names: [String: String]
    }

    static func tag(_ state: Feedback.State, _ t: Texts) -> HTML {
        switch state {
        case .open: Components.tag(t(state.title), .information)
        case .working: Components.tag(t(state.title), .warning)
        case .solved: Components.tag(t(state.title), .good)
        case .declined: Components.tag(t(state.title))
        }
    }

    static func list(_ visit: Visit, _ part: ListPart<Feedback>) -> Page {
        let t = visit.t
        let address = ListAddress(visit.path("/feedback/list"), query: [("state", visit.query.text("state"))])
        let filePath = ListAddress("/feedback.csv", query: [("state", visit.query.text("state"))]).text
        return Page(
            title: t("Feedback"), wide: true, isPrivate: true,
            body: HTML {
                Components.filter(
                    FeedbackForm.filter, Answers(["state": visit.query.text("state")]), t,
                    action: visit.path("/feedback/list"), label: t("Narrow the list of feedback"))
                if part.items.isEmpty {
                    Components.emptyState(
                        t("There is no feedback in this view."),
                        next: (t("Show all feedback"), address.with("state", "all").text))
                } else {
                    table(visit, part.items)
                    Components.pagination(address, part, t) { $0.id.description }
                    p { a(.href(filePath), .flag("download")) { t("Download this list (CSV)") } }
                }
            })
    }

    private static func table(_ visit: Visit, _ found: [Feedback]) -> HTML {
        let t = visit.t
        let rows: [[DataTable.Cell]] = found.map { feedback in
            [
                .link(feedback.reference, visit.path("/feedback/\(feedback.id)")), .text(feedback.page),
                .html(span(.lang(feedback.language.rawValue)) { beginning(of: feedback.message) }),
                .text(visit.figures.time(feedback.sentAt)), .html(tag(feedback.state, t)),
            ]
        }
        return DataTable(
            caption: t("Feedback"),
            columns: [
                .init(t("Reference")), .init(t("Page")), .init(t("Message")), .init(t("Sent")), .init(t("State")),
            ], rows: rows, captionHidden: true
        ).html
    }

    private static func beginning(of message: String) -> String {
        message.count > 160 ? message.prefix(160) + "…" : message
    }

    static func show(_ visit: Visit, _ view: View, _ answers: Answers) -> Page {
        let t = visit.t
        let feedback = view.feedback
        return Page(
            title: t("Feedback {reference}", ["reference": feedback.reference]),
            breadcrumb: [.init(t("Feedback"), visit.path("/feedback/list"))], problems: !answers.isFine,
            isPrivate: true,
            body: HTML {
                Components.summaryList(summary(visit, view), t)
                if !view.answers.isEmpty { history(visit, view) }
                h2 { t("Record what happens") }
                FormView(
                    FeedbackForm.answer, answers, t, token: visit.formToken,
                    action: visit.path("/feedback/\(feedback.id)/answer"), submit: t("Record")
                ).html
            })
    }

    private static func summary(_ visit: Visit, _ view: View) -> [Components.SummaryRow] {
        let t = visit.t
        let feedback = view.feedback
        let sender = feedback.sentBy.map { t.person(view.names[$0.description]) } ?? t("without an account")
        let reply: HTML = feedback.email.map { email in a(.href("mailto:\(email)")) { email } } ?? .empty
        return [
            .init(t("Page"), a(.href(feedback.page)) { feedback.page }),
            .init(t("Message"), span(.lang(feedback.language.rawValue)) { feedback.message }),
            .init(t("Sender"), sender), .init(t("E-mail for an answer"), reply),
            .init(t("Sent"), visit.figures.time(feedback.sentAt)), .init(t("State"), tag(feedback.state, t)),
        ]
    }

    private static func history(_ visit: Visit, _ view: View) -> HTML {
        let t = visit.t
        let rows: [[DataTable.Cell]] = view.answers.map { answer in
            let name = answer.answeredBy.map { t.person(view.names[$0.description]) } ?? t("The hub")
            return [
                .text(visit.figures.time(answer.answeredAt)), .html(tag(answer.state, t)), .text(name),
                .text(answer.note),
            ]
        }
        return DataTable(
            caption: t("What has happened"),
            columns: [.init(t("When")), .init(t("State")), .init(t("Who")), .init(t("Note"))], rows: rows
        ).html
    }
}
