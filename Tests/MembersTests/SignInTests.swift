import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// Signing in on the real site.
@Suite struct SignInTests {
    static let password = "demonstratie-m100"
    static let secret = "JBSWY3DPEHPK3PXP"

    private func code(_ site: TestSite) -> String {
        let step = OneTimeCode.step(atUnixSeconds: site.clock.now.milliseconds / 1000)
        return OneTimeCode.code(secret: Base32.decode(Self.secret) ?? [], step: step)
    }

    private func signIn(
        _ browser: TestBrowser, _ email: String, password: String = SignInTests.password, next: String? = nil
    ) async throws -> TestAnswer {
        let page = "/en/sign-in" + (next.map { "?" + FormBody.encode([("next", $0)]) } ?? "")
        var fields = [("email", email), ("password", password)]
        if let next { fields.append(("next", next)) }
        return try await browser.submit(fields, on: page, to: "/en/sign-in")
    }

    /// The code step: the ticket stands in the page that asked for the code.
    private func enterCode(_ browser: TestBrowser, _ asked: TestAnswer, _ code: String) async throws -> TestAnswer {
        try await browser.post(
            "/en/second-factor",
            [
                ("form-token", asked.inputValue("form-token") ?? ""), ("ticket", asked.inputValue("ticket") ?? ""),
                ("code", code),
            ])
    }

    @Test(arguments: Engines.all) func aMemberSignsInAndOut(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            #expect(try await browser.get("/en/account").location?.hasPrefix("/en/sign-in?next=") == true)
            let answer = try await signIn(browser, "Ana.Pop@alba.example", next: "/en/account/name")
            #expect(answer.status == 303)
            #expect(answer.location == "/en/account/name")
            let account = try await browser.get("/en/account")
            #expect(account.status == 200)
            #expect(account.text.contains("Ana Pop"))
            let token = browser.cookie(Cookie.session) ?? ""
            _ = try await browser.submit([], on: "/en/account", to: "/en/sign-out")
            // The old token opens nothing, even when somebody kept it.
            browser.setCookie(Cookie.session, token)
            #expect(try await browser.get("/en/account").status == 303)
        }
    }

    @Test(arguments: Engines.all) func staffNeedTheCode(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            let asked = try await signIn(browser, "andrei.olteanu@secretariat.example")
            #expect(asked.status == 200)
            #expect(asked.inputValue("ticket") != nil)
            #expect(try await browser.get("/en/people").status == 303)
            let right = code(site)
            let wrong = try await enterCode(browser, asked, right == "000000" ? "000001" : "000000")
            #expect(wrong.status == 422)
            #expect(wrong.inputValue("ticket") == asked.inputValue("ticket"))
            let done = try await enterCode(browser, wrong, right)
            #expect(done.status == 303)
            #expect(try await browser.get("/en/people").status == 200)
            // Neither the ticket nor the code works again.
            let other = site.browser()
            let again = try await signIn(other, "andrei.olteanu@secretariat.example")
            #expect(try await enterCode(other, again, right).status == 422)
            #expect(try await enterCode(other, asked, right).status != 200)
            #expect(try await other.get("/en/people").status == 303)
        }
    }

    @Test(arguments: Engines.all) func nothingTellsWhoHasAnAccount(engine: Engines) async throws {
        try await withSite(engine) { site in
            var bodies: [String] = []
            for email in ["ana.pop@alba.example", "nobody@alba.example"] {
                let answer = try await signIn(site.browser(), email, password: "not the password")
                #expect(answer.status == 422)
                #expect(!answer.text.contains("not the password"))
                bodies.append(Self.withoutTokens(answer.text).replacing(email, with: "…"))
            }
            #expect(bodies[0] == bodies[1])
            var resets: [String] = []
            for email in ["ana.pop@alba.example", "nobody@alba.example"] {
                let answer = try await site.browser().submit([("email", email)], on: "/en/password-reset")
                #expect(answer.status == 303)
                resets.append(answer.location ?? "")
            }
            #expect(resets == ["/en/password-reset/sent", "/en/password-reset/sent"])
            #expect(try await mails(site).map(\.to) == ["ana.pop@alba.example"])
        }
    }

    @Test(arguments: Engines.all) func fiveFailuresCloseTheDoorForAWhile(engine: Engines) async throws {
        try await withSite(engine) { site in
            let browser = site.browser()
            for email in ["ana.pop@alba.example", "nobody@alba.example"] {
                for _ in 0..<5 { #expect(try await signIn(browser, email, password: "wrong").status == 422) }
                let answer = try await signIn(browser, email)
                #expect(answer.status == 429)
                #expect(answer.headers[.retryAfter] == "900")
            }
            site.clock.advance(seconds: 901)
            #expect(try await signIn(browser, "ana.pop@alba.example").status == 303)
            let failed = try await site.database.read {
                try AuditEntry.page($0, activity: "sign-in.failed", limit: 100)
            }
            #expect(failed.count == 10)
            #expect(!failed.contains { $0.details.contains("@") || $0.subject.contains("@") })
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example"])
    func aSignInNeverLeadsAway(next: String) async throws {
        try await withSite(.sqlite) { site in
            let answer = try await signIn(site.browser(), "ana.pop@alba.example", next: next)
            #expect(answer.status == 303)
            #expect(answer.location == "/en/account")
        }
    }

    @Test(arguments: Engines.all) func aMailedLinkSetsAPasswordOnce(engine: Engines) async throws {
        try await withSite(engine) { site in
            let signedIn = try await site.browser(as: .cityEditor)
            let browser = site.browser()
            _ = try await browser.submit([("email", "ana.pop@alba.example")], on: "/en/password-reset")
            let path = try #require(try await mails(site).first?.link)
            // A scanner that opens the link uses nothing up.
            for _ in 0..<3 { #expect(try await site.browser().get(path).status == 200) }
            let weak = try await browser.submit([("new-password", "parola123456")], on: path)
            #expect(weak.status == 422)
            let saved = try await browser.submit([("new-password", "patru mere foarte verzi")], on: path)
            #expect(saved.status == 303)
            #expect(try await browser.submit([("new-password", "cinci pere galbene")], on: path).status == 410)
            #expect(try await signedIn.get("/en/account").status == 303)
            #expect(try await signIn(browser, "ana.pop@alba.example").status == 422)
            #expect(
                try await signIn(browser, "ana.pop@alba.example", password: "patru mere foarte verzi").status == 303)
        }
    }

    @Test(arguments: Engines.all) func staffWithoutASecondStepSetItUpFirst(engine: Engines) async throws {
        try await withSite(engine) { site in
            let ana = try #require(try await site.person(.cityEditor))
            try await site.database.write { try Person.grant($0, .evaluator, to: ana.id, by: nil, at: site.clock.now) }
            let browser = site.browser()
            let answer = try await signIn(browser, "ana.pop@alba.example")
            #expect(answer.location?.hasPrefix("/en/account/second-factor?next=") == true)
            let page = try await browser.get("/en/account/second-factor")
            let secret = try #require(page.inputValue("secret"))
            let bytes = try #require(Base32.decode(secret))
            let code = OneTimeCode.code(
                secret: bytes, step: OneTimeCode.step(atUnixSeconds: site.clock.now.milliseconds / 1000))
            let token = ("form-token", page.inputValue("form-token") ?? "")
            // A secret that the hub did not make is refused.
            let forged = try await browser.post(
                "/en/account/second-factor/enrolment",
                [
                    token, ("secret", "JBSWY3DPEHPK3PXP"), ("seal", page.inputValue("seal") ?? ""),
                    ("code", self.code(site)),
                ])
            #expect(forged.status == 400)
            let done = try await browser.post(
                "/en/account/second-factor/enrolment",
                [token, ("secret", secret), ("seal", page.inputValue("seal") ?? ""), ("code", code)])
            #expect(done.status == 200)
            #expect(done.inputValue("recovery-code")?.count == 14)
            let visitor = try await site.database.answer(
                Visitors.holder(of: browser.cookie(Cookie.session) ?? "", now: site.clock.now, permissions: []))
            #expect(visitor.signedIn?.roles == [.evaluator])
        }
    }

    @Test(arguments: Engines.all) func anInvitationMakesAnAccountOnce(engine: Engines) async throws {
        try await withSite(engine) { site in
            let staff = try await site.browser(as: .administrator)
            let asked = [("email", "nou@alba.example"), ("role", "content-editor"), ("language", "ro")]
            #expect(try await staff.submit(asked, on: "/en/people/invitations").status == 303)
            let known = [("email", "ana.pop@alba.example"), ("role", "content-editor"), ("language", "ro")]
            #expect(try await staff.submit(known, on: "/en/people/invitations").status == 422)
            let path = try #require(try await mails(site).first { $0.to == "nou@alba.example" }?.link)
            let browser = site.browser()
            let fields = [("name", "Nou Venit"), ("language", "en"), ("new-password", "tren lampa cizme")]
            let bad = try await browser.submit(fields.dropLast() + [("new-password", "short")], on: path)
            #expect(bad.status == 422)
            #expect(bad.text.contains("Nou Venit"))
            let made = try await browser.submit(fields, on: path)
            #expect(made.status == 303)
            #expect(made.location == "/en/account/second-factor")
            #expect(try await browser.get("/en/account").text.contains("Nou Venit"))
            #expect(try await site.browser().get(path).status == 410)
        }
    }

    /// Form tokens and hidden random values differ on every page.
    static func withoutTokens(_ text: String) -> String {
        text.replacing(/value="[A-Za-z0-9_.-]{30,}"/, with: "")
    }
}

/// The mails that the hub has queued, as people would get them.
struct QueuedMail {
    let to: String
    let body: String

    /// The path of the first link in the mail.
    var link: String? {
        body.firstMatch(of: /http:\/\/hub\.test(\/\S+)/).map { String($0.1) }
    }
}

func mails(_ site: TestSite) async throws -> [QueuedMail] {
    struct Payload: Decodable {
        struct Message: Decodable {
            struct Address: Decodable { let address: String }
            let to: Address
            let body: String
        }
        let message: Message
    }
    let texts: [String] = try await site.database.read { connection in
        try connection.all("SELECT payload FROM job WHERE kind = 'mail.send' AND finished_at IS NULL ORDER BY id") {
            try $0("payload")
        }
    }
    return try texts.map {
        let payload = try JSONDecoder().decode(Payload.self, from: Data($0.utf8))
        return QueuedMail(to: payload.message.to.address, body: payload.message.body)
    }
}
