import Quantities

/// What one reviewer found of one bid.
public struct Report: Sendable, Hashable {
    /// The reviewer's id; a pseudonym will do.
    public var reviewer: String
    public var scores: [Score]
    public var recommendation: Recommendation?
    /// Whether the reviewer holds that the bid is not what the call asks for.
    public var isOutOfScope: Bool
    /// Why the report does not count, such as a conflict found late; it is kept. Empty when it counts.
    public var setAside: String

    /// What a reviewer recommends.
    public enum Recommendation: String, Sendable, Hashable, CaseIterable, Codable { case fund, reserve, reject }

    public init(
        reviewer: String, scores: [Score], recommendation: Recommendation? = nil, isOutOfScope: Bool = false,
        setAside: String = ""
    ) {
        self.reviewer = reviewer
        self.scores = scores
        self.recommendation = recommendation
        self.isOutOfScope = isOutOfScope
        self.setAside = setAside
    }

    /// Whether it counts.
    public var counts: Bool { setAside.isEmpty }
}

/// A mark on one criterion, or that the criterion does not apply.
public struct Score: Sendable, Hashable {
    /// The criterion's id.
    public var criterion: String
    /// Nil where the criterion does not apply to the bid: it is left out, and is not nought.
    public var points: Points?
    /// Why, in words; needed where the criterion does not apply.
    public var comment: String

    public init(_ criterion: String, _ points: Points?, comment: String = "") {
        self.criterion = criterion
        self.points = points
        self.comment = comment
    }
}

/// What reviewers agreed on after they met: it takes the place of their reports.
public struct Consensus: Sendable, Hashable {
    /// Who wrote it.
    public var rapporteur: String
    public var scores: [Score]
    /// Whether they hold that the bid is not what the call asks for.
    public var isOutOfScope: Bool
    /// Who does not agree, and why.
    public var dissents: [Dissent]

    /// A reviewer who does not agree.
    public struct Dissent: Sendable, Hashable {
        public var reviewer: String
        public var reason: String

        public init(_ reviewer: String, reason: String) {
            self.reviewer = reviewer
            self.reason = reason
        }
    }

    public init(rapporteur: String, scores: [Score], isOutOfScope: Bool = false, dissents: [Dissent] = []) {
        self.rapporteur = rapporteur
        self.scores = scores
        self.isOutOfScope = isOutOfScope
        self.dissents = dissents
    }
}

/// A mark that the panel changed so that bids are measured alike.
public struct Calibration: Sendable, Hashable {
    /// The criterion's id.
    public var criterion: String
    public var points: Points
    public var reason: String

    public init(_ criterion: String, _ points: Points, reason: String) {
        self.criterion = criterion
        self.points = points
        self.reason = reason
    }
}

extension Report: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case reviewer, scores, recommendation, isOutOfScope, setAside
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            reviewer: try values.decode(String.self, forKey: .reviewer), scores: try values.field(.scores, or: []),
            recommendation: try values.optional(.recommendation),
            isOutOfScope: try values.field(.isOutOfScope, or: false), setAside: try values.field(.setAside, or: ""))
    }
}

extension Score: Codable {
    /// The fields in files; `inapplicable` is true where there are no points.
    public enum CodingKeys: String, CodingKey, CaseIterable { case criterion, points, inapplicable, comment }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        let points: Points? = try values.optional(.points)
        // A mark that somebody forgot must not pass for a criterion that does not apply.
        guard try values.field(.inapplicable, or: false) == (points == nil) else {
            throw DecodingError.dataCorruptedError(
                forKey: .points, in: values, debugDescription: "Give either points or inapplicable: true.")
        }
        self.init(
            try values.decode(String.self, forKey: .criterion), points, comment: try values.field(.comment, or: ""))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(criterion, forKey: .criterion)
        try values.encodeIfPresent(points, forKey: .points)
        if points == nil { try values.encode(true, forKey: .inapplicable) }
        if !comment.isEmpty { try values.encode(comment, forKey: .comment) }
    }
}

extension Consensus: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case rapporteur, scores, isOutOfScope, dissents }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            rapporteur: try values.decode(String.self, forKey: .rapporteur),
            scores: try values.decode([Score].self, forKey: .scores),
            isOutOfScope: try values.field(.isOutOfScope, or: false), dissents: try values.field(.dissents, or: []))
    }
}

extension Consensus.Dissent: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case reviewer, reason }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .reviewer), reason: try values.decode(String.self, forKey: .reason))
    }
}

extension Calibration: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case criterion, points, reason }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .criterion), try values.decode(Points.self, forKey: .points),
            reason: try values.decode(String.self, forKey: .reason))
    }
}
