import Foundation
import Selection
import Testing

/// A whole call that has no problems; each test breaks one thing.
enum SampleCall {
    static func text(_ words: String) -> BilingualText { BilingualText(ro: words, en: words) }

    static func entry(_ stage: CallStage, _ from: String, _ until: String) throws -> CallCalendar.Entry {
        CallCalendar.Entry(stage, from: try #require(CivilDay(from)), until: try #require(CivilDay(until)))
    }

    static func make() throws -> CallDefinition {
        var call = CallDefinition(title: text("Apel"), summary: text("Pe scurt"))
        call.articles = [.init(id: "art-1", title: text("Scop"), text: text("Zece orașe"))]
        call.calendar.entries = [
            try entry(.consultation, "2026-09-01", "2026-09-15"), try entry(.questions, "2026-10-01", "2026-11-02"),
            try entry(.submission, "2026-10-01", "2026-11-09"), try entry(.eligibility, "2026-11-10", "2026-11-13"),
            try entry(.evaluation, "2026-11-16", "2026-11-27"), try entry(.appeals, "2026-12-02", "2026-12-08"),
            try entry(.result, "2026-12-09", "2026-12-09"),
        ]
        call.eligibility = [
            EligibilityRule(
                id: "size", text: text("Peste 50.000"), test: .figure(series: "population", .above, 50_000)),
            EligibilityRule(id: "council", text: text("Hotărâre"), test: .declaration),
        ]
        call.form = [
            CallSection(
                id: "plan", title: text("Planul"),
                questions: [
                    CallQuestion(id: "has-plan", text: text("Există un plan?"), kind: .yesNo),
                    CallQuestion(
                        id: "plan-file", text: text("Planul"), kind: .file, fileTypes: ["pdf"], mostMegabytes: 10,
                        condition: .init(question: "has-plan", answers: ["yes"])),
                    CallQuestion(id: "vision", text: text("Viziunea"), kind: .longText, mostWords: 500),
                    CallQuestion(
                        id: "sector", text: text("Sectorul"), kind: .choice,
                        parts: [.init(id: "heat", text: text("Căldură")), .init(id: "road", text: text("Drum"))]),
                ])
        ]
        call.rules.criteria = Criterion(
            id: "total",
            parts: [Criterion(id: "impact", name: "Impact", weight: 60, scale: Scale(highest: Points(5)))])
        call.englishCriteria = ["impact": "Impact"]
        call.rules.budget.places = 10
        call.appeals.grounds = text("Vicii de procedură")
        return call
    }
}

@Suite struct CallDefinitionTests {
    typealias Breaking = @Sendable (inout CallDefinition) throws -> Void

    @Test func wholeCallHasNoProblems() throws { #expect(try SampleCall.make().problems == []) }

    static let breaks: [(String, Breaking)] = [
        ("texts-languages", { $0.title.en = " " }), ("articles-none", { $0.articles = [] }),
        ("articles-languages", { $0.articles[0].text.ro = "" }),
        ("identifier", { $0.articles.append($0.articles[0]) }),
        ("calendar-days", { $0.calendar.entries[4].until = $0.calendar.entries[4].from.adding(-1) }),
        ("calendar-twice", { $0.calendar.entries.append($0.calendar.entries[0]) }),
        ("calendar-order", { $0.calendar.entries[4].from = $0.calendar.entries[3].from.adding(-1) }),
        ("calendar-open", { $0.calendar.entries[3].from = $0.calendar.entries[2].until }),
        ("calendar-submission", { $0.calendar.entries.remove(at: 2) }),
        ("calendar-closing", { $0.calendar.entries[2].until = $0.calendar.entries[2].until.adding(-1) }),
        ("calendar-hour", { $0.calendar.closesAtMinute = 1441 }),
        ("calendar-questions", { $0.calendar.entries[1].until = $0.calendar.entries[2].until.adding(1) }),
        ("calendar-consultation", { $0.calendar.entries[0].until = $0.calendar.entries[0].from.adding(8) }),
        ("calendar-draft-rules", { $0.calendar.entries[0].until = $0.calendar.entries[2].from }),
        ("calendar-appeals", { $0.calendar.entries[5].until = $0.calendar.entries[5].until.adding(-1) }),
        ("eligibility-none", { $0.eligibility = [] }), ("eligibility-languages", { $0.eligibility[1].text.en = "" }),
        ("eligibility-series", { $0.eligibility[0].test = .figure(series: "", .above, 1) }),
        ("form-none", { $0.form = [] }), ("form-section", { $0.form[0].title.ro = "" }),
        ("form-languages", { $0.form[0].questions[2].text.en = "" }),
        ("form-choices", { $0.form[0].questions[3].parts.removeLast() }),
        ("form-words", { $0.form[0].questions[2].mostWords = 0 }),
        ("form-file", { $0.form[0].questions[1].mostMegabytes = 21 }),
        ("form-file", { $0.form[0].questions[1].fileTypes = ["exe"] }),
        // A condition on a question that comes later.
        ("form-condition", { $0.form[0].questions.swapAt(0, 1) }),
        ("form-condition", { $0.form[0].questions[1].condition?.answers = ["maybe"] }),
        ("criteria-name", { $0.rules.criteria.parts[0].name = "" }), ("criteria-name", { $0.englishCriteria = [:] }),
        ("scale", { $0.rules.criteria.parts[0].scale = nil }), ("budget-none", { $0.rules.budget.places = nil }),
        ("budget-currency", { $0.rules.budget.cents = 1 }), ("appeals-days", { $0.appeals.windowDays = 31 }),
        ("appeals-grounds", { $0.appeals.grounds.en = "" }),
    ]

    @Test(arguments: breaks) func eachCheckFindsItsFault(check: String, breaking: Breaking) throws {
        var call = try SampleCall.make()
        try breaking(&call)
        let found = call.problems
        #expect(found.contains { $0.check == check }, "\(found.map(\.check))")
        #expect(found.allSatisfy { !$0.reason.isEmpty && !$0.remedy.isEmpty })
    }

    @Test func windowOfAppealsSaysTheDayThatIsEnough() throws {
        var call = try SampleCall.make()
        call.calendar.entries[5] = try SampleCall.entry(.appeals, "2026-11-27", "2026-12-01")
        let problem = try #require(call.problems.first { $0.check == "calendar-appeals" })
        #expect(problem.values["day"] == "2026-12-07")
        call.calendar.entries[5].until = try #require(CivilDay("2026-12-07"))
        #expect(!call.problems.contains { $0.check == "calendar-appeals" })
    }

    @Test func readsWhatItWrites() throws {
        let call = try SampleCall.make()
        let json = try call.json()
        #expect(try CallDefinition.read(json) == call)
        #expect(try CallDefinition.read(json).json() == json)
    }

    @Test func refusesFieldsThatNobodyReads() throws {
        var text = String(decoding: try SampleCall.make().json(), as: UTF8.self)
        text = text.replacingOccurrences(of: "\"mostWords\"", with: "\"mostWord\"")
        let problem = #expect(throws: SelectionProblem.self) { try CallDefinition.read(Data(text.utf8)) }
        #expect(problem?.place == "/form/0/questions/2/mostWord")
    }

    @Test func opensAndClosesToTheMinute() throws {
        let calendar = try SampleCall.make().calendar
        let (first, last) = (try #require(CivilDay("2026-10-01")), try #require(CivilDay("2026-11-09")))
        #expect(!calendar.isOpen(on: first.adding(-1), minute: 1439))
        #expect(calendar.isOpen(on: first, minute: 0))
        #expect(calendar.isOpen(on: last, minute: 959))
        #expect(!calendar.isOpen(on: last, minute: 960))
        #expect(calendar.running(on: first) == [.questions, .submission])
    }

    @Test func conditionsDecideWhatIsAsked() throws {
        let file = try SampleCall.make().questions[1]
        #expect(file.isAsked(["has-plan": ["yes"]]))
        #expect(!file.isAsked(["has-plan": ["no"]]))
        #expect(!file.isAsked([:]))
    }

    @Test(
        arguments: [
            (EligibilityRule.Comparison.above, [false, false, true]), (.atLeast, [false, true, true]),
            (.below, [true, false, false]), (.atMost, [true, true, false]),
        ])
    func comparesFigures(comparison: EligibilityRule.Comparison, expected: [Bool]) {
        #expect([49_999.0, 50_000, 50_001].map { comparison.holds($0, 50_000) } == expected)
    }

    @Test func saysWhetherAConditionIsMet() throws {
        let call = try SampleCall.make()
        let facts = EligibilityRule.Facts(figures: ["population": 50_000], declared: ["council": true])
        #expect(call.eligibility.map { $0.outcome(facts) } == [.notMet(figure: 50_000), .met(figure: nil)])
        #expect(call.eligibility.map { $0.outcome(.init()) } == [.open, .open])
    }

    @Test func differencesNameWhatAnErratumChanged() throws {
        let call = try SampleCall.make()
        var later = call
        #expect(call.differences(to: later) == [])
        later.form[0].questions[2].mostWords = 600
        later.eligibility.remove(at: 1)
        later.articles.append(.init(id: "art-2", title: SampleCall.text("Nou"), text: SampleCall.text("Text")))
        let found = call.differences(to: later)
        #expect(found.map(\.place) == ["art-2", "vision", "council"])
        #expect(found[0].before == nil)
        #expect(found[2].after == nil)
        #expect(found[1].after?.en.contains("600") == true)
    }
}
