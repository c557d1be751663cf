import Foundation
import Storage
import Support
import Testing

/// Foundation's calendar is the oracle; the seed of the random cases is printed when one fails.
@Suite struct InstantTests {
    private static var gregorian: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "UTC") ?? .gmt
        return calendar
    }

    @Test func instantsAgreeWithFoundation() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed)
        let calendar = Self.gregorian
        for _ in 0..<3000 {
            // The years 1583 to 9999: before that Foundation changes to the Julian calendar.
            let milliseconds = Int64.random(in: -12_212_553_600_000...253_402_300_799_999, using: &random)
            let instant = Instant(milliseconds: milliseconds)
            let date = Date(timeIntervalSince1970: Double(milliseconds.flooredSeconds))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            let wanted = String(
                format: "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0,
                parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0,
                Int(milliseconds - milliseconds.flooredSeconds * 1000))
            #expect(instant.description == wanted, "seed \(seed)")
            #expect(Instant(wanted) == instant, "seed \(seed)")
            #expect(try Instant(value: instant.value) == instant)
        }
    }

    @Test func textSortsAsTimeDoes() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed)
        let instants = (0..<1000).map { _ in
            Instant(milliseconds: Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random))
        }
        #expect(instants.sorted().map(\.description) == instants.map(\.description).sorted(), "seed \(seed)")
    }

    @Test func daysAgreeWithFoundation() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed)
        let calendar = Self.gregorian
        for _ in 0..<3000 {
            let number = Int.random(in: -141_000...2_900_000, using: &random)
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day], "seed \(seed)")
            #expect(day.number == number, "seed \(seed)")
            #expect(Day(day.description) == day, "seed \(seed)")
        }
    }

    @Test(
        arguments: [
            "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-32", "2026-01-00",
            "2026-01-01 ",
            "2026/01/01", "-026-01-01", "２０２６-01-01", "2026-01-0１", "2100-02-29",
        ])
    func noDays(text: String) { #expect(Day(text) == nil) }

    @Test(arguments: ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func days(text: String) { #expect(Day(text)?.description == text) }

    @Test(
        arguments: [
            "", "2026-11-22", "2026-11-22T19:06:05Z", "2026-11-22T19:06:05.12Z", "2026-11-22 19:06:05.123Z",
            "2026-11-22T24:00:00.000Z", "2026-11-22T19:60:00.000Z", "2026-02-30T00:00:00.000Z",
            "2026-11-22T19:06:05.123+",
            "2026-11-22T19:06:60.000Z", "2026x11-22T19:06:05.123Z", "2026-11-22T19-06-05.123Z",
        ])
    func noInstants(text: String) { #expect(Instant(text) == nil) }
}

extension Int64 {
    fileprivate var flooredSeconds: Int64 { self >= 0 ? self / 1000 : -((-self + 999) / 1000) }
}
