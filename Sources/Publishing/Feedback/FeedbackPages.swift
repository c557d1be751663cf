import Web

/// The feedback form and its receipt.
enum FeedbackPages {
    static func form(_ visit: Visit, _ answers: Answers) -> Page {
        let t = visit.t
        let page = FeedbackRules.page(answers.text("page"))
        return Page(
            title: t("Feedback about a page"), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(t("Report a mistake, an obstacle or an idea. It needs no account."))
                p {
                    t("The page concerned:") + " "
                    a(.href(page)) { page }
                }
                FormView(
                    FeedbackForm.message, answers, t, token: visit.formToken, action: visit.path("/feedback"),
                    submit: t("Send the feedback"), cancel: (t("Back to the page"), page)
                ).html
            })
    }

    static func receipt(_ visit: Visit, _ feedback: Feedback) -> Page {
        let t = visit.t
        return Page(
            title: t("Thank you for the feedback"), isPrivate: true,
            body: HTML {
                Components.receipt(t("The feedback has arrived"), reference: feedback.reference, t) {
                    p { t("The hub's team reads every message. Keep the address of this page to see how far it is.") }
                }
                Components.summaryList(
                    [
                        .init(t("Page"), a(.href(feedback.page)) { feedback.page }),
                        .init(t("Sent"), visit.figures.time(feedback.sentAt)),
                        .init(t("State"), FeedbackListPages.tag(feedback.state, t)),
                    ], t)
            })
    }
}
