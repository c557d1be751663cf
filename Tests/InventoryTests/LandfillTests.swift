import Foundation
import Inventory
import Testing

/// Landfill methane: hand-worked series, properties that hold for any history, and what must be refused.
@Suite struct LandfillTests {
    static let place = FactorPlace(regions: ["RO", "EU", "world"], year: 2021)

    static func deposit(
        _ year: Int, _ fraction: String, _ tonnes: Double, _ site: String = "managed-anaerobic"
    ) -> [String: Argument] {
        ["year": .number(Double(year)), "fraction": .word(fraction), "mass": .number(tonnes, "t"), "site": .word(site)]
    }

    static func decay(
        _ waste: [[String: Argument]], _ more: [String: Argument] = [:], year: Int = 2021
    ) throws -> MethodResult {
        let method = try #require(Methods.named("landfill-first-order-decay"))
        let standard: [String: Argument] = [
            "waste": .rows(waste), "climate": .word("boreal-temperate-wet"), "guidelines": .word("ipcc-2006"),
        ]
        return try method.result(
            standard.merging(more) { $1 }, factors: registerForTests,
            at: FactorPlace(regions: place.regions, year: year))
    }

    @Test func oneDepositDecaysAsAGeometricSeries() throws {
        // 1,000 t of food on a managed site: DDOCm = 1000 × 0.15 × 0.5 × 1 = 75 t C; k = 0.185; 16/12 × 0.5 = 2/3 t CH4 for each t C.
        // In the n-th year after: 75 × e^(−k(n−1)) × (1 − e^−k) × 2/3. First year: 75 × 0.168896 × 2/3 = 8.4448 t.
        let result = try Self.decay([Self.deposit(2000, "food", 1000)], ["series_until": .number(2100)])
        #expect(result.series[2000]?.ch4Biogenic == 0)
        #expect(abs((result.series[2001]?.ch4Biogenic ?? 0) - 8.4448) < 1e-4)
        for n in 1...100 {
            let expected = 75 * exp(-0.185 * Double(n - 1)) * (1 - exp(-0.185)) * 2 / 3
            let found = try #require(result.series[2000 + n]).ch4Biogenic
            #expect(abs(found - expected) < 1e-10, "year \(n)")
        }
        // All that ever arises is 75 × 2/3 = 50 t; after a hundred years 50 × (1 − e^−18.5).
        let sum = result.series.values.reduce(0) { $0 + $1.ch4Biogenic }
        #expect(abs(sum - 50 * (1 - exp(-18.5))) < 1e-9)
        #expect(result.masses.ch4Biogenic == result.series[2021]?.ch4Biogenic)
        #expect(result.masses.present == [.ch4Biogenic])
    }

    @Test func wholeLifeEqualsTheMethaneCommitment() throws {
        // The commitment with the same parameters is the sum of the decay to the end of time: 1000 t paper, k = 0.06.
        let long = try Self.decay([Self.deposit(1750, "paper", 1000)], ["k_slow": .number(0.5)], year: 2200)
        let sum = long.series.values.reduce(0) { $0 + $1.ch4Biogenic }
        let commitment = try #require(Methods.named("landfill-methane-commitment")).result(
            [
                "mass": .number(1000, "t"), "site": .word("managed-anaerobic"), "docf": .number(0.5),
                "composition": .rows([["fraction": .word("paper"), "share": .number(1)]]),
            ], factors: registerForTests, at: Self.place)
        #expect(abs(sum - commitment.masses.ch4Biogenic) < 1e-9)
        // 1000 × 1 × 0.4 × 0.5 × 0.5 × 16/12
        #expect(abs(commitment.masses.ch4Biogenic - 133.333333333) < 1e-8)
    }

    @Test(arguments: [
        "plastics", "metal", "glass", "other-inert", "rubber-and-leather", "petroleum-products", "hazardous",
    ])
    func inertWasteEmitsNothing(_ fraction: String) throws {
        #expect(try Self.decay([Self.deposit(2000, fraction, 1e6)]).masses == GasMasses())
        let food = try Self.decay([Self.deposit(2000, "food", 10)]).masses
        #expect(try Self.decay([Self.deposit(2000, "food", 10), Self.deposit(2001, fraction, 1e6)]).masses == food)
    }

    @Test func peersValuesForTextilesAndNappiesAreNotOurs() throws {
        // A tool in use has 0.20 and 0.10; IPCC 2006 Vol. 5 Table 2.4 has 0.24 for both.
        for fraction in ["textiles", "nappies"] {
            let used = try #require(
                try Self.decay([Self.deposit(2000, fraction, 1)]).inputs.first { $0.name == "doc_\(fraction)" })
            #expect(used.value == 0.24)
        }
    }

    @Test func wasteOfTheYearAndLaterEmitsNothingYet() throws {
        let before = try Self.decay([Self.deposit(2020, "food", 500)])
        let with = try Self.decay([2020, 2021, 2022, 2040].map { Self.deposit($0, "food", 500) })
        #expect(before.masses.ch4Biogenic > 0)
        #expect(with.masses == before.masses)
        #expect(try Self.decay([Self.deposit(2030, "food", 500)]).masses == GasMasses())
        // With the reaction from month 7 half of the first year's decay falls into the year of disposal.
        let early = try Self.decay([Self.deposit(2021, "food", 1000)], ["reaction_start": .number(7)])
        #expect(abs(early.masses.ch4Biogenic - 50 * (1 - exp(-0.0925))) < 1e-10)
    }

    @Test func siteClassCountsForTheWasteOfItsYearsOnly() throws {
        let open = try Self.decay([Self.deposit(1990, "paper", 100, "unmanaged-shallow")]).masses.ch4Biogenic
        let managed = try Self.decay([Self.deposit(2010, "paper", 100)]).masses.ch4Biogenic
        let both = try Self.decay([
            Self.deposit(1990, "paper", 100, "unmanaged-shallow"), Self.deposit(2010, "paper", 100),
        ])
        #expect(abs(both.masses.ch4Biogenic - open - managed) < 1e-12)
        // 0.4 against 1 for the same waste in the same year.
        let same = try Self.decay([Self.deposit(1990, "paper", 100)]).masses.ch4Biogenic
        #expect(abs(open / same - 0.4) < 1e-12)
    }

    @Test func recoveryComesBeforeOxidation() throws {
        let waste = [Self.deposit(2000, "food", 1_000_000)]
        let generated = try Self.decay(waste).masses.ch4Biogenic
        let more: [String: Argument] = [
            "cover": .word("oxidising"),
            "recovery": .rows([["year": .number(2021), "methane": .number(100, "t")]]),
        ]
        #expect(abs(try Self.decay(waste, more).masses.ch4Biogenic - (generated - 100) * 0.9) < 1e-9)
    }

    @Test func moreThanArisesCannotBeRecovered() {
        #expect {
            try Self.decay(
                [Self.deposit(2000, "food", 1)],
                ["recovery": .rows([["year": .number(2021), "methane": .number(1, "t")]])])
        } throws: { problem in
            (problem as? MethodProblem)?.input == "recovery.methane"
        }
    }

    @Test func theRefinementKnowsTheKindOfWaste() throws {
        let wood = try Self.decay([Self.deposit(2000, "wood", 100)]).masses.ch4Biogenic
        let refined = try Self.decay([Self.deposit(2000, "wood", 100)], ["guidelines": .word("ipcc-2019")]).masses
            .ch4Biogenic
        // DOCf 0.5 in 2006, 0.1 for wood in 2019.
        #expect(abs(refined / wood - 0.2) < 1e-12)
    }
}

extension LandfillTests {
    @Test func linearAdditiveAndWithoutOrder() throws {
        let seed: UInt64 = 20_211_122
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let fractions = ["food", "garden", "paper", "wood", "sewage-sludge", "plastics", "construction"]
            let rows = (0..<Int.random(in: 1...30, using: &numbers)).map { _ in
                Self.deposit(
                    Int.random(in: 1950...2025, using: &numbers), fractions.randomElement(using: &numbers) ?? "food",
                    Double.random(in: 0...1e6, using: &numbers))
            }
            let whole = try Self.decay(rows).masses.ch4Biogenic
            let tolerance = 1e-9 * max(1, whole)
            let comment: Comment = "seed \(seed)"
            #expect(abs(try Self.decay(rows.shuffled(using: &numbers)).masses.ch4Biogenic - whole) < tolerance, comment)
            let parts = try rows.reduce(0) { $0 + (try Self.decay([$1]).masses.ch4Biogenic) }
            #expect(abs(parts - whole) < tolerance, comment)
            let tripled = try Self.decay(rows, ["waste_correction": .number(3)]).masses.ch4Biogenic
            #expect(abs(tripled - 3 * whole) < 3 * tolerance, comment)
            let inKilograms = rows.map { row in
                row.merging(["mass": .number((row["mass"].flatMap(Self.number) ?? 0) * 1000, "kg")]) { $1 }
            }
            #expect(abs(try Self.decay(inKilograms).masses.ch4Biogenic - whole) < tolerance, comment)
        }
    }

    private static func number(_ argument: Argument) -> Double? {
        if case .number(let number, _, _) = argument { number } else { nil }
    }

    @Test func rangesOfDecayBendTheResultAndAreReported() throws {
        let result = try Self.decay([Self.deposit(2000, "food", 1000)])
        let rate = try #require(result.responses.first { $0.input == "k_rapid" })
        // In the 21st year a faster decay leaves less: k = 0.1 gives more than k = 0.2.
        #expect(rate.low.ch4Biogenic > result.masses.ch4Biogenic && rate.high.ch4Biogenic < result.masses.ch4Biogenic)
        #expect(!result.responses.contains { $0.input == "methane_fraction" }, "a factor, reported by its range alone")
    }

    @Test func nothingIsAssumed() throws {
        let method = try #require(Methods.named("landfill-first-order-decay"))
        let rows = Argument.rows([Self.deposit(2000, "food", 1)])
        let full: [String: Argument] = [
            "waste": rows, "climate": .word("boreal-temperate-dry"), "guidelines": .word("ipcc-2006"),
        ]
        for name in full.keys {
            #expect(throws: MethodProblem.missingInput(name)) {
                try method.result(full.filter { $0.key != name }, factors: registerForTests, at: Self.place)
            }
        }
        // A site without its MCF in the register is a gap, not zero methane.
        let without = FactorBook(registerForTests.all.filter { $0.subject != "landfill/site/unmanaged-deep" })
        #expect {
            try method.result(full, factors: without, at: Self.place)
        } throws: {
            guard case .missingFactor(let input, "landfill/site/unmanaged-deep", "mcf", _)? = $0 as? MethodProblem
            else { return false }
            return input == "mcf_unmanaged_deep"
        }
        #expect(throws: MethodProblem.missingInput("doc_bulk_municipal")) {
            try Self.decay([Self.deposit(2000, "bulk-municipal", 1)])
        }
        #expect(throws: MethodProblem.missingInput("waste")) { try Self.decay([]) }
        #expect(throws: MethodProblem.missingInput("year")) {
            try Self.decay([Self.deposit(2000, "food", 1)], year: .min)
        }
    }

    @Test(arguments: [-1, .infinity, .nan, -.infinity] as [Double])
    func senselessMassesAreRefused(_ mass: Double) {
        #expect(throws: MethodProblem.self) { try Self.decay([Self.deposit(2000, "food", mass)]) }
    }

    @Test func senselessWordsAndYearsAreRefused() {
        #expect(throws: MethodProblem.self) { try Self.decay([Self.deposit(0, "food", 1)]) }
        #expect(throws: MethodProblem.self) { try Self.decay([Self.deposit(2000, "stones", 1)]) }
        #expect(throws: MethodProblem.self) { try Self.decay([Self.deposit(2000, "food", 1, "a hole")]) }
        #expect(throws: MethodProblem.self) {
            try Self.decay([Self.deposit(2000, "food", 1)], ["k_rapid": .number(-0.1)])
        }
        #expect(throws: MethodProblem.self) {
            try Self.decay([Self.deposit(2000, "food", 1)], ["reaction_start": .number(40)])
        }
        #expect(throws: MethodProblem.self) {
            try Self.decay([
                [
                    "year": .number(2000), "fraction": .word("food"), "mass": .number(1, "MWh"),
                    "site": .word("uncategorised"),
                ]
            ])
        }
    }

    @Test func aHugeTableIsComputed() throws {
        let rows = (0..<3_000).map { Self.deposit(1950 + $0 % 70, "paper", 1) }
        #expect(try Self.decay(rows).masses.ch4Biogenic > 0)
    }
}
