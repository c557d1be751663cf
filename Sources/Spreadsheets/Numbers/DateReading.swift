import Foundation

/// What one cell of a column of dates holds.
public enum DateReading: Sendable, Hashable {
    case empty
    case day(CellDate)
    case month(year: Int, month: Int)
    case year(Int)
    /// Written so that day and month could be exchanged.
    case ambiguous(dayFirst: CellDate, monthFirst: CellDate)
    case problem(Fault)

    /// Reads dates as Romanian, English and ISO 8601 write them.
    public init(_ cell: Cell) {
        switch cell.value {
        case .empty: self = .empty
        case .date(let date): self = .day(date)
        case .number(let number):
            let year = Int(exactly: number.value).flatMap { Self.years.contains($0) ? $0 : nil }
            self = year.map { .year($0) } ?? .problem(.notADate(number.written))
        case .text(let text): self = DateReading(text)
        case .boolean, .error: self = .problem(.notADate(cell.text))
        }
    }

    /// Reads a text such as 31.12.2021, 2021-12-31, 5 martie 2021, March 2021 or 2021.
    public init(_ text: String) {
        let word = NumberReading.trimmed(text)
        if word.isEmpty {
            self = .empty
        } else if word.utf8.count <= 40, let reading = CellDate(iso: word).map({ .day($0) }) ?? Self.parts(word) {
            self = reading
        } else {
            self = .problem(.notADate(word))
        }
    }

    private static let years = 1800...2200

    private static func parts(_ word: String) -> DateReading? {
        let cuts: Set<Character> = [".", "/", "-", " ", ",", "\u{a0}"]
        let parts = word.split { cuts.contains($0) }
        let numbers = parts.compactMap { isNumber($0) ? Int($0) : nil }
        let months = parts.compactMap { isNumber($0) ? nil : month(String($0)) }
        guard numbers.count + months.count == parts.count else { return nil }
        switch (numbers.count, months.count) {
        case (1, 0): return years.contains(numbers[0]) && word.count == 4 ? .year(numbers[0]) : nil
        case (2, 0):
            guard let last = numbers.last, years.contains(last), (1...12).contains(numbers[0]) else {
                return years.contains(numbers[0]) && (1...12).contains(numbers[1])
                    ? .month(year: numbers[0], month: numbers[1]) : nil
            }
            return .month(year: last, month: numbers[0])
        case (1, 1): return year(numbers[0]).map { .month(year: $0, month: months[0]) }
        case (2, 1): return named(numbers, months[0])
        case (3, 0): return numeric(numbers)
        default: return nil
        }
    }

    private static func named(_ numbers: [Int], _ month: Int) -> DateReading? {
        guard let year = year(numbers[1]) else { return nil }
        return CellDate(year: year, month: month, day: numbers[0]).map { .day($0) }
    }

    private static func numeric(_ numbers: [Int]) -> DateReading? {
        if years.contains(numbers[0]) {
            return CellDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { .day($0) }
        }
        guard years.contains(numbers[2]) else { return nil }
        let dayFirst = CellDate(year: numbers[2], month: numbers[1], day: numbers[0])
        let monthFirst = CellDate(year: numbers[2], month: numbers[0], day: numbers[1])
        switch (dayFirst, monthFirst) {
        case (let first?, let second?):
            return first == second ? .day(first) : .ambiguous(dayFirst: first, monthFirst: second)
        case (let one?, nil), (nil, let one?): return .day(one)
        case (nil, nil): return nil
        }
    }

    /// A year in full, or the two digits that follow 20.
    private static func year(_ number: Int) -> Int? {
        if years.contains(number) { return number }
        return (0...99).contains(number) ? 2000 + number : nil
    }

    private static func isNumber(_ part: Substring) -> Bool { part.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    /// Months by the letters that tell them apart in both languages.
    private static func month(_ name: String) -> Int? {
        let plain = name.lowercased()
        guard plain.count >= 3 else { return nil }
        let names = [
            ["ianuarie", "january"], ["februarie", "february"], ["martie", "march"], ["aprilie", "april"],
            ["mai", "may"],
            ["iunie", "june"], ["iulie", "july"], ["august"], ["septembrie", "september"], ["octombrie", "october"],
            ["noiembrie", "november"], ["decembrie", "december"],
        ]
        return names.firstIndex { $0.contains { $0.hasPrefix(plain) } }.map { $0 + 1 }
    }
}
