import Quantities

extension Plan {
    /// How a measure's effect grows from nothing to all of it.
    public enum Adoption: Sendable, Hashable {
        /// By the same part each year: (year − start + 1) ÷ (end − start + 1).
        case linear
        /// Slow, fast, slow: the logistic curve between 2 % in the year before `start` and 98 % in `end`, stretched to 0 and 1.
        case sCurve
        /// The logistic curve that diffusion is fitted with: `present` of the goal in the year before `start`, 98 % in `end`.
        ///
        /// Adoption is what is added to the present: (y − present) ÷ (1 − present), y = 1 ÷ (1 + e^(−k(t − t0))); the goal
        /// itself is approached after `end`.
        case logistic(present: Double)
        /// Steps: from each year on, the part of the full effect given for it (0 before the first).
        case stepwise([Point])

        /// The name of the shape in files.
        public var shape: String {
            switch self {
            case .linear: "linear"
            case .sCurve: "s-curve"
            case .logistic: "logistic"
            case .stepwise: "stepwise"
            }
        }
    }
}

extension Plan.Adoption: Codable {
    enum CodingKeys: String, CodingKey, CaseIterable { case shape, present, steps }

    public init(from decoder: any Decoder) throws {
        if let shape = try? decoder.singleValueContainer().decode(String.self) {
            switch shape {
            case "linear": self = .linear
            case "s-curve": self = .sCurve
            default: throw Self.unknown(shape, at: decoder.codingPath)
            }
            return
        }
        let values = try decoder.fields(CodingKeys.self)
        let shape = try values.decode(String.self, forKey: .shape)
        switch shape {
        case "linear": self = .linear
        case "s-curve": self = .sCurve
        case "logistic": self = .logistic(present: try values.decode(Double.self, forKey: .present))
        case "stepwise": self = .stepwise(try values.decode([Plan.Point].self, forKey: .steps))
        default: throw Self.unknown(shape, at: decoder.codingPath + [CodingKeys.shape])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .linear, .sCurve:
            var container = encoder.singleValueContainer()
            try container.encode(shape)
        case .logistic(let present):
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(shape, forKey: .shape)
            try values.encode(present, forKey: .present)
        case .stepwise(let steps):
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(shape, forKey: .shape)
            try values.encode(steps, forKey: .steps)
        }
    }

    private static func unknown(_ shape: String, at path: [any CodingKey]) -> DecodingError {
        DecodingError.dataCorrupted(
            .init(codingPath: path, debugDescription: "“\(shape)” is not linear, s-curve, logistic or stepwise."))
    }
}
