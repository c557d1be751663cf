/// Romanian working days: Monday to Friday but for the public holidays of the Labour Code, art. 139 (1).
///
/// The list is the one in force since 1 January 2024, when Epiphany and Saint John were added; years from 2018 to 2023
/// are without those two. Days that the government moves by a decision of its own are not known here.
public enum WorkingDays {
    /// The holidays of a year, with those that move, in order.
    public static func holidays(_ year: Int) -> [CivilDay] {
        var fixed = [(1, 1), (1, 2), (1, 24), (5, 1), (6, 1), (8, 15), (11, 30), (12, 1), (12, 25), (12, 26)]
        if year >= 2024 { fixed += [(1, 6), (1, 7)] }
        let easter = orthodoxEaster(year)
        // Good Friday, Easter and its Monday, Pentecost and its Monday.
        let moving = [-2, 0, 1, 49, 50].map { easter.adding($0) }
        return Set(fixed.compactMap { CivilDay(year: year, month: $0.0, day: $0.1) } + moving).sorted()
    }

    /// Easter of the Orthodox church in the civil calendar.
    ///
    /// J. Meeus, "Astronomical Algorithms", chapter 8: the date in the Julian calendar, and its distance to ours.
    public static func orthodoxEaster(_ year: Int) -> CivilDay {
        let moon = (19 * (year % 19) + 15) % 30
        let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let shifted = moon + sunday + 114
        let julian = CivilDay(number: (CivilDay(year: year, month: shifted / 31, day: 1)?.number ?? 0) + shifted % 31)
        return julian.adding(year / 100 - year / 400 - 2)
    }

    public static func isWorking(_ day: CivilDay) -> Bool { day.weekday <= 5 && !holidays(day.year).contains(day) }

    /// The last day of a term of so many working days: the day of the notice does not count.
    public static func last(of count: Int, after notice: CivilDay) -> CivilDay {
        var day = notice
        var left = count
        while left > 0 {
            day = day.adding(1)
            if isWorking(day) { left -= 1 }
        }
        return day
    }

    /// How many working days lie between two days, both counted.
    public static func count(from first: CivilDay, until last: CivilDay) -> Int {
        guard first <= last else { return 0 }
        return (first.number...last.number).count { isWorking(CivilDay(number: $0)) }
    }
}
