import Inventory
import Pathways
import Testing

/// Dependencies, targets, budgets, calibration and carriers made from others, worked out by hand.
@Suite struct ResultTests {
    func near(_ value: Double, _ expected: Double) -> Bool {
        (value - expected).magnitude < 1e-9 * max(1, expected.magnitude)
    }

    @Test func whatNeedsAnotherDoesNothingWithoutIt() throws {
        let less = Plan.Measure(
            id: "less", start: 2021, end: 2021, operators: [.scale(Plan.Change(of: "cars", by: -0.5))],
            requires: ["lanes"])
        let lanes = Plan.Measure(
            id: "lanes", start: 2021, end: 2021, operators: [.add(Plan.Change(of: "buses", by: 20_000))])
        let run = try #require(try Model(PlanSample.transport(measures: [less, lanes])).run("plan"))
        #expect(near(run.pathway(without: "lanes").gross[10], 160.4))
        #expect(near(run.pathway(without: "less").gross[10], 161.4))
        // First in the order, it acts only when the other comes: the gain is the other's.
        #expect(run.wedges().parts[0].reduction[10] == 0 && near(run.wedges().parts[1].reduction[10], 74.2))
        #expect(near(run.shapley().parts[0].reduction[10], 37.6) && near(run.shapley().parts[1].reduction[10], 36.6))
        #expect(run.pairs()[0].alone[10] == 0 && near(run.pairs()[0].last[10], 75.2))
        #expect(near(run.pairs()[1].last[10], 74.2))
    }

    @Test func targetsAndBudget() throws {
        let half = Plan.Measure(
            id: "m", start: 2021, end: 2030, operators: [.scale(Plan.Change(of: "cars", by: -1))])
        var plan = PlanSample.transport(measures: [half])
        plan.targets = [
            Plan.Target(id: "gross", year: 2030, reduction: 0.8),
            Plan.Target(id: "net", year: 2025, basis: .net, reduction: 1, baseline: 200),
        ]
        plan.sinks = [Plan.Sink(id: "trees", series: Plan.Series(4))]
        plan.credits = [Plan.Credit(id: "c", series: Plan.Series(1))]
        plan.budget = Plan.Budget(start: 2021, end: 2022, tonnes: 200)
        let pathway = try #require(try Model(plan).run("plan")).pathway()
        let (gross, net) = (pathway.targets[0], pathway.targets[1])
        #expect(gross.isMet && near(gross.value, 10) && near(gross.goal, 32.08) && near(gross.gap, -22.08))
        #expect(!net.isMet && near(net.residual, 85.2) && near(net.value, 80.2) && near(net.gap, 80.2))
        #expect(near(net.reduction, 1 - 80.2 / 200))
        let budget = try #require(pathway.budget)
        // 2021: 145.36, 2022: 130.32.
        #expect(near(budget.used, 275.68) && budget.exhausted == 2022 && near(budget.left, -75.68))
        #expect(near(pathway.cumulated[1], 160.4 + 145.36))
    }

    @Test func heatIsBookedUnderWhatItIsMadeFrom() throws {
        let heat = Plan.Carrier(
            id: "heat", scope: nil,
            sources: [
                Plan.Technology(
                    id: "boiler", share: Plan.Series(0.75), carrier: "gas", intensity: Plan.Series(1.25)),
                Plan.Technology(
                    id: "pump", share: Plan.Series(0.25), carrier: "power", intensity: Plan.Series(0.25)),
            ])
        let move = Plan.Transfer(of: "heat", from: ["boiler"], to: [Plan.Destination("pump")], share: 0.5)
        var plan = Plan(
            name: "", baseYear: 2020, finalYear: 2021,
            carriers: [
                heat,
                Plan.Carrier(
                    id: "gas",
                    factors: [
                        Plan.GasFactor(.co2, Plan.Series(0.2)), Plan.GasFactor(.ch4Combustion, Plan.Series(0.0001)),
                    ]),
                Plan.Carrier(id: "power", scope: .two, factors: [Plan.GasFactor(.co2, Plan.Series(0.4))]),
            ],
            activities: [
                Plan.Activity(
                    id: "homes", sector: .buildings, unit: "MWh", quantity: Plan.Series(1000),
                    technologies: [Plan.Technology(id: "x", carrier: "heat", intensity: Plan.Series(1))])
            ], measures: [Plan.Measure(id: "m", start: 2021, end: 2021, operators: [.replace(move)])],
            scenarios: [Plan.Scenario(id: "plan", kind: .plan, measures: [Plan.Setting("m")])])
        let pathway = try #require(try Model(plan).run("plan")).pathway()
        let gas = 0.2 + 0.0001 * 28
        #expect(near(pathway.gross[0], 937.5 * gas + 62.5 * 0.4) && near(pathway.gross[1], 468.75 * gas + 156.25 * 0.4))
        #expect(pathway.byScope.map(\.scope) == [.one, .two] && near(pathway.byScope[1].co2e[1], 62.5))
        #expect(pathway.energy.map(\.id) == ["gas", "power"] && near(pathway.energy[0].values[0], 937.5))
        #expect(pathway.byGas.map(\.gas) == [.co2, .ch4Combustion] && near(pathway.byGas[1].tonnes[0], 0.09375))
        // Bought as district heat it is one carrier under scope 2, with the same emissions.
        plan.carriers[0].scope = .two
        let bought = try #require(try Model(plan).run("plan")).pathway()
        #expect(near(bought.gross[1], pathway.gross[1]) && near(bought.energy[0].values[1], 1000))
        #expect(bought.byCarrier.map(\.carrier) == ["heat"] && bought.byScope.map(\.scope) == [.two])
    }

    @Test func aReconciliationHasFourParts() throws {
        var plan = PlanSample.transport()
        plan.calibrations = [
            Plan.Calibration(
                id: "cars", activities: ["cars"], inventory: 250, quantity: 1_200_000, factor: 0.00018,
                boundary: [Plan.Calibration.Item("Transit traffic", tonnes: 20)], residual: "Unexplained")
        ]
        let split = try Model(plan).reconciliations[0]
        // 0.0001504 t/pkm and 1,000,000 pkm against 0.00018 and 1,200,000.
        #expect(near(split.modelled, 150.4) && near(split.factor, 0.0000296 * 1_100_000))
        #expect(near(split.activity, 200_000 * 0.0001652) && split.boundary == 20)
        #expect(near(split.residual, 250 - 216 - 20) && near(split.difference, 99.6))
        #expect(near(split.factor + split.activity + split.boundary + split.residual, split.difference))
        // Applied, the base year is the inventory's, and what a measure takes of it is scaled with it.
        #expect(near(try PlanSample.gross(plan, "bau")[0], 160.4))
        plan.calibrations[0].applied = true
        let pathway = try #require(try Model(plan).run("bau")).pathway()
        #expect(near(pathway.gross[0], 260) && near(pathway.activities[0].quantity[0], 1_200_000))
        #expect(pathway.lines.contains { $0.boundary == "Transit traffic" && $0.co2e[5] == 20 })
        let explanation = try #require(try Model(plan).run("bau")?.explanation(of: "cars", in: 2020))
        #expect(near(explanation.correction, 230 / 180.48) && near(explanation.tonnes, 230))
    }

    @Test func driversMoveActivities() throws {
        var plan = PlanSample.transport()
        plan.drivers = [
            Plan.Driver(id: "people", series: Plan.Series(100, points: [Plan.Point(year: 2030, value: 121)]))
        ]
        plan.activities[0].drivers = [Plan.DriverLink("people", elasticity: 0.5)]
        plan.scenarios.append(
            Plan.Scenario(
                id: "growth", kind: .variant,
                drivers: [
                    Plan.DriverPath("people", series: Plan.Series(100, points: [Plan.Point(year: 2030, value: 144)]))
                ]))
        #expect(near(try PlanSample.gross(plan, "bau")[10], 150.4 * 1.1 + 10))
        #expect(near(try PlanSample.gross(plan, "growth")[10], 150.4 * 1.2 + 10))
    }

    @Test func anExplanationNamesMeasuresAndNumbers() throws {
        let less = Plan.Measure(
            id: "less", start: 2021, end: 2025, operators: [.scale(Plan.Change(of: "cars", by: -0.5))])
        let clean = Plan.Measure(
            id: "clean", start: 2021, end: 2021, operators: [.factor(Plan.Change(of: "electricity", by: -0.5))])
        let buses = Plan.Measure(
            id: "buses", start: 2021, end: 2021, operators: [.load(Plan.Change(of: "buses", by: 0.5))])
        let run = try #require(try Model(PlanSample.transport(measures: [less, clean, buses])).run("plan"))
        let explanation = try #require(run.explanation(of: "cars", in: 2022))
        #expect(near(explanation.quantity, 800_000) && explanation.load == 1.25)
        let electric = explanation.terms[1]
        #expect(near(electric.units, 64_000) && near(electric.carrierFactor, 0.2) && electric.energyPerUnit == 0.0002)
        #expect(near(electric.tonnes, 2.56) && near(explanation.tonnesWithoutMeasures, 150.4))
        #expect(explanation.touches.map(\.measure) == ["less", "clean"])
        #expect(near(explanation.touches[0].adoption, 0.4) && explanation.touches[0].operators == ["scale"])
        #expect(near(explanation.touches[0].alone, 150.4 * 0.2) && near(explanation.touches[1].last, 2.56))
        #expect(run.explanation(of: "trams", in: 2022) == nil && run.explanation(of: "cars", in: 2050) == nil)
    }

    @Test func delayAndAmbition() throws {
        let less = Plan.Measure(
            id: "m", start: 2021, end: 2024, delay: 1, operators: [.scale(Plan.Change(of: "buses", by: -0.5))])
        var plan = PlanSample.transport(measures: [less])
        plan.scenarios[1].measures = [Plan.Setting("m", ambition: 0.5, delay: 2)]
        let quantity = try #require(try Model(plan).run("plan")).pathway().activities[1].quantity
        let expected = [200, 200, 200, 200, 187.5, 175, 162.5, 150, 150, 150, 150].map { $0 * 1000 }
        #expect(zip(quantity, expected).allSatisfy(near))
    }

    /// The plan that the documentation of the library begins with.
    @Test func theExampleOfTheDocumentation() throws {
        let cars = Plan.Activity(
            id: "cars", sector: .transport, unit: "pkm", quantity: Plan.Series(3_003_000_000), load: Plan.Series(1.2),
            technologies: [
                Plan.Technology(id: "petrol", carrier: "petrol", intensity: Plan.Series(0.00055)),
                Plan.Technology(id: "electric", share: .zero, carrier: "electricity", intensity: Plan.Series(0.0002)),
            ])
        let electric = Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: 0.35)
        let plan = Plan(
            name: "Example", baseYear: 2021, finalYear: 2040,
            carriers: [
                Plan.Carrier(id: "petrol", factors: [Plan.GasFactor(.co2, Plan.Series(0.249))]),
                Plan.Carrier(id: "electricity", scope: .two, factors: [Plan.GasFactor(.co2, Plan.Series(0.277))]),
            ], activities: [cars],
            measures: [
                Plan.Measure(
                    id: "less", start: 2025, end: 2035, operators: [.scale(Plan.Change(of: "cars", by: -0.2))]),
                Plan.Measure(
                    id: "electric", start: 2024, end: 2035, adoption: .sCurve, operators: [.replace(electric)]),
            ],
            scenarios: [
                Plan.Scenario(id: "plan", kind: .plan, measures: [Plan.Setting("less"), Plan.Setting("electric")])
            ])
        let run = try #require(try Model(plan).run("plan"))
        let expected = 3_003_000_000 * 0.8 / 1.2 * (0.65 * 0.00055 * 0.249 + 0.35 * 0.0002 * 0.277)
        #expect(near(run.pathway().gross[14], expected) && run.adoption(of: "less")?[14] == 1)
    }
}
