import Crypto
import Foundation

/// What an applicant holds in hands after a submission: a link of the call's chain of receipts.
///
/// Its hash is the SHA-256 of five lines, each ended by a line feed: the receipt's number, the bid, the SHA-256 of the
/// content, the moment (UTC), and the hash of the receipt before. Whoever holds one receipt can check all before it.
public struct BidReceipt: Sendable, Hashable {
    /// What stands in the place of the hash before the first one.
    public static let start = String(repeating: "0", count: 64)

    public let number: Int
    public let bid: String
    public let contentHash: String
    public let at: String
    public let previousHash: String

    public init(number: Int, bid: String, contentHash: String, at: String, previousHash: String) {
        self.number = number
        self.bid = bid
        self.contentHash = contentHash
        self.at = at
        self.previousHash = previousHash
    }

    /// The five lines.
    public var text: String { [String(number), bid, contentHash, at, previousHash].map { "\($0)\n" }.joined() }

    /// SHA-256 of the lines, in hexadecimal digits.
    public var hash: String { BidAnswers.hexadecimal(SHA256.hash(data: Data(text.utf8))) }

    /// The number of the first receipt that does not follow from the one before it or whose hash is not the recorded
    /// one; nil where the chain holds.
    public static func firstBreak(in chain: [(receipt: BidReceipt, hash: String)]) -> Int? {
        var previous = start
        for (index, link) in chain.enumerated() {
            let isRight =
                link.receipt.number == index + 1 && link.receipt.previousHash == previous
                && link.receipt.hash == link.hash
            guard isRight else { return link.receipt.number }
            previous = link.hash
        }
        return nil
    }
}
