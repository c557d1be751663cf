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

    static let form = Form([
        Field("name", "Name", .text(maxLength: 5)),
        Field("area", "Area", optional: true, .number(range: 0...100, decimals: 0, unit: "km²")),
        Field("day", "Day", optional: true, .date),
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
