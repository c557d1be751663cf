import Inventory
import Testing

@Suite("Arguments of methods as JSON")
struct ArgumentFormatTests {
    static let inputs = [
        MethodInput("energy", .value(.quantity(.energy)), "Energy."), MethodInput("share", .value(.share), "Share."),
        MethodInput("fuel", .choice(["wood", "coal"]), "Fuel."), MethodInput("start", .year, "Year."),
        MethodInput(
            "waste",
            .table([MethodInput("year", .year, "Year."), MethodInput("mass", .value(.quantity(.mass)), "Mass.")]),
            "Waste."),
    ]

    static func read(_ json: String) throws -> [String: Argument] {
        guard case .object(let object) = try JSONValue(json: json) else {
            throw JSONValue.Problem(description: "no object")
        }
        return try Argument.read(object, for: inputs)
    }

    @Test(
        "Numbers in the ways people write them",
        arguments: [
            ("100", Argument.number(100)), ("\"100\"", .number(100)), ("\"100 MWh\"", .number(100, "MWh")),
            ("\"1e3kWh\"", .number(1000, "kWh")), ("\"-2.5  TJ \"", .number(-2.5, "TJ")),
            ("{\"value\":5,\"unit\":\"GJ\"}", .number(5, "GJ")), ("{\"value\":5}", .number(5)),
            (
                "{\"value\":5,\"unit\":\"GJ\",\"lower\":4,\"upper\":7}",
                .number(5, unit: "GJ", uncertainty: Uncertainty(lower: 4, upper: 7))
            ),
        ])
    func numbers(json: String, argument: Argument) throws {
        let read = try Self.read("{\"energy\":\(json)}")
        #expect(read == ["energy": argument])
        let written = JSONValue.object(read.mapValues(\.json)).json()
        #expect(try Self.read(written) == read)
    }

    @Test("Words, years, tables and what is left out")
    func others() throws {
        let read = try Self.read(
            #"{"fuel":"wood","start":2021,"share":null,"waste":[{"year":2020,"mass":"3 kt"},{"year":2021,"mass":4}]}"#)
        #expect(
            read == [
                "fuel": .word("wood"), "start": .number(2021),
                "waste": .rows([
                    ["year": .number(2020), "mass": .number(3, "kt")], ["year": .number(2021), "mass": .number(4)],
                ]),
            ])
        #expect(try Self.read(JSONValue.object(read.mapValues(\.json)).json()) == read)
    }

    @Test(
        "What cannot be read is named",
        arguments: [
            ("{\"energi\":1}", "energi"), ("{\"energy\":\"1,000 MWh\"}", "energy"), ("{\"energy\":\"much\"}", "energy"),
            ("{\"energy\":true}", "energy"), ("{\"energy\":[1]}", "energy"),
            ("{\"energy\":{\"unit\":\"GJ\"}}", "energy.value"),
            ("{\"energy\":{\"value\":1,\"lower\":0}}", "energy.upper"),
            ("{\"energy\":{\"value\":1,\"upper\":2}}", "energy.lower"),
            ("{\"energy\":{\"value\":1,\"lower\":2,\"upper\":3}}", "energy"),
            ("{\"energy\":{\"value\":1,\"units\":\"GJ\"}}", "energy.units"),
            ("{\"energy\":{\"value\":\"1\"}}", "energy"), ("{\"fuel\":[1]}", "fuel"), ("{\"waste\":[1]}", "waste"),
            ("{\"waste\":[{\"year\":2020,\"tonnes\":1}]}", "waste[1].tonnes"), ("{\"energy\":\"\"}", "energy"),
            ("{\"energy\":\"1.2.3\"}", "energy"), ("{\"energy\":\"+5\"}", "energy"),
        ])
    func problems(json: String, input: String) throws {
        let problem = #expect(throws: MethodProblem.self) { try Self.read(json) }
        #expect(problem?.input == input, "\(String(describing: problem))")
    }

    @Test("No text ends the program", arguments: 1...200)
    func anything(seed: UInt64) {
        var random = FormatSample.SplitMix(state: seed)
        let pieces = [
            "{", "}", "[", "]", "\"energy\"", ":", ",", "1e400", "-0", "null", "\"MWh", "\\u0000", "1", " ", "tru", "é",
        ]
        let text = (0..<(random.next() % 40)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        _ = try? Self.read(text)
        let deep = String(repeating: "[", count: 20_000)
        #expect(throws: JSONValue.Problem.self) { try JSONValue(json: deep) }
    }
}
