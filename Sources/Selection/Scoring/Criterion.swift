import Quantities

/// A criterion of a call: a leaf that reviewers score, or a group of criteria.
public struct Criterion: Sendable, Hashable {
    /// A short text slug, unique in the tree.
    public var id: String
    public var name: String
    /// Its weight among its siblings; 0 is shown and not counted, and its threshold holds all the same.
    public var weight: Int
    /// What a leaf is scored on; nil in a group.
    public var scale: Scale?
    /// The least that a bid must reach: on the scale of a leaf, of 100 in a group.
    public var threshold: Points?
    /// Whether a reviewer may say that it does not apply to a bid.
    public var mayBeInapplicable: Bool
    /// The criteria of a group.
    public var parts: [Criterion]

    public init(
        id: String, name: String = "", weight: Int = 1, scale: Scale? = nil, threshold: Points? = nil,
        mayBeInapplicable: Bool = false, parts: [Criterion] = []
    ) {
        self.id = id
        self.name = name
        self.weight = weight
        self.scale = scale
        self.threshold = threshold
        self.mayBeInapplicable = mayBeInapplicable
        self.parts = parts
    }

    /// The criteria that reviewers score, in the tree's order.
    public var leaves: [Criterion] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

    /// The criterion and everything below it, from the top.
    public var all: [Criterion] { [self] + parts.flatMap(\.all) }
}

extension Criterion: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, weight, scale, threshold, mayBeInapplicable, parts
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), name: try values.field(.name, or: ""),
            weight: try values.field(.weight, or: 1), scale: try values.optional(.scale),
            threshold: try values.optional(.threshold),
            mayBeInapplicable: try values.field(.mayBeInapplicable, or: false),
            parts: try values.field(.parts, or: []))
    }
}

/// The points that a reviewer may give, with words for what they mean.
public struct Scale: Sendable, Hashable {
    public var lowest: Points
    public var highest: Points
    /// The distance of two neighbouring marks; nil is any number between the ends.
    public var step: Points?
    /// What a number of points means.
    public var anchors: [Anchor]

    /// What a number of points means.
    public struct Anchor: Sendable, Hashable {
        public var points: Points
        public var meaning: String

        public init(_ points: Points, _ meaning: String) {
            self.points = points
            self.meaning = meaning
        }
    }

    public init(lowest: Points = Points(0), highest: Points, step: Points? = Points(1), anchors: [Anchor] = []) {
        self.lowest = lowest
        self.highest = highest
        self.step = step
        self.anchors = anchors
    }

    /// Whether it is a mark of the scale.
    public func allows(_ points: Points) -> Bool {
        guard points >= lowest, points <= highest else { return false }
        guard let step, step.millionths > 0 else { return true }
        return (points.millionths - lowest.millionths) % step.millionths == 0
    }

    /// How far from the lowest to the highest mark, from 0 to 100.
    func percent(_ points: Points) -> Points {
        let reach = max(1, highest.millionths - lowest.millionths)
        return Points(millionths: Points.quotient((points.millionths - lowest.millionths) * 100_000_000, reach))
    }
}

extension Scale: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case lowest, highest, step, anchors }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            lowest: try values.field(.lowest, or: Points(0)),
            highest: try values.decode(Points.self, forKey: .highest), step: try values.optional(.step),
            anchors: try values.field(.anchors, or: []))
    }
}

extension Scale.Anchor: Codable {
    /// The fields in files.
    public enum CodingKeys: String, CodingKey, CaseIterable { case points, meaning }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.fields(CodingKeys.self)
        self.init(
            try values.decode(Points.self, forKey: .points), try values.decode(String.self, forKey: .meaning))
    }
}
