import Glibc

/// A moment in UTC to the millisecond, stored as `2026-11-22T19:06:05.123Z`, which sorts as time does.
package struct Instant: Hashable, Comparable, Sendable, Storable, CustomStringConvertible {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads exactly the form that `description` writes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == Self.form.count else { return nil }
        for (byte, model) in zip(bytes, Self.form) {
            guard model == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == model else { return nil }
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
        let day = Day(year: number(0..<4), month: number(5..<7), day: number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard day.exists, hour < 24, minute < 60, second < 60 else { return nil }
        let minutes = (day.number * 24 + hour) * 60 + minute
        milliseconds = Int64((minutes * 60 + second) * 1000 + number(20..<23))
    }

    /// Where a digit stands, where a sign.
    private static let form = Array("0000-00-00T00:00:00.000Z".utf8)

    package var description: String {
        let second = milliseconds.flooredQuotient(1000)
        let minute = second.flooredQuotient(60)
        let hour = minute.flooredQuotient(60)
        let day = Day(number: Int(hour.flooredQuotient(24)))
        return "\(day)T\((hour - hour.flooredQuotient(24) * 24).padded(2)):\((minute - hour * 60).padded(2)):"
            + "\((second - minute * 60).padded(2)).\((milliseconds - second * 1000).padded(3))Z"
    }

    package var value: Value { .text(description) }

    package init(value: Value) throws {
        guard case .text(let text) = value, let instant = Instant(text) else {
            throw StorageError.mismatch(expected: "UTC time", found: value)
        }
        self = instant
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The wall clock; everything that a test must steer takes a clock instead.
    package static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package func adding(seconds: Double) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds * 1000)) }

    package func seconds(since earlier: Instant) -> Double { Double(milliseconds - earlier.milliseconds) / 1000 }
}

/// A calendar day (proleptic Gregorian), stored as `2026-11-22`.
package struct Day: Hashable, Comparable, Sendable, Storable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day that exists, in the form `2026-11-22`; nil otherwise.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self = Day(year: year, month: month, day: day)
        guard exists else { return nil }
    }

    /// Whether the calendar has this day; there is no 30 February.
    package var exists: Bool { (1...12).contains(month) && (1...31).contains(day) && Day(number: number) == self }

    /// Days since 1970-01-01. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    package var number: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The inverse, civil_from_days of the same source.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var description: String { "\(Int64(year).padded(4))-\(Int64(month).padded(2))-\(Int64(day).padded(2))" }

    package var value: Value { .text(description) }

    package init(value: Value) throws {
        guard case .text(let text) = value, let day = Day(text) else {
            throw StorageError.mismatch(expected: "day", found: value)
        }
        self = day
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    fileprivate func padded(_ width: Int) -> String {
        let text = String(self)
        return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
    }
}
