import Contract
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A review's judgement by the rubric: kept a criterion at a time, sent as one, laid side by side for the decision.
@Suite struct ReviewRubricTests {
    /// A round in review: its address, the reviewer, and the address of the review.
    static func begun(_ site: TestSite) async throws -> (round: String, reviewer: TestBrowser, review: String) {
        let round = try await ReviewTests.submit(site, try await ReviewTests.contract(site))
        let reviewer = try await ReviewTests.assign(site, round)
        #expect(try await reviewer.submit([("declaration", "yes")], on: "\(round)/declaration").status == 303)
        let id: String? = try await site.database.read { try $0.value("SELECT id FROM review") }
        return (round, reviewer, "/ro/reviews/\(try #require(id))")
    }

    @Test func theRubricIsWhole() throws {
        let criteria = try ReviewCriterion.all(resources: TestClock.packageRoot)
        #expect(criteria.count >= 6 && Set(criteria.map(\.code)).count == criteria.count)
        for criterion in criteria {
            let texts = [criterion.name, criterion.guidance] + criterion.anchors
            #expect(criterion.anchors.count == ReviewCriterion.scores.count && !criterion.source.isEmpty)
            #expect(texts.allSatisfy { !$0.english.isEmpty && !$0.romanian.isEmpty && $0.english != $0.romanian })
            #expect(Set(criterion.anchors.map(\.english)).count == criterion.anchors.count, "\(criterion.code)")
        }
        // Which parts are our own judgement is said.
        #expect(criteria.contains { $0.isDerived } && criteria.contains { !$0.isDerived })
    }

    @Test(arguments: Engines.all) func eachCriterionIsKeptByItselfAndSentAsOne(engine: Engines) async throws {
        try await withSite(engine) { site in
            let (round, reviewer, review) = try await Self.begun(site)
            let form = try await reviewer.get("\(review)/scores/baseline")
            #expect(form.text.contains("Inventarul de bază") && form.text.contains("Complet pentru limita aleasă"))
            #expect(try await reviewer.get("\(review)/scores/nothing").status == 404)
            for wrong in [[("score", "5"), ("text", "x")], [("score", "3"), ("text", "")], [("text", "x")]] {
                #expect(try await reviewer.submit(wrong, on: "\(review)/scores/baseline").status == 422, "\(wrong)")
            }
            try await ReviewTests.judge(reviewer, review)
            // The last word counts, and what cannot be judged is no score.
            let none = [("score", "none"), ("text", "Anexa NUSEVEDE lipsește.")]
            #expect(try await reviewer.submit(none, on: "\(review)/scores/money").status == 303)
            #expect(try await reviewer.get("\(review)/scores/money").text.contains("Anexa NUSEVEDE lipsește."))
            // Nobody else sees a word of it before the review is sent.
            let (certifier, officer) = (
                try await site.browser(as: .cityCertifier), try await site.browser(as: .programmeOfficer)
            )
            for (browser, page) in [(certifier, review), (officer, review)] {
                #expect(try await browser.get(page).status == 404)
            }
            for page in [round, "\(round)/decision"] {
                #expect(try await !officer.get(page).text.contains("NUSEVEDE"))
            }
            let sending = [("outcome", "changes"), ("summary", "De completat.")] + ReviewTests.confirmed
            #expect(try await reviewer.submit(sending, on: "\(review)/sending").status == 303)
            let seen = try await certifier.get(review).text
            #expect(seen.contains("Anexa NUSEVEDE lipsește.") && seen.contains("Apreciere baseline."))
            #expect(seen.contains("3 – Bun") && seen.contains("Nu a putut fi apreciat"))
            let overview = try await officer.get("\(round)/decision").text
            #expect(overview.contains("\(review)#score-money") && overview.contains("Aprecierile evaluatorilor"))
            // Once sent it stands.
            #expect(try await reviewer.submit(none, on: review, to: "\(review)/scores/money").status == 403)
            for persona in [Persona.otherCity, .company, .visitor] {
                let browser = persona == .visitor ? site.browser() : try await site.browser(as: persona)
                for page in [review, "\(review)/scores/money", "\(round)/decision"] {
                    let answer = try await browser.get(page)
                    #expect(answer.status != 200 && !answer.text.contains("NUSEVEDE"), "\(persona) \(page)")
                }
            }
        }
    }

    @Test(
        arguments: [
            ([4, 2], true), ([1, 4, 3], true), ([3, 4], false), ([2], false), ([], false), ([4, nil], false),
            ([nil, 1, 3], true),
        ] as [([Int?], Bool)])
    func reviewersWhoDifferAreNoticed(scores: [Int?], differ: Bool) {
        #expect(ReviewOverview.differ(scores) == differ)
    }

    @Test(arguments: Engines.all) func whatIsTypedIntoAReviewIsKept(engine: Engines) async throws {
        try await withSite(engine) { site in
            let (_, reviewer, review) = try await Self.begun(site)
            for (page, path, name, word) in [
                ("\(review)/scores/money", "\(review)/scores/money", "text", "CUVANTUNU"),
                ("\(review)/comments/new?place=sections%2Foutlook", "\(review)/comments/new", "text", "CUVANTDOI"),
                ("\(review)/sending", "\(review)/sending", "summary", "CUVANTTREI"),
            ] {
                let form = try #require(try await reviewer.get(page).form(to: path))
                let kept = try await reviewer.post("\(path)/draft", form.pairs(with: name, word))
                #expect(kept.status == 200, "\(page): \(kept.text)")
                // Another session of the same person has it too; nobody else has an address for it.
                let again = try await site.browser(as: .evaluator)
                let shown = try await again.get(page).text
                #expect(shown.contains("\(word)</textarea>") && shown.contains("\(path)/draft/removal"), "\(page)")
                let stranger = try await site.browser(as: .cityCertifier)
                #expect(try await stranger.get(page).status == 404)
                // A mistake in the form loses nothing.
                let wrong = try await reviewer.post(path, form.pairs(with: name, ""))
                #expect(wrong.status == 422)
                #expect(try await again.get(page).text.contains("\(word)</textarea>"), "\(page)")
            }
            // Saved, the draft is gone; thrown away, the form is empty and where it was.
            try await ReviewTests.judge(reviewer, review)
            #expect(try await !reviewer.get("\(review)/scores/money").text.contains("CUVANTUNU"))
            let place = "\(review)/comments/new?place=sections%2Foutlook"
            let form = try #require(try await reviewer.get(place).form(to: "\(review)/comments/new/draft/removal"))
            let thrown = try await reviewer.post(form.action, form.pairs)
            #expect(thrown.status == 303 && thrown.location == place, "\(thrown.location ?? "")")
            #expect(try await !reviewer.get(place).text.contains("CUVANTDOI"))
        }
    }
}
