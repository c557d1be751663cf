/// Whether a measured value is where the targets want it.
public struct TrafficLight: Sendable, Hashable {
    /// What is said of an indicator; its word always stands beside its colour.
    public enum Signal: String, Sendable, Hashable, Codable, CaseIterable {
        case onTrack = "on-track"
        case behind
        case farBehind = "far-behind"
        case notMeasured = "not-measured"
        case noBaseline = "no-baseline"
        case noTarget = "no-target"

        /// Its name in English.
        public var title: String {
            switch self {
            case .onTrack: "On track"
            case .behind: "Behind"
            case .farBehind: "Far behind"
            case .notMeasured: "Not measured"
            case .noBaseline: "Cannot be judged: no baseline"
            case .noTarget: "Cannot be judged: no target"
            }
        }

        /// Whether it rests on a comparison.
        public var isJudged: Bool { self == .onTrack || self == .behind || self == .farBehind }
    }

    /// How far a value may lag, as shares of the whole way from the baseline to the last target.
    public struct Thresholds: Sendable, Hashable, Codable {
        /// Up to here a value is on track.
        public let behind: Double
        /// From here on it is far behind.
        public let farBehind: Double

        public init(behind: Double, farBehind: Double) {
            self.behind = max(0, behind)
            self.farBehind = max(max(0, behind), farBehind)
        }

        /// 5 % and 15 % of the way: a judgement of this hub, not of any guidance.
        public static let standard = Thresholds(behind: 0.05, farBehind: 0.15)
    }

    public let signal: Signal
    /// What the course expects at the time of the value.
    public let expected: Double?
    /// How much of the whole way is missing against what is expected; below zero where the value is better.
    public let lag: Double?

    /// Judges the newest value; nil where nothing was measured.
    public init(
        _ course: IndicatorCourse, newest: IndicatorCourse.Point?, thresholds: Thresholds = .standard
    ) {
        let expected = newest.flatMap { course.expected(at: $0.time) }
        self.expected = expected
        guard let newest else {
            (signal, lag) = (.notMeasured, nil)
            return
        }
        guard !course.targets.isEmpty else {
            (signal, lag) = (.noTarget, nil)
            return
        }
        guard let expected, let direction = course.direction, let length = course.length else {
            (signal, lag) = (.noBaseline, nil)
            return
        }
        let missing: Double =
            switch direction {
            case .up: expected - newest.value
            case .down: newest.value - expected
            case .level: (newest.value - expected).magnitude
            }
        // Nothing is to stay nothing: any distance is far.
        let lag = length > 0 ? missing / length : missing > 0 ? 1 : 0
        self.lag = lag
        // A hair of rounding does not turn a light.
        if lag <= thresholds.behind + 1e-9 {
            signal = .onTrack
        } else {
            signal = lag < thresholds.farBehind ? .behind : .farBehind
        }
    }
}
