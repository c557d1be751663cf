/// What keeps an answer from being submitted: which question, and what to do.
public struct BidProblem: Sendable, Hashable {
    /// The question's short name.
    public let question: String
    /// The check's name, such as `answer-missing`.
    public let check: String
    /// An English sentence, also the key of its translations; `{name}` stands for each of `values`.
    public let message: String
    public let values: [String: String]

    public init(_ question: String, _ check: String, _ message: String, _ values: [String: String] = [:]) {
        self.question = question
        self.check = check
        self.message = message
        self.values = values
    }
}

extension BidAnswers {
    /// The most rows of a table.
    public static let mostRows = 200
    /// The most signs of a short text, and of a table's cell.
    public static let mostSigns = 500

    /// Everything that keeps the bid from being submitted, in the form's order; none when it can be.
    public func problems(in call: CallDefinition) -> [BidProblem] { asked(in: call).compactMap { problem(with: $0) } }

    /// What is wrong with the answer to a question; nil where nothing is.
    public func problem(with question: CallQuestion) -> BidProblem? {
        guard let answer = answers[question.id], !answer.isEmpty else {
            return question.isRequired
                ? BidProblem(question.id, "answer-missing", "This question has no answer yet.") : nil
        }
        guard answer.fits(question.kind) else {
            return BidProblem(
                question.id, "answer-kind", "The answer is of another kind than the question. Answer it again.")
        }
        switch answer {
        case .text(let text): return problem(with: text, question)
        case .number(let number):
            return number.isFinite ? nil : BidProblem(question.id, "answer-number", "Write a number.")
        case .cents(let cents):
            return cents >= 0 ? nil : BidProblem(question.id, "answer-money", "Write a sum that is not below zero.")
        case .day: return nil
        case .choices(let choices): return problem(with: choices, question)
        case .table(let rows): return problem(with: rows, question)
        case .files(let files): return problem(with: files, question)
        }
    }

    private func problem(with text: String, _ question: CallQuestion) -> BidProblem? {
        if let most = question.mostWords {
            let words = BidAnswer.words(in: text)
            if words > most {
                return BidProblem(
                    question.id, "answer-words", "The answer has {count} words; {most} are allowed.",
                    ["count": "\(words)", "most": "\(most)"])
            }
        }
        if question.kind == .shortText, text.count > Self.mostSigns {
            return BidProblem(
                question.id, "answer-long", "The answer has {count} signs; {most} are allowed.",
                ["count": "\(text.count)", "most": "\(Self.mostSigns)"])
        }
        return nil
    }

    private func problem(with choices: [String], _ question: CallQuestion) -> BidProblem? {
        let offered = Set(question.possibleAnswers)
        let isOne = question.kind != .multipleChoice
        if !Set(choices).isSubset(of: offered) || Set(choices).count < choices.count || (isOne && choices.count > 1) {
            return BidProblem(
                question.id, "answer-choice", "The answer is not one of those offered. Choose again.")
        }
        return nil
    }

    private func problem(with rows: [[String]], _ question: CallQuestion) -> BidProblem? {
        if rows.count > Self.mostRows {
            return BidProblem(
                question.id, "answer-rows", "The table has {count} rows; {most} are allowed.",
                ["count": "\(rows.count)", "most": "\(Self.mostRows)"])
        }
        if let row = rows.firstIndex(where: { $0.count != question.parts.count }) {
            return BidProblem(
                question.id, "answer-columns", "Row {row} of the table does not have {count} columns.",
                ["row": "\(row + 1)", "count": "\(question.parts.count)"])
        }
        if let row = rows.firstIndex(where: { $0.contains { $0.count > Self.mostSigns } }) {
            return BidProblem(
                question.id, "answer-cell", "A cell in row {row} has more than {most} signs.",
                ["row": "\(row + 1)", "most": "\(Self.mostSigns)"])
        }
        return nil
    }

    private func problem(with files: [BidFile], _ question: CallQuestion) -> BidProblem? {
        if let file = files.first(where: { !question.fileTypes.contains($0.ending) }) {
            return BidProblem(
                question.id, "answer-file", "{name} is of a kind that is not asked for. Send {types}.",
                ["name": file.name, "types": question.fileTypes.map { $0.uppercased() }.joined(separator: ", ")])
        }
        let most = (question.mostMegabytes ?? 0) * 1_000_000
        if let file = files.first(where: { $0.bytes > most }) {
            return BidProblem(
                question.id, "answer-large", "{name} is larger than {most} MB.",
                ["name": file.name, "most": "\(question.mostMegabytes ?? 0)"])
        }
        return nil
    }
}
