import Inventory
import Pathways
import Testing

/// Each operator against a figure worked out by hand. Without measures: cars 800,000 vkm × (0.9 × 0.0008 × 0.25 + 0.1 ×
/// 0.0002 × 0.4) = 144 + 6.4 = 150.4 t; buses 10,000 vkm × 0.004 × 0.25 = 10 t.
@Suite struct OperatorTests {
    func measure(_ step: Plan.Operator, start: Int = 2021, end: Int = 2021) -> Plan.Measure {
        Plan.Measure(id: "m", start: start, end: end, operators: [step])
    }

    func gross2030(_ step: Plan.Operator) throws -> Double {
        try PlanSample.gross(PlanSample.transport(measures: [measure(step)]))[10]
    }

    func near(_ value: Double, _ expected: Double) -> Bool { (value - expected).magnitude < 1e-9 * max(1, expected) }

    @Test func nothing() throws { #expect(near(try PlanSample.gross(PlanSample.transport(), "bau")[0], 160.4)) }

    @Test func add() throws {
        // 20,000 pkm more by bus: 1,000 vkm, 1 t.
        #expect(near(try gross2030(.add(Plan.Change(of: "buses", by: 20_000))), 161.4))
    }

    @Test func scale() throws {
        #expect(near(try gross2030(.scale(Plan.Change(of: "cars", by: -0.35))), 150.4 * 0.65 + 10))
    }

    @Test func shift() throws {
        // 300,000 pkm leave cars: 150.4 × 0.7; 60,000 of them go by bus, 13 t instead of 10; the rest walks.
        let plan = PlanSample.transport(measures: [
            measure(.shift(Plan.Transfer(of: "cars", to: [Plan.Destination("buses")], share: 0.3)))
        ])
        let pathway = try #require(Model(plan).run("plan")).pathway()
        #expect(near(pathway.gross[10], 150.4 * 0.7 + 10 * 2.5))
        #expect(near(pathway.activities[0].quantity[10] + pathway.activities[1].quantity[10], 1_200_000))
    }

    @Test func shiftOfAnAmountOfOtherUnits() throws {
        let goal = Plan.Destination("buses", ratio: 0.5)
        let plan = PlanSample.transport(measures: [
            measure(.shift(Plan.Transfer(of: "cars", to: [goal], amount: 100_000)))
        ])
        let pathway = try #require(Model(plan).run("plan")).pathway()
        #expect(near(pathway.activities[0].quantity[10], 900_000))
        #expect(near(pathway.activities[1].quantity[10], 250_000))
    }

    @Test func load() throws {
        #expect(near(try gross2030(.load(Plan.Change(of: "cars", by: 0.25))), 150.4 / 1.25 + 10))
    }

    @Test func replace() throws {
        // Half of the petrol cars: 0.45 × 800,000 vkm change from 0.0002 t to 0.00008 t.
        let transfer = Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: 0.5)
        #expect(near(try gross2030(.replace(transfer)), 160.4 - 360_000 * 0.00012))
    }

    @Test func replaceAnAmount() throws {
        let transfer = Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], amount: 72_000)
        #expect(near(try gross2030(.replace(transfer)), 160.4 - 72_000 * 0.00012))
    }

    @Test func intensity() throws {
        #expect(near(try gross2030(.intensity(Plan.Change(of: "cars", by: -0.1))), 150.4 * 0.9 + 10))
        let one = Plan.Change(of: "cars", by: -0.5, technologies: ["electric"])
        #expect(near(try gross2030(.intensity(one)), 160.4 - 3.2))
    }

    @Test func factor() throws {
        #expect(near(try gross2030(.factor(Plan.Change(of: "electricity", by: -0.75))), 160.4 - 4.8))
    }

    @Test func claimed() throws {
        let claim = Plan.Operator.claimed(Plan.Claim(sector: .transport, tonnes: 50))
        #expect(near(try gross2030(claim), 110.4))
        let run = try #require(try Model(PlanSample.transport(measures: [measure(claim)])).run("plan"))
        #expect(run.wedges().parts[0].restsOnClaim)
        #expect(run.pathway().lines.contains { $0.claim == "m" && $0.co2e[10] == -50 })
    }

    @Test func remove() throws {
        var plan = PlanSample.transport(measures: [measure(.remove(Plan.Change(of: "trees", by: 30)))])
        plan.sinks = [Plan.Sink(id: "trees", series: Plan.Series(5))]
        plan.credits = [Plan.Credit(id: "bought", series: Plan.Series(2))]
        let pathway = try #require(Model(plan).run("plan")).pathway()
        #expect(near(pathway.gross[10], 160.4) && pathway.removals[10] == 35 && pathway.credits[10] == 2)
        #expect(near(pathway.net[10], 160.4 - 37))
    }

    /// Operators of one phase on one thing, whichever measure comes first.
    @Test func phasesAreFixed() throws {
        let steps: [Plan.Operator] = [
            .scale(Plan.Change(of: "cars", by: -0.35)),
            .shift(Plan.Transfer(of: "cars", to: [Plan.Destination("buses")], share: 0.3)),
            .load(Plan.Change(of: "cars", by: 0.25)),
            .replace(Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: 0.5)),
            .intensity(Plan.Change(of: "cars", by: -0.1)), .factor(Plan.Change(of: "petrol", by: -0.2)),
        ]
        let measures = steps.enumerated().map { number, step in
            Plan.Measure(id: "m\(number)", start: 2021, end: 2021, operators: [step])
        }
        // 1,000,000 × 0.65 × 0.7 ÷ 1.5625 = 291,200 vkm; 0.45 petrol at 0.00072 × 0.2, 0.55 electric at 0.00018 × 0.4.
        let cars = 291_200 * (0.45 * 0.00072 * 0.2 + 0.55 * 0.00018 * 0.4)
        let buses = (200_000 + 195_000) / 20 * 0.004 * 0.2
        #expect(near(try PlanSample.gross(PlanSample.transport(measures: measures))[10], cars + buses))
        let backwards = try PlanSample.gross(PlanSample.transport(measures: measures.reversed()))[10]
        #expect(near(backwards, cars + buses))
    }
}
