import Members
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Calls

/// Money of a programme: promised, split, reported on, paid by two people, held, changed and claimed back.
@Suite struct AwardTests {
    /// A programme with an award of 10,000 euros to the team of Alba Iulia; gives the award's address.
    static func award(
        _ site: TestSite, basis: SupportProgramme.AidBasis = .none, budgetCents: Int = 2_000_000
    ) async throws -> String {
        let (programme, award): (SupportProgrammeID, AwardID) = (site.kit.ids.next(), site.kit.ids.next())
        let person = try #require(try await site.person(.cityEditor)).id
        let now = site.clock.now
        try await site.database.write { connection in
            let team: OrganisationID = try #require(
                try connection.value("SELECT organisation_id FROM membership WHERE person_id = \(person)"))
            try SupportProgramme.add(
                connection, id: programme, slug: "vouchere",
                SupportProgramme.Content(
                    nameRomanian: "Vouchere (demonstrație)", nameEnglish: "Vouchers (demonstration)", funder: "Fondul",
                    rules: "Reguli", currency: .eur, budgetCents: budgetCents, aidBasis: basis, aidNote: "Nota",
                    from: Day(year: 2026, month: 1, day: 1), until: Day(year: 2030, month: 12, day: 31)),
                by: person, at: now)
            try Award.add(
                connection, id: award, in: programme,
                Award.Content(
                    organisation: team, title: "Audit energetic", reference: "Decizia 1", ceilingCents: 1_000_000,
                    ownCents: 0, decidedOn: Day(year: 2026, month: 2, day: 1),
                    until: Day(year: 2028, month: 1, day: 1)),
                by: person, at: now)
        }
        return "/ro/awards/\(award)"
    }

    private func agree(_ browser: TestBrowser, _ path: String) async throws -> TestAnswer {
        try await UploadedFile(
            name: "file", fileName: "contract.pdf", bytes: Array("%PDF-1.7\n".utf8),
            fields: [("number", "12/2026"), ("signed-on", "2026-03-01")]
        ).send(browser, to: "\(path)/agreement")
    }

    private func tranche(
        _ browser: TestBrowser, _ path: String, _ amount: String, report: Bool
    ) async throws -> TestAnswer {
        try await browser.submit(
            [
                ("title", report ? "Prima etapă" : "Prefinanțare"), ("milestone", "Audit predat"), ("amount", amount),
                ("due-on", "2027-01-01"), ("needs-report", report ? "yes" : "no"),
            ], on: "\(path)/tranches/new")
    }

    private func ids(_ site: TestSite, _ table: String) async throws -> [String] {
        try await site.database.read { try $0.all("SELECT id FROM \(trusted: table) ORDER BY id") { try $0("id") } }
    }

    @Test(arguments: Engines.all) func aTrancheIsPaidByTwoPeopleOnceItsReportIsAccepted(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await Self.award(site)
            let officer = try await site.browser(as: .programmeOfficer)
            let second = try await site.browser(as: .administrator)
            let city = try await site.browser(as: .cityEditor)
            #expect(try await tranche(officer, path, "7000", report: true).status == 303)
            // Never more than the award in tranches.
            let tooMuch = try await tranche(officer, path, "3000,01", report: false)
            #expect(tooMuch.status == 422 && tooMuch.text.contains("3.000,00 EUR"))
            #expect(tooMuch.text.contains("Audit predat"))
            let first = try #require(try await ids(site, "award_tranche").first)
            let payment = "\(path)/tranches/\(first)/payment"
            #expect(try await officer.get(payment).text.contains("nu este încă semnat"))
            #expect(try await agree(officer, path).status == 303)
            #expect(try await officer.submit([], on: payment).status != 303)
            #expect(try await city.get(path).text.contains("Raportează"))
            let report = "\(path)/tranches/\(first)/report"
            #expect(try await city.submit([("text", ""), ("spent", "1")], on: report).status == 422)
            #expect(
                try await city.submit([("text", "Am predat auditul."), ("spent", "6900")], on: report).status == 303)
            let decision = "\(path)/reports/\(try #require(try await ids(site, "award_report").first))/decision"
            #expect(try await officer.submit([("accepted", "no")], on: decision).status == 422)
            #expect(
                try await officer.submit([("accepted", "no"), ("reason", "Lipsesc anexe.")], on: decision).status == 303
            )
            #expect(try await city.get(path).text.contains("Lipsesc anexe."))
            #expect(try await officer.get(payment).text.contains("Niciun raport"))
            #expect(try await city.submit([("text", "Cu anexe."), ("spent", "6900")], on: report).status == 303)
            let again = "\(path)/reports/\(try #require(try await ids(site, "award_report").last))/decision"
            #expect(try await officer.submit([("accepted", "yes")], on: again).status == 303)
            #expect(try await officer.submit([], on: payment).status == 303)
            // Who proposed it does not decide; and it is proposed once.
            let approval = "\(path)/payments/\(try #require(try await ids(site, "award_payment").first))/approval"
            #expect(try await officer.get(approval).text.contains("altcineva trebuie"))
            let token = try await officer.get("\(path)/hold").inputValue("form-token") ?? ""
            let own = try await officer.post(approval, [("form-token", token), ("approved", "yes")])
            #expect(own.status == 409)
            #expect(try await second.submit([("approved", "yes")], on: approval).status == 303)
            let record = approval.replacing("/approval", with: "/record")
            let paid = [("paid-on", "2026-11-20"), ("reference", "OP 44")]
            #expect(try await officer.submit(paid, on: record).status == 303)
            let page = try await city.get(path)
            #expect(page.text.contains("Plătită") && page.text.contains("7.000,00 EUR"))
            // Told without being asked.
            #expect(try await city.get("/ro/notifications").text.contains("a fost plătită"))
        }
    }

    @Test func heldMoneyStays() async throws {
        try await withSite(.sqlite) { site in
            let path = try await Self.award(site)
            let officer = try await site.browser(as: .programmeOfficer)
            _ = try await tranche(officer, path, "3000", report: false)
            _ = try await agree(officer, path)
            let payment = "\(path)/tranches/\(try #require(try await ids(site, "award_tranche").first))/payment"
            #expect(try await officer.submit([("reason", "Contestație")], on: "\(path)/hold").status == 303)
            #expect(try await officer.get(payment).text.contains("sunt reținuți"))
            #expect(try await site.browser(as: .cityViewer).get(path).text.contains("Contestație"))
            #expect(try await officer.submit([("reason", "Respinsă")], on: "\(path)/release").status == 303)
            #expect(try await officer.submit([], on: payment).status == 303)
        }
    }

    @Test func changesKeepWithinTheBudget() async throws {
        try await withSite(.sqlite) { site in
            let path = try await Self.award(site)
            let officer = try await site.browser(as: .programmeOfficer)
            let city = try await site.browser(as: .cityEditor)
            let ask = "\(path)/changes/new"
            #expect(try await city.submit([("kind", "budget"), ("reason", "Preț")], on: ask).status == 422)
            let more = [("kind", "budget"), ("reason", "Preț"), ("ceiling", "20000,01")]
            #expect(try await city.submit(more, on: ask).status == 303)
            let change = "\(path)/changes/\(try #require(try await ids(site, "award_change").last))/decision"
            let refused = try await officer.submit([("accepted", "yes")], on: change)
            #expect(refused.status == 422 && refused.text.contains("20.000,00 EUR"))
            #expect(
                try await officer.submit([("accepted", "no"), ("reason", "Buget")], on: change).status == 303)
            let longer = [("kind", "term"), ("reason", "Vreme"), ("until", "2028-06-30")]
            #expect(try await city.submit(longer, on: ask).status == 303)
            let next = "\(path)/changes/\(try #require(try await ids(site, "award_change").last))/decision"
            #expect(try await officer.submit([("accepted", "yes")], on: next).status == 303)
            #expect(try await city.get(path).text.contains("30 iunie 2028"))
        }
    }

    @Test func deMinimisIsCheckedBeforeTheAgreement() async throws {
        try await withSite(.sqlite) { site in
            let path = try await Self.award(site, basis: .deMinimis)
            let officer = try await site.browser(as: .programmeOfficer)
            #expect(try await officer.get("\(path)/agreement").text.contains("nu a fost încă verificat"))
            func check(_ earlier: String, _ grant: String) async throws -> TestAnswer {
                try await UploadedFile(
                    name: "file", fileName: "regas.pdf", bytes: Array("%PDF-1.7\n".utf8),
                    fields: [("checked-on", "2026-11-22"), ("earlier", earlier), ("grant", grant), ("rate", "–")]
                ).send(officer, to: "\(path)/aid-check")
            }
            #expect(try await check("ieri; 5; AFM", "10000").text.contains("rândul 1"))
            let over = try await check("2024-01-10; 290001; AFM", "10000")
            #expect(over.status == 422 && over.text.contains("9.999,00 EUR"))
            #expect(try await check("2023-11-22; 290001; AFM", "10000").status == 303)
            #expect(try await agree(officer, path).status == 303)
        }
    }

    /// Stranger, other city, right city, staff: the award, its papers, and what of it everybody sees.
    @Test(arguments: Engines.all) func onlyItsPeopleAndStaffSeeAnAward(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await Self.award(site)
            let officer = try await site.browser(as: .programmeOfficer)
            _ = try await agree(officer, path)
            for (persona, status) in [
                (Persona.otherCity, 404), (.company, 404), (.evaluator, 404), (.cityViewer, 200), (.cityEditor, 200),
                (.authorityOfficer, 200), (.programmeOfficer, 200),
            ] {
                let browser = try await site.browser(as: persona)
                #expect(try await browser.get(path).status == status, "\(persona)")
                #expect(try await browser.get("\(path)/agreement/file").status == status, "\(persona)")
                let isListed = try await browser.get("/ro/awards").text.contains("Audit energetic")
                #expect(isListed == (status == 200), "\(persona)")
            }
            let visitor = site.browser()
            #expect(try await visitor.get(path).status == 404)
            // A draft does not exist for others: neither page, file nor list.
            #expect(try await visitor.get("/ro/programmes/vouchere").status == 404)
            #expect(try await visitor.get("/programmes/vouchere/awards.csv").status == 404)
            #expect(try await !visitor.get("/ro/programmes").text.contains("Vouchere"))
            #expect(
                try await officer.submit([], on: "/ro/programmes/vouchere", to: "/ro/programmes/vouchere/publication")
                    .status == 303)
            #expect(try await visitor.get("/ro/programmes").text.contains("10.000,00 EUR"))
            let csv = try await visitor.get("/programmes/vouchere/awards.csv")
            #expect(csv.status == 200 && csv.text.contains("Audit energetic,2026-02-01,1000000,0,EUR"))
        }
    }

    @Test(arguments: Engines.all) func noAwardExceedsTheBudget(engine: Engines) async throws {
        try await withSite(engine) { site in
            _ = try await Self.award(site, budgetCents: 1_500_000)
            let officer = try await site.browser(as: .programmeOfficer)
            let team: String = try #require(
                try await site.database.read { try $0.value("SELECT organisation_id FROM award") })
            func award(_ ceiling: String) async throws -> TestAnswer {
                try await officer.submit(
                    [
                        ("organisation", team), ("title", "Al doilea"), ("reference", "2"), ("ceiling", ceiling),
                        ("own", "0"), ("decided-on", "2026-05-01"), ("until", "2027-05-01"),
                    ], on: "/ro/programmes/vouchere/awards/new")
            }
            let over = try await award("5000,01")
            #expect(over.status == 422 && over.text.contains("5.000,00 EUR") && over.text.contains("Al doilea"))
            #expect(try await award("5000").status == 303)
            // And the budget never falls below what is promised; a stale save is told.
            let content = [
                ("name-ro", "V"), ("name-en", "V"), ("funder", "F"), ("rules", "R"), ("currency", "EUR"),
                ("aid-basis", "no-aid"), ("aid-note", "N"), ("from", "2026-01-01"), ("until", "2030-01-01"),
            ]
            let edit = "/ro/programmes/vouchere/edit"
            #expect(try await officer.submit(content + [("budget", "14999,99")], on: edit).status == 422)
            #expect(
                try await officer.submit(content + [("budget", "15000"), ("version", "1")], on: edit).status == 303)
            let stale = try await officer.submit(content + [("budget", "16000"), ("version", "1")], on: edit)
            #expect(stale.status == 409 && stale.text.contains("16000") && stale.text.contains("15000"))
        }
    }
}
