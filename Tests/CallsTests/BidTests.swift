import Members
import Selection
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Calls

/// A bid from the question whether one can apply to its receipt, and what becomes of it at the deadline.
@Suite struct BidTests {
    private static let call = "/ro/calls/\(OpenCallExample.slug)"

    private func organisation(_ site: TestSite, of persona: Persona) async throws -> OrganisationID {
        let person = try #require(try await site.person(persona)).id
        return try #require(
            try await site.database.read {
                try $0.value("SELECT organisation_id FROM membership WHERE person_id = \(person)")
            })
    }

    /// The editor of Alba Iulia begins; gives the bid's address.
    private func begin(_ site: TestSite, as persona: Persona = .cityEditor) async throws -> String {
        let team = try await organisation(site, of: persona)
        let browser = try await site.browser(as: persona)
        let begun = try await browser.submit([("organisation", team.description)], on: "\(Self.call)/bids/new")
        #expect(begun.status == 303, "\(begun.text.suffix(2000))")
        return try #require(begun.location)
    }

    private static let sections: [String: [(String, String)]] = [
        "section-1": [("question-1", "Cartierul Cetate"), ("question-2", "no")],
        "section-2": [
            ("question-4", "Renovăm blocurile și legăm termoficarea."), ("question-5", "12"),
            ("question-6", "buildings"), ("question-6", "energy"), ("question-7", "1.200.000,50"),
            ("question-8", "2027-09-01"),
        ],
        "section-3": [
            ("question-9", "Universitatea | cercetare\nTermoficare Demo | rețea"), ("question-10", "signed"),
        ],
    ]

    /// Everything answered and declared, so that only certifying is left.
    private func fill(_ site: TestSite, _ path: String) async throws {
        let editor = try await site.browser(as: .cityEditor)
        for (section, answers) in Self.sections {
            let saved = try await editor.submit(answers, on: "\(path)/sections/\(section)")
            #expect(saved.status == 303, "\(section): \(saved.text.suffix(2000))")
        }
        #expect(try await editor.submit([("condition-2", "yes")], on: "\(path)/eligibility").status == 303)
    }

    private func certify(_ browser: TestBrowser, _ path: String) async throws -> TestAnswer {
        let page = try await browser.get("\(path)/submission")
        return try await browser.post(
            "\(path)/certification",
            [("form-token", page.inputValue("form-token") ?? ""), ("hash", page.inputValue("hash") ?? "")])
    }

    private func submit(_ browser: TestBrowser, _ path: String) async throws -> TestAnswer {
        try await browser.submit([], on: "\(path)/submission")
    }

    @Test(arguments: Engines.all) func aBidGoesFromTheFirstQuestionToItsReceipt(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let certifier = try await site.browser(as: .cityCertifier)
            // Alba Iulia had 64,227 people at the 2021 census; the figure stands beside the condition.
            #expect(try await editor.get("\(Self.call)/bids/new").text.contains("(64.227)"))
            let path = try await begin(site)
            // A colleague who begins too is led to the same bid.
            #expect(try await begin(site, as: .cityCertifier) == path)
            #expect(try await editor.get(path).text.contains("0 din 2"))
            #expect(try await submit(certifier, path).status == 409)
            try await fill(site, path)
            let check = try await certifier.get("\(path)/submission")
            #expect(check.text.contains("1.200.000,50") && check.text.contains("Universitatea · cercetare"))
            #expect(check.text.contains("Nimeni nu a certificat"))
            // The editor may not certify, and the certifier must not have written.
            #expect(try await certify(editor, path).status == 403)
            #expect(try await certify(certifier, path).status == 303)
            let submitted = try await submit(certifier, path)
            #expect(submitted.location == "\(path)/receipts/1")
            let receipt = try await editor.get("\(path)/receipts/1")
            let stored: BidSubmission = try #require(
                try await site.database.read {
                    try $0.first(
                        "SELECT bid_submission.*, '' AS author, NULL AS withdrawn_at FROM bid_submission")
                })
            #expect(receipt.text.contains(stored.receiptHash) && receipt.text.contains("Această depunere contează"))
            #expect(stored.content.contains("Cartierul Cetate"))
            // Sent twice: the same receipt.
            #expect(try await submit(certifier, path).location == "\(path)/receipts/1")
            // A change needs a new certificate; the last valid submission counts.
            let changed = [("question-1", "Cartierul Ampoi"), ("question-2", "no")]
            #expect(try await editor.submit(changed, on: "\(path)/sections/section-1").status == 303)
            #expect(try await submit(certifier, path).status == 409)
            #expect(try await certify(certifier, path).status == 303)
            #expect(try await submit(certifier, path).location == "\(path)/receipts/2")
            #expect(try await editor.get("\(path)/receipts/1").text.contains("contează o depunere ulterioară"))
            #expect(try await certifier.submit([("reason", "")], on: "\(path)/withdrawal").status == 303)
            #expect(try await editor.get("\(path)/receipts/2").text.contains("este retrasă"))
            let chain = try await site.database.read { connection -> [BidSubmission] in
                let call = try OpenCall.find(connection, slug: OpenCallExample.slug)
                return try call.map { try BidSubmission.chain(connection, of: $0.id) } ?? []
            }
            let links = chain.map {
                (
                    receipt: BidReceipt(
                        number: $0.number, bid: $0.bid.description, contentHash: $0.contentHash,
                        at: $0.submittedAt.description, previousHash: $0.previousHash), hash: $0.receiptHash
                )
            }
            #expect(links.count == 2 && BidReceipt.firstBreak(in: links) == nil)
        }
    }

    /// To the second: the last moment counts, the next does not, and what was written stays.
    @Test(arguments: Engines.all) func theDeadlineHoldsToTheSecond(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await begin(site)
            try await fill(site, path)
            let certifier = try await site.browser(as: .cityCertifier)
            #expect(try await certify(certifier, path).status == 303)
            let call = try #require(
                try await site.database.read { try OpenCall.find($0, slug: OpenCallExample.slug) })
            let definition = try #require(call.published?.definition)
            let window = try #require(BidRules.Window(definition))
            site.clock.advance(seconds: window.closes.seconds(since: site.clock.now))
            let late = try await submit(try await site.browser(as: .cityCertifier), path)
            #expect(late.status == 409 && late.text.contains("Răspunsurile rămân aici"))
            let editor = try await site.browser(as: .cityEditor)
            #expect(try await editor.get("\(path)/sections/section-1").text.contains("Cartierul Cetate"))
            // An outage: more time for everybody, with its reason; never less.
            let officer = try await site.browser(as: .programmeOfficer)
            let day = BucharestTime.local(window.closes).day
            let earlier = [("until", day.description), ("hour", "10"), ("minute", "0"), ("reason", "Pană")]
            #expect(try await officer.submit(earlier, on: "\(Self.call)/extension").status == 422)
            let later = [("until", day.description), ("hour", "20"), ("minute", "30"), ("reason", "Pană")]
            #expect(try await officer.submit(later, on: "\(Self.call)/extension").status == 303)
            #expect(try await submit(try await site.browser(as: .cityCertifier), path).status == 303)
        }
    }

    @Test func theLastMomentCounts() throws {
        let day = { (text: String) throws -> CivilDay in try #require(CivilDay(text)) }
        var call = CallDefinition(title: BilingualText())
        call.calendar.entries = [
            .init(.submission, from: try day("2026-11-09"), until: try day("2026-12-18"))
        ]
        let window = try #require(BidRules.Window(call))
        // 16:00 in Bucharest in winter is 14:00 UTC.
        #expect(window.closes.description.hasPrefix("2026-12-18T14:00:00"))
        #expect(window.isOpen(at: window.closes.adding(seconds: -0.001)) && !window.isOpen(at: window.closes))
        #expect(window.isOpen(at: window.opens) && !window.isOpen(at: window.opens.adding(seconds: -0.001)))
        call.calendar.closesAtMinute = 1440
        #expect(try #require(BidRules.Window(call)).closes.description.hasPrefix("2026-12-18T22:00:00"))
        #expect(
            BidRules.Window(call, extensions: [window.closes.adding(seconds: 86_400)])?.closes
                == window.closes.adding(seconds: 86_400))
    }

    /// Two people in the same section: different questions join, the same question shows both answers, none is lost.
    @Test(arguments: Engines.all) func answersOfTwoPeopleAreJoined(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await begin(site)
            let page = "\(path)/sections/section-1"
            let (ana, elena) = (try await site.browser(as: .cityEditor), try await site.browser(as: .cityCertifier))
            let start = try #require(try await ana.get(page).inputValue("version"))
            let first = [("version", start), ("question-1", "De la Ana")]
            #expect(try await ana.submit(first, on: page).status == 303)
            let second = [("version", start), ("question-1", ""), ("question-2", "no")]
            #expect(try await elena.submit(second, on: page).status == 303)
            let joined = try await ana.get(page)
            #expect(joined.text.contains("De la Ana"))
            let third = [("version", start), ("question-1", "De la Elena"), ("question-2", "no")]
            let conflict = try await elena.submit(third, on: page)
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("De la Ana") && conflict.text.contains("De la Elena"))
            let again = [
                ("version", try #require(conflict.inputValue("version"))), ("question-1", "De la Elena"),
                ("question-2", "no"),
            ]
            #expect(try await elena.submit(again, on: page).status == 303)
            #expect(try await ana.get(page).text.contains("De la Elena"))
        }
    }

    @Test func filesAreOfTheKindsThatAreAskedFor() async throws {
        try await withSite(.sqlite) { site in
            let path = try await begin(site)
            let editor = try await site.browser(as: .cityEditor)
            let page = "\(path)/files/question-3"
            func send(_ name: String, _ bytes: String) async throws -> TestAnswer {
                try await UploadedFile(name: "file", fileName: name, bytes: Array(bytes.utf8)).send(editor, to: page)
            }
            #expect(try await send("acord.pdf", "MZ program").status == 422)
            #expect(try await send("acord.docx", "%PDF-1.7").status == 422)
            #expect(try await send("acord.pdf", "%PDF-1.7\nacord\n").status == 303)
            let shown = try await editor.get(page)
            let hash = try #require(shown.inputValue("hash"))
            #expect(shown.text.contains("acord.pdf"))
            #expect(try await editor.get("\(page)/\(hash)").text.hasPrefix("%PDF"))
            #expect(try await site.browser(as: .otherCity).get("\(page)/\(hash)").status == 404)
            #expect(try await editor.submit([("hash", hash)], on: page, to: "\(page)/removal").status == 303)
            #expect(try await editor.get("\(page)/\(hash)").status == 404)
        }
    }

    /// Nobody but its organisation sees a bid, the hub's team included.
    @Test(arguments: Engines.all) func aDraftIsItsOrganisationsAlone(engine: Engines) async throws {
        try await withSite(engine) { site in
            let path = try await begin(site)
            for persona in Persona.allCases where persona != .visitor {
                let isOwn = [.cityViewer, .cityEditor, .cityCertifier].contains(persona)
                for page in [path, "\(path)/sections/section-1", "\(path)/submission", "\(path)/eligibility"] {
                    let status = try await site.browser(as: persona).get(page).status
                    #expect(status == (isOwn ? 200 : 404), "\(persona) \(page)")
                }
            }
            let viewer = try await site.browser(as: .cityViewer)
            #expect(try await viewer.submit([("question-1", "x")], on: "\(path)/sections/section-1").status == 403)
        }
    }

    @Test func mergingKnowsWhoChangedWhat() {
        let (a, b, c) = (BidAnswer.text("a"), BidAnswer.text("b"), BidAnswer.text("c"))
        #expect(BidMerge.outcome(base: a, theirs: a, mine: b) == .mine(b))
        #expect(BidMerge.outcome(base: a, theirs: b, mine: a) == .unchanged)
        #expect(BidMerge.outcome(base: a, theirs: b, mine: b) == .unchanged)
        #expect(BidMerge.outcome(base: a, theirs: a, mine: nil) == .mine(nil))
        #expect(BidMerge.outcome(base: a, theirs: b, mine: c) == .conflict(mine: c, theirs: b))
        #expect(BidMerge.outcome(base: nil, theirs: b, mine: c) == .conflict(mine: c, theirs: b))
    }
}
