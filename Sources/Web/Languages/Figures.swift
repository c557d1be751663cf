import Foundation
import Storage

/// Numbers, days and times as a language writes them: `1.234,5` and `22 noiembrie 2026` in Romanian.
package struct Figures: Sendable {
    package let language: Language

    package init(language: Language) { self.language = language }

    package func integer(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(thousands) }
            result.append(digit)
        }
        return number < 0 ? "−" + result : result
    }

    /// A number with at most `decimals` places, rounded half to even, trailing zeros dropped unless `fixed`.
    package func decimal(_ number: Double, decimals: Int = 2, fixed: Bool = false) -> String {
        guard number.isFinite else { return "–" }
        var text = Self.plain(abs(number), decimals: decimals)
        if !fixed, text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        let parts = text.split(separator: ".")
        let whole = integer(Int(parts[0]) ?? 0)
        let sign = number < 0 && (text.contains { ("1"..."9").contains($0) }) ? "−" : ""
        return sign + whole + (parts.count > 1 ? point + parts[1] : "")
    }

    /// Digits with a point, rounded from the exact binary value. The C library does it without asking for a locale,
    /// which was a sixth of the work of a city's page.
    private static func plain(_ number: Double, decimals: Int) -> String {
        // 309 digits before the point are the most that a number has.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let places = Int32(min(max(decimals, 0), 20))
            _ = withVaList([places, number]) { vsnprintf(start, buffer.count, "%.*f", $0) }
            return String(cString: start)
        }
    }

    /// `22 noiembrie 2026`, `22 November 2026`.
    package func day(_ day: Day) -> String { "\(day.day) \(monthName(day.month)) \(day.year)" }

    /// Date and hour in Romania (Europe/Bucharest), where the hub's deadlines are.
    package func time(_ instant: Instant) -> String {
        let local = BucharestTime.local(instant)
        return "\(day(local.day)), \(pad(local.hour)):\(pad(local.minute))"
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private var thousands: Character { language == .ro ? "." : "," }
    private var point: String { language == .ro ? "," : "." }

    private func monthName(_ month: Int) -> String {
        let names = language == .ro ? Self.romanianMonths : Self.englishMonths
        return names[month - 1]
    }

    private static let romanianMonths = [
        "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie",
        "noiembrie", "decembrie",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
