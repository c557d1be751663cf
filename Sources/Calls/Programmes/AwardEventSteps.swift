import Members
import Storage
import Web

/// What may happen to an award on its way: money held, changes asked for, money claimed back.
enum AwardEventSteps {
    static let holding = AwardStep(
        path: "/hold", access: SupportProgrammeRules.manager, title: "Hold the money", submit: "Hold the money",
        done: "The money is held.", isWarning: true,
        form: Form([AwardSteps.reason("Why the money is held", hint: "The organisation reads it.")]),
        intro: { _, visit in
            p {
                visit.t(
                    "Nothing is proposed, approved or paid until the hold is released: during an appeal, or a doubt.")
            }
        },
        obstacle: { desk, visit in desk.isHeld ? visit.t("The money is held already.") : nil },
        act: { connection, desk, answers, visit in
            try AwardHold.begin(
                connection, id: visit.kit.ids.next(), of: desk.award.id, reason: answers.text("reason"),
                by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.held", visit)
        })

    static let releasing = AwardStep(
        path: "/release", access: SupportProgrammeRules.manager, title: "Release the money",
        submit: "Release the money",
        done: "The money is released.",
        form: Form([AwardSteps.reason("Why the money is released")]),
        intro: { desk, _ in HTML { for hold in desk.holds where hold.releasedAt == nil { p { hold.reason } } } },
        obstacle: { desk, visit in desk.isHeld ? nil : visit.t("The money is not held.") },
        act: { connection, desk, answers, visit in
            _ = try AwardHold.release(
                connection, of: desk.award.id, reason: answers.text("reason"), by: try visit.signedIn.person,
                at: visit.now)
            try desk.record(connection, "award.released", visit)
        })

    // MARK: Changes

    static let asking = AwardStep(
        path: "/changes/new", access: SupportProgrammeRules.reporter, title: "Ask for a change",
        submit: "Send the request",
        done: "The request is sent.",
        form: Form([
            Field(
                "kind", "What is to change",
                .radios(AwardChange.Kind.allCases.map { Option($0.rawValue, $0.title) })),
            Field(
                "until", "New last day", hint: "For another term only.", optional: true, .date(years: 2014...2100)),
            Field(
                "ceiling", "New amount", hint: "For another amount only.", optional: true, SupportProgrammeForm.money),
            AwardSteps.reason("Reasons", hint: "What happened, and what it means for the work."),
        ]),
        act: { connection, desk, answers, visit in
            guard let kind = AwardChange.Kind(rawValue: answers.text("kind")) else { return }
            let until = kind == .term ? answers.day("until") : nil
            let ceiling = kind == .budget ? SupportProgrammeForm.cents(answers, "ceiling") : nil
            if kind == .term, until == nil { answers.refuse("until", visit.t("give the new last day")) }
            if kind == .budget, ceiling == nil { answers.refuse("ceiling", visit.t("give the new amount")) }
            if let until, until < desk.award.decidedOn {
                answers.refuse("until", visit.t("choose a day that is not before the decision"))
            }
            guard answers.isFine else { return }
            try AwardChange.ask(
                connection, id: visit.kit.ids.next(), of: desk.award.id,
                .init(kind: kind, reason: answers.text("reason"), until: until, ceilingCents: ceiling),
                by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.change-asked", visit)
        })

    static func change(_ desk: AwardDesk, _ parameters: RouteParameters) throws -> AwardChange {
        let id: AwardChangeID = try parameters.id("change")
        guard let found = desk.changes.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    static let answering = AwardStep(
        path: "/changes/:change/decision", access: SupportProgrammeRules.manager, title: "Decide on a change",
        submit: "Record the decision", done: "The decision is recorded.",
        form: Form([
            AwardSteps.yesOrNo("accepted", "Decision", yes: "Accept the change", no: "Refuse the change"),
            AwardSteps.reason("Reasons", hint: "Needed where the change is refused.", optional: true),
        ]),
        intro: { desk, visit in AwardPages(visit: visit).change(try change(desk, visit.parameters), desk) },
        obstacle: { desk, visit in
            try change(desk, visit.parameters).isAccepted == nil ? nil : visit.t("This change is decided on already.")
        },
        act: { connection, desk, answers, visit in try answer(connection, desk, &answers, visit) })

    private static func answer(
        _ connection: any Connection, _ desk: AwardDesk, _ answers: inout Answers, _ visit: Visit
    ) throws {
        AwardSteps.needReason(&answers, "accepted", visit.t)
        let change = try change(desk, visit.parameters)
        let isAccepted = answers.text("accepted") == "yes"
        if isAccepted, let ceiling = change.ceilingCents {
            try refuseCeiling(ceiling, connection, desk, &answers, visit)
        }
        guard answers.isFine else { return }
        _ = try AwardChange.decide(
            connection, change.id, accepted: isAccepted, reason: answers.text("reason"),
            by: try visit.signedIn.person, at: visit.now)
        if isAccepted, let until = change.until { try Award.extend(connection, desk.award.id, until: until) }
        if isAccepted, let ceiling = change.ceilingCents {
            try Award.set(connection, desk.award.id, ceilingCents: ceiling)
        }
        try desk.record(connection, isAccepted ? "award.change-accepted" : "award.change-refused", visit)
        try AwardMail.tell(
            connection, desk, visit, activity: isAccepted ? "award.change-accepted" : "award.change-refused",
            sentence: isAccepted
                ? "The change of {award} that {organisation} asked for is accepted."
                : "The change of {award} that {organisation} asked for is refused, with reasons.")
    }

    /// No change takes an award over the budget, over its de minimis check, or below what its tranches hold.
    private static func refuseCeiling(
        _ ceiling: Int, _ connection: any Connection, _ desk: AwardDesk, _ answers: inout Answers, _ visit: Visit
    ) throws {
        let words = AwardWords(visit: visit, currency: desk.currency)
        let others = try SupportProgramme.awardedCents(connection, desk.programme.id, without: desk.award.id)
        let left = desk.programme.content.budgetCents - others
        if ceiling > left {
            answers.refuse(
                "accepted", visit.t("only {sum} of the budget is left for this award", ["sum": words.exact(left)]))
        } else if ceiling < desk.ledger.plannedCents {
            answers.refuse(
                "accepted",
                visit.t("its tranches hold {sum} already", ["sum": words.exact(desk.ledger.plannedCents)]))
        } else if desk.programme.content.aidBasis == .deMinimis, ceiling > desk.award.ceilingCents {
            answers.refuse("accepted", visit.t("more de minimis aid needs an award of its own, with its own check"))
        }
    }

    // MARK: Recoveries

    static let claiming = AwardStep(
        path: "/recoveries/new", access: SupportProgrammeRules.manager, title: "Claim money back",
        submit: "Claim the money back",
        done: "The claim is recorded.", isWarning: true,
        form: Form([
            AwardSteps.money("amount", "Sum"),
            AwardSteps.reason("Reasons", hint: "The organisation reads them."),
            AwardSteps.day("due-on", "Due on"),
        ]),
        intro: { desk, visit in
            let words = AwardWords(visit: visit, currency: desk.currency)
            let open = desk.ledger.paidCents - desk.ledger.recoveryCents
            return p { visit.t("{sum} of what was paid is not claimed back.", ["sum": words.exact(open)]) }
        },
        obstacle: { desk, visit in
            desk.ledger.paidCents > desk.ledger.recoveryCents ? nil : visit.t("There is nothing to claim back.")
        },
        act: { connection, desk, answers, visit in
            guard let cents = SupportProgrammeForm.cents(answers, "amount"), let due = answers.day("due-on") else {
                return
            }
            let most = desk.ledger.paidCents - desk.ledger.recoveryCents
            if cents > most {
                let words = AwardWords(visit: visit, currency: desk.currency)
                return answers.refuse("amount", visit.t("at most {sum}", ["sum": words.exact(most)]))
            }
            if due < visit.today { return answers.refuse("due-on", visit.t("choose a day that is not in the past")) }
            try AwardRecovery.claim(
                connection, id: visit.kit.ids.next(), of: desk.award.id, cents: cents, reason: answers.text("reason"),
                dueOn: due, by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.recovery-claimed", visit)
            try AwardMail.tell(
                connection, desk, visit, activity: "award.recovery-claimed",
                sentence: "Money of {award} is claimed back from {organisation}.")
        })

    static func recovery(_ desk: AwardDesk, _ parameters: RouteParameters) throws -> AwardRecovery {
        let id: RecoveryID = try parameters.id("recovery")
        guard let found = desk.recoveries.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    static let receiving = AwardStep(
        path: "/recoveries/:recovery/receipt", access: SupportProgrammeRules.manager,
        title: "Record money that came back",
        submit: "Record the money", done: "The money is recorded.",
        form: Form([AwardSteps.money("amount", "Sum"), AwardSteps.day("received-on", "Received on")]),
        obstacle: { desk, visit in
            try recovery(desk, visit.parameters).openCents > 0 ? nil : visit.t("All of it came back already.")
        },
        act: { connection, desk, answers, visit in
            let recovery = try recovery(desk, visit.parameters)
            guard let cents = SupportProgrammeForm.cents(answers, "amount"), let day = answers.day("received-on") else {
                return
            }
            if cents > recovery.openCents {
                let words = AwardWords(visit: visit, currency: desk.currency)
                return answers.refuse("amount", visit.t("at most {sum}", ["sum": words.exact(recovery.openCents)]))
            }
            if day > visit.today {
                return answers.refuse("received-on", visit.t("choose a day that is not in the future"))
            }
            try AwardRecovery.receive(
                connection, id: visit.kit.ids.next(), of: recovery.id, cents: cents, on: day,
                by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.recovered", visit)
        })
}
