import Quantities

/// Who bears a cost, or gives money.
public enum Payer: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    case municipality
    /// Companies that the municipality owns.
    case municipalCompanies
    case households
    case businesses
    /// The national budget.
    case state
    /// The European Union's budget.
    case eu
    /// Banks, funds and others who want their money back.
    case investors

    /// The name in English, as pages say it.
    public var name: String {
        switch self {
        case .municipality: "Municipality"
        case .municipalCompanies: "Municipal companies"
        case .households: "Households"
        case .businesses: "Businesses"
        case .state: "State"
        case .eu: "European Union"
        case .investors: "Investors"
        }
    }

    public static func < (left: Payer, right: Payer) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Who bears which part of a cost; the parts add up to 1.
public struct PayerSplit: Sendable, Hashable {
    /// The parts; whoever is not named bears nothing.
    public var parts: [Payer: Double]

    public init(_ parts: [Payer: Double]) { self.parts = parts }

    /// Everything by one.
    public static func all(_ payer: Payer) -> PayerSplit { PayerSplit([payer: 1]) }

    /// The parts' sum, which is 1 up to rounding.
    public var sum: Double { Payer.allCases.reduce(0) { $0 + (parts[$1] ?? 0) } }

    /// Whether no part is below zero and they add up to 1.
    public var isWhole: Bool {
        parts.values.allSatisfy { $0.isFinite && $0 >= 0 } && (sum - 1).magnitude < 1e-9
    }

    /// An amount cut up among the payers; the cents add up exactly.
    public func split(_ cents: Int) -> [Payer: Int] {
        let payers = Payer.allCases.filter { (parts[$0] ?? 0) > 0 }
        let amounts = Cents.split(cents, by: payers.map { parts[$0] ?? 0 })
        return Dictionary(uniqueKeysWithValues: zip(payers, amounts))
    }
}

/// In files an object with the payer's name and its part.
extension PayerSplit: Codable {
    /// The payers are the keys.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case municipality, municipalCompanies, households, businesses, state, eu, investors
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        var parts: [Payer: Double] = [:]
        for key in CodingKeys.allCases {
            guard let part: Double = try values.optional(key), let payer = Payer(rawValue: key.rawValue) else {
                continue
            }
            parts[payer] = part
        }
        self.init(parts)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        for key in CodingKeys.allCases {
            guard let payer = Payer(rawValue: key.rawValue), let part = parts[payer] else { continue }
            try values.encode(part, forKey: key)
        }
    }
}
