import Foundation
import Storage

/// Numbers, days and times as a language writes them: `1.234,5` and `22 noiembrie 2026` in Romanian.
package struct Figures: Sendable {
    package let language: Language

    package init(language: Language) { self.language = language }

    package func integer(_ number: Int) -> String {
        var digits = String(number.magnitude)
        return digits.withUTF8 { written(whole: $0[...], fraction: [], isNegative: number < 0) }
    }

    /// A number with at most `decimals` places, rounded half to even, trailing zeros dropped unless `fixed`.
    package func decimal(_ number: Double, decimals: Int = 2, fixed: Bool = false) -> String {
        guard number.isFinite else { return "–" }
        return Self.withPlainDigits(abs(number), decimals: decimals) { digits in
            let whole = digits.prefix { $0 != UInt8(ascii: ".") }
            var fraction = digits[whole.endIndex...].dropFirst()
            if !fixed { while fraction.last == UInt8(ascii: "0") { fraction.removeLast() } }
            let isZero = whole.allSatisfy { $0 == UInt8(ascii: "0") } && fraction.allSatisfy { $0 == UInt8(ascii: "0") }
            return written(whole: whole, fraction: fraction, isNegative: number < 0 && !isZero)
        }
    }

    private typealias Digits = UnsafeBufferPointer<UInt8>.SubSequence

    /// Digits with the language's signs. Bytes, because a page of figures puts some dozens of them together.
    private func written(whole: Digits, fraction: some Collection<UInt8>, isNegative: Bool) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(whole.count * 2 + fraction.count + 4)
        if isNegative { text.append(contentsOf: "−".utf8) }
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(thousands) }
            text.append(digit)
        }
        if !fraction.isEmpty {
            text.append(point)
            text.append(contentsOf: fraction)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Digits with a point, rounded from the exact binary value.
    private static func withPlainDigits(_ number: Double, decimals: Int, _ body: (Digits) -> String) -> String {
        if let units = units(number, decimals: decimals) {
            var digits = String(units)
            let missing = decimals + 1 - digits.utf8.count
            if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
            if decimals > 0 { digits.insert(".", at: digits.utf8.index(digits.endIndex, offsetBy: -decimals)) }
            return digits.withUTF8 { body($0[...]) }
        }
        return withDigitsOfLibrary(number, decimals: decimals, body)
    }

    /// The number in units of its last decimal, rounded half to even; nil for what is too large for this way.
    static func units(_ number: Double, decimals: Int) -> Int? {
        guard (0...6).contains(decimals) else { return nil }
        let power = powersOfTen[decimals]
        let product = number * power
        guard product < 4_000_000_000_000_000 else { return nil }
        // A product of two doubles is itself rounded. What it lost matters only when it seems to stand right in the
        // middle between two units; then it decides.
        let low = product.rounded(.down)
        let rest = product - low
        if rest != 0.5 { return Int(rest < 0.5 ? low : low + 1) }
        let lost = (-product).addingProduct(number, power)
        if lost != 0 { return Int(lost < 0 ? low : low + 1) }
        return Int(low) % 2 == 0 ? Int(low) : Int(low) + 1
    }

    private static let powersOfTen: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

    /// The C library does it without asking for a locale, which was a sixth of the work of a city's page.
    private static func withDigitsOfLibrary(_ number: Double, decimals: Int, _ body: (Digits) -> String) -> String {
        // 309 digits before the point are the most that a number has.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let places = Int32(min(max(decimals, 0), 20))
            let count = withVaList([places, number]) { vsnprintf(start, buffer.count, "%.*f", $0) }
            return UnsafeBufferPointer(buffer).withMemoryRebound(to: UInt8.self) { body($0.prefix(Int(count))) }
        }
    }

    /// `22 noiembrie 2026`, `22 November 2026`.
    package func day(_ day: Day) -> String { "\(day.day) \(monthName(day.month)) \(day.year)" }

    /// Date and hour in Romania (Europe/Bucharest), where the hub's deadlines are.
    package func time(_ instant: Instant) -> String {
        let local = BucharestTime.local(instant)
        return "\(day(local.day)), \(pad(local.hour)):\(pad(local.minute))"
    }

    /// The hour in Romania alone: `14:03`.
    package func clock(_ instant: Instant) -> String {
        let local = BucharestTime.local(instant)
        return "\(pad(local.hour)):\(pad(local.minute))"
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private var thousands: UInt8 { language == .ro ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    private var point: UInt8 { language == .ro ? UInt8(ascii: ",") : UInt8(ascii: ".") }

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
