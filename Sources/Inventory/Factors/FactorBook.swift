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
        let candidates = (bySubject[Key(subject: subject, property: property)] ?? [])
            .filter { methodology == nil || $0.methodology == methodology }
        var later: Factor?
        for region in place.regions {
            let here = candidates.filter { $0.region == region }
            if let best = here.filter({ ($0.year ?? .min) <= place.year }).max(by: Self.isWorse) { return .found(best) }
            later = later ?? here.min { ($0.year ?? .min, $0.id) < ($1.year ?? .min, $1.id) }
        }
        if let later { return .onlyLater(later) }
        return candidates.isEmpty ? .unknown : .elsewhere(Set(candidates.map(\.region)).sorted())
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
