import Members
import Storage
import Web

/// Tranches of an award and the reports on them.
enum AwardTrancheSteps {
    static let adding = AwardStep(
        path: "/tranches/new", access: SupportProgrammeRules.manager, title: "Add a tranche", submit: "Add the tranche",
        done: "The tranche is added.",
        form: Form([
            Field(
                "title", "Tranche", hint: "Such as: pre-financing, first milestone, final payment.",
                .text(maxLength: 200)),
            Field(
                "milestone", "What must be reached", hint: "And what proves it.",
                .textarea(maxLength: 4000, rows: 4)),
            AwardSteps.money("amount", "Sum"),
            AwardSteps.day("due-on", "Due on", hint: "The report is due on this day."),
            AwardSteps.yesOrNo(
                "needs-report", "Paid when", yes: "A report on it is accepted",
                no: "The agreement is signed (pre-financing)"),
        ]),
        intro: { desk, visit in
            let words = AwardWords(visit: visit, currency: desk.currency)
            return p {
                visit.t("{sum} of the award has no tranche yet.", ["sum": words.exact(desk.ledger.unplannedCents)])
            }
        },
        obstacle: { desk, visit in
            desk.ledger.unplannedCents > 0 ? nil : visit.t("The whole award is split into tranches already.")
        },
        act: { connection, desk, answers, visit in
            guard let cents = SupportProgrammeForm.cents(answers, "amount"), let due = answers.day("due-on") else {
                return
            }
            let left = desk.ledger.unplannedCents
            if cents > left {
                let words = AwardWords(visit: visit, currency: desk.currency)
                return answers.refuse(
                    "amount", visit.t("only {sum} of the award is left", ["sum": words.exact(left)]))
            }
            if due < desk.award.decidedOn {
                return answers.refuse("due-on", visit.t("choose a day that is not before the decision"))
            }
            try AwardTranche.add(
                connection, id: visit.kit.ids.next(), to: desk.award.id,
                AwardTranche.Content(
                    title: answers.text("title"), milestone: answers.text("milestone"), cents: cents, dueOn: due,
                    needsReport: answers.text("needs-report") == "yes"))
            try desk.record(connection, "award.tranche-added", visit)
        })

    /// The tranche that a path names by `:tranche`.
    static func tranche(_ desk: AwardDesk, _ parameters: RouteParameters) throws -> AwardTranche {
        let id: TrancheID = try parameters.id("tranche")
        guard let found = desk.tranches.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    static let reporting = AwardStep(
        path: "/tranches/:tranche/report", access: SupportProgrammeRules.reporter, title: "Report on a tranche",
        submit: "Send the report", done: "The report is sent.", takesFile: true,
        form: Form([
            Field(
                "text", "What was done and reached", hint: "Hold it against what must be reached.",
                .textarea(maxLength: 20_000, rows: 10)),
            Field(
                "spent", "Spent so far", hint: "Eligible costs of the whole work, own money included.",
                .number(range: 0...SupportProgrammeForm.mostMoney, decimals: 2, unit: nil)),
            AwardSteps.file("Annexes", hint: "Several files as one ZIP.", optional: true),
        ]),
        intro: { desk, visit in
            let tranche = try tranche(desk, visit.parameters)
            return summary(tranche, desk, visit)
        },
        obstacle: { desk, visit in
            let tranche = try tranche(desk, visit.parameters)
            switch desk.lastReport(on: tranche.id)?.isAccepted {
            case .some(true): return visit.t("A report on this tranche is accepted already.")
            case .some(false): return nil
            case nil:
                return desk.lastReport(on: tranche.id) == nil
                    ? nil : visit.t("A report is sent and waits for its decision.")
            }
        },
        act: { connection, desk, answers, visit in
            let tranche = try tranche(desk, visit.parameters)
            guard let spent = SupportProgrammeForm.cents(answers, "spent") else { return }
            try AwardReport.send(
                connection, id: visit.kit.ids.next(), on: tranche.id, text: answers.text("text"), spentCents: spent,
                file: try AwardSteps.keep(answers, connection, at: visit.now), by: try visit.signedIn.person,
                at: visit.now)
            try desk.record(connection, "award.reported", visit, details: ["tranche": tranche.title])
        })

    static func summary(_ tranche: AwardTranche, _ desk: AwardDesk, _ visit: Visit) -> HTML {
        let words = AwardWords(visit: visit, currency: desk.currency)
        return Components.summaryList(
            [
                .init(visit.t("Tranche"), "\(tranche.number). \(tranche.title)"),
                .init(visit.t("What must be reached"), tranche.milestone),
                .init(visit.t("Sum"), words.exact(tranche.cents)),
                .init(visit.t("Due on"), visit.figures.day(tranche.dueOn)),
            ], visit.t)
    }

    /// The report that a path names by `:report`.
    static func report(_ desk: AwardDesk, _ parameters: RouteParameters) throws -> AwardReport {
        let id: AwardReportID = try parameters.id("report")
        guard let found = desk.reports.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    static let deciding = AwardStep(
        path: "/reports/:report/decision", access: SupportProgrammeRules.manager, title: "Decide on a report",
        submit: "Record the decision", done: "The decision is recorded.",
        form: Form([
            AwardSteps.yesOrNo(
                "accepted", "Decision", yes: "Accept the report", no: "Return it to the organisation"),
            AwardSteps.reason(
                "Reasons", hint: "Needed where the report is returned; the organisation reads them.",
                optional: true),
        ]),
        intro: { desk, visit in try AwardPages(visit: visit).report(try report(desk, visit.parameters), desk) },
        obstacle: { desk, visit in
            try report(desk, visit.parameters).isAccepted == nil ? nil : visit.t("This report is decided on already.")
        },
        act: { connection, desk, answers, visit in
            AwardSteps.needReason(&answers, "accepted", visit.t)
            guard answers.isFine else { return }
            let report = try report(desk, visit.parameters)
            let isAccepted = answers.text("accepted") == "yes"
            _ = try AwardReport.decide(
                connection, report.id, accepted: isAccepted, reason: answers.text("reason"),
                by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, isAccepted ? "award.report-accepted" : "award.report-returned", visit)
            try AwardMail.tell(
                connection, desk, visit, activity: isAccepted ? "award.report-accepted" : "award.report-returned",
                sentence: isAccepted
                    ? "The report of {organisation} on {award} is accepted."
                    : "The report of {organisation} on {award} is returned, with reasons.")
        })
}
