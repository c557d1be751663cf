import Quantities

/// A policy that is to bring capital (T12).
public struct Policy: Sendable, Hashable {
    /// How far it has come.
    public enum Status: String, Sendable, Hashable, CaseIterable, Codable { case enacted, inProcess, inDevelopment }

    public var name: String
    public var status: Status
    /// Whom it addresses and how.
    public var description: String
    /// What it is to bring, with a figure.
    public var outcome: String

    public init(_ name: String, status: Status, description: String = "", outcome: String = "") {
        self.name = name
        self.status = status
        self.description = description
        self.outcome = outcome
    }
}

extension Policy: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, status, description, outcome }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), status: try values.decode(Status.self, forKey: .status),
            description: try values.field(.description, or: ""), outcome: try values.field(.outcome, or: ""))
    }
}

/// Somebody who could pay, lend or decide (T14).
public struct Stakeholder: Sendable, Hashable {
    /// Much or little.
    public enum Level: String, Sendable, Hashable, CaseIterable, Codable { case high, medium, low }

    public var name: String
    /// What is asked of them, in cents.
    public var requiredCents: Int?
    /// How they are connected with others.
    public var network: String
    public var influence: Level
    public var interest: Level
    /// How they are involved.
    public var engagement: String

    public init(
        _ name: String, requiredCents: Int? = nil, network: String = "", influence: Level, interest: Level,
        engagement: String = ""
    ) {
        self.name = name
        self.requiredCents = requiredCents
        self.network = network
        self.influence = influence
        self.interest = interest
        self.engagement = engagement
    }
}

extension Stakeholder: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case name, requiredCents, network, influence, interest, engagement
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), requiredCents: try values.optional(.requiredCents),
            network: try values.field(.network, or: ""), influence: try values.decode(Level.self, forKey: .influence),
            interest: try values.decode(Level.self, forKey: .interest),
            engagement: try values.field(.engagement, or: ""))
    }
}

/// What working with somebody costs the municipality (T15).
public struct StakeholderActivity: Sendable, Hashable {
    public var stakeholder: String
    public var activity: String
    public var cents: Int

    public init(stakeholder: String, activity: String, cents: Int) {
        self.stakeholder = stakeholder
        self.activity = activity
        self.cents = cents
    }
}

extension StakeholderActivity: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case stakeholder, activity, cents }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            stakeholder: try values.decode(String.self, forKey: .stakeholder),
            activity: try values.decode(String.self, forKey: .activity),
            cents: try values.decode(Int.self, forKey: .cents))
    }
}
