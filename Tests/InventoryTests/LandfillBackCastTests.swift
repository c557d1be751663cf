import Foundation
import Inventory
import Testing

/// A history worked back from people and waste per head is the same as that history written down.
@Suite struct LandfillBackCastTests {
    static let standard: [String: Argument] = [
        "population": .rows([
            ["year": .number(2000), "people": .number(100_000)],
            ["year": .number(2010), "people": .number(80_000)],
        ]),
        "population_growth": .number(0.01), "start": .number(1995), "generation": .number(300, "kg/person/year"),
        "generation_year": .number(2020), "generation_growth": .number(0.02), "landfilled": .number(50, "%"),
        "composition": .rows([
            ["fraction": .word("food"), "share": .number(0.6)],
            ["fraction": .word("plastics"), "share": .number(0.4)],
        ]),
        "sites": .rows([
            ["from": .number(1900), "site": .word("unmanaged-deep"), "share": .number(1)],
            ["from": .number(2008), "site": .word("managed-anaerobic"), "share": .number(0.9)],
            ["from": .number(2008), "site": .word("unmanaged-shallow"), "share": .number(0.1)],
        ]), "climate": .word("boreal-temperate-wet"), "guidelines": .word("ipcc-2006"),
    ]

    private static func backCast(_ more: [String: Argument] = [:]) throws -> MethodResult {
        let method = try #require(Methods.named("landfill-back-cast"))
        return try method.result(standard.merging(more) { $1 }, factors: registerForTests, at: LandfillTests.place)
    }

    @Test func equalsTheHistoryWrittenDown() throws {
        var rows: [[String: Argument]] = []
        for year in 1995...2021 {
            let people: Double =
                switch year {
                case ..<2000: 100_000 * pow(1.01, Double(year - 2000))
                case 2000...2010: 100_000 - 2_000 * Double(year - 2000)
                default: 80_000 * pow(1.01, Double(year - 2010))
                }
            let food = people * 0.3 * pow(1.02, Double(year - 2020)) * 0.5 * 0.6
            if year < 2008 {
                rows.append(LandfillTests.deposit(year, "food", food, "unmanaged-deep"))
            } else {
                rows.append(LandfillTests.deposit(year, "food", food * 0.9))
                rows.append(LandfillTests.deposit(year, "food", food * 0.1, "unmanaged-shallow"))
            }
        }
        let written = try LandfillTests.decay(rows)
        let worked = try Self.backCast()
        #expect(worked.masses.ch4Biogenic > 0)
        #expect(abs(worked.masses.ch4Biogenic - written.masses.ch4Biogenic) < 1e-8)
        #expect(worked.series.count == written.series.count)
    }

    @Test func romanianDefaultsAreForRomaniaOnly() throws {
        let method = try #require(Methods.named("landfill-back-cast"))
        let generation = try #require(method.inputs.first { $0.name == "generation" })
        guard case .factor(let subject, let property) = generation.fallback else {
            Issue.record("no default")
            return
        }
        #expect(registerForTests.find(subject, property, at: LandfillTests.place).factor?.value == 0.31)
        #expect(registerForTests.find(subject, property, at: .world(2021)).factor == nil)
    }

    @Test func gapsAreRefused() {
        #expect(throws: MethodProblem.self) {
            try Self.backCast(["composition": .rows([["fraction": .word("food"), "share": .number(0.9)]])])
        }
        #expect(throws: MethodProblem.self) {
            try Self.backCast([
                "sites": .rows([["from": .number(2000), "site": .word("uncategorised"), "share": .number(1)]])
            ])
        }
        #expect(throws: MethodProblem.self) { try Self.backCast(["start": .number(2022)]) }
        #expect(throws: MethodProblem.self) { try Self.backCast(["generation_growth": .number(-1)]) }
        #expect(throws: MethodProblem.self) { try Self.backCast(["population_growth": .number(1e300)]) }
        #expect(throws: MethodProblem.missingInput("population")) { try Self.backCast(["population": .rows([])]) }
    }

    @Test func growthIsNeededOnlyOutsideTheYearsGiven() throws {
        let method = try #require(Methods.named("landfill-back-cast"))
        var arguments: [String: Argument] = [
            "population": .rows([
                ["year": .number(2000), "people": .number(1000)], ["year": .number(2021), "people": .number(1000)],
            ]),
            "start": .number(2000), "generation_year": .number(2020), "generation_growth": .number(0),
            "composition": .rows([["fraction": .word("food"), "share": .number(1)]]),
            "sites": .rows([["from": .number(2000), "site": .word("uncategorised"), "share": .number(1)]]),
            "climate": .word("boreal-temperate-dry"), "guidelines": .word("ipcc-2019"),
        ]
        #expect(try method.result(arguments, factors: registerForTests, at: LandfillTests.place).masses.ch4Biogenic > 0)
        arguments["start"] = .number(1999)
        #expect(throws: MethodProblem.missingInput("population_growth")) {
            try method.result(arguments, factors: registerForTests, at: LandfillTests.place)
        }
    }
}
