import Foundation
import Quantities

/// Who could review which bids, as one document.
public struct AssignmentCase: Sendable, Hashable {
    public var note: String
    /// How many reviewers every bid gets.
    public var reviewersPerBid: Int
    /// Decides between proposals that are equally good: bids and experts are looked at in the order of their tickets
    /// in a `Draw`.
    public var seed: String
    /// How many alternates to name for each bid.
    public var alternates: Int
    public var bids: [Bid]
    public var experts: [Expert]
    /// Who must not review what.
    public var conflicts: [Conflict]
    /// How well experts suit bids, from 0 to 1000; a pair that is not named has 0.
    public var suitability: [Suitability]

    /// A bid to be reviewed.
    public struct Bid: Sendable, Hashable {
        public var number: String
        /// Fields of knowledge of which each must be held by at least one of its reviewers.
        public var fields: [String]

        public init(_ number: String, fields: [String] = []) {
            self.number = number
            self.fields = fields
        }
    }

    /// Somebody who can review.
    public struct Expert: Sendable, Hashable {
        public var id: String
        /// Of one institution at most one reviews a bid; empty is none.
        public var institution: String
        /// The fields of knowledge that the expert holds.
        public var fields: [String]
        /// How many bids the expert reviews at least.
        public var least: Int
        /// How many bids the expert reviews at most.
        public var most: Int

        public init(_ id: String, institution: String = "", fields: [String] = [], least: Int = 0, most: Int) {
            self.id = id
            self.institution = institution
            self.fields = fields
            self.least = least
            self.most = most
        }
    }

    /// That an expert must not review a bid.
    public struct Conflict: Sendable, Hashable {
        public var expert: String
        public var bid: String
        public var reason: String

        public init(expert: String, bid: String, reason: String = "") {
            self.expert = expert
            self.bid = bid
            self.reason = reason
        }
    }

    /// How well an expert suits a bid.
    public struct Suitability: Sendable, Hashable {
        public var expert: String
        public var bid: String
        public var value: Int

        public init(expert: String, bid: String, value: Int) {
            self.expert = expert
            self.bid = bid
            self.value = value
        }
    }

    public init(
        note: String = "", reviewersPerBid: Int, seed: String, alternates: Int = 0, bids: [Bid], experts: [Expert],
        conflicts: [Conflict] = [], suitability: [Suitability] = []
    ) {
        self.note = note
        self.reviewersPerBid = reviewersPerBid
        self.seed = seed
        self.alternates = alternates
        self.bids = bids
        self.experts = experts
        self.conflicts = conflicts
        self.suitability = suitability
    }

    /// Reads a case from JSON.
    /// - Throws: a `SelectionProblem` with the place of the first thing that cannot be read.
    public static func read(_ json: Data) throws(SelectionProblem) -> AssignmentCase {
        try SelectionJSON.read(AssignmentCase.self, json)
    }

    /// The case as JSON; the same case gives the same bytes.
    /// - Throws: an `EncodingError` where a number is not finite.
    public func json() throws -> Data { try SelectionJSON.bytes(self) }
}

extension AssignmentCase: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case note, reviewersPerBid, seed, alternates, bids, experts, conflicts, suitability
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            note: try values.field(.note, or: ""),
            reviewersPerBid: try values.decode(Int.self, forKey: .reviewersPerBid),
            seed: try values.decode(String.self, forKey: .seed), alternates: try values.field(.alternates, or: 0),
            bids: try values.decode([Bid].self, forKey: .bids),
            experts: try values.decode([Expert].self, forKey: .experts),
            conflicts: try values.field(.conflicts, or: []), suitability: try values.field(.suitability, or: []))
    }
}

extension AssignmentCase.Bid: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case number, fields }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(try values.decode(String.self, forKey: .number), fields: try values.field(.fields, or: []))
    }
}

extension AssignmentCase.Expert: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case id, institution, fields, least, most }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .id), institution: try values.field(.institution, or: ""),
            fields: try values.field(.fields, or: []), least: try values.field(.least, or: 0),
            most: try values.decode(Int.self, forKey: .most))
    }
}

extension AssignmentCase.Conflict: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case expert, bid, reason }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            expert: try values.decode(String.self, forKey: .expert), bid: try values.decode(String.self, forKey: .bid),
            reason: try values.field(.reason, or: ""))
    }
}

extension AssignmentCase.Suitability: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case expert, bid, value }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            expert: try values.decode(String.self, forKey: .expert), bid: try values.decode(String.self, forKey: .bid),
            value: try values.decode(Int.self, forKey: .value))
    }
}
