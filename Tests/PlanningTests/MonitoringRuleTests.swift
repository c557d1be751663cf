import Contract
import Storage
import Testing

@testable import Planning

/// When values are due, and who is told.
@Suite struct MonitoringRuleTests {
    @Test(
        arguments: [
            ("2025-12-31", 1, "2026-01-31"), ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2025-12-31", 12, "2026-12-31"), ("2025-11-30", 3, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"),
        ])
    func monthsLater(day: String, months: Int, then: String) throws {
        #expect(MonitoringRules.day(try #require(Day(day)), plusMonths: months).description == then)
    }

    @Test func theEndOfAYearIsTheBeginningOfTheNext() throws {
        #expect(MonitoringRules.time(try #require(Day("2025-12-31"))) == 2026)
        #expect(MonitoringRules.time(try #require(Day("2024-12-31"))) == 2025)
        #expect(MonitoringRules.time(try #require(Day("2026-01-01"))) == 2026 + 1 / 365)
    }

    @Test func dueAfterTheIntervalAndTheTimeOfCollecting() throws {
        let (newest, begun) = (try #require(Day("2025-12-31")), try #require(Day("2026-11-22")))
        #expect(MonitoringRules.due(after: newest, begun: begun, .yearly)?.description == "2027-03-01")
        #expect(MonitoringRules.due(after: nil, begun: begun, .monthly)?.description == "2027-02-20")
        #expect(MonitoringRules.due(after: newest, begun: begun, nil) == nil)
    }

    @Test func certifiersAreToldFourWeeksLater() throws {
        let due = try #require(Day("2027-03-01"))
        func levels(_ days: Int) -> [MonitoringRules.Level] {
            MonitoringRules.levels(due: due, today: Day(number: due.number + days))
        }
        #expect(levels(0) == [] && levels(1) == [.owner] && levels(28) == [.owner])
        #expect(levels(29) == [.owner, .certifier])
        #expect(MonitoringRules.levels(due: nil, today: due) == [])
    }
}
