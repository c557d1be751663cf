import Storage
import Web

/// Pages about a contract's label.
struct LabelPages {
    let visit: Visit

    private var t: Texts { visit.t }

    // MARK: Deciding

    func deciding(_ table: LabelRoutes.Table, _ answers: Answers) -> Page {
        Page(
            title: t("Label"), breadcrumb: table.desk.trail(visit), problems: !answers.isFine, isPrivate: true,
            body: HTML {
                Components.lead(
                    t("The decision freezes the contract as it stands now; the label says what it was given for."))
                if table.decisions.isEmpty { p { t("Nobody has decided on a label of this contract yet.") } }
                for decision in table.decisions { self.decision(decision) }
                if visit.visitor.may(LabelRoutes.decide) {
                    FormView(
                        LabelForm.decision(table.criteria), answers, t, token: visit.formToken,
                        action: visit.path("\(table.desk.record.path)/label"), submit: t("Record the decision"),
                        cancel: (t("Cancel"), visit.path(table.desk.record.path))
                    ).html
                } else {
                    criteria(table.criteria)
                }
            })
    }

    /// What the hub's team will look at.
    private func criteria(_ criteria: [LabelCriterion]) -> HTML {
        HTML {
            h2 { t("Criteria") }
            ul {
                for criterion in criteria {
                    li {
                        t(criterion.title)
                        p(.class("hint")) { t(criterion.hint) }
                    }
                }
            }
        }
    }

    private func decision(_ label: Label) -> HTML {
        let state = label.state(on: visit.today)
        return HTML {
            p {
                Components.tag(t(state.title), state.tone)
                " "
                t(
                    "{person} decided on {time}.",
                    ["person": label.author, "time": visit.figures.time(label.decidedAt)])
                " "
                if let path = label.path { a(.href(visit.path(path))) { t("Page of the label") } }
            }
            if !label.reason.isEmpty { p(.class("hint")) { label.reason } }
        }
    }

    // MARK: Verifying

    /// What everybody sees who has the code.
    func certificate(_ view: LabelRoutes.Verified) -> Page {
        let state = view.label.state(on: visit.today)
        return Page(
            title: t("Label of {city}", ["city": view.city.name]),
            breadcrumb: [
                Page.Crumb(t("Cities"), visit.path("/cities")),
                Page.Crumb(view.city.name, visit.path(view.city.path)),
            ],
            isPrivate: true,
            body: HTML {
                Components.notice(
                    state == .valid ? .success : .warning, t(sentence(state)), t
                ) { if let reason = view.label.revocationReason { p { reason } } }
                facts(view)
                h2 { t("What the label was given for") }
                criteria(view.label)
                if !view.label.reason.isEmpty { p { view.label.reason } }
                h2 { t("Verify it elsewhere") }
                verification(view)
                if visit.visitor.may(LabelRoutes.decide), state != .revoked, let path = view.label.path {
                    p { a(.href(visit.path("\(path)/revocation"))) { t("Revoke the label") } }
                }
            })
    }

    private func sentence(_ state: Label.State) -> String {
        switch state {
        case .valid: "This label is valid today."
        case .early: "This label is not valid yet."
        case .expired: "This label has expired."
        case .revoked: "This label is revoked."
        case .refused: "This label was not granted."
        }
    }

    private func facts(_ view: LabelRoutes.Verified) -> HTML {
        let (label, figures) = (view.label, visit.figures)
        var rows = [
            Components.SummaryRow(t("City"), view.city.name),
            Components.SummaryRow(t("Contract"), t("Iteration {number}", ["number": "\(view.iteration)"])),
            Components.SummaryRow(t("Valid from"), label.validFrom.map(figures.day) ?? ""),
            Components.SummaryRow(t("Valid until"), label.validUntil.map(figures.day) ?? ""),
            Components.SummaryRow(t("Decided on"), figures.time(label.decidedAt)),
        ]
        if let day = label.revokedOn { rows.append(Components.SummaryRow(t("Revoked on"), figures.day(day))) }
        rows.append(
            Components.SummaryRow(t("Frozen contract (SHA-256)"), HTML { code(.class("hash")) { view.hash } }))
        return HTML {
            // Everything stands already; nothing on this page can be changed.
            Components.summaryList(rows, t)
            if view.isPublished {
                p { a(.href(visit.path(PublicContract.path(of: view.city)))) { t("The published contract") } }
            }
        }
    }

    private func criteria(_ label: Label) -> HTML {
        ul {
            for answer in label.answers {
                li {
                    Components.tag(answer.isMet ? t("Met") : t("Not met"), answer.isMet ? .good : .warning)
                    " \(t(answer.title))"
                }
            }
        }
    }

    private func verification(_ view: LabelRoutes.Verified) -> HTML {
        let address = "\(visit.kit.settings.publicURL)\(visit.path(view.label.path ?? ""))"
        return HTML {
            p { t("Who holds the printed certificate finds this page under this address:") }
            p { code(.class("hash")) { address } }
            if let drawing = QRCode(address) { drawing.html(label: t("QR code of the label's address")) }
        }
    }

    // MARK: Revoking

    func revoking(_ view: LabelRoutes.Verified, _ answers: Answers) -> Page {
        let path = view.label.path ?? ""
        return Page(
            title: t("Revoke the label"), caption: view.city.name, problems: !answers.isFine, isPrivate: true,
            body: HTML {
                p { t("A label that is revoked stays on its page, with the reason. This cannot be undone.") }
                FormView(
                    LabelForm.revocation, answers, t, token: visit.formToken, action: visit.path("\(path)/revocation"),
                    submit: t("Revoke the label"), submitKind: .warning, cancel: (t("Cancel"), visit.path(path))
                ).html
            })
    }
}
