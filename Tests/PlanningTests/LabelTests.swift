import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// The label of a contract: decided by the hub's team, verified by everybody who has its code.
@Suite struct LabelTests {
    private func grant(_ site: TestSite, _ contract: ContractID, until: String = "2028-11-22") async throws -> String {
        let officer = try await site.browser(as: .programmeOfficer)
        let page = "/ro/contracts/\(contract)/label"
        let decided = try await officer.submit(
            [
                ("met", "check"), ("decision", "granted"), ("reason", "Restul se completează."),
                ("from", "2026-11-22"), ("until", until),
            ], on: page)
        #expect(decided.status == 303, "\(decided.text.suffix(3000))")
        return try #require(decided.location)
    }

    @Test(arguments: Engines.all) func everybodyVerifiesALabelByItsCode(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await CommitmentTests.contract(site)
            let path = try await grant(site, contract)
            #expect(path.hasPrefix("/ro/labels/") && path.count == "/ro/labels/".count + 26)
            let visitor = site.browser()
            let page = try await visitor.get(path)
            #expect(page.status == 200 && page.text.contains("este valabilă astăzi"))
            let hash: String? = try await site.database.read {
                try $0.value("SELECT content_hash FROM contract_snapshot ORDER BY id DESC LIMIT 1")
            }
            #expect(page.text.contains(try #require(hash)) && page.text.contains("qr-code"))
            #expect(page.text.contains("Alba Iulia") && !page.text.contains(CommitmentTests.secret))
            #expect(try await visitor.get("/ro/labels/\(Label.newCode())").status == 404)
            // Expired on the day after the last one.
            site.clock.advance(seconds: 3 * 366 * 86_400)
            #expect(try await visitor.get(path).text.contains("a expirat"))
        }
    }

    @Test(arguments: Engines.all) func aRevokedLabelSaysWhy(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await CommitmentTests.contract(site)
            let path = try await grant(site, contract)
            for persona in [Persona.cityCertifier, .otherCity, .evaluator] {
                let browser = try await site.browser(as: persona)
                #expect(try await browser.get("\(path)/revocation").status == 403, "\(persona)")
                #expect(try await browser.post("/ro/contracts/\(contract)/label", []).status != 303, "\(persona)")
            }
            let officer = try await site.browser(as: .programmeOfficer)
            #expect(try await officer.submit([("reason", "")], on: "\(path)/revocation").status == 422)
            let revoked = try await officer.submit([("reason", "Cifre greșite.")], on: "\(path)/revocation")
            #expect(revoked.status == 303)
            let page = try await site.browser().get(path)
            #expect(page.text.contains("este retrasă") && page.text.contains("Cifre greșite."))
            // The team reads the decisions, and the criteria.
            let team = try await site.browser(as: .cityViewer)
            let decisions = try await team.get("/ro/contracts/\(contract)/label")
            #expect(decisions.status == 200 && decisions.text.contains(path))
        }
    }

    @Test func aDecisionNeedsItsReasons() async throws {
        try await withSite(.sqlite) { site in
            let contract = try await CommitmentTests.contract(site)
            let officer = try await site.browser(as: .programmeOfficer)
            let page = "/ro/contracts/\(contract)/label"
            let refused = [("decision", "refused"), ("from", "2026-11-22"), ("until", "2027-11-22")]
            #expect(try await officer.submit(refused, on: page).status == 422)
            let backwards = [
                ("decision", "granted"), ("reason", "Da"), ("from", "2027-11-22"), ("until", "2026-11-22"),
            ]
            #expect(try await officer.submit(backwards, on: page).status == 422)
            #expect(try await officer.submit(refused + [("reason", "Lipsesc semnături.")], on: page).status == 303)
            let count: Int? = try await site.database.read {
                try $0.value("SELECT COUNT(*) FROM label WHERE code IS NULL")
            }
            #expect(count == 1)
        }
    }

    /// Criteria are data, and every one of them is translated.
    @Test func criteriaStandInBothLanguages() async throws {
        let criteria = try LabelCriterion.all(resources: TestClock.packageRoot)
        let languages = try Languages(folder: "\(TestClock.packageRoot)/Locales")
        #expect(criteria.count > 5 && Set(criteria.map(\.id)).count == criteria.count)
        for criterion in criteria {
            #expect(languages[.ro].knows(criterion.title) && languages[.ro].knows(criterion.hint), "\(criterion.id)")
        }
    }
}
