import Contract
import Crypto
import Foundation
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A contract's way from submission to the next iteration, and who sees what of it.
@Suite struct ReviewTests {
    /// Written after the submission: no reviewer may ever read it.
    static let secret = "NUMAIINLUCRU"
    /// The button of the page with all answers.
    static let confirmed = [("confirmed", "yes")]

    /// A contract of Alba Iulia without errors.
    static func contract(_ site: TestSite) async throws -> ContractID {
        let id: ContractID = site.kit.ids.next()
        let file = URL(fileURLWithPath: "\(TestClock.packageRoot)/Data/examples/contracts/example.json")
        let document = try CityContract.read(try Data(contentsOf: file))
        #expect(document.check(CheckCircumstances(stage: .publication)).errors.isEmpty)
        let person = try #require(try await site.person(.cityEditor)).id
        let (now, ids) = (site.clock.now, site.kit.ids)
        try await site.database.write { connection in
            try ContractRecord.start(connection, id: id, city: "1017", document, by: person, at: now)
            // A new contract takes no waivers over: somebody here has to answer for them.
            for waiver in document.waivers {
                try ContractWaiver.add(
                    connection, id: ids.next(), to: id, rule: waiver.rule, place: waiver.place,
                    reason: waiver.reason, by: person, at: now)
            }
        }
        return id
    }

    static func submit(_ site: TestSite, _ contract: ContractID) async throws -> String {
        let certifier = try await site.browser(as: .cityCertifier)
        let page = "/ro/contracts/\(contract)/submissions/new"
        let fields = [
            ("revision", try await Self.revision(site, contract)), ("message", "De citit."), ("mandate", "yes"),
        ]
        // Nothing is frozen before the answers were read once more; they can be changed from there.
        let asked = try await certifier.submit(fields, on: page)
        #expect(asked.status == 200 && asked.text.contains("De citit.") && asked.text.contains("name=\"confirmed\""))
        let back = try await certifier.submit(fields + [("confirmed", "no")], on: page)
        #expect(back.status == 200 && back.text.contains(">De citit.</textarea>"))
        let before = try await site.database.read { try Submission.all($0, of: contract).count }
        let sent = try await certifier.submit(fields + [("confirmed", "yes")], on: page)
        #expect(try await site.database.read { try Submission.all($0, of: contract).count } == before + 1)
        #expect(sent.status == 303, "\(sent.text.suffix(2000))")
        return try #require(sent.location)
    }

    private static func revision(_ site: TestSite, _ contract: ContractID) async throws -> String {
        let found = try await site.database.read { try ContractRecord.find($0, id: contract) }
        return String(try #require(found).revision)
    }

    /// Says something by every criterion of the rubric.
    static func judge(_ reviewer: TestBrowser, _ path: String) async throws {
        for criterion in try ReviewCriterion.all(resources: TestClock.packageRoot) {
            let fields = [("score", "3"), ("text", "Apreciere \(criterion.code).")]
            let kept = try await reviewer.submit(fields, on: "\(path)/scores/\(criterion.code)")
            #expect(kept.status == 303, "\(criterion.code): \(kept.status)")
        }
    }

    static func assign(_ site: TestSite, _ round: String) async throws -> TestBrowser {
        let officer = try await site.browser(as: .programmeOfficer)
        let evaluator = try #require(try await site.person(.evaluator)).id
        let given = try await officer.submit([("reviewers", "\(evaluator)")], on: "\(round)/reviewers")
        #expect(given.status == 303)
        return try await site.browser(as: .evaluator)
    }

    @Test(arguments: Engines.all) func aContractGoesFromSubmissionToTheNextIteration(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.contract(site)
            let round = try await Self.submit(site, contract)
            let reviewer = try await Self.assign(site, round)
            // The declaration comes before the content.
            #expect(try await reviewer.get("\(round)/content").status == 403)
            #expect(try await reviewer.submit([("declaration", "yes")], on: "\(round)/declaration").status == 303)
            #expect(try await reviewer.get("\(round)/content").status == 200)
            let review = try await site.database.read { connection -> String? in
                try connection.value("SELECT id FROM review")
            }
            let path = "/ro/reviews/\(try #require(review))"
            let comment = [("place", "sections/outlook"), ("severity", "must"), ("text", "Lipsește anul.")]
            #expect(
                try await reviewer.submit(comment, on: "\(path)/comments/new?place=sections%2Foutlook").status == 303)
            // Nobody else sees it before it is sent.
            let certifier = try await site.browser(as: .cityCertifier)
            #expect(try await certifier.get(path).status == 404)
            let positive = [("outcome", "positive"), ("summary", "Bine.")]
            #expect(try await reviewer.submit(positive, on: "\(path)/sending").status == 422)
            let changes = [("outcome", "changes"), ("summary", "De completat.")]
            // Each criterion is judged first, and the whole is read once more.
            #expect(try await reviewer.submit(changes, on: "\(path)/sending").status == 422)
            try await Self.judge(reviewer, path)
            let asked = try await reviewer.submit(changes, on: "\(path)/sending")
            #expect(asked.status == 200 && asked.text.contains("De completat."))
            #expect(try await certifier.get(path).status == 404)
            #expect(try await reviewer.submit(changes + Self.confirmed, on: "\(path)/sending").status == 303)
            #expect(try await certifier.get(path).text.contains("Lipsește anul."))
            try await answersAndDecides(site, contract, round, path, certifier, reviewer)
            try await decidesInCouncil(site, contract, certifier)
        }
    }

    private func answersAndDecides(
        _ site: TestSite, _ contract: ContractID, _ round: String, _ review: String, _ certifier: TestBrowser,
        _ reviewer: TestBrowser
    ) async throws {
        let officer = try await site.browser(as: .programmeOfficer)
        let positive = [("outcome", "positive")]
        #expect(try await officer.submit(positive, on: "\(round)/decision").status == 422)
        let remark: String? = try await site.database.read { try $0.value("SELECT id FROM review_comment") }
        let answer = "\(review)/comments/\(try #require(remark))/answer"
        #expect(try await certifier.submit([("resolution", "declined")], on: answer).status == 422)
        let declined = [("resolution", "declined"), ("text", "Este în tabel.")]
        #expect(try await certifier.submit(declined, on: answer).status == 303)
        // Declined is not done: the reviewer has to accept it.
        #expect(try await officer.submit(positive, on: "\(round)/decision").status == 422)
        let acceptance = answer.replacing("/answer", with: "/acceptance")
        #expect(try await certifier.submit([], on: review, to: acceptance).status == 403)
        #expect(try await reviewer.submit([], on: review, to: acceptance).status == 303)
        #expect(try await officer.submit(positive, on: "\(round)/decision").status == 200)
        #expect(try await officer.submit(positive + Self.confirmed, on: "\(round)/decision").status == 303)
    }

    private func decidesInCouncil(
        _ site: TestSite, _ contract: ContractID, _ certifier: TestBrowser
    ) async throws {
        let (now, ids) = (site.clock.now, site.kit.ids)
        let person = try #require(try await site.person(.cityCertifier)).id
        try await site.database.write { connection in
            let submission = try #require(try Submission.all(connection, of: contract).first)
            let hash = try Blob.store(
                Array("%PDF-1.7\n".utf8), mediaType: FileType.pdf.mediaType, at: now, in: connection)
            try CouncilDecision.record(
                connection, id: ids.next(), on: submission,
                CouncilDecision.Content(
                    number: "12/2026", day: Day(year: 2026, month: 10, day: 1), body: "Consiliul Local", note: "",
                    documentHash: hash, documentName: "hcl.pdf"),
                by: person, at: now)
        }
        let next = "/ro/contracts/\(contract)/next"
        let viewer = try await site.browser(as: .cityViewer)
        #expect(try await viewer.get(next).status == 200)
        let begun = try await certifier.submit([], on: next)
        #expect(begun.status == 303)
        let iterations = try await site.database.read { try ContractRecord.all($0, of: "1017").map(\.iteration) }
        #expect(iterations == [2, 1])
        let status = try await site.database.read { connection in
            try ContractRecord.find(connection, id: contract).map { try ContractStatus.of(connection, $0) }
        }
        #expect(status == .followed)
    }

    @Test(arguments: Engines.all) func aReviewerSeesTheFrozenContractAndNothingElse(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.contract(site)
            let round = try await Self.submit(site, contract)
            let editor = try #require(try await site.person(.cityEditor)).id
            let now = site.clock.now
            try await site.database.write { connection in
                let part = try #require(try ContractPart.find(connection, contract, .section(.outlook)))
                #expect(
                    try ContractPart.save(
                        connection, contract, .section(.outlook), version: part.version, Self.secret, by: editor,
                        at: now))
            }
            // Before it is given to somebody, it does not exist for them.
            let stranger = try await site.browser(as: .evaluator)
            for path in [round, "\(round)/content", "\(round)/file"] {
                #expect(try await stranger.get(path).status == 404)
            }
            let reviewer = try await Self.assign(site, round)
            #expect(try await reviewer.submit([("declaration", "yes")], on: "\(round)/declaration").status == 303)
            var pages = [round, "\(round)/content", "\(round)/differences", "\(round)/file", "/ro/reviews"]
            pages += Module.allCases.map { "\(round)/content?module=\($0.rawValue)" }
            for page in pages {
                let answer = try await reviewer.get(page)
                #expect(answer.status == 200 && !answer.text.contains(Self.secret), "\(page): \(answer.status)")
            }
            #expect(try await reviewer.get("/ro/contracts/\(contract)").status == 404)
            for persona in [Persona.visitor, .otherCity, .company] {
                let browser = persona == .visitor ? site.browser() : try await site.browser(as: persona)
                let answer = try await browser.get("\(round)/content")
                #expect(answer.status != 200, "\(persona)")
            }
        }
    }

    @Test(arguments: Engines.all) func sendingTwiceSubmitsOnceAndTheHashIsThatOfTheFile(engine: Engines) async throws {
        try await withSite(engine) { site in
            let contract = try await Self.contract(site)
            let certifier = try await site.browser(as: .cityCertifier)
            let page = "/ro/contracts/\(contract)/submissions/new"
            let form = try await certifier.get(page)
            #expect(form.status == 200)
            let fields =
                [("revision", try await Self.revision(site, contract)), ("message", ""), ("mandate", "yes")]
                + Self.confirmed
            async let first = certifier.submit(fields, on: page)
            async let second = certifier.submit(fields, on: page)
            #expect(try await first.status == 303)
            #expect(try await second.status == 303)
            let rounds = try await site.database.read { try Submission.all($0, of: contract) }
            #expect(rounds.count == 1)
            let round = try #require(rounds.first)
            let file = try await certifier.get("/ro\(round.path)/file")
            let hash = SHA256.hash(data: Data(file.bytes)).map { byte in
                String(byte, radix: 16).count == 1 ? "0\(String(byte, radix: 16))" : String(byte, radix: 16)
            }.joined()
            #expect(hash == round.contentHash)
            // Taken back before the first review, it may be submitted again as the next round.
            let taken = try await certifier.submit([], on: "/ro\(round.path)/withdrawal")
            #expect(taken.status == 303)
            _ = try await Self.submit(site, contract)
            let again = try await site.database.read { try Submission.all($0, of: contract).map(\.round) }
            #expect(again == [2, 1])
        }
    }

    @Test func whoMayNotSubmitsNothing() async throws {
        try await withSite(.sqlite) { site in
            let contract = try await Self.contract(site)
            let page = "/ro/contracts/\(contract)/submissions/new"
            for persona in [Persona.cityViewer, .cityEditor, .programmeOfficer] {
                #expect(try await site.browser(as: persona).get(page).status == 403, "\(persona)")
            }
            #expect(try await site.browser(as: .otherCity).get(page).status == 404)
            let empty = try await CommitmentTests.contract(site)
            let certifier = try await site.browser(as: .cityCertifier)
            let shown = try await certifier.get("/ro/contracts/\(empty)/submissions/new")
            #expect(shown.text.contains("Ce stă în cale") && !shown.text.contains("name=\"mandate\""))
        }
    }
}
