import Web

/// The forms about one commitment.
struct CommitmentFormPages {
    let desk: CommitmentDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private var path: String { desk.commitment.path }

    private func page(_ title: String, problems: Bool, _ body: HTML) -> Page {
        Page(
            title: title, caption: desk.commitment.content.institution, breadcrumb: desk.trail(visit),
            problems: problems, isPrivate: true, body: body)
    }

    private func view(_ form: Form, _ answers: Answers, _ name: String, submit: String, version: Int? = nil) -> HTML {
        FormView(
            form, answers, t, token: visit.formToken, action: visit.path("\(path)/\(name)"), submit: submit,
            version: version, cancel: (t("Cancel"), visit.path(path))
        ).html
    }

    func editing(_ answers: Answers, version: Int, isStale: Bool = false) -> Page {
        page(
            t("Fill in the commitment"), problems: !answers.isFine || isStale,
            HTML {
                if isStale {
                    Components.notice(.warning, t("Somebody else changed the commitment meanwhile"), t) {
                        p { t("Your answers are still in the form below. This is what was saved meanwhile:") }
                        MeasureLinePages.summary(
                            CommitmentForm.content, CommitmentForm.answers(desk.commitment.content), t)
                    }
                }
                if desk.isAccepted {
                    Components.notice(.warning, t("A changed commitment has to be accepted again"), t)
                }
                view(CommitmentForm.content, answers, "edit", submit: t("Save"), version: version)
            })
    }

    func accepting(_ answers: Answers) -> Page {
        page(
            t("Accept the commitment"), problems: !answers.isFine,
            HTML {
                CommitmentPages(desk: desk, visit: visit).summary
                if desk.rules.needsPaper {
                    Components.notice(.information, t("The city accepts for the organisation"), t) {
                        p { t("Send the organisation's letter or decision with it; it stays as proof.") }
                    }
                }
                view(
                    CommitmentForm.acceptance, answers, "acceptance", submit: t("Accept"),
                    version: desk.commitment.version)
            })
    }

    func signing(_ answers: Answers, _ found: SignatureCheck? = nil) -> Page {
        page(
            t("Record the answer to the document"), problems: !answers.isFine || found != nil,
            HTML {
                if let found { CommitmentSignatureView(found, visit).html }
                if desk.document == nil {
                    Components.notice(.information, t("There is no document to be signed yet"), t) {
                        p { t("The city makes it; until then a signature on paper or a refusal can be recorded.") }
                    }
                } else {
                    p {
                        a(.href(visit.path("\(path)/document"))) { t("Download the document to be signed (PDF)") }
                    }
                }
                view(CommitmentForm.signature, answers, "signature", submit: t("Record"))
            })
    }

    func progress(_ answers: Answers) -> Page {
        page(
            t("What became of the commitment"), problems: !answers.isFine,
            HTML {
                view(CommitmentForm.progress, answers, "progress", submit: t("Record"))
            })
    }

    var withdrawing: Page {
        page(
            t("Withdraw the invitation"), problems: false,
            HTML {
                p { t("The organisation no longer sees it. What was written and signed stays in the history.") }
                Components.action(
                    t("Withdraw the invitation"), path: visit.path("\(path)/withdrawal"), token: visit.formToken,
                    kind: .warning)
                p { a(.href(visit.path(path))) { t("Cancel") } }
            })
    }
}
