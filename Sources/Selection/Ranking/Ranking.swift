import Foundation

/// The result of a call: a pure function of its frozen inputs, which anybody can compute again.
public struct Ranking: Sendable, Hashable, Codable {
    /// The library's version; another one may rank otherwise.
    public let version: String
    /// The SHA-256 of the case's canonical text.
    public let inputHash: String
    public let call: String
    /// The seed of the draw, where there was one.
    public let seed: String?
    /// Bids in rank order, then those without a rank by number.
    public let rows: [Row]
    /// Groups of equal bids that wait for a seed, by number.
    public let awaitingDraw: [[String]]
    public let grantedCents: Int
    /// What is left of the money; nil where the call gives none.
    public let leftCents: Int?
    /// What the jury's choice changes, and what diversity rules ask for.
    public let strategic: Strategic
    /// Whether nothing is open: every bid settled, every tie drawn, every departure with its reason, every rule met.
    public let isFinal: Bool

    /// What becomes of a bid.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        case selected, partlyFunded, reserve, notSelected, belowThreshold, outOfScope, unsettled, ineligible
    }

    /// One bid.
    public struct Row: Sendable, Hashable, Codable {
        public let number: String
        /// From 1; nil where a bid is not ranked.
        public let rank: Int?
        public let total: Points?
        public let results: [ScoreSheet.Result]
        /// What put it below the bid above it: `total`, a tie rule, `draw`, `open` before the draw; empty for the first.
        public let decidedBy: String
        /// Its ticket, where a draw decided.
        public let ticket: String?
        public internal(set) var outcome: Outcome
        public internal(set) var grantedCents: Int
        /// Its place on the reserve list, from 1.
        public internal(set) var reservePlace: Int?
        /// Whether bids below it were selected because it asks for more than was left.
        public internal(set) var wasPassedOver: Bool
        /// The criteria whose threshold it does not reach, by id.
        public let below: [String]
        /// Why its marks do not count yet, one line each.
        public let open: [String]
    }

    /// Ranks the bids of a call.
    /// - Throws: every problem of the case.
    public init(_ frozen: RankingCase) throws(SelectionRefusal) {
        let problems = frozen.problems
        if !problems.isEmpty { throw SelectionRefusal(problems: problems) }
        let order = RankOrder(frozen)
        var rows = order.ranked
        let line = BudgetLine(frozen.rules.budget, order.bids)
        line.apply(to: &rows)
        var selection = StrategicSelection(frozen, order, rows)
        selection.apply(to: &rows)
        version = SelectionLibrary.version
        inputHash = CanonicalInput(frozen).hash
        call = frozen.call
        seed = frozen.rules.seed
        awaitingDraw = order.awaitingDraw
        let granted = rows.reduce(0) { $0 + $1.grantedCents }
        grantedCents = granted
        leftCents = frozen.rules.budget.cents.map { $0 - granted }
        strategic = selection.result
        isFinal =
            order.awaitingDraw.isEmpty && strategic.findings.isEmpty
            && !order.unranked.contains { $0.outcome == .unsettled }
        self.rows = rows + order.unranked
    }

    /// The ranking as JSON; the same case gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try SelectionJSON.bytes(self) }
}
