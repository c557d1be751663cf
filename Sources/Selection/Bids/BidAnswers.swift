import Crypto
import Foundation
import Quantities

/// The answers of one bid, by the short names of the questions.
public struct BidAnswers: Sendable, Hashable, Codable {
    public var answers: [String: BidAnswer]

    public init(_ answers: [String: BidAnswer] = [:]) { self.answers = answers }

    public subscript(question: String) -> BidAnswer? {
        get { answers[question] }
        set { answers[question] = newValue }
    }

    /// The questions that are asked with these answers, in the form's order.
    ///
    /// A question that hangs on one that is not asked itself is not asked either, whatever was answered before.
    public func asked(in call: CallDefinition) -> [CallQuestion] {
        var chosen: [String: [String]] = [:]
        return call.questions.filter { question in
            guard question.isAsked(chosen) else { return false }
            if case .choices(let choices) = answers[question.id], question.kind.decides {
                chosen[question.id] = choices
            }
            return true
        }
    }

    /// The answers that count: those to questions that are asked. Others stay with the draft, unread.
    public func counting(in call: CallDefinition) -> BidAnswers {
        let asked = Set(asked(in: call).map(\.id))
        return BidAnswers(answers.filter { asked.contains($0.key) && !$0.value.isEmpty })
    }

    /// What is submitted, as bytes: the answers that count, names sorted.
    ///
    /// - Throws: an `EncodingError` where a number is not finite.
    public func content(in call: CallDefinition) throws -> Data { try SelectionJSON.bytes(counting(in: call)) }

    /// SHA-256 of the content, in hexadecimal digits: what a receipt names.
    ///
    /// - Throws: an `EncodingError` where a number is not finite.
    public func contentHash(in call: CallDefinition) throws -> String {
        Self.hexadecimal(SHA256.hash(data: try content(in: call)))
    }

    static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// How far a section is: questions that are asked, and those that are answered without a problem.
    public func progress(of section: CallSection, in call: CallDefinition) -> (asked: Int, done: Int) {
        let ids = Set(section.questions.map(\.id))
        let asked = asked(in: call).filter { ids.contains($0.id) }
        let wrong = Set(asked.compactMap { problem(with: $0) }.map(\.question))
        return (
            asked.count,
            asked.count { !wrong.contains($0.id) && (answers[$0.id].map { !$0.isEmpty } ?? !$0.isRequired) }
        )
    }
}
