/// Reference values with one deterministic lookup: nearest region first, then nearest year not later.
public struct FactorBook: Sendable {
    private var bySubject: [Key: [Factor]] = [:]

    private struct Key: Hashable, Sendable {
        let subject: String
        let property: String
    }

    public init(_ factors: [Factor] = []) {
        for factor in factors { add(factor) }
    }

    /// Adds a value; with the same id it stands in the place of the older one.
    public mutating func add(_ factor: Factor) {
        let key = Key(subject: factor.subject, property: factor.property)
        bySubject[key, default: []].removeAll { $0.id == factor.id }
        bySubject[key, default: []].append(factor)
    }

    /// Every value, in the order of subject, property and id.
    public var all: [Factor] {
        bySubject.values.joined().sorted { ($0.subject, $0.property, $0.id) < ($1.subject, $1.property, $1.id) }
    }

    /// The subjects that start with a path (`combustion/residential/`), sorted.
    public func subjects(under path: String) -> [String] {
        Set(bySubject.keys.map(\.subject).filter { $0.hasPrefix(path) }).sorted()
    }

    /// The value for a subject at a place and time (DESIGN §5), or what stands in the way; nothing is ever assumed.
    ///
    /// A region nearer in `place` wins over a nearer year. Within a region the latest year not after `place.year` wins;
    /// a value without a year counts as older than any. Among equals the id that sorts first, so the order of adding is nothing.
    public func find(
        _ subject: String, _ property: String, at place: FactorPlace, methodology: String? = nil
    ) -> FactorAnswer {
        let known = bySubject[Key(subject: subject, property: property)] ?? []
        func isWanted(_ factor: Factor) -> Bool { methodology == nil || factor.methodology == methodology }
        var later: Factor?
        for region in place.regions {
            var best: Factor?
            var next: Factor?
            for factor in known where factor.region == region && isWanted(factor) {
                if (factor.year ?? .min) <= place.year {
                    if best.map({ Self.isWorse($0, factor) }) ?? true { best = factor }
                } else if next.map({ (factor.year ?? .min, factor.id) < ($0.year ?? .min, $0.id) }) ?? true {
                    next = factor
                }
            }
            if let best { return .found(best) }
            later = later ?? next
        }
        if let later { return .onlyLater(later) }
        let regions = Set(known.filter(isWanted).map(\.region))
        return regions.isEmpty ? .unknown : .elsewhere(regions.sorted())
    }

    private static func isWorse(_ left: Factor, _ right: Factor) -> Bool {
        let (first, second) = (left.year ?? .min, right.year ?? .min)
        return first == second ? left.id > right.id : first < second
    }
}

/// Where and when a value is asked for.
public struct FactorPlace: Sendable, Hashable {
    /// From near to far: city, county, country, region of the world, `world`.
    public let regions: [String]
    /// The year of the activity.
    public let year: Int

    public init(regions: [String], year: Int) {
        self.regions = regions
        self.year = year
    }

    /// The world's values in a year.
    public static func world(_ year: Int) -> FactorPlace { FactorPlace(regions: ["world"], year: year) }
}

/// What a lookup found.
public enum FactorAnswer: Sendable, Hashable {
    case found(Factor)
    /// Values exist, but all describe later years; the earliest of them.
    case onlyLater(Factor)
    /// Values exist for other places only.
    case elsewhere([String])
    case unknown

    /// The value, where one was found.
    public var factor: Factor? { if case .found(let factor) = self { factor } else { nil } }
}

extension FactorBook {
    /// Every value of a subject, in the order of property and id.
    public func values(of subject: String) -> [Factor] {
        bySubject.filter { $0.key.subject == subject }.values.joined().sorted {
            ($0.property, $0.id) < ($1.property, $1.id)
        }
    }
}
