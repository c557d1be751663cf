import Foundation
import Quantities

/// What an applicant answers to one question of a call.
public enum BidAnswer: Sendable, Hashable {
    case text(String)
    case number(Double)
    /// Money in cents of the call's currency.
    case cents(Int)
    case day(CivilDay)
    /// The short names of what was chosen; `yes` or `no` where that is the question.
    case choices([String])
    /// Row by row, a cell a column.
    case table([[String]])
    case files([BidFile])

    /// Whether it says anything.
    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .number, .cents, .day: false
        case .choices(let choices): choices.isEmpty
        case .table(let rows): rows.allSatisfy { $0.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
        case .files(let files): files.isEmpty
        }
    }

    /// Whether an answer of this kind can be given to a question of that kind.
    func fits(_ kind: CallQuestion.Kind) -> Bool {
        switch (self, kind) {
        case (.text, .shortText), (.text, .longText), (.number, .number), (.cents, .money), (.day, .date),
            (.choices, .choice), (.choices, .multipleChoice), (.choices, .yesNo), (.table, .table), (.files, .file):
            true
        default: false
        }
    }

    /// How many words a text has: runs of signs between blanks that hold a letter or a digit.
    public static func words(in text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }
}

/// A file that belongs to a bid, named by its content.
public struct BidFile: Sendable, Hashable, Codable {
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public var sha256: String
    public var bytes: Int

    public init(name: String, sha256: String, bytes: Int) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
    }

    /// The ending of its name in small letters; empty where it has none.
    public var ending: String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? (parts.last ?? "").lowercased() : ""
    }
}

extension BidAnswer: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable { case text, number, cents, day, choices, table, files }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = values.allKeys.first, values.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "An answer has exactly one kind."))
        }
        switch key {
        case .text: self = .text(try values.decode(String.self, forKey: key))
        case .number: self = .number(try values.decode(Double.self, forKey: key))
        case .cents: self = .cents(try values.decode(Int.self, forKey: key))
        case .day: self = .day(try values.decode(CivilDay.self, forKey: key))
        case .choices: self = .choices(try values.decode([String].self, forKey: key))
        case .table: self = .table(try values.decode([[String]].self, forKey: key))
        case .files: self = .files(try values.decode([BidFile].self, forKey: key))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .text(let text): try values.encode(text, forKey: .text)
        case .number(let number): try values.encode(number, forKey: .number)
        case .cents(let cents): try values.encode(cents, forKey: .cents)
        case .day(let day): try values.encode(day, forKey: .day)
        case .choices(let choices): try values.encode(choices, forKey: .choices)
        case .table(let rows): try values.encode(rows, forKey: .table)
        case .files(let files): try values.encode(files, forKey: .files)
        }
    }
}
