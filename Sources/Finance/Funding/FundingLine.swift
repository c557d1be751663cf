import Quantities

/// Money that somebody gives, or may give, for a measure.
public struct FundingLine: Sendable, Hashable {
    /// How far it has come. What counts as secured begins with a contract.
    public enum Status: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
        case idea, applied, contracted, received, reported

        /// Whether somebody is bound to pay, or has paid.
        public var isSecured: Bool { self >= .contracted }

        public static func < (left: Status, right: Status) -> Bool { left.place < right.place }

        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What is given in return.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// The payer's own money.
        case own
        case grant
        /// To be paid back.
        case loan
        /// For a share of ownership or of savings.
        case equity
    }

    /// A short text slug, unique among the lines of a portfolio.
    public var id: String
    /// The programme, fund or budget.
    public var name: String
    /// Who gives it.
    public var payer: Payer
    /// What is given in return.
    public var kind: Kind
    /// The amount in cents, in current prices of the years in which it is paid.
    public var cents: Int
    /// The first calendar year in which it is paid.
    public var from: Int
    /// The last one; the amount is spread evenly.
    public var to: Int
    /// How far it has come.
    public var status: Status
    /// What the municipality pays back, from the year after `to` on; only with `kind` loan.
    public var terms: LoanTerms?
    /// Where the figure comes from: the contract's number, the call's address.
    public var source: String

    public init(
        id: String, name: String, payer: Payer, kind: Kind, cents: Int, from: Int, to: Int, status: Status,
        terms: LoanTerms? = nil, source: String = ""
    ) {
        self.id = id
        self.name = name
        self.payer = payer
        self.kind = kind
        self.cents = cents
        self.from = from
        self.to = to
        self.status = status
        self.terms = terms
        self.source = source
    }

    /// What the municipality pays for it, by calendar year; nothing without terms.
    public var service: [Int: Int] {
        guard let terms else { return [:] }
        let payments = terms.loan(cents: cents).yearlyServiceCents
        return Dictionary(uniqueKeysWithValues: payments.enumerated().map { (max(from, to) + 1 + $0, $1) })
    }

    /// What the municipality owes for it at the end of each calendar year, as long as there is a debt; nothing without
    /// terms.
    public var owed: [Int: Int] {
        guard let terms else { return [:] }
        var (result, sum): ([Int: Int], Int) = ([:], 0)
        for (year, cents) in years.sorted(by: { $0.key < $1.key }) {
            sum += cents
            result[year] = sum
        }
        for (offset, cents) in terms.loan(cents: cents).yearlyBalanceCents.enumerated() where cents > 0 {
            result[max(from, to) + 1 + offset] = cents
        }
        return result
    }

    /// The amounts by calendar year; they add up exactly.
    public var years: [Int: Int] {
        guard to >= from else { return [from: cents] }
        let amounts = Cents.split(cents, by: [Double](repeating: 1, count: to - from + 1))
        return Dictionary(uniqueKeysWithValues: zip(from...to, amounts))
    }
}

extension FundingLine: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, payer, kind, cents, from, to, status, terms, source
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        let from = try values.decode(Int.self, forKey: .from)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            payer: try values.decode(Payer.self, forKey: .payer), kind: try values.decode(Kind.self, forKey: .kind),
            cents: try values.decode(Int.self, forKey: .cents), from: from, to: try values.field(.to, or: from),
            status: try values.decode(Status.self, forKey: .status),
            terms: try values.optional(.terms), source: try values.field(.source, or: ""))
    }
}

/// What is needed, what is there, and what is missing. Hopes never count as money.
public struct FundingGap: Sendable, Hashable, Codable {
    /// The investment to be paid for.
    public var neededCents: Int
    /// Contracted, received or reported.
    public var contractedCents: Int
    /// Applied for, or an idea.
    public var hopedForCents: Int

    public init(neededCents: Int, contractedCents: Int = 0, hopedForCents: Int = 0) {
        self.neededCents = neededCents
        self.contractedCents = contractedCents
        self.hopedForCents = hopedForCents
    }

    /// The gap of an investment and the lines that fund it.
    public init(neededCents: Int, lines: [FundingLine]) {
        self.init(neededCents: neededCents)
        for line in lines {
            if line.status.isSecured { contractedCents += line.cents } else { hopedForCents += line.cents }
        }
    }

    /// What no contract covers.
    public var gapCents: Int { max(0, neededCents - contractedCents) }
    /// What stays open even if every hope comes true.
    public var gapAfterHopesCents: Int { max(0, neededCents - contractedCents - hopedForCents) }
    /// The covered part by contracts alone; nil where nothing is needed.
    public var coverage: Double? {
        neededCents > 0 ? Double(min(contractedCents, neededCents)) / Double(neededCents) : nil
    }

    public static func + (left: FundingGap, right: FundingGap) -> FundingGap {
        FundingGap(
            neededCents: left.neededCents + right.neededCents,
            contractedCents: left.contractedCents + right.contractedCents,
            hopedForCents: left.hopedForCents + right.hopedForCents)
    }
}
