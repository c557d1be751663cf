import Storage
import Web

/// De minimis aid of a single undertaking, as Regulation (EU) 2023/2831 counts it.
///
/// The ceiling holds over any three years (Article 3(2)); aid counts on the day on which the legal right to it is
/// conferred (Article 3(3)); all enterprises of the single undertaking count together (Article 2(2)).
struct DeMinimis: Sendable, Equatable {
    /// Euro cents per single undertaking: Article 3(2).
    static let ceilingCents = 30_000_000

    /// One aid to an enterprise of the single undertaking.
    struct Aid: Sendable, Equatable {
        let on: Day
        /// Gross grant equivalent in euro cents.
        let cents: Int
        let giver: String
    }

    let earlier: [Aid]

    /// What the aid of the three years that end on a day comes to, that day's own aid among it.
    func sum(on day: Day) -> Int {
        let start = Self.threeYearsBefore(day)
        return earlier.filter { $0.on > start && $0.on <= day }.reduce(0) { $0 + $1.cents }
    }

    /// The most that may still be granted on a day: no three years that hold the day may come to more than the ceiling,
    /// those that end later (aid already granted for a later day) among them.
    func headroom(on day: Day) -> Int {
        let ends = [day] + earlier.map(\.on).filter { $0 > day && Self.threeYearsBefore($0) < day }
        let worst = ends.map { sum(on: $0) }.max() ?? 0
        return max(0, Self.ceilingCents - worst)
    }

    /// The last day that no longer counts together with a day; 29 February gives 28 February.
    static func threeYearsBefore(_ day: Day) -> Day {
        let same = Day(year: day.year - 3, month: day.month, day: day.day)
        return same.exists ? same : Day(year: day.year - 3, month: day.month, day: 28)
    }
}

extension DeMinimis {
    /// What is wrong with a line of a list of earlier aid.
    struct LineProblem: Error, Equatable {
        let number: Int
    }

    /// Reads one aid a line: `2025-03-14; 12000.50; name of who gave it`; lines without a word are left out.
    static func read(_ text: String, number: (String) -> Double?) throws(LineProblem) -> [Aid] {
        var found: [Aid] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).trimmingSpaces()
            if line.isEmpty { continue }
            let parts = line.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
                .map { String($0).trimmingSpaces() }
            guard parts.count == 3, !parts[2].isEmpty, let day = Day(parts[0]), let euros = number(parts[1]),
                euros > 0, euros < 1e9
            else { throw LineProblem(number: index + 1) }
            found.append(Aid(on: day, cents: Int((euros * 100).rounded()), giver: parts[2]))
        }
        return found
    }
}
