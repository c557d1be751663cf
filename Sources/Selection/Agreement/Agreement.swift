/// How far reviewers agree, beyond what chance would give: Krippendorff's alpha, with marks missing.
///
/// 1 is full agreement, 0 what chance gives, below 0 is worse than chance. It is a diagnostic and changes no ranking.
public enum Agreement {
    /// What makes two marks differ more or less.
    public enum Level: String, Sendable, Hashable, CaseIterable, Codable {
        /// Equal or not.
        case nominal
        /// By how many marks stand between them.
        case ordinal
        /// By the square of their distance.
        case interval
    }

    /// Krippendorff's alpha.
    /// - Parameter units: the marks of each bid, by whoever gave them; bids with fewer than two are left out.
    /// - Returns: nil where no bid has two marks, or all marks are the same, so that nothing can be told.
    public static func alpha(_ units: [[Points]], _ level: Level) -> Double? {
        let pairable = units.filter { $0.count > 1 }
        let values = Set(pairable.joined()).sorted()
        guard values.count > 1 else { return nil }
        let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        let size = values.count
        var coincidences = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        // Sums in a fixed order, so that the same marks give the same bits.
        for unit in pairable.map({ $0.sorted() }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let weight = 1 / Double(unit.count - 1)
            for (first, one) in unit.enumerated() {
                for (second, other) in unit.enumerated() where first != second {
                    if let row = places[one], let column = places[other] { coincidences[row][column] += weight }
                }
            }
        }
        return alpha(coincidences, values, level)
    }

    private static func alpha(_ coincidences: [[Double]], _ values: [Points], _ level: Level) -> Double? {
        let counts = coincidences.map { $0.reduce(0, +) }
        let total = counts.reduce(0, +)
        var (observed, expected) = (0.0, 0.0)
        for row in values.indices {
            for column in values.indices.dropFirst(row + 1) {
                let difference = difference(row, column, values, counts, level)
                observed += coincidences[row][column] * difference
                expected += counts[row] * counts[column] * difference
            }
        }
        return expected > 0 ? 1 - (total - 1) * observed / expected : nil
    }

    private static func difference(
        _ row: Int, _ column: Int, _ values: [Points], _ counts: [Double], _ level: Level
    ) -> Double {
        switch level {
        case .nominal: return 1
        case .ordinal:
            let between = counts[row...column].reduce(0, +) - (counts[row] + counts[column]) / 2
            return between * between
        case .interval:
            let distance = values[column].value - values[row].value
            return distance * distance
        }
    }
}

extension RankingCase {
    /// The marks on a criterion by bid, of reports that count.
    public func marks(on criterion: String) -> [[Points]] {
        bids.map { bid in
            bid.reports.filter(\.counts).compactMap { report in
                report.scores.first { $0.criterion == criterion }?.points
            }
        }
    }
}
