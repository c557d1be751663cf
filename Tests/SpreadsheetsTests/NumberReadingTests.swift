import Spreadsheets
import Testing

@Suite struct NumberReadingTests {
    @Test(arguments: [
        ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("1 234", 1234), ("1 234,5", 1234.5), ("1 234.5", 1234.5),
        ("1\u{a0}234\u{202f}567,8", 1_234_567.8), ("1'234.50", 1234.5), ("1’234", 1234), ("12.345.678", 12_345_678),
        ("12,345,678.9", 12_345_678.9), ("0.234", 0.234), ("0,234", 0.234), ("1234.567", 1234.567),
        ("1234,567", 1234.567),
        (".5", 0.5), (",5", 0.5), ("12.5", 12.5), ("12,50", 12.5), ("12 %", 0.12), ("12,5%", 0.125), ("-12%", -0.12),
        ("(1.234,5)", -1234.5), ("(12)", -12), ("(5 %)", -0.05), ("1e3", 1000), ("1,5E+03", 1500), ("2.5e-3", 0.0025),
        ("−5", -5), ("–5,25", -5.25), ("5-", -5), ("+7", 7), ("- 8", -8), ("007", 7), ("  42\t", 42),
        ("1,2E+03 t", 1200),
    ])
    func numbersAreRead(text: String, value: Double) {
        #expect(NumberReading(text).number?.value == value)
    }

    @Test(arguments: [
        ("1.234,5 MWh", 1234.5, "MWh"), ("12 t CO2e", 12, "t CO2e"), ("7kWh/m²", 7, "kWh/m²"),
        ("€ 1.200,00", 1200, "€"),
        ("EUR 5", 5, "EUR"), ("-5,5 °C", -5.5, "°C"), ("1.200,50 lei", 1200.5, "lei"), ("5 mii tone", 5, "mii tone"),
        ("3 m3", 3, "m3"), ("(1,5) EUR", -1.5, "EUR"), ("(1,5 EUR)", -1.5, "EUR"), ("5 e", 5, "e"), ("8e", 8, "e"),
    ])
    func unitsAreKeptApart(text: String, value: Double, unit: String) {
        #expect(NumberReading(text) == .number(ReadNumber(value, unit: unit)))
    }

    @Test(arguments: [
        "8,408,.32", "1.2.3", "1,23,456", "1 23 4", "2021 2022", "1.234,567.8", "1,234 567.8", "12.", "12,", "1..2",
        "0.123.456", "1'234'56",
    ])
    func malformedNumbersAreProblems(text: String) {
        #expect(NumberReading(text) == .problem(.malformedNumber(text)))
    }

    @Test(arguments: [
        "abc", "12 MWh 34", "~1200", "<5", "12-15", "1e", "12 luni și ceva mai mult", "x12", "1;2", "٣", "()", "EUR",
    ])
    func otherTextsAreNoNumbers(text: String) {
        let reading = NumberReading(text)
        #expect(reading.number == nil || reading.number?.unit == "e", "\(reading)")
        if text != "1e" { #expect(reading == .problem(.notANumber(text))) }
    }

    @Test func aNumberThatCanBeTwoIsBoth() {
        #expect(NumberReading("1.234") == .ambiguous(point: ReadNumber(1.234), comma: ReadNumber(1234)))
        #expect(NumberReading("1,234") == .ambiguous(point: ReadNumber(1234), comma: ReadNumber(1.234)))
        #expect(
            NumberReading("-1.234 t").fault(of: Cell(.text("-1.234 t")))
                == .ambiguousNumber("-1.234 t", point: "-1.234", comma: "-1234"))
        #expect(NumberReading("1.234", mark: .comma).number?.value == 1234)
        #expect(NumberReading("1.234", mark: .point).number?.value == 1.234)
        // A mark that is known does not bend a number that it does not fit.
        #expect(NumberReading("12.5", mark: .comma).number?.value == 12.5)
    }

    @Test(arguments: [
        ("NO", [NotationMark.notOccurring]), ("NE", [.notEstimated]), ("IE", [.includedElsewhere]),
        ("C", [.confidential]),
        ("NO, IE", [.notOccurring, .includedElsewhere]), ("NE/NO", [.notEstimated, .notOccurring]),
    ])
    func notationKeysAreKept(text: String, marks: [NotationMark]) {
        #expect(NumberReading(text) == .notation(marks))
    }

    @Test(arguments: ["N/A", "n.a.", "-", "—", "…", "NA", "#N/A", "nu se aplică", "Lipsă"])
    func missingValuesAreNoProblem(text: String) {
        #expect(NumberReading(text) == .missing(text))
    }

    @Test func typedCellsNeedNoGuess() {
        #expect(NumberReading(Cell(.number(.init(1.234)))).number?.value == 1.234)
        #expect(NumberReading(Cell(.number(.init(0.5, isPercent: true)))).number == ReadNumber(0.5, isPercent: true))
        #expect(NumberReading(Cell(.error("#N/A"))) == .missing("#N/A"))
        #expect(NumberReading(Cell(.error("#REF!"))) == .problem(.notANumber("#REF!")))
        #expect(NumberReading(Cell(.boolean(true))) == .problem(.notANumber("true")))
        #expect(NumberReading(Cell.empty) == .empty && NumberReading(" \u{a0}") == .empty)
    }
}

@Suite struct NumberColumnTests {
    static func column(_ texts: [String], mark: DecimalMark? = nil) -> NumberColumn {
        NumberColumn(texts.map { Cell(.text($0)) }, mark: mark)
    }

    @Test func otherCellsDecide() {
        let romanian = Self.column(["1.234", "12,5", "NE", "7"])
        #expect(romanian.decision == .shown(.comma))
        #expect(romanian.readings.map { $0.number?.value } == [1234, 12.5, nil, 7])
        #expect(romanian.evidence.map(\.index) == [1] && romanian.evidence.map(\.text) == ["12,5"])
        let english = Self.column(["1.234", "1,234.5"])
        #expect(english.decision == .shown(.point) && english.readings[0].number?.value == 1.234)
    }

    @Test func withoutEvidenceItStaysOpen() {
        let column = Self.column(["1.234", "5.678", "9"])
        #expect(column.decision == .open && column.evidence.isEmpty)
        #expect(column.readings[1] == .ambiguous(point: ReadNumber(5.678), comma: ReadNumber(5678)))
        #expect(column.readings[2].number?.value == 9)
    }

    @Test func contradictingEvidenceDecidesNothing() {
        let column = Self.column(["1.234,5", "1,234.5", "1.234"])
        #expect(column.decision == .mixed)
        #expect(column.readings[0].number?.value == 1234.5 && column.readings[1].number?.value == 1234.5)
        #expect(column.readings[2].fault(of: Cell(.text("1.234"))) != nil)
        #expect(Set(column.evidence.map(\.mark)) == [.point, .comma])
    }

    @Test func whoeverAsksCanDecide() {
        let column = Self.column(["1.234", "8,408,.32"], mark: .comma)
        #expect(column.decision == .given(.comma) && column.readings[0].number?.value == 1234)
        #expect(column.readings[1] == .problem(.malformedNumber("8,408,.32")))
    }
}

@Suite struct DateReadingTests {
    @Test(arguments: [
        ("31.12.2021", "2021-12-31"), ("2021-12-31", "2021-12-31"), ("2021/12/31", "2021-12-31"),
        ("12/31/2021", "2021-12-31"),
        ("5 martie 2021", "2021-03-05"), ("5 March 2021", "2021-03-05"), ("5-mar-21", "2021-03-05"),
        ("5/5/2021", "2021-05-05"),
        ("2021-12-31T08:30:00Z", "2021-12-31T08:30:00"), ("1 ianuarie 2020", "2020-01-01"),
    ])
    func daysAreRead(text: String, day: String) {
        #expect(DateReading(text) == CellDate(iso: day).map { .day($0) })
    }

    @Test func monthsAndYearsAreRead() {
        #expect(DateReading("martie 2021") == .month(year: 2021, month: 3))
        #expect(DateReading("May 2021") == .month(year: 2021, month: 5))
        #expect(DateReading("mai 2021") == .month(year: 2021, month: 5))
        #expect(DateReading("12.2021") == .month(year: 2021, month: 12))
        #expect(DateReading("2021-07") == .month(year: 2021, month: 7))
        #expect(DateReading("2021") == .year(2021))
        #expect(DateReading(Cell(.number(.init(2021)))) == .year(2021))
    }

    @Test func dayAndMonthThatCouldBeExchangedAreBoth() throws {
        let first = try #require(CellDate(year: 2021, month: 4, day: 3))
        let second = try #require(CellDate(year: 2021, month: 3, day: 4))
        #expect(DateReading("03/04/2021") == .ambiguous(dayFirst: first, monthFirst: second))
    }

    @Test(arguments: ["31.02.2021", "soon", "2021-13-01", "1.2.3.4", "99", "5 foo 2021", "T1 2021"])
    func otherTextsAreNoDates(text: String) {
        #expect(DateReading(text) == .problem(.notADate(text)))
    }
}
