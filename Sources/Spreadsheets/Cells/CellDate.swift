/// A day of the calendar, with a time of day where the file has one; spreadsheets know no time zones.
public struct CellDate: Sendable, Hashable, CustomStringConvertible {
    /// The year, such as 2021.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int
    /// Seconds since midnight.
    public let second: Int

    /// A day that exists in the years 1 to 9999; nil for 31 February.
    public init?(year: Int, month: Int, day: Int, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), (0..<86_400).contains(second) else { return nil }
        guard day >= 1, day <= Self.days(month: month, year: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.second = second
    }

    /// The day with this spreadsheet serial number; nil outside the years that spreadsheets know.
    public init?(serial: Double, from1904: Bool = false) {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        var days = serial.rounded(.down)
        var second = Int(((serial - days) * 86_400).rounded())
        if second == 86_400 {
            second = 0
            days += 1
        }
        var number = Int(days)
        if !from1904 {
            // Serial 60 is 29 February 1900, a day that never was; spreadsheets keep it for the sake of an old program.
            if number == 0 || number == 60 { return nil }
            if number < 60 { number += 1 }
        }
        self.init(dayNumber: number + (from1904 ? Self.start1904 : Self.start1900), second: second)
    }

    /// The serial number of the day in the calendar that begins in 1900; nil for days before 1 March 1900.
    public var serial: Double? {
        let days = dayNumber - Self.start1900
        guard days > 60 else { return nil }
        return Double(days) + Double(second) / 86_400
    }

    /// Seconds since the beginning of 1970, as if the time were UTC.
    var secondsSince1970: Int { (dayNumber - Self.number(year: 1970, month: 1, day: 1)) * 86_400 + second }

    /// As ISO 8601 writes it: 2021-12-31, or 2021-12-31T08:30:00.
    public var description: String {
        let date = Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
        guard second > 0 else { return date }
        let clock = [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }
        return date + "T" + clock.joined(separator: ":")
    }

    /// Reads 2021-12-31 and 2021-12-31T08:30:00, with or without a fraction and `Z`.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func digits(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            return bytes[range].reduce(Optional(0)) { sum, byte in
                guard let sum, (0x30...0x39).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 0x30)
            }
        }
        guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
        var second = 0
        if bytes.count > 10 {
            guard bytes.count >= 19, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
                let hours = digits(11..<13), let minutes = digits(14..<16), let seconds = digits(17..<19),
                hours < 24, minutes < 60, seconds < 60
            else { return nil }
            second = hours * 3600 + minutes * 60 + seconds
        }
        self.init(year: year, month: month, day: day, second: second)
    }

    private static let start1900 = number(year: 1899, month: 12, day: 30)
    private static let start1904 = number(year: 1904, month: 1, day: 1)

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func days(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1 March of the year 0, in the Gregorian calendar carried backwards.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (monthFromMarch * 306 + 5) / 10 + day - 1
    }

    private var dayNumber: Int { Self.number(year: year, month: month, day: day) }

    private init?(dayNumber: Int, second: Int) {
        let era = dayNumber / 146_097
        let dayOfEra = dayNumber - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day, second: second)
    }
}
