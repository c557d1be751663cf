/// Civil time in Romania: UTC+2, and UTC+3 from the last Sunday of March 01:00 UTC to the last Sunday of October
/// 01:00 UTC (Directive 2000/84/EC).
package enum BucharestTime {
    package static func local(_ instant: Instant) -> (day: Day, hour: Int, minute: Int) {
        let minutes = Int((Double(instant.milliseconds) / 60_000).rounded(.down)) + offset(instant) * 60
        let days = Int((Double(minutes) / 1440).rounded(.down))
        let rest = minutes - days * 1440
        return (Day(number: days), rest / 60, rest % 60)
    }

    /// The moment at which Romanian clocks show this; in the hour that spring skips, the hour after it, in the hour
    /// that autumn repeats, its first pass.
    package static func moment(_ day: Day, hour: Int, minute: Int) -> Instant {
        let shown = (Int64(day.number) * 24 + Int64(hour)) * 60 + Int64(minute)
        let summer = Instant(milliseconds: (shown - 180) * 60_000)
        if offset(summer) == 3 { return summer }
        return Instant(milliseconds: (shown - 120) * 60_000)
    }

    /// Hours ahead of UTC at a moment.
    package static func offset(_ instant: Instant) -> Int {
        let year = Day(number: Int((Double(instant.milliseconds) / 86_400_000).rounded(.down))).year
        let starts = change(year: year, month: 3)
        let ends = change(year: year, month: 10)
        return instant.milliseconds >= starts && instant.milliseconds < ends ? 3 : 2
    }

    private static func change(year: Int, month: Int) -> Int64 {
        let last = Day(year: year, month: month, day: 31).number
        let weekday = (last + 4) % 7  // 1970-01-01 was a Thursday; 0 is Sunday.
        return (Int64(last - weekday) * 24 + 1) * 3_600_000
    }
}
