import Members
import Storage
import Web

/// The agreement on an award, and the look into the register of de minimis aid that comes before it.
enum AwardPaperSteps {
    static let agreement = AwardStep(
        path: "/agreement", access: SupportProgrammeRules.manager, title: "Agreement", submit: "Record the agreement",
        done: "The agreement is recorded.", takesFile: true,
        form: Form([
            Field("number", "Number of the agreement", .text(maxLength: 100)),
            AwardSteps.day("signed-on", "Signed on"),
            AwardSteps.file("Signed agreement"),
        ]),
        obstacle: { desk, visit in
            if desk.agreement != nil { return visit.t("The agreement is recorded already.") }
            // Regulation (EU) 2023/2831, Article 6: the check comes before the legal right.
            return desk.ledger.isAidChecked == false
                ? visit.t(PaymentObstacle.noAidCheck.sentence) : nil
        },
        act: { connection, desk, answers, visit in
            guard let day = answers.day("signed-on"),
                let file = try AwardSteps.keep(answers, connection, at: visit.now)
            else { return answers.refuse("file", visit.t("choose a file")) }
            if day < desk.award.decidedOn {
                return answers.refuse("signed-on", visit.t("choose a day that is not before the decision"))
            }
            if day > visit.today {
                return answers.refuse("signed-on", visit.t("choose a day that is not in the future"))
            }
            _ = try AwardAgreement.record(
                connection, of: desk.award.id, number: answers.text("number"), signedOn: day, file: file,
                by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.agreed", visit)
        })

    static let aidCheck = AwardStep(
        path: "/aid-check", access: SupportProgrammeRules.manager, title: "De minimis check",
        submit: "Record the check",
        done: "The check is recorded.", takesFile: true,
        form: Form([
            AwardSteps.day("checked-on", "Register looked at on"),
            Field(
                "earlier", "Earlier de minimis aid of the single undertaking",
                hint:
                    "One aid a line: day; euros; who gave it. Example: 2025-03-14; 12000.50; Energy Agency. All linked enterprises count together. Leave it empty where the register shows none.",
                optional: true, .textarea(maxLength: 20_000, rows: 6)),
            AwardSteps.money("grant", "This award as gross grant equivalent", hint: "In euros."),
            Field(
                "rate", "Exchange rate",
                hint: "The National Bank's rate and its day; a dash where the award is in euros.",
                .text(maxLength: 200)),
            AwardSteps.file("Extract of the register"),
        ]),
        intro: { _, visit in
            Components.lead(
                visit.t(
                    "A single undertaking may get up to EUR 300,000 of de minimis aid in any three years (Regulation (EU) 2023/2831, Article 3)."
                ))
        },
        obstacle: { desk, visit in
            if desk.programme.content.aidBasis != .deMinimis {
                return visit.t("This programme gives no de minimis aid.")
            }
            return desk.aidCheck == nil ? nil : visit.t("The check is recorded already.")
        },
        act: { connection, desk, answers, visit in try check(connection, desk, &answers, visit) })

    private static func check(
        _ connection: any Connection, _ desk: AwardDesk, _ answers: inout Answers, _ visit: Visit
    ) throws {
        let t = visit.t
        let earlier: [DeMinimis.Aid]
        do {
            earlier = try DeMinimis.read(answers.text("earlier")) { NumberReading.read($0) }
        } catch {
            return answers.refuse(
                "earlier",
                t("line {number} cannot be read; write day; euros; who gave it", ["number": "\(error.number)"]))
        }
        guard let day = answers.day("checked-on"), let grant = SupportProgrammeForm.cents(answers, "grant"),
            let file = try AwardSteps.keep(answers, connection, at: visit.now)
        else { return answers.refuse("file", t("choose a file")) }
        if day > visit.today { return answers.refuse("checked-on", t("choose a day that is not in the future")) }
        // The right is conferred by the agreement, today at the earliest.
        let register = DeMinimis(earlier: earlier)
        let room = register.headroom(on: visit.today)
        if grant > room {
            let money = AwardWords(visit: visit, currency: "EUR")
            return answers.refuse(
                "grant", t("only {sum} is left under the ceiling of three years", ["sum": money.exact(room)]))
        }
        _ = try AwardAidCheck.record(
            connection, of: desk.award.id,
            AwardAidCheck.Content(
                checkedOn: day, earlier: answers.text("earlier"), earlierCents: register.sum(on: visit.today),
                grantCents: grant, rate: answers.text("rate")),
            file: file, by: try visit.signedIn.person, at: visit.now)
        try desk.record(connection, "award.aid-checked", visit)
    }
}
