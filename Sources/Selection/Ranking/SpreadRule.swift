import Quantities

/// When reviewers are so far apart that they must meet before their marks count.
public struct SpreadRule: Sendable, Hashable {
    /// The distance on any criterion from which they meet, in points of its scale.
    public var criterionPoints: Points?
    /// The distance of totals from which they meet, of 100.
    public var totalPoints: Points?
    /// Whether they meet when reports stand on both sides of a threshold.
    public var acrossThreshold: Bool
    /// Whether they meet when one recommends funding and another rejection.
    public var splitRecommendation: Bool
    /// Whether they meet when some, not all, hold the bid out of scope.
    public var outOfScope: Bool

    public init(
        criterionPoints: Points? = nil, totalPoints: Points? = nil, acrossThreshold: Bool = false,
        splitRecommendation: Bool = false, outOfScope: Bool = false
    ) {
        self.criterionPoints = criterionPoints
        self.totalPoints = totalPoints
        self.acrossThreshold = acrossThreshold
        self.splitRecommendation = splitRecommendation
        self.outOfScope = outOfScope
    }
}

extension SpreadRule: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case criterionPoints, totalPoints, acrossThreshold, splitRecommendation, outOfScope
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            criterionPoints: try values.optional(.criterionPoints), totalPoints: try values.optional(.totalPoints),
            acrossThreshold: try values.field(.acrossThreshold, or: false),
            splitRecommendation: try values.field(.splitRecommendation, or: false),
            outOfScope: try values.field(.outOfScope, or: false))
    }
}
