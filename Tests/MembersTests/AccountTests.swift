import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// What people do with their own account, and staff with others'.
@Suite struct AccountTests {
    private let password = ("password", SignInTests.password)

    @Test(arguments: Engines.all) func aStaleNameIsShownBesideTheSavedOne(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: .cityEditor)
            let page = try await browser.get("/en/account/name")
            let old = [
                ("form-token", page.inputValue("form-token") ?? ""), ("version", page.inputValue("version") ?? ""),
            ]
            #expect(try await browser.post("/en/account/name", old + [("name", "Ana Maria Pop")]).status == 303)
            let stale = try await browser.post("/en/account/name", old + [("name", "Ana P.")])
            #expect(stale.status == 409)
            #expect(stale.text.contains("Ana Maria Pop"))
            #expect(stale.text.contains("Ana P."))
            let merged = [
                ("form-token", stale.inputValue("form-token") ?? ""), ("version", stale.inputValue("version") ?? ""),
            ]
            #expect(try await browser.post("/en/account/name", merged + [("name", "Ana P.")]).status == 303)
            #expect(try await site.person(.cityEditor)?.name == "Ana P.")
        }
    }

    @Test(arguments: Engines.all) func anAddressChangesOnlyWhenTheNewOneConfirms(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: .cityEditor)
            let wrong = [("email", "ana.noua@alba.example"), ("password", "not this one")]
            #expect(try await browser.submit(wrong, on: "/en/account/email").status == 422)
            let right = [("email", "ana.noua@alba.example"), password]
            #expect(try await browser.submit(right, on: "/en/account/email").status == 303)
            let sent = try await mails(site)
            #expect(Set(sent.map(\.to)) == ["ana.noua@alba.example", "ana.pop@alba.example"])
            let path = try #require(sent.first { $0.to == "ana.noua@alba.example" }?.link)
            #expect(try await browser.get(path).status == 200)
            #expect(try await site.person(.cityEditor) != nil)
            #expect(try await browser.submit([], on: path).status == 303)
            #expect(try await site.person(.cityEditor) == nil)
            #expect(try await browser.submit([], on: path).status == 410)
        }
    }

    @Test(arguments: Engines.all) func aTakenAddressLooksFreeAndStaysWithItsOwner(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: .cityEditor)
            let fields = [("email", "ion.vadan@alba.example"), password]
            let answer = try await browser.submit(fields, on: "/en/account/email")
            #expect(answer.location == "/en/account/email/sent")
            #expect(try await mails(site).map(\.to) == ["ana.pop@alba.example"])
        }
    }

    @Test(arguments: Engines.all) func aNewPasswordEndsTheOtherSessions(engine: Engines) async throws {
        try await withSite(engine) { site in
            let here = try await site.browser(as: .cityEditor)
            let elsewhere = try await site.browser(as: .cityEditor)
            let fields = [password, ("new-password", "patru mere foarte verzi")]
            #expect(try await here.submit(fields, on: "/en/account/password").status == 303)
            #expect(try await here.get("/en/account").status == 200)
            #expect(try await elsewhere.get("/en/account").status == 303)
        }
    }

    @Test(arguments: Engines.all) func nobodyEndsSomebodyElsesSession(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try await site.browser(as: .cityEditor)
            let ion = try await site.browser(as: .cityViewer)
            let person = try #require(try await site.person(.cityEditor))
            let session = try #require(
                try await site.database.read {
                    try Session.all($0, of: person.id, limits: .standard, at: site.clock.now).first
                })
            let path = "/en/account/sessions/\(session.id)/end"
            #expect(try await ion.submit([], on: "/en/account/sessions", to: path).status == 404)
            #expect(try await ana.get("/en/account").status == 200)
            #expect(try await ana.submit([], on: "/en/account/sessions", to: path).status == 303)
            #expect(try await ana.get("/en/account").status == 303)
        }
    }

    @Test(arguments: Engines.all) func myDataHoldsWhatIsKnownAndNoSecret(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: .administrator)
            let answer = try await browser.get("/en/account/export")
            #expect(answer.headers[.contentDisposition]?.contains("m100-my-data.json") == true)
            let data = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
            let account = try #require(data["account"] as? [String: Any])
            #expect(account["email"] as? String == "andrei.olteanu@secretariat.example")
            #expect((data["roles"] as? [[String: String]])?.first?["role"] == "administrator")
            #expect(!answer.text.contains("scrypt"))
            // Every wing has its part, whether or not there is something in it.
            let kept = try #require(data["kept"] as? [String: [[String: String]]])
            #expect(Set(kept.keys) == Set(site.features.flatMap(\.personalData).map(\.name)))
            #expect(kept.keys.contains("city_profiles_saved") && kept.keys.contains("feedback_sent"))
            #expect(!answer.text.contains(SignInTests.secret))
        }
    }

    /// Every column that names a person is read by some part of the copy; a new one without is noticed here.
    @Test(arguments: Engines.all) func myDataHoldsWhatEveryWingKeeps(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ioana = try await site.browser(as: .contentEditor)
            let text = [("language", "ro"), ("title", "Despre"), ("lead", ""), ("markdown", "Textul meu.")]
            let path = "/ro/pages/about/edit?language=ro"
            #expect(try await ioana.submit(text, on: path, to: "/ro/pages/about/versions").status == 303)
            #expect(
                try await ioana.submit([("message", "O greșeală")], on: "/ro/feedback?page=/ro/about").status == 303)
            #expect(try await ioana.submit(text, on: path, to: "/ro/pages/about/draft").status == 200)
            let mine = try await ioana.get("/ro/account/export").text
            for word in ["Textul meu.", "O greșeală", "page about ro"] { #expect(mine.contains(word), "\(word)") }
            let ana = try await site.browser(as: .cityEditor)
            let city = "/ro/cities/alba-iulia/edit"
            #expect(try await ana.submit([("summary-ro", "Un oraș.")], on: city).status == 303)
            let hers = try await ana.get("/ro/account/export").text
            #expect(hers.contains("Un oraș.") && !hers.contains("Textul meu."))
            let start = [("year", "2020"), ("gwp", "AR5"), ("coverage", "CCC"), ("boundary", "Tot municipiul.")]
            #expect(try await ana.submit(start, on: "/ro/cities/alba-iulia/inventories/new").status == 303)
            #expect(try await ana.get("/ro/account/export").text.contains("Tot municipiul."))
        }
    }

    @Test(arguments: Engines.all) func aDeletedAccountLeavesAPseudonymAndAWholeChain(engine: Engines) async throws {
        try await withSite(engine) { site in
            let person = try #require(try await site.person(.cityEditor))
            let browser = try await site.browser(as: .cityEditor)
            _ = try await browser.submit([("name", "Ana Maria Pop")], on: "/en/account/name")
            #expect(try await browser.submit([password], on: "/en/account/deletion").status == 422)
            #expect(try await browser.submit([("sure", "yes"), password], on: "/en/account/deletion").status == 303)
            #expect(try await browser.get("/en/account").status == 303)
            let (left, chain, roles) = try await site.database.read { connection in
                (
                    try Person.find(connection, person.id), try AuditEntry.verify(connection),
                    try connection.value("SELECT COUNT(*) FROM membership WHERE person_id = \(person.id)") as Int?
                )
            }
            #expect(left?.name == Person.formerName)
            #expect(left?.email == "former-\(person.id)@invalid")
            #expect(left?.pseudonymisedAt == site.clock.now)
            #expect(roles == 0)
            #expect(chain.problem == nil)
            #expect(chain.count > 2)
            let again = try await site.browser().submit(
                [("email", "ana.pop@alba.example"), password], on: "/en/sign-in")
            #expect(again.status == 422)
        }
    }

    @Test(arguments: Engines.all) func aFormerMemberIsNamedInTheReadersLanguage(engine: Engines) async throws {
        try await withSite(engine) { site in
            let person = try #require(try await site.person(.cityEditor))
            let browser = try await site.browser(as: .cityEditor)
            #expect(try await browser.submit([("sure", "yes"), password], on: "/en/account/deletion").status == 303)
            let officer = try await site.browser(as: .administrator)
            for (language, name) in [("ro", "Fost membru"), ("en", "Former member")] {
                for path in ["audit?subject=\(person.id)&kind=person", "people", "people/\(person.id)"] {
                    let page = try await officer.get("/\(language)/\(path)")
                    #expect(page.text.contains(name), "/\(language)/\(path)")
                    #expect(!page.text.contains("Ana Pop"), "/\(language)/\(path)")
                }
            }
        }
    }

    @Test(arguments: Engines.all) func theLastAdministratorStays(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = try await site.browser(as: .administrator)
            let andrei = try #require(try await site.person(.administrator))
            let page = "/en/people/\(andrei.id)"
            let removal = try await browser.submit(
                [("role", "administrator")], on: page, to: page + "/roles/removal")
            #expect(removal.status == 409)
            #expect(try await browser.submit([], on: page, to: page + "/disabling").status == 409)
            let deletion = try await browser.submit([("sure", "yes"), password], on: "/en/account/deletion")
            #expect(deletion.status == 409)
            let ana = try #require(try await site.person(.cityEditor))
            let granted = try await browser.submit(
                [("role", "administrator")], on: "/en/people/\(ana.id)", to: "/en/people/\(ana.id)/roles")
            #expect(granted.status == 303)
            #expect(
                try await browser.submit([("role", "administrator")], on: page, to: page + "/roles/removal").status
                    == 303)
            // The right is gone at once.
            #expect(try await browser.get("/en/people").status == 403)
        }
    }

    @Test(arguments: Engines.all) func closingAnAccountEndsItsSessionsAtOnce(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try await site.browser(as: .cityEditor)
            let staff = try await site.browser(as: .administrator)
            let person = try #require(try await site.person(.cityEditor))
            let page = "/en/people/\(person.id)"
            #expect(try await staff.submit([], on: page, to: page + "/disabling").status == 303)
            #expect(try await ana.get("/en/account").status == 303)
            let refused = try await site.browser().submit(
                [("email", "ana.pop@alba.example"), password], on: "/en/sign-in")
            #expect(refused.status == 422)
            #expect(try await staff.submit([], on: page, to: page + "/enabling").status == 303)
            let admitted = try await site.browser().submit(
                [("email", "ana.pop@alba.example"), password], on: "/en/sign-in")
            #expect(admitted.status == 303)
        }
    }

    @Test(arguments: Engines.all) func staffReadWhyTheAppStays(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = "/en/account/second-factor/removal"
            let staff = try await site.browser(as: .programmeOfficer)
            let page = try await staff.get(path)
            #expect(page.status == 200 && page.text.contains("Your role needs the second step."))
            #expect(page.form(to: path) == nil, "nothing is offered that would be refused")
            let sent = try await staff.submit([("password", "x")], on: "/en/account/second-factor", to: path)
            #expect(sent.status == 403 && sent.text.contains("You can replace the app"))
            #expect(try await site.browser(as: .cityEditor).get(path).form(to: path) != nil)
        }
    }

    @Test(arguments: Engines.all) func staffFindPeopleWithoutAccents(engine: Engines) async throws {
        try await withSite(engine) { site in
            let staff = try await site.browser(as: .administrator)
            let page = try await staff.get("/en/people?q=turcanu")
            #expect(page.text.contains("Mihai Țurcanu"))
            #expect(!page.text.contains("Ana Pop"))
            let csv = try await staff.get("/en/people/csv?role=evaluator")
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == 3)
            #expect(try await site.browser(as: .cityEditor).get("/en/people").status == 403)
        }
    }

    @Test(arguments: Engines.all) func pagesOfPeopleFollowEachOther(engine: Engines) async throws {
        try await withSite(engine) { site in
            let names = try await site.database.read { connection -> [[String]] in
                var pages: [[String]] = []
                var after: PersonID?
                repeat {
                    let lines = try PersonLine.page(connection, .init(), after.map { .after($0) } ?? .start, limit: 4)
                    pages.append(lines.prefix(4).map(\.name))
                    after = lines.count > 4 ? lines[3].id : nil
                } while after != nil
                return pages
            }
            let all = names.flatMap { $0 }
            #expect(all.count == 15)
            #expect(Set(all).count == 15)
            #expect(names.dropLast().allSatisfy { $0.count == 4 })
        }
    }
}
