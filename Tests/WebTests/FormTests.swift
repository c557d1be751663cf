import Storage
import Testing

@testable import Web

@Suite struct FormTests {
    static let english = Texts(language: .en, catalogue: nil)

    @Test(arguments: [
        ("1234", 1234.0), ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("1 234", 1234), ("12,5", 12.5), ("12.5", 12.5),
        ("1.234.567", 1_234_567), ("1,234,567", 1_234_567), ("-3,5", -3.5), ("−3", -3), ("0.125", 0.125),
        ("1\u{a0}234,5", 1234.5), ("1234.567", 1234.567),
    ])
    func readsNumbersAsPeopleTypeThem(text: String, number: Double) {
        #expect(NumberReading.read(text) == number)
    }

    @Test(arguments: ["", "abc", "1.234", "12,345", "1.23.456", "1,2,3", "8,408,.32", "1..2", "--1", "1e5", "٣"])
    func refusesWhatIsNoNumberOrCouldBeTwo(text: String) {
        #expect(NumberReading.read(text) == nil)
    }

    @Test(arguments: [
        ("64227", 64227), ("64.227", 64227), ("64,227", 64227), ("1.064.227", 1_064_227), ("64 227", 64227),
        ("-64.227", -64227), ("2023", 2023), ("64227,0", 64227),
    ])
    func readsWholeNumbersWithTheirThousands(text: String, number: Int) {
        #expect(Answers(["n": text]).integer("n") == number)
    }

    /// Three digits after a comma or point are thousands only as a proper group; elsewhere they stay decimals.
    @Test(arguments: ["64.22", "0.227", "1234.567", "64.2270", "a.227", ".227", "64..227", "64.227.1"])
    func otherWholeNumbersAreRefused(text: String) {
        #expect(Answers(["n": text]).integer("n") == nil)
        #expect(Self.form.check(Answers(["name": "Ana", "area": text]), Self.english).problem(at: "area") != nil)
    }

    @Test func thousandsOfAWholeNumberAreChecked() {
        let people = Form([Field("people", "People", .number(range: 1...1e6, decimals: 0, unit: nil))])
        #expect(people.check(Answers(["people": "64.227"]), Self.english).isFine)
        let share = Form([Field("share", "Share", .number(range: 1...1e6, decimals: 3, unit: nil))])
        #expect(!share.check(Answers(["share": "64.227"]), Self.english).isFine, "it could be two numbers")
    }

    @Test(arguments: [("1899", false), ("1900", true), ("2100", true), ("2101", false), ("9999", false)])
    func yearsOfADayAreSensible(year: String, isFine: Bool) {
        let typed = Answers(["name": "Ana", "day-day": "1", "day-month": "1", "day-year": year])
        #expect(Self.form.check(typed, Self.english).isFine == isFine)
        let history = Form([Field("day", "Day", .date(years: 1000...9999))])
        #expect(history.check(typed, Self.english).isFine)
    }

    static let form = Form([
        Field("name", "Name", .text(maxLength: 5)),
        Field("area", "Area", optional: true, .number(range: 0...100, decimals: 0, unit: "km²")),
        Field("day", "Day", optional: true, .date()),
        Field("kind", "Kind", optional: true, .radios([Option("a", "A"), Option("b", "B")])),
        Field("note", "Note", optional: true, .textarea(maxLength: 10, rows: 2)),
    ])

    @Test(arguments: [
        (["name": ["Ana"]], []),
        (["name": [" "]], ["name"]),
        (["name": ["Anamaria"]], ["name"]),
        (["name": ["Ana"], "area": ["101"]], ["area"]),
        (["name": ["Ana"], "area": ["1,5"]], ["area"]),
        (["name": ["Ana"], "area": ["many"]], ["area"]),
        (["name": ["Ana"], "day-day": ["31"], "day-month": ["2"], "day-year": ["2026"]], ["day"]),
        (["name": ["Ana"], "day-day": ["28"], "day-month": ["2"], "day-year": ["2026"]], []),
        (["name": ["Ana"], "kind": ["c"]], ["kind"]),
        (["name": ["A\u{7}na"]], ["name"]),
        (["name": ["A\u{202e}na"]], ["name"]),
        (["name": ["Ana"], "note": ["a\r\nb"]], []),
    ])
    func namesTheFieldThatIsWrong(texts: [String: [String]], wrong: [String]) {
        let checked = Self.form.check(Answers(texts: texts), Self.english)
        #expect(checked.problems.compactMap(\.field) == wrong)
        #expect(checked.texts == texts, "what was typed stays")
    }

    @Test func readsBodiesAndRefusesBrokenOnes() throws {
        let answers = try FormBody.parse("a=1+2&b=%C8%99i&a=x%26y&empty=".utf8)
        #expect(answers.list("a") == ["1 2", "x&y"])
        #expect(answers.text("b") == "și")
        #expect(answers.text("empty") == "")
        for broken in ["a=%", "a=%zz", "a=%ff", "a=%00", "%c3%28=1"] {
            #expect(throws: FormBody.Problem.self) { try FormBody.parse(broken.utf8) }
        }
    }

    @Test(arguments: ["", "a=b&c d", "ș/?#%", "100 % + 1"])
    func encodingComesBack(text: String) throws {
        let body = FormBody.encode([("x", text)])
        #expect(try FormBody.parse(body.utf8).list("x") == [text])
    }
}

/// How a problem is said: under its label without it, elsewhere after it.
@Suite struct ProblemTests {
    @Test(arguments: [
        ("write an answer", "Name", "Write an answer", "Name: write an answer"),
        ("write an answer", "What is planned?", "Write an answer", "What is planned? Write an answer"),
        ("alegeți un fișier", "Hotărârea", "Alegeți un fișier", "Hotărârea: alegeți un fișier"),
        ("The file a.pdf is empty.", "Decision", "The file a.pdf is empty.", "The file a.pdf is empty."),
    ])
    func theLabelIsSaidOnce(text: String, label: String, atField: String, sentence: String) {
        let problem = Answers.Problem(field: "x", text: text)
        #expect(problem.atField == atField)
        #expect(problem.sentence(at: label) == sentence)
    }
}
