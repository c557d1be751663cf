import Members
import Storage
import Web

/// Pages of awards.
struct AwardPages {
    let visit: Visit

    private var t: Texts { visit.t }

    func list(_ awards: [Award]) -> Page {
        Page(
            title: t("Awards"), breadcrumb: [Page.Crumb(t("Support programmes"), visit.path("/programmes"))],
            isPrivate: true,
            body: HTML {
                if awards.isEmpty {
                    Components.emptyState(
                        t("Your organisations have no award."),
                        next: (t("Support programmes"), visit.path("/programmes")))
                } else {
                    DataTable(
                        caption: t("Awards"),
                        columns: [.init(t("What it is for")), .init(t("Organisation")), .init(t("Decided on"))],
                        rows: awards.map {
                            [
                                .link($0.title, visit.path($0.path)), .text($0.organisationName),
                                .text(visit.figures.day($0.decidedOn)),
                            ]
                        }
                    ).html
                }
            })
    }

    func show(_ desk: AwardDesk) -> Page {
        let words = AwardWords(visit: visit, currency: desk.currency)
        let ledger = desk.ledger
        return Page(
            title: desk.award.title, caption: desk.award.organisationName,
            breadcrumb: desk.trail(visit, withAward: false), isPrivate: true,
            body: HTML {
                if desk.isHeld {
                    Components.notice(.warning, t(PaymentObstacle.held.sentence), t) {
                        for hold in desk.holds where hold.releasedAt == nil { p { hold.reason } }
                    }
                }
                Components.facts([
                    words.fact(t("Award"), ledger.ceilingCents),
                    words.fact(t("In tranches"), ledger.plannedCents),
                    words.fact(t("Paid so far"), ledger.paidCents),
                    words.fact(t("Claimed back"), ledger.recoveryCents),
                ])
                facts(desk, words)
                h2 { t("Tranches") }
                tranches(desk, words)
                h2 { t("Reports") }
                reports(desk)
                h2 { t("Changes") }
                changes(desk)
                h2 { t("Recoveries") }
                recoveries(desk, words)
                if desk.standing.isManager { actions(desk) }
            })
    }

    private func facts(_ desk: AwardDesk, _ words: AwardWords) -> HTML {
        let path = visit.path(desk.award.path)
        var rows = [
            Components.SummaryRow(t("Decision"), desk.award.reference),
            .init(t("Decided on"), visit.figures.day(desk.award.decidedOn)),
            .init(t("Last day of the work"), visit.figures.day(desk.award.until)),
            .init(t("Own contribution"), words.exact(desk.award.ownCents)),
        ]
        if let check = desk.aidCheck {
            let euros = AwardWords(visit: visit, currency: "EUR")
            let sentence = t(
                "Looked at on {day}: {sum} in three years before this award of {grant}.",
                [
                    "day": visit.figures.day(check.checkedOn), "sum": euros.exact(check.earlierCents),
                    "grant": euros.exact(check.grantCents),
                ])
            let shows = desk.standing.isManager
            rows.append(
                .init(
                    t("De minimis check"),
                    HTML {
                        sentence
                        if shows {
                            " "
                            a(.href("\(path)/aid-check/file")) { t("Extract of the register") }
                        }
                    }))
        }
        let agreement = desk.agreement
        rows.append(
            .init(
                t("Agreement"),
                HTML {
                    if let agreement {
                        t(
                            "{number}, signed on {day}",
                            ["number": agreement.number, "day": visit.figures.day(agreement.signedOn)])
                        " "
                        a(.href("\(path)/agreement/file")) { t("Download") }
                    } else {
                        t("Not signed yet")
                    }
                }))
        return Components.summaryList(rows, t)
    }

    private func tranches(_ desk: AwardDesk, _ words: AwardWords) -> HTML {
        HTML {
            if desk.tranches.isEmpty {
                p(.class("quiet")) { t("The award has no tranches yet.") }
            } else {
                DataTable(
                    caption: t("Tranches"),
                    columns: [
                        .init(t("Tranche")), .init(t("Sum"), number: true), .init(t("Due on")), .init(t("State")),
                        .init(t("Next step")),
                    ],
                    rows: desk.tranches.map { tranche in
                        let state = desk.state(of: tranche, on: visit.today)
                        return [
                            .text("\(tranche.number). \(tranche.title)"), words.cell(tranche.cents),
                            .text(visit.figures.day(tranche.dueOn)), .html(Components.tag(t(state.title), state.tone)),
                            .html(next(desk, tranche, state)),
                        ]
                    }
                ).html
            }
        }
    }

    /// What the visitor can do about a tranche.
    private func next(_ desk: AwardDesk, _ tranche: AwardTranche, _ state: AwardTranche.State) -> HTML {
        let path = visit.path(desk.award.path)
        var links: [(title: String, path: String)] = []
        let (manager, payer) = (desk.standing.isManager, visit.visitor.may(SupportProgrammeRules.pay))
        switch state {
        case .planned, .late, .returned:
            if desk.standing.isReporter, tranche.needsReport {
                links.append((t("Report"), "\(path)/tranches/\(tranche.id)/report"))
            }
            if manager, !tranche.needsReport { links.append((t("Propose"), "\(path)/tranches/\(tranche.id)/payment")) }
        case .reported:
            if manager, let report = desk.lastReport(on: tranche.id) {
                links.append((t("Decide"), "\(path)/reports/\(report.id)/decision"))
            }
        case .accepted, .refused:
            if manager { links.append((t("Propose"), "\(path)/tranches/\(tranche.id)/payment")) }
        case .proposed:
            if payer, let payment = desk.payment(of: tranche.id), payment.proposer != visit.visitor.person {
                links.append((t("Decide"), "\(path)/payments/\(payment.id)/approval"))
            }
        case .approved:
            if manager, let payment = desk.payment(of: tranche.id) {
                links.append((t("Record as paid"), "\(path)/payments/\(payment.id)/record"))
            }
        case .paid: break
        }
        return links.isEmpty ? span(.class("quiet")) { "–" } : Components.rowActions(tranche.title, links)
    }

    private func reports(_ desk: AwardDesk) -> HTML {
        HTML {
            if desk.reports.isEmpty { p(.class("quiet")) { t("No report was sent yet.") } }
            for report in desk.reports.reversed() {
                Components.disclosure(title(of: report, desk)) { self.report(report, desk) }
            }
        }
    }

    private func title(of report: AwardReport, _ desk: AwardDesk) -> String {
        let tranche = desk.tranches.first { $0.id == report.tranche }?.title ?? ""
        let word = report.isAccepted.map { $0 ? t("Report accepted") : t("Report returned") } ?? t("Report sent")
        return "\(tranche) · \(visit.figures.time(report.sentAt)) · \(word)"
    }

    /// A report whole, with the decision on it.
    func report(_ report: AwardReport, _ desk: AwardDesk) -> HTML {
        let words = AwardWords(visit: visit, currency: desk.currency)
        return HTML {
            Components.prose { Markdown.html(report.text, topHeading: 3) }
            p {
                t("Spent so far: {sum}.", ["sum": words.exact(report.spentCents)])
                " "
                t("Sent by {person}.", ["person": report.author])
                if let name = report.fileName {
                    " "
                    a(.href(visit.path("\(desk.award.path)/reports/\(report.id)/file"))) { name }
                }
            }
            if let reason = report.reason, !reason.isEmpty { p(.class("hint")) { reason } }
        }
    }

    private func changes(_ desk: AwardDesk) -> HTML {
        HTML {
            if desk.changes.isEmpty { p(.class("quiet")) { t("No change was asked for.") } }
            for change in desk.changes.reversed() {
                Components.disclosure("\(t(change.kind.title)) · \(visit.figures.time(change.askedAt))") {
                    self.change(change, desk)
                    if desk.standing.isManager, change.isAccepted == nil {
                        p {
                            a(.href(visit.path("\(desk.award.path)/changes/\(change.id)/decision"))) {
                                t("Decide on a change")
                            }
                        }
                    }
                }
            }
            if desk.standing.isReporter {
                p { a(.href(visit.path("\(desk.award.path)/changes/new"))) { t("Ask for a change") } }
            }
        }
    }

    /// A request whole, with the answer to it.
    func change(_ change: AwardChange, _ desk: AwardDesk) -> HTML {
        let words = AwardWords(visit: visit, currency: desk.currency)
        return HTML {
            p { change.reason }
            if let until = change.until { p { t("New last day: {day}.", ["day": visit.figures.day(until)]) } }
            if let ceiling = change.ceilingCents {
                p { t("New amount: {sum}.", ["sum": words.exact(ceiling)]) }
            }
            if let isAccepted = change.isAccepted {
                p {
                    Components.tag(isAccepted ? t("Accepted") : t("Refused"), isAccepted ? .good : .bad)
                    " "
                    change.answer ?? ""
                }
            }
        }
    }

    private func recoveries(_ desk: AwardDesk, _ words: AwardWords) -> HTML {
        HTML {
            if desk.recoveries.isEmpty {
                p(.class("quiet")) { t("Nothing is claimed back.") }
            } else {
                DataTable(
                    caption: t("Recoveries"),
                    columns: [
                        .init(t("Reasons")), .init(t("Sum"), number: true), .init(t("Came back"), number: true),
                        .init(t("Due on")), .init(t("Next step")),
                    ],
                    rows: desk.recoveries.map { recovery in
                        let path = visit.path("\(desk.award.path)/recoveries/\(recovery.id)/receipt")
                        let isOpen = desk.standing.isManager && recovery.openCents > 0
                        return [
                            .text(recovery.reason), words.cell(recovery.cents), words.cell(recovery.receivedCents),
                            .text(visit.figures.day(recovery.dueOn)),
                            isOpen ? .link(t("Record money that came back"), path) : .missing(t("Nothing to do")),
                        ]
                    }
                ).html
            }
        }
    }

    private func actions(_ desk: AwardDesk) -> HTML {
        let path = visit.path(desk.award.path)
        var links: [(title: String, path: String)] = []
        if desk.ledger.isAidChecked == false { links.append((t("De minimis check"), "\(path)/aid-check")) }
        if desk.agreement == nil, desk.ledger.isAidChecked != false {
            links.append((t("Record the agreement"), "\(path)/agreement"))
        }
        if desk.ledger.unplannedCents > 0 { links.append((t("Add a tranche"), "\(path)/tranches/new")) }
        links.append(
            desk.isHeld ? (t("Release the money"), "\(path)/release") : (t("Hold the money"), "\(path)/hold"))
        if desk.ledger.paidCents > desk.ledger.recoveryCents {
            links.append((t("Claim money back"), "\(path)/recoveries/new"))
        }
        return HTML {
            h2 { t("What the hub's team can do") }
            Components.linkList(links)
        }
    }
}
