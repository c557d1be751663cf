import Members
import SiteSupport
import Storage
import Support
import Testing

@testable import Publishing
@testable import Web

@Suite struct FeedbackTests {
    private func send(
        _ browser: TestBrowser, message: String = "=Legătura nu merge", page: String = "/ro/cities/iasi"
    ) async throws -> TestAnswer {
        try await browser.submit(
            [("message", message), ("email", "cetatean@exemplu.ro"), ("page", page)], on: "/ro/feedback",
            to: "/ro/feedback")
    }

    @Test(arguments: Engines.all) func reachesTheStaffAndLeavesAReceipt(engine: Engines) async throws {
        try await withSite(engine) { site in
            let reader = site.browser()
            let sent = try await send(reader)
            let place = try #require(sent.location)
            let receipt = try await reader.get(place)
            #expect(receipt.status == 200 && !receipt.text.contains("Legătura nu merge"))
            #expect(!receipt.text.contains("cetatean@exemplu.ro"))

            let feedback = try #require(
                try await site.database.read {
                    try Feedback.list($0, states: Feedback.State.allCases, .start, limit: 9).first
                })
            #expect(receipt.text.contains(feedback.reference))
            #expect(feedback.page == "/ro/cities/iasi" && feedback.email == "cetatean@exemplu.ro")

            for persona in [Persona.contentEditor, .programmeOfficer, .administrator] {
                let staff = try await site.browser(as: persona)
                #expect(try await staff.get("/ro/feedback/list").text.contains(feedback.reference), "\(persona)")
            }
            let editor = try await site.browser(as: .contentEditor)
            #expect(try await editor.get("/ro/notifications").text.contains("/ro/cities/iasi"))
            let file = try await editor.get("/feedback.csv")
            #expect(file.text.contains(",'=Legătura nu merge"), "\(file.text)")
        }
    }

    @Test(arguments: Engines.all) func closingErasesTheAddress(engine: Engines) async throws {
        try await withSite(engine) { site in
            let sent = try await send(site.browser())
            let path = try #require(sent.location).replacing("/receipt", with: "")
            let editor = try await site.browser(as: .contentEditor)
            func record(_ state: String) async throws -> Int {
                try await editor.submit([("state", state), ("note", "")], on: path, to: path + "/answer").status
            }
            #expect(try await record("nonsense") == 422)
            #expect(try await record("working") == 303)
            #expect(try await editor.get(path).text.contains("cetatean@exemplu.ro"))
            #expect(try await record("solved") == 303)
            #expect(try await !editor.get(path).text.contains("cetatean@exemplu.ro"))
            #expect(try await !editor.get("/ro/feedback/list").text.contains(path))
            #expect(try await editor.get("/ro/feedback/list?state=closed").text.contains(path))

            let before = site.clock.now
            let removed = try await site.database.write { connection in
                (
                    try Feedback.removeClosed(connection, before: before),
                    try Feedback.removeClosed(connection, before: before.adding(seconds: 1))
                )
            }
            #expect(removed == (0, 1))
            #expect(try await editor.get(path).status == 404)
        }
    }

    @Test func onlyStaffRead() async throws {
        try await withSite(.sqlite) { site in
            let sent = try await send(site.browser())
            let path = try #require(sent.location).replacing("/receipt", with: "")
            let staff: Set<Persona> = [.contentEditor, .programmeOfficer, .administrator]
            for persona in Persona.allCases {
                let browser = try await site.browser(as: persona)
                for address in [path, "/ro/feedback/list", "/feedback.csv"] {
                    let status = try await browser.get(address).status
                    #expect((status == 200) == staff.contains(persona), "\(address) as \(persona): \(status)")
                }
            }
        }
    }

    @Test func keepsWhatWasTypedAndLimitsHowOften() async throws {
        try await withSite(.sqlite) { site in
            let browser = site.browser()
            let wrong = try await browser.submit(
                [("message", "Rămâne"), ("email", "nu e adresă"), ("page", "/ro")], on: "/ro/feedback",
                to: "/ro/feedback")
            #expect(wrong.status == 422 && wrong.text.contains("Rămâne") && wrong.text.contains("nu e adresă"))
            for _ in 1...10 { #expect(try await send(browser).status == 303) }
            #expect(try await send(browser).status == 429)
            site.clock.advance(seconds: 3601)
            #expect(try await send(browser).status == 303)
        }
    }

    @Test(arguments: [
        ("/ro", "/ro"), ("/en/cities?q=a", "/en/cities?q=a"), ("https://evil.example", "/"), ("//evil.example", "/"),
        ("/romania", "/"), ("javascript:x", "/"), ("", "/"), ("/ro/\\evil", "/"),
    ])
    func isAboutAPageOfOurs(address: String, kept: String) { #expect(FeedbackRules.page(address) == kept) }
}
