import Finance
import Inventory
import Pathways
import Portfolio
import Support
import Testing
import Web

@testable import Planning

/// What an action of the library does in a plan, against figures computed by hand.
@Suite struct SolutionUseTests {
    /// 5000 MWh of gas at 0.2 t, 2000 MWh of electricity at 0.25 t, 800 t of waste on a landfill at 1 t, 100 t
    /// composted.
    static func plan() throws -> CityPlan {
        let electricity = try #require(Inventory.Carrier.named("electricity"))
        func fuel(_ id: String, _ line: String, _ energy: Double) -> Plan.Activity {
            Plan.Activity(
                id: id, name: id, sector: .buildings, line: line, unit: "MWh", quantity: Plan.Series(energy),
                technologies: [Plan.Technology(id: "today", carrier: id, intensity: Plan.Series(1))])
        }
        func waste(_ id: String, _ line: String, _ tonnes: Double, _ factor: Double) -> Plan.Activity {
            Plan.Activity(
                id: id, name: id, sector: .waste, line: line, unit: "t", quantity: Plan.Series(tonnes),
                technologies: [
                    Plan.Technology(id: "today", factors: [Plan.GasFactor(.unsplit, Plan.Series(factor))])
                ])
        }
        let car = Plan.Activity(
            id: "cars", name: "cars", sector: .transport, line: "II.1.1", unit: "t CO2e", quantity: Plan.Series(300),
            technologies: [Plan.Technology(id: "today", factors: [Plan.GasFactor(.co2, Plan.Series(1))])])
        let model = Plan(
            name: "Test", baseYear: 2021, finalYear: 2040,
            carriers: [
                Plan.Carrier(id: "gas", name: "Natural gas", factors: [Plan.GasFactor(.co2, Plan.Series(0.2))]),
                Plan.Carrier(
                    id: "power", name: electricity.name, scope: .two,
                    factors: [Plan.GasFactor(.co2, Plan.Series(0.25))]),
            ],
            activities: [
                fuel("power", "I.1.2", 2000).named("lamps"), fuel("gas", "I.1.1", 5000).named("heat"), car,
                waste("landfill", "III.1.1", 800, 1), waste("compost", "III.2.1", 100, 0.1),
            ])
        return CityPlan(city: "Test", model: model, money: MeasurePlan.startingMoney(model))
    }

    static func use(_ id: String, _ amount: Double, _ activity: String = "", _ destination: String = "") throws
        -> SolutionUse
    {
        SolutionUse(
            solution: try SolutionTests.solution(id), amount: amount, activity: activity, destination: destination,
            start: 2025,
            end: 2030)
    }

    /// Gross emissions and removals of the last year, with the measure less without it.
    static func change(_ measure: CityMeasure) throws -> (gross: Double, removed: Double) {
        var named = measure
        named.id = "new"
        let base = try plan()
        let whole = MeasurePlan.plan("Test", model: base.model, measures: [named], money: nil)
        let run = try Model(whole.pathwayPlan).run(
            Plan.Scenario(id: "plan", kind: .plan, measures: [Plan.Setting("new")]))
        let (with, without) = (run.pathway(), run.withoutMeasures())
        return (
            (with.gross.last ?? 0) - (without.gross.last ?? 0), (with.removals.last ?? 0) - (without.removals.last ?? 0)
        )
    }

    @Test(
        arguments: [
            // 1000 m² × 0.063 MWh = 63 of 5000 MWh of gas at 0.2 t.
            ("B01", 1000, "heat", "", [-0.0126], -12.6, 0),
            // 100 kW: 204 MWh of gas go (40.8 t), 56 MWh of electricity come (14 t).
            ("B06", 100, "heat", "lamps", [204, 0.56 / 2.04], -26.8, 0),
            // 100 kWp × 1.2 MWh = 120 of 2000 MWh at 0.25 t.
            ("E01", 100, "lamps", "", [-0.06], -30, 0),
            // 1000 trees × 0.0435 t.
            ("N01", 1000, "", "", [43.5], 0, 43.5),
            // 200 t leave the landfill for good, or for composting at 0.1 t.
            ("W05", 200, "landfill", "", [-0.25], -200, 0), ("W02", 200, "landfill", "compost", [200, 1], -180, 0),
        ] as [(String, Double, String, String, [Double], Double, Double)])
    func effectsAreAsComputedByHand(
        id: String, amount: Double, activity: String, destination: String, numbers: [Double], gross: Double,
        removed: Double
    ) throws {
        let measure = try Self.use(id, amount, activity, destination).measure(
            in: try Self.plan(), SolutionTests.english)
        #expect(measure.effect.operators.count == 1 && !measure.effect.claimed)
        let found: [Double]
        switch measure.effect.operators.first {
        case .scale(let change), .remove(let change): found = [change.by]
        case .shift(let transfer): found = [transfer.amount ?? 0, transfer.to.first?.ratio ?? 0]
        default: found = []
        }
        #expect(found.count == numbers.count)
        for (one, other) in zip(found, numbers) { #expect(abs(one - other) < 1e-12) }
        let change = try Self.change(measure)
        #expect(abs(change.gross - gross) < 1e-9 && abs(change.removed - removed) < 1e-9)
    }

    @Test func costsCarryRangeLifetimeAndSource() throws {
        let flats = try Self.use("B01", 1000, "heat").measure(in: try Self.plan(), SolutionTests.english)
        let costs = try #require(flats.costs)
        #expect(costs.capitalCents == 20_000_000 && costs.yearlyCents == 100_000)
        #expect(costs.lifetime == 30 && costs.priceYear == 2021)
        #expect(costs.capitalRange == RateRange(lower: 0.9, upper: 1.5))
        #expect(costs.source.contains("PNRR") && costs.source.contains("the price year is not known"))
        #expect(flats.origin == "solution:B01" && flats.status == .sourced && flats.payers == .all(.municipality))
        #expect(Set(flats.coBenefits.map(\.kind)) == [.health, .airQuality, .energyBills, .jobs])
        #expect(flats.coBenefits.allSatisfy { $0.centsPerYear == nil })
        // 30,000 EUR, and 0.75 EUR for each of 10,000 inhabitants.
        let planning = try Self.use("H09", 10_000).measure(in: try Self.plan(), SolutionTests.english)
        #expect(planning.costs?.capitalCents == 3_750_000 && planning.effect.operators.isEmpty)
        #expect(planning.costs?.capitalRange == RateRange(lower: 35.0 / 37.5, upper: 45.0 / 37.5))
        let lights = try Self.use("E06", 10, "lamps").measure(in: try Self.plan(), SolutionTests.english)
        #expect(lights.status == .judgement)
        #expect(try Self.use("T04", 10).measure(in: try Self.plan(), SolutionTests.english).costs == nil)
    }

    /// Many inventories have tonnes and no energy: what the library cannot act on is stated by the city, or costs only.
    @Test func aPlanOfTonnesTakesCostsAndAClaim() throws {
        var plan = try Self.plan()
        plan.model.activities.removeAll { $0.unit != "t CO2e" }
        let flats = try SolutionTests.solution("B01")
        #expect(SolutionActivities(flats, plan.model).effect == .none)
        var use = try Self.use("B01", 1000)
        #expect(try use.measure(in: plan, SolutionTests.english).effect.operators.isEmpty)
        use.claim = Plan.Claim(sector: .buildings, tonnes: 12)
        let measure = try use.measure(in: plan, SolutionTests.english)
        #expect(measure.effect.claimed && measure.costs?.capitalCents == 20_000_000)
        // A claim never stands beside an effect that is computed.
        use = try Self.use("B01", 1000, "heat")
        use.claim = Plan.Claim(sector: .buildings, tonnes: 12)
        let computed = try use.measure(in: try Self.plan(), SolutionTests.english)
        #expect(!computed.effect.claimed && computed.effect.operators.count == 1)
    }

    @Test func aClaimIsMarkedAsOne() throws {
        var use = try Self.use("T15", 20)
        use.claim = Plan.Claim(sector: .transport, tonnes: 40)
        let measure = try use.measure(in: try Self.plan(), SolutionTests.english)
        #expect(
            measure.effect.claimed && measure.effect.operators == [.claimed(Plan.Claim(sector: .transport, tonnes: 40))]
        )
        #expect(try Self.use("T15", 20).measure(in: try Self.plan(), SolutionTests.english).effect.claimed == false)
    }

    @Test(
        arguments: [
            // 80,000 m² save 5040 MWh where there are 5000.
            ("B01", 80_000, "heat", "", 2025, "amount", "5,000"), ("B01", 0, "heat", "", 2025, "amount", "zero"),
            ("B01", 10, "cars", "", 2025, "activity", "t CO2e"), ("B01", 10, "none", "", 2025, "activity", "choose"),
            ("B06", 10, "lamps", "lamps", 2025, "activity", "lamps"),
            ("B06", 10, "heat", "", 2025, "destination", "choose"),
            ("B06", 10, "heat", "heat", 2025, "destination", "choose"),
            ("W02", 10, "landfill", "landfill", 2025, "destination", "choose"),
            ("W02", 801, "landfill", "", 2025, "amount", "800"), ("E01", 10, "heat", "", 2025, "activity", "heat"),
            ("B01", 10, "heat", "", 2021, "start", "2021"), ("B01", 10, "heat", "", 2041, "start", "2040"),
            ("B01", 10, "heat", "", 2031, "end", "2031"), ("T03", 1_000_000, "heat", "", 2025, "amount", "take off"),
            ("T10", 1_000_000_000, "", "", 2025, "amount", "cost more"),
        ] as [(String, Double, String, String, Int, String, String)])
    func whatCannotBeIsRefusedWithItsPlace(
        id: String, amount: Double, activity: String, destination: String, start: Int, place: String, told: String
    ) throws {
        let use = SolutionUse(
            solution: try SolutionTests.solution(id), amount: amount, activity: activity, destination: destination,
            start: start,
            end: 2030)
        let plan = try Self.plan()
        let problem = #expect(throws: SolutionProblem.self) { try use.measure(in: plan, SolutionTests.english) }
        #expect(problem?.place == place && problem?.reason.contains(told) == true, "\(String(describing: problem))")
    }

    /// The whole of an activity may be saved, and what remains of nothing is nothing.
    @Test func theStockItselfMayBeUsedUp() throws {
        let all = try Self.use("W05", 800, "landfill").measure(in: try Self.plan(), SolutionTests.english)
        #expect(try abs(Self.change(all).gross + 800) < 1e-9)
    }
}

extension Plan.Activity {
    /// The same under another id.
    fileprivate func named(_ id: String) -> Plan.Activity {
        var other = self
        (other.id, other.name) = (id, id)
        return other
    }
}
