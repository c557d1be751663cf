import Contract
import Storage

/// When a value is due, and how late is too late. Rights are those of the contract (`ContractRules`).
enum MonitoringRules {
    /// Days after the end of a period in which its value may still be collected.
    static let collectionDays = 60
    /// Days after which the team's certifiers are told too.
    static let escalationDays = 28

    /// The end of a day, in years: the last day of 2025 ends at 2026.0.
    static func time(_ day: Day) -> Double {
        let first = Day(year: day.year, month: 1, day: 1).number
        let next = Day(year: day.year + 1, month: 1, day: 1).number
        return Double(day.year) + Double(day.number - first + 1) / Double(next - first)
    }

    /// The day so many months later; the last of the month where it has no such day.
    static func day(_ day: Day, plusMonths months: Int) -> Day {
        let count = day.year * 12 + day.month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        var found = Day(year: year, month: month, day: day.day)
        while !found.exists { found = Day(year: year, month: month, day: found.day - 1) }
        return found
    }

    /// When the next value is due: an interval after the newest one, or after the contract began, and the time that
    /// collecting takes. nil where nobody said how often it is measured.
    static func due(after newest: Day?, begun: Day, _ interval: CollectionInterval?) -> Day? {
        guard let interval else { return nil }
        return Day(number: day(newest ?? begun, plusMonths: interval.months).number + collectionDays)
    }

    /// Who is to be told today about a value that was due: nobody, its owner, or the certifiers as well.
    static func levels(due: Day?, today: Day) -> [Level] {
        guard let due, today > due else { return [] }
        return today.number - due.number > escalationDays ? [.owner, .certifier] : [.owner]
    }

    enum Level: String, Storable { case owner, certifier }
}
