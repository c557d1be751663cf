import Quantities

/// What stands in a measure's way.
public struct Barrier: Sendable, Hashable {
    /// The template's kinds.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case structural, policy, economic, financial, social
    }

    /// In a few words.
    public var name: String
    public var kind: Kind
    public var description: String
    /// Whom it concerns.
    public var stakeholders: [String]
    /// What could take it away.
    public var solution: String

    public init(
        _ name: String, kind: Kind, description: String = "", stakeholders: [String] = [], solution: String = ""
    ) {
        self.name = name
        self.kind = kind
        self.description = description
        self.stakeholders = stakeholders
        self.solution = solution
    }
}

extension Barrier: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, kind, description, stakeholders, solution }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), kind: try values.decode(Kind.self, forKey: .kind),
            description: try values.field(.description, or: ""),
            stakeholders: try values.field(.stakeholders, or: []), solution: try values.field(.solution, or: ""))
    }
}

/// What may go wrong.
public struct Risk: Sendable, Hashable {
    /// How likely it is.
    public enum Priority: String, Sendable, Hashable, CaseIterable, Codable { case high, medium, low }

    /// In a few words.
    public var name: String
    public var description: String
    public var priority: Priority
    /// What is done against it.
    public var mitigation: String

    public init(_ name: String, description: String = "", priority: Priority, mitigation: String = "") {
        self.name = name
        self.description = description
        self.priority = priority
        self.mitigation = mitigation
    }
}

extension Risk: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, description, priority, mitigation }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), description: try values.field(.description, or: ""),
            priority: try values.decode(Priority.self, forKey: .priority),
            mitigation: try values.field(.mitigation, or: ""))
    }
}

/// A number by which progress is seen.
public struct Indicator: Sendable, Hashable {
    /// Which of the contract's tables it belongs to: B-3, T10 or T11.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable { case impact, economic, financial }

    /// A target for a year.
    public struct Target: Sendable, Hashable {
        public var year: Int
        public var value: Double

        public init(year: Int, value: Double) {
            self.year = year
            self.value = value
        }
    }

    /// Unique in a plan.
    public var id: String
    public var name: String
    public var unit: String
    public var kind: Kind
    /// In the plan's base year.
    public var baseline: Double?
    public var targets: [Target]

    public init(
        id: String, name: String, unit: String = "", kind: Kind = .impact, baseline: Double? = nil,
        targets: [Target] = []
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.kind = kind
        self.baseline = baseline
        self.targets = targets
    }
}

extension Indicator: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, name, unit, kind, baseline, targets }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            unit: try values.field(.unit, or: ""), kind: try values.field(.kind, or: .impact),
            baseline: try values.optional(.baseline), targets: try values.field(.targets, or: []))
    }
}

extension Indicator.Target: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case year, value }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            year: try values.decode(Int.self, forKey: .year), value: try values.decode(Double.self, forKey: .value))
    }
}
