import Quantities

/// A limit to what a municipality may owe or pay each year, as data: rules change, and other countries have others.
public struct DebtRule: Sendable, Hashable {
    /// What is limited.
    public enum Limited: String, Sendable, Hashable, CaseIterable, Codable {
        /// Interest, repayments and fees of a year.
        case yearlyService
        /// Everything owed at the end of a year.
        case stock
    }

    /// What it is held against.
    public enum Base: String, Sendable, Hashable, CaseIterable, Codable {
        /// Revenue of the municipality's own.
        case ownRevenue
        /// The whole budget.
        case budget
    }

    /// A short text slug.
    public var id: String
    /// What the rule says, in short.
    public var name: String
    /// What is limited.
    public var limited: Limited
    /// What it is held against.
    public var base: Base
    /// The greatest part of the average.
    public var share: Double
    /// How many years before the year judged the average is taken over.
    public var years: Int
    /// Loans that the rule leaves out, by what they are for.
    public var exempt: [LoanTerms.Purpose]
    /// The law.
    public var source: String
    /// How far the figure can be relied on.
    public var status: FigureStatus

    public init(
        id: String, name: String, limited: Limited, base: Base = .ownRevenue, share: Double, years: Int,
        exempt: [LoanTerms.Purpose] = [], source: String, status: FigureStatus
    ) {
        self.id = id
        self.name = name
        self.limited = limited
        self.base = base
        self.share = share
        self.years = years
        self.exempt = exempt
        self.source = source
        self.status = status
    }

    /// How a year stands under the rule.
    public struct Standing: Sendable, Hashable, Codable {
        /// The calendar year.
        public let year: Int
        /// What is limited, in cents.
        public let burdenCents: Int
        /// How much it may be, in cents; nil where not all the years are known that the average is taken over.
        public let limitCents: Int?
        /// By how much it is too much, in cents: 0 where the limit is kept, nil where it is not known.
        public let overCents: Int?

        /// - Parameters:
        ///   - burdenCents: what is limited.
        ///   - limitCents: nil where it is not known.
        public init(year: Int, burdenCents: Int, limitCents: Int?) {
            self.year = year
            self.burdenCents = burdenCents
            self.limitCents = limitCents
            overCents = limitCents.map { max(0, burdenCents - $0) }
        }

        /// Whether it is within the limit; nil where the limit is not known.
        public var isKept: Bool? { overCents.map { $0 == 0 } }
    }

    /// The standing of each year with a burden.
    /// - Parameters:
    ///   - burden: cents by calendar year: the service, or what is owed.
    ///   - base: cents by calendar year. After the last known year the last average goes on.
    public func standings(burden: [Int: Int], base: [Int: Int]) -> [Standing] {
        burden.keys.sorted().map { year in
            Standing(year: year, burdenCents: burden[year] ?? 0, limitCents: limit(of: year, base))
        }
    }

    private func limit(of year: Int, _ base: [Int: Int]) -> Int? {
        guard years > 0, let last = base.keys.max() else { return nil }
        let end = min(year - 1, last)
        let known = (0..<years).compactMap { base[end - $0] }
        guard known.count == years else { return nil }
        return Cents.rounded(Double(known.reduce(0, +)) / Double(years) * share)
    }
}

extension DebtRule: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, limited, base, share, years, exempt, source, status
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            limited: try values.decode(Limited.self, forKey: .limited),
            base: try values.field(.base, or: .ownRevenue),
            share: try values.decode(Double.self, forKey: .share), years: try values.decode(Int.self, forKey: .years),
            exempt: try values.field(.exempt, or: []), source: try values.field(.source, or: ""),
            status: try values.field(.status, or: .unverified))
    }
}
