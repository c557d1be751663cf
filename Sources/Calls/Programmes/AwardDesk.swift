import Members
import Storage
import Web

/// An award with all that happened to it, for whoever may see it.
struct AwardDesk: Sendable {
    let award: Award
    let programme: SupportProgramme
    let standing: SupportProgrammeRules.Standing
    let agreement: AwardAgreement?
    let aidCheck: AwardAidCheck?
    let tranches: [AwardTranche]
    let reports: [AwardReport]
    let payments: [AwardPayment]
    let holds: [AwardHold]
    let changes: [AwardChange]
    let recoveries: [AwardRecovery]

    init?(_ connection: any Connection, _ id: AwardID, _ visitor: Visitor) throws {
        guard let award = try Award.find(connection, id: id),
            let programme = try SupportProgramme.find(connection, id: award.programme)
        else { return nil }
        self.award = award
        self.programme = programme
        standing = SupportProgrammeRules.Standing(visitor, award)
        agreement = try AwardAgreement.find(connection, of: id)
        aidCheck = try AwardAidCheck.find(connection, of: id)
        tranches = try AwardTranche.all(connection, of: id)
        reports = try AwardReport.all(connection, of: id)
        payments = try AwardPayment.all(connection, of: id)
        holds = try AwardHold.all(connection, of: id)
        changes = try AwardChange.all(connection, of: id)
        recoveries = try AwardRecovery.all(connection, of: id)
    }

    /// The award that a path names by `:award`.
    static func open(_ kit: Kit, _ visit: Visit) async throws -> AwardDesk {
        guard let id = AwardID(visit.parameters["award"]) else { throw PageError.notFound }
        let visitor = visit.visitor
        guard let desk = try await kit.database.read({ try AwardDesk($0, id, visitor) }) else {
            throw PageError.notFound
        }
        return desk
    }

    var isHeld: Bool { holds.contains { $0.releasedAt == nil } }
    var currency: String { programme.content.currency.rawValue }

    /// The payment of a tranche that is on its way or done.
    func payment(of tranche: TrancheID) -> AwardPayment? {
        payments.last { $0.tranche == tranche && $0.isApproved != false }
    }

    func lastReport(on tranche: TrancheID) -> AwardReport? { reports.last { $0.tranche == tranche } }

    var ledger: AwardLedger {
        AwardLedger(
            ceilingCents: award.ceilingCents,
            tranches: tranches.map { tranche in
                let payment = payment(of: tranche.id)
                return AwardLedger.Tranche(
                    id: tranche.id, cents: tranche.cents, needsReport: tranche.needsReport,
                    isReportAccepted: lastReport(on: tranche.id)?.isAccepted == true, hasPayment: payment != nil,
                    paidCents: payment?.paidOn == nil ? 0 : payment?.cents ?? 0)
            },
            recoveryCents: recoveries.reduce(0) { $0 + $1.cents },
            recoveredCents: recoveries.reduce(0) { $0 + $1.receivedCents }, hasAgreement: agreement != nil,
            isHeld: isHeld, isAidChecked: programme.content.aidBasis == .deMinimis ? aidCheck != nil : nil)
    }

    func state(of tranche: AwardTranche, on today: Day) -> AwardTranche.State {
        if let payment = payments.last(where: { $0.tranche == tranche.id }) {
            if payment.paidOn != nil { return .paid }
            return payment.isApproved.map { $0 ? .approved : .refused } ?? .proposed
        }
        if let report = lastReport(on: tranche.id) {
            return report.isAccepted.map { $0 ? .accepted : .returned } ?? .reported
        }
        return tranche.needsReport && tranche.dueOn < today ? .late : .planned
    }

    func record(
        _ connection: any Connection, _ activity: String, _ visit: Visit, details: [String: String] = [:]
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity,
            subject: (kind: "award", id: award.id.description),
            details: details.merging(["organisation": award.organisationName, "award": award.title]) { $1 },
            at: visit.now)
    }

    func trail(_ visit: Visit, withAward: Bool = true) -> [Page.Crumb] {
        [
            Page.Crumb(visit.t("Support programmes"), visit.path("/programmes")),
            Page.Crumb(programme.name(visit.language), visit.path(programme.path)),
        ] + (withAward ? [Page.Crumb(award.title, visit.path(award.path))] : [])
    }
}
