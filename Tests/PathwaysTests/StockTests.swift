import Inventory
import Pathways
import Testing

/// Stocks of which what is bought wears out after a lifetime, worked out by hand.
@Suite struct StockTests {
    /// 100 vehicles of a lifetime of 10 years; all sold from 2021 on are electric.
    func plan(_ quantity: Plan.Series, ages: [Double]? = nil) -> Plan {
        let move = Plan.Transfer(
            of: "fleet", from: ["old"], to: [Plan.Destination("electric")], share: 1, ofSales: true)
        return Plan(
            name: "", baseYear: 2020, finalYear: 2032,
            activities: [
                Plan.Activity(
                    id: "fleet", sector: .transport, unit: "vehicles", quantity: quantity,
                    technologies: [
                        Plan.Technology(id: "old", factors: [Plan.GasFactor(.co2, Plan.Series(2))]),
                        Plan.Technology(id: "electric", share: .zero),
                    ], stock: Plan.Stock(lifetime: 10, ages: ages))
            ], measures: [Plan.Measure(id: "m", start: 2021, end: 2021, operators: [.replace(move)])],
            scenarios: [Plan.Scenario(id: "plan", kind: .plan, measures: [Plan.Setting("m")])])
    }

    func units(_ plan: Plan) throws -> [Pathway.TechnologyResult] {
        try #require(try Model(plan).run("plan")).pathway().activities[0].units
    }

    func near(_ row: [Double], _ expected: [Double]) -> Bool {
        zip(row, expected).allSatisfy { ($0 - $1).magnitude < 1e-9 }
    }

    @Test func aTenthWearsOutEachYear() throws {
        let old = try units(plan(Plan.Series(100)))[0].units
        #expect(near(old, [100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0, 0, 0]))
    }

    @Test func whatIsAddedIsBought() throws {
        let units = try units(plan(Plan.Series(100, points: [Plan.Point(year: 2032, value: 220)])))
        #expect(near(units[0].units, [100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0, 0, 0]))
        #expect(near(units[1].units, [0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 210, 220]))
    }

    @Test func theOldestGoFirst() throws {
        // 20 fewer each year: ten wear out and ten more, the next oldest, are scrapped; nothing is bought.
        let points = [Plan.Point(year: 2024, value: 20), Plan.Point(year: 2026, value: 20)]
        let units = try units(plan(Plan.Series(100, points: points)))
        #expect(near(units[0].units, [100, 80, 60, 40, 20, 20, 20, 20, 20, 10, 0, 0, 0]))
        #expect(near(units[1].units, [0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 20, 20, 20]))
    }

    @Test func agesDecideWhenItWearsOut() throws {
        // Half are new, half are in their last year.
        let ages = [0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.5]
        let old = try units(plan(Plan.Series(100), ages: ages))[0].units
        #expect(near(old, [100, 50, 50, 50, 50, 50, 50, 50, 50, 50, 0, 0, 0]))
    }

    /// Half of the sales, by a measure that ends: what was bought stays until it wears out.
    @Test func soldIsSold() throws {
        var plan = plan(Plan.Series(100))
        plan.measures[0].until = 2022
        let electric = try units(plan)[1].units
        #expect(near(electric, [0, 10, 20, 20, 20, 20, 20, 20, 20, 20, 20, 10, 0]))
    }
}
