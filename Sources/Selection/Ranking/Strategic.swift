/// What a strategic selection changes against the ranking, and whether it may.
public struct Strategic: Sendable, Hashable, Codable {
    /// Bids that the jury selected although the ranking would not have, or the other way round, in rank order.
    public let departures: [Departure]
    /// What is against the rules; a selection with a finding is not final.
    public let findings: [Finding]
    /// The best selection that meets all diversity rules: it fills as many places as can be, and goes down the ranking
    /// as far as the rules let it; nil where there are no diversity rules, or none was found within the search's limit.
    public let proposal: [String]?

    /// A bid that the jury treats otherwise than the ranking.
    public struct Departure: Sendable, Hashable, Codable {
        public let number: String
        /// Whether it is selected against the ranking, or left out against it.
        public let isSelected: Bool
        /// Empty where the jury gave none.
        public let reason: String
    }

    /// Something against the rules.
    public struct Finding: Sendable, Hashable, Codable {
        /// Such as `no-reason`, `too-few`.
        public let check: String
        /// The bid's number or the label's value.
        public let of: String
        /// How many there are, or how much, where that is the matter.
        public let found: Int?
        /// How many there must be, or may be, where that is the matter.
        public let limit: Int?
    }
}

/// The jury's choice beside the ranking.
struct StrategicSelection {
    private let frozen: RankingCase
    private let order: RankOrder
    /// The numbers that the budget line selects.
    private let byRank: Set<String>
    private var findings: [Strategic.Finding] = []
    private var departures: [Strategic.Departure] = []

    init(_ frozen: RankingCase, _ order: RankOrder, _ rows: [Ranking.Row]) {
        self.frozen = frozen
        self.order = order
        byRank = Set(rows.filter { $0.outcome == .selected || $0.outcome == .partlyFunded }.map(\.number))
    }

    var result: Strategic {
        let search = frozen.rules.diversity.isEmpty ? nil : DiversitySearch(frozen.rules, order.bids)
        return Strategic(departures: departures, findings: findings, proposal: search?.best())
    }

    /// Puts the choice, where there is one, in the place of the budget line.
    mutating func apply(to rows: inout [Ranking.Row]) {
        let chosen = frozen.choice.map { Set($0.selected) }
        if let chosen {
            compare(chosen, rows)
            for index in rows.indices {
                // What the line grants in part stays in part; all else that is chosen gets what it asks for.
                let isChosen = chosen.contains(rows[index].number)
                let keepsPart = isChosen && rows[index].outcome == .partlyFunded
                rows[index].reservePlace = nil
                rows[index].wasPassedOver = false
                if keepsPart { continue }
                rows[index].outcome = isChosen ? .selected : .notSelected
                rows[index].grantedCents =
                    isChosen && frozen.rules.budget.cents != nil ? order.bids[index].requestedCents : 0
            }
            BudgetLine.fillReserve(&rows, limit: frozen.rules.budget.reserve)
            checkLimits(rows)
        }
        checkDiversity(chosen ?? byRank)
    }

    private mutating func compare(_ chosen: Set<String>, _ rows: [Ranking.Row]) {
        for row in rows where chosen.contains(row.number) != byRank.contains(row.number) {
            let reason = frozen.choice?.reasons[row.number] ?? ""
            departures.append(.init(number: row.number, isSelected: chosen.contains(row.number), reason: reason))
            if reason.isEmpty { find("no-reason", row.number) }
        }
        let ranked = Set(rows.map(\.number))
        for number in chosen.subtracting(ranked).sorted() { find("not-ranked", number) }
    }

    private mutating func checkLimits(_ rows: [Ranking.Row]) {
        let budget = frozen.rules.budget
        let count = rows.count { $0.outcome == .selected || $0.outcome == .partlyFunded }
        if let places = budget.places, count > places { find("over-places", "", count, places) }
        let granted = rows.reduce(0) { $0 + $1.grantedCents }
        if let cents = budget.cents, granted > cents { find("over-budget", "", granted, cents) }
    }

    private mutating func checkDiversity(_ chosen: Set<String>) {
        let selected = order.bids.filter { chosen.contains($0.number) }
        for bound in DiversityBound.all(frozen.rules.diversity, order.bids) {
            let count = selected.count { $0.labels[bound.label] == bound.value }
            if count < bound.atLeast { find("too-few", "\(bound.label) \(bound.value)", count, bound.atLeast) }
            if let most = bound.atMost, count > most { find("too-many", "\(bound.label) \(bound.value)", count, most) }
        }
    }

    private mutating func find(_ check: String, _ of: String, _ found: Int? = nil, _ limit: Int? = nil) {
        findings.append(.init(check: check, of: of, found: found, limit: limit))
    }
}
