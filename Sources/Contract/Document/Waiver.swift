import Quantities

/// A finding that stands, with somebody who answers for it. It stays visible wherever the contract is shown.
public struct Waiver: Sendable, Hashable {
    /// The rule, such as `V4`.
    public var rule: String
    /// What it covers: findings of the rule at this place or in it.
    public var place: ContractPlace
    public var reason: String
    public var author: String

    public init(_ rule: String, at place: ContractPlace = .contract, reason: String, author: String) {
        self.rule = rule
        self.place = place
        self.reason = reason
        self.author = author
    }

    /// Whether somebody gave a reason with their name; else it covers nothing.
    public var isSigned: Bool { [reason, author].allSatisfy { $0.contains { !$0.isWhitespace } } }

    /// Whether it covers a finding.
    public func covers(_ finding: ContractFinding) -> Bool {
        isSigned && rule == finding.rule && place.contains(finding.place)
    }
}

extension Waiver: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case rule, place, reason, author }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .rule), at: try values.field(.place, or: .contract),
            reason: try values.field(.reason, or: ""), author: try values.field(.author, or: ""))
    }
}

/// A quantity that a contract states in several places: linked cells, or texts that no table holds.
public struct StatedQuantity: Sendable, Hashable {
    /// One place where it is stated.
    public struct Statement: Sendable, Hashable {
        /// The place in words, where it is no cell.
        public var text: String
        /// The cell that states it.
        public var cell: ContractPlace?
        /// The figure, where there is no cell for it.
        public var value: Double?

        public init(_ text: String = "", cell: ContractPlace? = nil, value: Double? = nil) {
            self.text = text
            self.cell = cell
            self.value = value
        }
    }

    public var name: String
    public var unit: String
    public var statements: [Statement]

    public init(_ name: String, unit: String = "", _ statements: [Statement]) {
        self.name = name
        self.unit = unit
        self.statements = statements
    }
}

extension StatedQuantity: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case name, unit, statements }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), unit: try values.field(.unit, or: ""),
            try values.decode([Statement].self, forKey: .statements))
    }
}

extension StatedQuantity.Statement: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case text, cell, value }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.field(.text, or: ""), cell: try values.optional(.cell), value: try values.optional(.value))
    }
}
