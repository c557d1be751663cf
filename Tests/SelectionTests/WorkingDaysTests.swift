import Selection
import Testing

/// Known dates: Orthodox Easter as the Church published it, and the free days of 2024 to 2028 by art. 139 of the Labour Code.
@Suite struct WorkingDaysTests {
    @Test(
        arguments: [
            (2018, "2018-04-08"), (2019, "2019-04-28"), (2020, "2020-04-19"), (2021, "2021-05-02"),
            (2022, "2022-04-24"), (2023, "2023-04-16"), (2024, "2024-05-05"), (2025, "2025-04-20"),
            (2026, "2026-04-12"), (2027, "2027-05-02"), (2028, "2028-04-16"),
        ])
    func easter(year: Int, day: String) {
        #expect(WorkingDays.orthodoxEaster(year).description == day)
        #expect(WorkingDays.orthodoxEaster(year).weekday == 7)
    }

    @Test func holidaysOf2026() {
        #expect(
            WorkingDays.holidays(2026).map(\.description) == [
                "2026-01-01", "2026-01-02", "2026-01-06", "2026-01-07", "2026-01-24", "2026-04-10", "2026-04-12",
                "2026-04-13", "2026-05-01", "2026-05-31", "2026-06-01", "2026-08-15", "2026-11-30", "2026-12-01",
                "2026-12-25", "2026-12-26",
            ])
    }

    @Test func epiphanyIsFreeSince2024() throws {
        #expect(WorkingDays.isWorking(try #require(CivilDay("2023-01-06"))))
        #expect(!WorkingDays.isWorking(try #require(CivilDay("2025-01-06"))))
    }

    @Test(
        arguments: [
            // Nobody works from Saturday to Tuesday: 30 November and 1 December follow a weekend.
            ("2026-11-27", 1, "2026-12-02"), ("2026-11-23", 5, "2026-12-02"), ("2026-04-09", 1, "2026-04-14"),
            ("2026-12-24", 2, "2026-12-29"), ("2026-11-23", 0, "2026-11-23"),
        ])
    func terms(notice: String, days: Int, last: String) throws {
        let day = try #require(CivilDay(notice))
        let end = WorkingDays.last(of: days, after: day)
        #expect(end.description == last)
        #expect(WorkingDays.count(from: day.adding(1), until: end) == days)
    }

    @Test func daysThatExist() throws {
        #expect(CivilDay("2026-02-29") == nil)
        #expect(CivilDay("2028-02-29")?.number == 21_243)
        #expect(CivilDay("2026-2-01") == nil)
        #expect(CivilDay("1970-01-01")?.weekday == 4)
        for number in stride(from: -1000, to: 60_000, by: 37) {
            let day = CivilDay(number: number)
            #expect(day.number == number)
            #expect(CivilDay(day.description) == day)
        }
    }
}
