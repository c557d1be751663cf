import Foundation
import Selection
import Testing

/// Answers of a bid: which are asked for, which count, and what is wrong with each.
@Suite struct BidAnswerTests {
    private func text(_ words: String) -> BilingualText { BilingualText(ro: words, en: words) }

    private func question(
        _ id: String, _ kind: CallQuestion.Kind, required: Bool = true, words: Int? = nil, parts: [String] = [],
        on condition: CallQuestion.Condition? = nil
    ) -> CallQuestion {
        CallQuestion(
            id: id, text: text(id), kind: kind, isRequired: required, mostWords: words,
            parts: parts.map { .init(id: $0, text: text($0)) }, fileTypes: kind == .file ? ["pdf"] : [],
            mostMegabytes: kind == .file ? 1 : nil, condition: condition)
    }

    private var call: CallDefinition {
        CallDefinition(
            title: text("Call"),
            form: [
                CallSection(
                    id: "one", title: text("One"),
                    questions: [
                        question("name", .shortText), question("why", .longText, words: 3),
                        question("partner", .yesNo),
                        question(
                            "which", .choice, parts: ["a", "b"], on: .init(question: "partner", answers: ["yes"])),
                        question("details", .longText, on: .init(question: "which", answers: ["b"])),
                    ]),
                CallSection(
                    id: "two", title: text("Two"),
                    questions: [
                        question("sum", .money), question("day", .date, required: false),
                        question("kinds", .multipleChoice, parts: ["x", "y"]),
                        question("team", .table, parts: ["who", "what"]), question("plan", .file),
                    ]),
            ])
    }

    private var good: BidAnswers {
        BidAnswers([
            "name": .text("Exemplu"), "why": .text("un oraș – verde"), "partner": .choices(["no"]), "sum": .cents(100),
            "kinds": .choices(["y", "x"]), "team": .table([["Ana", "plan"]]),
            "plan": .files([BidFile(name: "Plan.PDF", sha256: "00", bytes: 1_000_000)]),
        ])
    }

    @Test func aGoodBidHasNoProblem() {
        #expect(good.problems(in: call) == [])
        #expect(good.progress(of: call.form[0], in: call) == (3, 3))
        #expect(good.progress(of: call.form[1], in: call) == (5, 5))
        #expect(
            BidAnswers().problems(in: call).map(\.question) == [
                "name", "why", "partner", "sum", "kinds", "team", "plan",
            ])
    }

    @Test(arguments: [
        ("name", BidAnswer.text(" \n"), "answer-missing"),
        ("name", .text(String(repeating: "x", count: 501)), "answer-long"),
        ("why", .text("un oraș mai verde"), "answer-words"), ("why", .number(1), "answer-kind"),
        ("partner", .choices(["maybe"]), "answer-choice"), ("partner", .choices(["no", "no"]), "answer-choice"),
        ("sum", .cents(-1), "answer-money"), ("sum", .number(.nan), "answer-kind"),
        ("kinds", .choices(["x", "x"]), "answer-choice"),
        ("kinds", .choices([]), "answer-missing"), ("team", .table([["Ana"]]), "answer-columns"),
        ("team", .table([["", " "]]), "answer-missing"),
        ("team", .table(Array(repeating: ["a", "b"], count: 201)), "answer-rows"),
        ("team", .table([["a", String(repeating: "b", count: 501)]]), "answer-cell"),
        ("plan", .files([BidFile(name: "plan.exe", sha256: "00", bytes: 1)]), "answer-file"),
        ("plan", .files([BidFile(name: "pdf", sha256: "00", bytes: 1)]), "answer-file"),
        ("plan", .files([BidFile(name: "plan.pdf", sha256: "00", bytes: 1_000_001)]), "answer-large"),
    ])
    func eachWrongAnswerIsNamed(question: String, answer: BidAnswer, check: String) {
        var answers = good
        answers[question] = answer
        #expect(answers.problems(in: call).map { "\($0.question) \($0.check)" } == ["\(question) \(check)"])
    }

    /// What hangs on an answer is asked with it, and what hangs on that in turn; nothing else counts.
    @Test func conditionsFollowEachOther() throws {
        var answers = good
        answers["details"] = .text("rămas")
        #expect(answers.asked(in: call).map(\.id).contains("which") == false)
        answers["partner"] = .choices(["yes"])
        #expect(answers.problems(in: call).map(\.question) == ["which"])
        answers["which"] = .choices(["b"])
        #expect(answers.problems(in: call) == [] && answers.counting(in: call)["details"] != nil)
        let withDetails = try answers.contentHash(in: call)
        // Taken back: the details stay in the draft and count no more.
        answers["partner"] = .choices(["no"])
        #expect(answers["details"] != nil && answers.counting(in: call)["details"] == nil)
        #expect(answers.counting(in: call)["which"] == nil)
        #expect(try answers.contentHash(in: call) == good.contentHash(in: call))
        #expect(try answers.contentHash(in: call) != withDetails)
    }

    @Test func theContentComesBackTheSame() throws {
        let bytes = try good.content(in: call)
        #expect(try JSONDecoder().decode(BidAnswers.self, from: bytes) == good)
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(BidAnswers.self, from: Data(#"{"answers":{"a":{"text":"x","number":1}}}"#.utf8))
        }
    }

    /// A receipt's hash by hand: `printf '1\nB\nc\nt\n000…0\n' | sha256sum`; any change breaks the chain at its place.
    @Test func receiptsAreAChain() {
        var chain: [(receipt: BidReceipt, hash: String)] = []
        for number in 1...5 {
            let receipt = BidReceipt(
                number: number, bid: "B\(number)", contentHash: "c", at: "t",
                previousHash: chain.last?.hash ?? BidReceipt.start)
            chain.append((receipt, receipt.hash))
        }
        #expect(BidReceipt.firstBreak(in: chain) == nil)
        let first = BidReceipt(number: 1, bid: "B", contentHash: "c", at: "t", previousHash: BidReceipt.start)
        #expect(
            first.text == "1\nB\nc\nt\n\(BidReceipt.start)\n"
                && first.hash == "a3536b5ec787a9125508ba642fa38b27babc839189f3f2c79603f04bf73a0ae4")
        for index in chain.indices {
            var changed = chain
            let old = chain[index].receipt
            changed[index].receipt = BidReceipt(
                number: old.number, bid: old.bid, contentHash: "d", at: old.at, previousHash: old.previousHash)
            #expect(BidReceipt.firstBreak(in: changed) == index + 1)
            // Made to fit by itself, it no longer fits the next one.
            changed[index].hash = changed[index].receipt.hash
            #expect(BidReceipt.firstBreak(in: changed) == (index == 4 ? nil : index + 2))
            var shorter = chain
            shorter.remove(at: index)
            #expect(BidReceipt.firstBreak(in: shorter) == (index == 4 ? nil : index + 2))
        }
    }
}
