import Members
import Storage
import Web

/// A payment needs two people: one proposes it, another decides.
enum AwardPaymentSteps {
    static let proposing = AwardStep(
        path: "/tranches/:tranche/payment", access: SupportProgrammeRules.manager, title: "Propose a payment",
        submit: "Propose the payment", done: "The payment is proposed; another person decides on it.",
        form: Form([]),
        intro: { desk, visit in
            AwardTrancheSteps.summary(try AwardTrancheSteps.tranche(desk, visit.parameters), desk, visit)
        },
        obstacle: { desk, visit in
            let tranche = try AwardTrancheSteps.tranche(desk, visit.parameters)
            return desk.ledger.obstacles(to: tranche.id).first.map { visit.t($0.sentence) }
        },
        act: { connection, desk, _, visit in
            let tranche = try AwardTrancheSteps.tranche(desk, visit.parameters)
            try AwardPayment.propose(
                connection, id: visit.kit.ids.next(), of: tranche, by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.payment-proposed", visit, details: ["tranche": tranche.title])
        })

    /// The payment that a path names by `:payment`.
    static func payment(_ desk: AwardDesk, _ parameters: RouteParameters) throws -> AwardPayment {
        let id: PaymentID = try parameters.id("payment")
        guard let found = desk.payments.first(where: { $0.id == id }) else { throw PageError.notFound }
        return found
    }

    private static func summary(_ desk: AwardDesk, _ visit: Visit) throws -> HTML {
        let payment = try payment(desk, visit.parameters)
        let words = AwardWords(visit: visit, currency: desk.currency)
        return Components.summaryList(
            [
                .init(visit.t("Organisation"), desk.award.organisationName),
                .init(visit.t("Tranche"), desk.tranches.first { $0.id == payment.tranche }?.title ?? ""),
                .init(visit.t("Sum"), words.exact(payment.cents)),
                .init(visit.t("Proposed by"), payment.proposerName),
                .init(visit.t("Proposed on"), visit.figures.time(payment.proposedAt)),
            ], visit.t)
    }

    static let approving = AwardStep(
        path: "/payments/:payment/approval", access: SupportProgrammeRules.payer, title: "Decide on a payment",
        submit: "Record the decision", done: "The decision is recorded.",
        form: Form([
            AwardSteps.yesOrNo("approved", "Decision", yes: "Approve the payment", no: "Refuse the payment"),
            AwardSteps.reason("Reasons", hint: "Needed where the payment is refused.", optional: true),
        ]),
        intro: summary,
        obstacle: { desk, visit in
            let payment = try payment(desk, visit.parameters)
            if payment.isApproved != nil { return visit.t("This payment is decided on already.") }
            if payment.proposer == visit.visitor.person {
                return visit.t("You proposed this payment; somebody else has to decide on it.")
            }
            return desk.isHeld ? visit.t(PaymentObstacle.held.sentence) : nil
        },
        act: { connection, desk, answers, visit in
            AwardSteps.needReason(&answers, "approved", visit.t)
            guard answers.isFine else { return }
            let isApproved = answers.text("approved") == "yes"
            _ = try AwardPayment.decide(
                connection, try payment(desk, visit.parameters).id, approved: isApproved,
                reason: answers.text("reason"), by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, isApproved ? "award.payment-approved" : "award.payment-refused", visit)
        })

    static let recording = AwardStep(
        path: "/payments/:payment/record", access: SupportProgrammeRules.manager, title: "Record a payment",
        submit: "Record the payment", done: "The payment is recorded.",
        form: Form([
            AwardSteps.day("paid-on", "Paid on"),
            Field("reference", "Payment order", hint: "Its number.", .text(maxLength: 100)),
        ]),
        intro: summary,
        obstacle: { desk, visit in
            let payment = try payment(desk, visit.parameters)
            if payment.paidOn != nil { return visit.t("This payment is recorded already.") }
            if payment.isApproved != true { return visit.t("This payment is not approved.") }
            return desk.isHeld ? visit.t(PaymentObstacle.held.sentence) : nil
        },
        act: { connection, desk, answers, visit in
            guard let day = answers.day("paid-on") else { return }
            if day > visit.today { return answers.refuse("paid-on", visit.t("choose a day that is not in the future")) }
            _ = try AwardPayment.record(
                connection, try payment(desk, visit.parameters).id, paidOn: day, reference: answers.text("reference"),
                by: try visit.signedIn.person, at: visit.now)
            try desk.record(connection, "award.paid", visit)
            try AwardMail.tell(
                connection, desk, visit, activity: "award.paid",
                sentence: "A tranche of {award} was paid to {organisation}.")
        })
}
