import Web

/// One organisation's commitment as the organisation and the city's team see it.
struct CommitmentPages {
    let desk: CommitmentDesk
    let visit: Visit

    private var t: Texts { visit.t }
    private var content: Commitment.Content { desk.commitment.content }
    private var path: String { desk.commitment.path }

    var page: Page {
        Page(
            title: t("Commitment of {institution}", ["institution": content.institution]),
            breadcrumb: desk.trail(visit, withCommitment: false), isPrivate: true,
            body: HTML {
                p {
                    Components.tag(t(desk.state.title), desk.state.tone)
                    " "
                    t("For the Climate City Contract of {city}.", ["city": desk.desk.city.name])
                }
                if desk.commitment.withdrawnAt != nil {
                    Components.notice(.warning, t("The invitation is withdrawn"), t)
                }
                summary
                acceptance
                signing
                progress
                if desk.rules.city >= .edit, desk.commitment.withdrawnAt == nil {
                    p { a(.href(visit.path("\(path)/withdrawal"))) { t("Withdraw the invitation") } }
                }
            })
    }

    private func change(_ isShown: Bool) -> String? { isShown ? visit.path("\(path)/edit") : nil }

    /// What the organisation commits to.
    var summary: HTML {
        let edit = change(desk.rules.mayWrite && desk.commitment.withdrawnAt == nil)
        return Components.summaryList(
            [
                Components.SummaryRow(t("What is committed to"), content.pledge, changePath: edit),
                Components.SummaryRow(t("How much"), content.amount),
                Components.SummaryRow(t("By when (year)"), content.dueYear.map { "\($0)" } ?? ""),
                Components.SummaryRow(t("Evidence"), content.evidence),
                Components.SummaryRow(t("Tier of the commitment"), t(content.tier.title)),
                Components.SummaryRow(
                    t("Kind of organisation"), content.isNational ? t("National authority") : t(content.helix.title)),
                Components.SummaryRow(t("Sector or area"), content.sector),
                Components.SummaryRow(t("Legal form"), content.legalForm),
                Components.SummaryRow(
                    t("Name of the responsible person"),
                    [content.person, content.position].filter { !$0.isEmpty }.joined(separator: ", ")),
            ], t)
    }

    private var acceptance: HTML {
        HTML {
            h2 { t("Acceptance") }
            if let acceptance = desk.acceptance {
                p {
                    t(
                        "{person} accepted it on {time}.",
                        ["person": acceptance.author, "time": visit.figures.time(acceptance.acceptedAt)])
                    " "
                    desk.commitment.isPublic
                        ? t("Everybody may see it once the contract is published.")
                        : t("It is not shown to everybody.")
                }
                if acceptance.paperHash != nil {
                    p { a(.href(visit.path("\(path)/acceptance/paper"))) { t("Paper of the organisation") } }
                }
                if !desk.isAccepted {
                    Components.notice(.warning, t("A changed commitment has to be accepted again"), t)
                }
            } else {
                p { t("Nobody has accepted it yet.") }
            }
            if desk.rules.mayAccept, desk.commitment.withdrawnAt == nil {
                p {
                    Components.buttonLink(
                        t("Accept the commitment"), path: visit.path("\(path)/acceptance"), kind: .secondary)
                }
            }
        }
    }

    private var signing: HTML {
        HTML {
            h2 { t("Signature") }
            if desk.document != nil {
                p { a(.href(visit.path("\(path)/document"))) { t("Download the document to be signed (PDF)") } }
            }
            for signature in desk.signatures.reversed() { answer(signature) }
            if desk.rules.mayAccept, desk.commitment.withdrawnAt == nil {
                p {
                    Components.buttonLink(
                        t("Record the answer to the document"), path: visit.path("\(path)/signature"),
                        kind: .secondary)
                }
            }
        }
    }

    private func answer(_ signature: CommitmentSignature) -> HTML {
        section {
            h3 { "\(t(signature.form.title)) · \(visit.figures.day(signature.day))" }
            p {
                t("Recorded by {person}.", ["person": signature.author])
                if !signature.signer.isEmpty {
                    " "
                    t("Signed or refused by: {name}.", ["name": signature.signer])
                }
                if !signature.note.isEmpty { " \(signature.note)" }
            }
            if let check = signature.check { CommitmentSignatureView(check, visit).html }
            if signature.blobHash != nil {
                p {
                    a(.href(visit.path("\(path)/signatures/\(signature.id)"))) {
                        t("File: {name}", ["name": signature.fileName])
                    }
                }
            }
        }
    }

    private var progress: HTML {
        HTML {
            h2 { t("What became of it") }
            if desk.progress.isEmpty { p { t("Nobody has said anything yet: the commitment is open.") } }
            for entry in desk.progress {
                p {
                    Components.tag(t(entry.status.title), entry.status.tone)
                    " \(entry.evidence) "
                    span(.class("quiet")) {
                        entry.isOwn
                            ? t(
                                "Said by the organisation ({person}), {time}.",
                                ["person": entry.author, "time": visit.figures.time(entry.recordedAt)])
                            : t(
                                "Said by the city's team ({person}), {time}.",
                                ["person": entry.author, "time": visit.figures.time(entry.recordedAt)])
                    }
                }
            }
            if desk.rules.mayWrite, desk.commitment.withdrawnAt == nil {
                p {
                    Components.buttonLink(
                        t("Say where it stands"), path: visit.path("\(path)/progress"), kind: .secondary)
                }
            }
        }
    }
}
