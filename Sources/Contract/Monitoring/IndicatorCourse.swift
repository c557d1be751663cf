/// The way that an indicator is meant to go: from its baseline over its targets.
public struct IndicatorCourse: Sendable, Hashable {
    /// A value at a time in years; a year's figure stands at its end, so that of 2025 at 2026.0.
    public struct Point: Sendable, Hashable {
        public let time: Double
        public let value: Double

        public init(time: Double, value: Double) {
            self.time = time
            self.value = value
        }

        /// A figure for a whole year.
        public init(year: Int, value: Double) { self.init(time: Double(year) + 1, value: value) }
    }

    /// Where the indicator is wanted to go.
    public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        case up, down
        /// To stay where it is: more is as wrong as less.
        case level
    }

    public let baseline: Point?
    /// In the order of their times.
    public let targets: [Point]
    /// As it is stated, or else the way from the baseline to the last target.
    public let direction: Direction?

    public init(baseline: Point?, targets: [Point], direction: Direction? = nil) {
        self.baseline = baseline
        self.targets = targets.sorted { $0.time < $1.time }
        self.direction = direction ?? Self.direction(from: baseline, to: self.targets.last)
    }

    /// What a row of table B-3.1 says; its baseline is of the contract's base year.
    public init(_ row: ContractRow, baseYear: Int) {
        let targets = row.cells.compactMap { id, cell -> Point? in
            guard id.hasPrefix("target_"), let year = TableForm.year(of: id), let value = cell.number else {
                return nil
            }
            return Point(year: year, value: value)
        }
        self.init(
            baseline: row.number("baseline").map { Point(year: baseYear, value: $0) }, targets: targets,
            direction: Direction(rawValue: row.text("direction")))
    }

    /// What is expected at a time: on the straight line between the points around it; before the baseline its value,
    /// after the last target that target's. nil without a baseline or without targets.
    public func expected(at time: Double) -> Double? {
        guard let baseline, !targets.isEmpty else { return nil }
        var before = baseline
        for target in targets where target.time > baseline.time {
            if time < target.time {
                let share = max(0, time - before.time) / (target.time - before.time)
                return before.value + (target.value - before.value) * share
            }
            before = target
        }
        return before.value
    }

    /// The whole way from the baseline to the last target; where there is none to go, the size of what is to be kept.
    public var length: Double? {
        guard let baseline, let last = targets.last else { return nil }
        let way = (last.value - baseline.value).magnitude
        return way > 0 ? way : last.value.magnitude
    }

    private static func direction(from baseline: Point?, to target: Point?) -> Direction? {
        guard let baseline, let target else { return nil }
        if target.value == baseline.value { return .level }
        return target.value > baseline.value ? .up : .down
    }
}
