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

    /// A short text slug.
    public var id: String
    /// What the rule says, in short.
    public var name: String
    /// What is limited.
    public var limited: Limited
    /// The greatest part of the average own revenue.
    public var share: Double
    /// Over how many years before the year judged the own revenue is averaged.
    public var years: Int
    /// The law.
    public var source: String
    /// How far the figure can be relied on.
    public var status: FigureStatus

    public init(
        id: String, name: String, limited: Limited, share: Double, years: Int, source: String, status: FigureStatus
    ) {
        self.id = id
        self.name = name
        self.limited = limited
        self.share = share
        self.years = years
        self.source = source
        self.status = status
    }

    /// Romania's limit for local public debt; the text of the law has to be read again before anybody relies on it.
    public static let romania = DebtRule(
        id: "ro-273-2006-63", name: "30 % of the average own revenue of three years", limited: .yearlyService,
        share: 0.3, years: 3, source: "Legea nr. 273/2006 privind finanțele publice locale, art. 63",
        status: .unverified)

    /// How a year stands under the rule.
    public struct Standing: Sendable, Hashable, Codable {
        /// The calendar year.
        public let year: Int
        /// What is limited, in cents.
        public let burdenCents: Int
        /// How much it may be, in cents.
        public let limitCents: Int
        /// Whether it is within the limit.
        public var isKept: Bool { burdenCents <= limitCents }
    }

    /// The standing of each year with a burden; nil for a year before which the rule's revenues are not all known.
    /// - Parameters:
    ///   - burden: cents by calendar year: the service, or what is owed.
    ///   - ownRevenue: cents by calendar year. After the last known year the last average goes on.
    public func standings(burden: [Int: Int], ownRevenue: [Int: Int]) -> [Standing]? {
        guard let last = ownRevenue.keys.max(), years > 0 else { return nil }
        var result: [Standing] = []
        for year in burden.keys.sorted() {
            let end = min(year - 1, last)
            let known = (0..<years).compactMap { ownRevenue[end - $0] }
            guard known.count == years else { return nil }
            let average = Double(known.reduce(0, +)) / Double(years)
            result.append(
                Standing(year: year, burdenCents: burden[year] ?? 0, limitCents: Cents.rounded(average * share)))
        }
        return result
    }
}

extension DebtRule: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, limited, share, years, source, status
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            limited: try values.decode(Limited.self, forKey: .limited),
            share: try values.decode(Double.self, forKey: .share), years: try values.decode(Int.self, forKey: .years),
            source: try values.field(.source, or: ""), status: try values.field(.status, or: .unverified))
    }
}
