import Contract
import Storage
import Web

/// Pages of the rounds of a contract's review.
struct SubmissionPages {
    let visit: Visit

    var t: Texts { visit.t }

    func page(_ title: String, _ desk: SubmissionDesk, problems: Bool = false, _ body: HTML) -> Page {
        Page(
            title: title, caption: desk.city.name, breadcrumb: desk.trail(visit), problems: problems, isPrivate: true,
            body: body)
    }

    // MARK: A contract's rounds

    func list(_ stand: SubmissionRoutes.Stand) -> Page {
        let desk = stand.desk
        return Page(
            title: t("Reviews of the contract"), breadcrumb: desk.trail(visit), isPrivate: true,
            body: HTML {
                p { Components.tag(t(stand.status.title), stand.status.tone) }
                if stand.allows(.submit) {
                    p {
                        Components.buttonLink(
                            t("Submit the contract for review"), path: visit.path("\(desk.record.path)/submissions/new")
                        )
                    }
                }
                open(stand)
                if stand.rounds.isEmpty {
                    Components.emptyState(t("The contract has not been submitted yet."))
                } else {
                    steps(stand)
                }
                Components.linkList([
                    (t("Council decision"), visit.path("\(desk.record.path)/council-decision")),
                    (t("Next iteration"), visit.path("\(desk.record.path)/next")),
                    (t("Label"), visit.path("\(desk.record.path)/label")),
                ])
            })
    }

    /// Comments that wait: for the city's answer, or for the reviewer's yes.
    private func open(_ stand: SubmissionRoutes.Stand) -> HTML {
        let open = stand.comments.filter(\.isOpen)
        guard !open.isEmpty else { return .empty }
        return HTML {
            h2 { t("Open comments") }
            p {
                a(.href(visit.path("\(stand.desk.record.path)/review-comments"))) {
                    t.count(
                        open.count, "{count} comment of reviewers is open", "{count} comments of reviewers are open")
                }
            }
        }
    }

    /// Everything that happened, the newest first, each with who, when and which frozen contract.
    private func steps(_ stand: SubmissionRoutes.Stand) -> HTML {
        let figures = visit.figures
        var rows: [[DataTable.Cell]] = []
        for decision in stand.council {
            rows.append([
                .link(
                    t("Council decision {number}", ["number": decision.number]),
                    visit.path("\(stand.desk.record.path)/council-decision")),
                .text(t.person(decision.author)), .text(figures.time(decision.recordedAt)), hash(decision.contentHash),
            ])
        }
        for round in stand.rounds {
            let link = visit.path(round.path)
            if let at = round.decidedAt, let outcome = round.outcome {
                let title = outcome == .positive ? t("Positive decision") : t("Changes needed")
                rows.append([
                    .link("\(title), \(name(round))", link), .text(t.person(round.decidedBy ?? "")),
                    .text(figures.time(at)), hash(round.contentHash),
                ])
            }
            let title = round.withdrawnAt == nil ? t("Submitted") : t("Submitted and withdrawn")
            rows.append([
                .link("\(title), \(name(round))", link), .text(t.person(round.author)),
                .text(figures.time(round.submittedAt)), hash(round.contentHash),
            ])
        }
        return HTML {
            h2 { t("Steps") }
            DataTable(
                caption: t("Steps"),
                columns: [t("Step"), t("Who"), t("When"), t("Frozen contract (SHA-256)")].map { DataTable.Column($0) },
                rows: rows, captionHidden: true
            ).html
        }
    }

    private func name(_ round: Submission) -> String { t("Round {number}", ["number": "\(round.round)"]) }

    private func hash(_ hash: String) -> DataTable.Cell { .html(code(.class("hash")) { "\(hash.prefix(16))…" }) }

    // MARK: One round

    func show(_ stand: SubmissionReadingRoutes.Stand) -> Page {
        let (desk, submission) = (stand.desk, stand.desk.submission)
        return Page(
            title: desk.title(t), caption: t("Climate City Contract of {city}", ["city": desk.city.name]),
            breadcrumb: desk.trail(visit, withRound: false), isPrivate: true,
            body: HTML {
                if desk.standing.right >= .read { p { Components.tag(t(desk.status.title), desk.status.tone) } }
                Components.receipt(
                    t("Submitted on {time}.", ["time": visit.figures.time(submission.submittedAt)]),
                    reference: submission.number, t
                ) {
                    p { t("The frozen contract's SHA-256:") }
                    p { code(.class("hash")) { submission.contentHash } }
                }
                if submission.withdrawnAt != nil { p { strong { t("This round was withdrawn.") } } }
                if !submission.message.isEmpty {
                    h2 { t("Message to the reviewers") }
                    p(.class("typed")) { submission.message }
                }
                reading(desk)
                outcome(desk)
                reviews(stand)
                acts(desk)
            })
    }

    private func reading(_ desk: SubmissionDesk) -> HTML {
        let path = desk.submission.path
        guard desk.standing.mayRead else {
            return p {
                Components.buttonLink(
                    t("Declare that there is no conflict of interest"), path: visit.path("\(path)/declaration"))
            }
        }
        var links = [
            (title: t("Read the frozen contract"), path: visit.path("\(path)/content")),
            (title: t("What changed since the round before"), path: visit.path("\(path)/differences")),
            (title: t("The frozen contract as data (JSON)"), path: visit.path("\(path)/file")),
        ]
        if let own = desk.standing.own { links.insert((title: t("My review"), path: visit.path(own.path)), at: 0) }
        return Components.linkList(links)
    }

    private func outcome(_ desk: SubmissionDesk) -> HTML {
        guard let outcome = desk.submission.outcome, let at = desk.submission.decidedAt else { return .empty }
        return HTML {
            h2 { outcome == .positive ? t("Positive decision") : t("Changes needed") }
            p(.class("hint")) { "\(t.person(desk.submission.decidedBy ?? "")), \(visit.figures.time(at))" }
            if let reason = desk.submission.reason, !reason.isEmpty { p(.class("typed")) { reason } }
        }
    }

    private func reviews(_ stand: SubmissionReadingRoutes.Stand) -> HTML {
        HTML {
            if !stand.reviewers.isEmpty {
                h2 { t("Reviewers") }
                ul { for reviewer in stand.reviewers { li { t.person(reviewer.name) } } }
            }
            if !stand.reviews.isEmpty {
                h2 { t("Reviews that were sent") }
                Components.linkList(
                    stand.reviews.map { review in
                        let title = review.outcome == .positive ? t("Positive") : t("Changes needed")
                        return ("\(t.person(review.author)): \(title)", visit.path(review.path))
                    })
            }
        }
    }

    private func acts(_ desk: SubmissionDesk) -> HTML {
        let path = desk.submission.path
        var links: [(title: String, path: String)] = []
        if desk.standing.isManager, desk.allows(.assign) {
            links.append((t("Give it to reviewers"), visit.path("\(path)/reviewers")))
        }
        if desk.standing.isManager, desk.allows(.decide) {
            links.append((t("Decide on this round"), visit.path("\(path)/decision")))
        }
        if desk.standing.right >= .certify, desk.allows(.withdraw) {
            links.append((t("Withdraw the submission"), visit.path("\(path)/withdrawal")))
        }
        return links.isEmpty ? .empty : Components.linkList(links)
    }
}
