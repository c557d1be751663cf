import Quantities

/// How far a figure can be relied on.
public enum FigureStatus: String, Sendable, Hashable, CaseIterable, Codable {
    /// Read from the source that is named.
    case sourced
    /// Stated by somebody, without a way to check it.
    case claimed
    /// An engineer's judgement.
    case judgement
    /// Taken from a source that nobody has read again yet.
    case unverified
}

/// What a measure does beside its effect on the climate. What it saves in greenhouse gases is not in it: it would
/// count twice.
public struct CoBenefit: Sendable, Hashable {
    /// What gets better.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case health, airQuality, noise, accidents, energyBills, jobs

        /// The name in English, as pages say it.
        public var name: String {
            switch self {
            case .health: "Health"
            case .airQuality: "Air quality"
            case .noise: "Noise"
            case .accidents: "Accidents"
            case .energyBills: "Energy bills"
            case .jobs: "Jobs"
            }
        }
    }

    /// What gets better.
    public var kind: Kind
    /// What it is worth a year at full effect, in cents of the measure's costs; nil where nobody put a price on it.
    public var centsPerYear: Int?
    /// How much there is of it a year at full effect, in `unit`.
    public var quantity: Double?
    /// The unit of `quantity`.
    public var unit: String
    /// Who has it.
    public var beneficiary: Payer?
    /// Where the figure comes from.
    public var source: String
    /// How far it can be relied on.
    public var status: FigureStatus

    public init(
        _ kind: Kind, centsPerYear: Int? = nil, quantity: Double? = nil, unit: String = "", beneficiary: Payer? = nil,
        source: String = "", status: FigureStatus = .judgement
    ) {
        self.kind = kind
        self.centsPerYear = centsPerYear
        self.quantity = quantity
        self.unit = unit
        self.beneficiary = beneficiary
        self.source = source
        self.status = status
    }
}

extension CoBenefit: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case kind, centsPerYear, quantity, unit, beneficiary, source, status
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(Kind.self, forKey: .kind), centsPerYear: try values.optional(.centsPerYear),
            quantity: try values.optional(.quantity), unit: try values.field(.unit, or: ""),
            beneficiary: try values.optional(.beneficiary), source: try values.field(.source, or: ""),
            status: try values.field(.status, or: .judgement))
    }
}
