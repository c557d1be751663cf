import Quantities

/// A condition that a bid must meet before anybody reads it.
public struct EligibilityRule: Sendable, Hashable {
    /// How it is found out.
    public enum Test: Sendable, Hashable {
        /// A figure of a named series, such as the population of the 2021 census.
        case figure(series: String, Comparison, Double)
        /// The applicant declares it.
        case declaration
    }

    /// How a figure stands to the limit.
    public enum Comparison: String, Sendable, Hashable, CaseIterable, Codable {
        case above
        case atLeast = "at-least"
        case below
        case atMost = "at-most"

        /// Whether the figure stands so to the limit.
        public func holds(_ figure: Double, _ limit: Double) -> Bool {
            switch self {
            case .above: figure > limit
            case .atLeast: figure >= limit
            case .below: figure < limit
            case .atMost: figure <= limit
            }
        }
    }

    /// A short text slug, unique in the call.
    public var id: String
    public var text: BilingualText
    public var test: Test

    public init(id: String, text: BilingualText, test: Test) {
        self.id = id
        self.text = text
        self.test = test
    }

    /// What is known of an applicant.
    public struct Facts: Sendable, Hashable {
        /// Figures by the name of their series.
        public var figures: [String: Double]
        /// What the applicant declares, by the rule's id.
        public var declared: [String: Bool]

        public init(figures: [String: Double] = [:], declared: [String: Bool] = [:]) {
            self.figures = figures
            self.declared = declared
        }
    }

    /// Whether it is met, with what it was held against.
    public enum Outcome: Sendable, Hashable {
        case met(figure: Double?)
        case notMet(figure: Double?)
        /// Nothing is known; never taken for met or unmet.
        case open
    }

    public func outcome(_ facts: Facts) -> Outcome {
        switch test {
        case .figure(let series, let comparison, let limit):
            guard let figure = facts.figures[series] else { return .open }
            return comparison.holds(figure, limit) ? .met(figure: figure) : .notMet(figure: figure)
        case .declaration:
            guard let answer = facts.declared[id] else { return .open }
            return answer ? .met(figure: nil) : .notMet(figure: nil)
        }
    }
}

extension EligibilityRule: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, text, series, comparison, limit }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        let test: Test
        if let series: String = try values.optional(.series) {
            test = .figure(
                series: series, try values.decode(Comparison.self, forKey: .comparison),
                try values.decode(Double.self, forKey: .limit))
        } else {
            test = .declaration
        }
        self.init(
            id: try values.decode(String.self, forKey: .id),
            text: try values.decode(BilingualText.self, forKey: .text), test: test)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(text, forKey: .text)
        if case .figure(let series, let comparison, let limit) = test {
            try values.encode(series, forKey: .series)
            try values.encode(comparison, forKey: .comparison)
            try values.encode(limit, forKey: .limit)
        }
    }
}
