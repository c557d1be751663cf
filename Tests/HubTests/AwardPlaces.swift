import Members
import SiteSupport
import Storage
import Web

@testable import Calls

/// Real values for the rooms of awards: a programme with four awards to the team of Alba Iulia, each in the state that
/// some page asks for.
struct AwardPlaces: Sendable {
    private let slug: String
    /// Neither checked nor agreed, then checked, then running, then held.
    private let fresh, checked, running, held: AwardID
    private let unreported, reported, free: TrancheID
    private let report: AwardReportID
    private let proposed, approved: PaymentID
    private let change: AwardChangeID
    private let recovery: RecoveryID

    init(_ site: TestSite, organisation: String, by person: PersonID) async throws {
        let (ids, now) = (site.kit.ids, site.clock.now)
        let programme: SupportProgrammeID = ids.next()
        slug = "vouchere-\(programme)"
        (fresh, checked, running, held) = (ids.next(), ids.next(), ids.next(), ids.next())
        (unreported, reported, free) = (ids.next(), ids.next(), ids.next())
        (report, proposed, approved) = (ids.next(), ids.next(), ids.next())
        (change, recovery) = (ids.next(), ids.next())
        let places = self
        try await site.database.write { connection in
            guard let team = OrganisationID(organisation) else { return }
            try SupportProgramme.add(
                connection, id: programme, slug: places.slug,
                SupportProgramme.Content(
                    nameRomanian: "Vouchere de energie (demonstrație)", nameEnglish: "Energy vouchers (demonstration)",
                    funder: "Fondul Demo", rules: "Reguli", currency: .eur, budgetCents: 100_000_000_00,
                    aidBasis: .deMinimis, aidNote: "Schema Demo", from: Day(year: 2026, month: 1, day: 1),
                    until: Day(year: 2030, month: 12, day: 31)),
                by: person, at: now)
            _ = try SupportProgramme.publish(connection, id: programme, by: person, at: now)
            for id in [places.fresh, places.checked, places.running, places.held] {
                try Award.add(
                    connection, id: id, in: programme,
                    Award.Content(
                        organisation: team, title: "Audit energetic", reference: "Decizia 1", ceilingCents: 1_000_000,
                        ownCents: 0, decidedOn: Day(year: 2026, month: 1, day: 5),
                        until: Day(year: 2030, month: 1, day: 1)),
                    by: person, at: now)
            }
            try places.story(connection, ids, by: person, at: now)
            try places.papers(connection, ids, by: person, at: now)
        }
    }

    private func papers(_ connection: any Connection, _ ids: IDSource, by person: PersonID, at now: Instant) throws {
        let paper = try Blob.store(
            Array("%PDF-1.7\ncontract\n".utf8), mediaType: FileType.pdf.mediaType, at: now, in: connection)
        let day = Day(year: 2026, month: 2, day: 1)
        for id in [checked, running, held] {
            _ = try AwardAidCheck.record(
                connection, of: id,
                .init(checkedOn: day, earlier: "", earlierCents: 0, grantCents: 1_000_000, rate: "–"),
                file: (paper, "regas.pdf"), by: person, at: now)
        }
        for id in [running, held] {
            _ = try AwardAgreement.record(
                connection, of: id, number: "1", signedOn: day, file: (paper, "contract.pdf"), by: person, at: now)
        }
        try AwardHold.begin(connection, id: ids.next(), of: held, reason: "Contestație", by: person, at: now)
        try AwardReport.send(
            connection, id: report, on: reported, text: "Gata", spentCents: 100, file: (paper, "raport.pdf"),
            by: person, at: now)
    }

    private func story(_ connection: any Connection, _ ids: IDSource, by person: PersonID, at now: Instant) throws {
        let paid: (TrancheID, PaymentID) = (ids.next(), ids.next())
        let others: [TrancheID] = [ids.next(), ids.next()]
        for id in [unreported, reported, free, paid.0] + others {
            try AwardTranche.add(
                connection, id: id, to: running,
                .init(
                    title: "Tranșa", milestone: "Audit predat", cents: 100_000,
                    dueOn: Day(year: 2027, month: 1, day: 1),
                    needsReport: id == unreported || id == reported))
        }
        let tranches = try AwardTranche.all(connection, of: running)
        for (payment, tranche) in [paid.1: paid.0, proposed: others[0], approved: others[1]] {
            guard let found = tranches.first(where: { $0.id == tranche }) else { continue }
            try AwardPayment.propose(connection, id: payment, of: found, by: person, at: now)
        }
        for payment in [paid.1, approved] {
            _ = try AwardPayment.decide(connection, payment, approved: true, reason: "", by: person, at: now)
        }
        _ = try AwardPayment.record(
            connection, paid.1, paidOn: Day(year: 2026, month: 3, day: 1), reference: "OP 1", by: person, at: now)
        try AwardChange.ask(
            connection, id: change, of: running,
            .init(kind: .content, reason: "Alt utilaj", until: nil, ceilingCents: nil), by: person, at: now)
        try AwardRecovery.claim(
            connection, id: recovery, of: running, cents: 50_000, reason: "Neeligibil",
            dueOn: Day(year: 2027, month: 1, day: 1), by: person, at: now)
    }

    /// nil: not of these rooms.
    func value(_ name: Substring, in path: String) -> String? {
        guard path.hasPrefix("/awards/") || path.hasPrefix("/programmes/") else { return nil }
        return switch name {
        case "programme": slug
        case "award":
            award(in: path).description
        case "tranche": (path.hasSuffix("/report") ? unreported : free).description
        case "report": report.description
        case "payment": (path.hasSuffix("/approval") ? proposed : approved).description
        case "change": change.description
        case "recovery": recovery.description
        default: nil
        }
    }

    private func award(in path: String) -> AwardID {
        if path.hasSuffix("/aid-check") { return fresh }
        if path.hasSuffix("/agreement") { return checked }
        return path.hasSuffix("/release") ? held : running
    }
}
