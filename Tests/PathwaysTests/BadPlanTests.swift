import Foundation
import Inventory
import Pathways
import Testing

/// Every kind of bad plan is refused with the place and the reason.
@Suite struct BadPlanTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let check: String
        let place: String
        let change: @Sendable (inout Plan) -> Void
        var testDescription: String { "\(check) \(place)" }
    }

    static func good() -> Plan {
        let scale = Plan.Operator.scale(Plan.Change(of: "cars", by: -0.1))
        let electric = Plan.Operator.replace(
            Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: 0.6))
        let shift = Plan.Operator.shift(Plan.Transfer(of: "cars", to: [Plan.Destination("buses")], share: 0.7))
        var plan = PlanSample.transport(measures: [
            Plan.Measure(id: "a", start: 2021, end: 2022, operators: [scale]),
            Plan.Measure(id: "b", start: 2022, end: 2025, operators: [electric], requires: ["a"]),
            Plan.Measure(id: "c", start: 2022, end: 2025, operators: [shift]),
        ])
        plan.drivers = [Plan.Driver(id: "people", series: Plan.Series(100, growth: 0.01))]
        plan.activities[0].drivers = [Plan.DriverLink("people")]
        plan.capacities = [Plan.Capacity(id: "crews", perYear: Plan.Series(10))]
        plan.targets = [Plan.Target(id: "goal", year: 2030, reduction: 0.8)]
        plan.sinks = [Plan.Sink(id: "trees", series: Plan.Series(1))]
        plan.budget = Plan.Budget(start: 2021, end: 2030, tonnes: 1000)
        return plan
    }

    static let cases: [Bad] = [
        Bad(check: "circle", place: "/measures/0/requires") { $0.measures[0].requires = ["b"] },
        Bad(check: "share-above-one", place: "/measures/1/operators/0/share") {
            $0.measures[1].operators = [
                .replace(Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: 1.1))
            ]
        },
        Bad(check: "beyond-stock", place: "/scenarios/1/measures/3") {
            $0.measures.append($0.measures[2])
            $0.measures[3].id = "d"
            $0.scenarios[1].measures.append(Plan.Setting("d"))
        },
        Bad(check: "beyond-stock", place: "/scenarios/1/measures/2") {
            $0.scenarios[1].measures[2].ambition = 1.5
        },
        Bad(check: "beyond-stock", place: "/scenarios/1/measures/1") {
            $0.measures[0].operators = [
                .replace(
                    Plan.Transfer(of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], amount: 2_000_000))
            ]
        },
        Bad(check: "beyond-stock", place: "/scenarios/1/measures/0") {
            $0.activities[1].technologies.append(Plan.Technology(id: "electric", share: .zero))
            $0.measures[0].operators = [
                .replace(
                    Plan.Transfer(of: "buses", from: ["electric"], to: [Plan.Destination("diesel")], amount: 1))
            ]
        },
        Bad(check: "beyond-stock", place: "/scenarios/1/measures/0") {
            $0.measures[0].operators = [.add(Plan.Change(of: "buses", by: -300_000))]
        },
        Bad(check: "beyond-stock", place: "/scenarios/1/measures") {
            $0.measures[0].operators = [.claimed(Plan.Claim(sector: .waste, tonnes: 1))]
        },
        Bad(check: "beyond-capacity", place: "/scenarios/1/measures") {
            $0.measures[0].uses = [Plan.CapacityUse("crews", amount: 21)]
        },
        Bad(check: "unknown-carrier", place: "/activities/0/technologies/0/carrier") {
            $0.activities[0].technologies[0].carrier = "coal"
        },
        Bad(check: "unknown-activity", place: "/measures/0/operators/0/of") {
            $0.measures[0].operators = [.scale(Plan.Change(of: "trams", by: -0.1))]
        },
        Bad(check: "unknown-technology", place: "/measures/1/operators/0/from/0") {
            $0.measures[1].operators = [
                .replace(Plan.Transfer(of: "cars", from: ["steam"], to: [Plan.Destination("electric")], share: 0.1))
            ]
        },
        Bad(check: "unknown-measure", place: "/scenarios/1/measures/3/measure") {
            $0.scenarios[1].measures.append(Plan.Setting("z"))
        },
        Bad(check: "unknown-driver", place: "/activities/0/drivers/0/driver") {
            $0.activities[0].drivers = [Plan.DriverLink("gdp")]
        },
        Bad(check: "unknown-sink", place: "/measures/0/operators/0/of") {
            $0.measures[0].operators = [.remove(Plan.Change(of: "forest", by: 1))]
        },
        Bad(check: "unknown-capacity", place: "/measures/0/uses/0/capacity") {
            $0.measures[0].uses = [Plan.CapacityUse("cranes", amount: 1)]
        },
        Bad(check: "excludes", place: "/scenarios/1/measures/2/measure") { $0.measures[0].excludes = ["c"] },
        Bad(check: "requires-excluded", place: "/measures/1/requires/0") { $0.measures[1].excludes = ["a"] },
        Bad(check: "excludes-itself", place: "/measures/0/excludes/0") { $0.measures[0].excludes = ["a"] },
        Bad(check: "requires", place: "/scenarios/1/measures/0/measure") { $0.scenarios[1].measures.removeFirst() },
        Bad(check: "requires", place: "/scenarios/1/measures/1/start") { $0.measures[0].delay = 3 },
        Bad(check: "end-before-start", place: "/measures/0/end") { $0.measures[0].start = 2024 },
        Bad(check: "end-before-start", place: "/scenarios/1/measures/0/end") {
            $0.scenarios[1].measures[0].start = 2024
        },
        Bad(check: "start", place: "/measures/0/start") { $0.measures[0].start = 2020 },
        Bad(check: "delay", place: "/measures/0/delay") { $0.measures[0].delay = -1 },
        Bad(check: "adoption", place: "/measures/0/adoption/present") {
            $0.measures[0].adoption = .logistic(present: 1)
        },
        Bad(check: "share-above-one", place: "/measures/0/adoption/steps/0/value") {
            $0.measures[0].adoption = .stepwise([Plan.Point(year: 2022, value: 1.2)])
        },
        Bad(check: "parts", place: "/measures/2/operators/0/to") {
            $0.measures[2].operators = [
                .shift(Plan.Transfer(of: "cars", to: [Plan.Destination("buses", part: 0.9)], share: 0.1))
            ]
        },
        Bad(check: "to-itself", place: "/measures/2/operators/0/to/0/id") {
            $0.measures[2].operators = [
                .shift(Plan.Transfer(of: "cars", to: [Plan.Destination("cars")], share: 0.1))
            ]
        },
        Bad(check: "share-or-amount", place: "/measures/2/operators/0") {
            $0.measures[2].operators = [.shift(Plan.Transfer(of: "cars", to: [Plan.Destination("buses")]))]
        },
        Bad(check: "of-sales", place: "/measures/1/operators/0/ofSales") {
            $0.measures[1].operators = [
                .replace(
                    Plan.Transfer(
                        of: "cars", from: ["petrol"], to: [Plan.Destination("electric")], share: 0.1, ofSales: true))
            ]
        },
        Bad(check: "below-least", place: "/measures/0/operators/0/by") {
            $0.measures[0].operators = [.scale(Plan.Change(of: "cars", by: -1.2))]
        },
        Bad(check: "no-factor", place: "/measures/0/operators/0/of") {
            $0.measures[0].operators = [.factor(Plan.Change(of: "petrol", by: -0.2, gas: .sf6))]
        },
        Bad(check: "not-finite", place: "/activities/0/quantity/value") { $0.activities[0].quantity.value = .nan },
        Bad(check: "not-finite", place: "/measures/0/operators/0/by") {
            $0.measures[0].operators = [.add(Plan.Change(of: "cars", by: .infinity))]
        },
        Bad(check: "not-finite", place: "/scenarios/0") {
            $0.activities[0].quantity.value = 1e308
            $0.activities[0].load = Plan.Series(1e-9)
        },
        Bad(check: "shares", place: "/activities/0/technologies") {
            $0.activities[0].technologies[0].share.value = 0.8
        },
        Bad(check: "below-least", place: "/activities/0/load") { $0.activities[0].load = Plan.Series(0) },
        Bad(check: "stock", place: "/activities/0/stock/ages") {
            $0.activities[0].stock = Plan.Stock(lifetime: 3, ages: [0.5, 0.5])
        },
        Bad(check: "circle", place: "/carriers/0/sources") {
            $0.carriers[0].sources = [Plan.Technology(id: "x", carrier: "petrol", intensity: Plan.Series(1))]
        },
        Bad(check: "no-scope", place: "/carriers/0/scope") { $0.carriers[0].scope = nil },
        Bad(check: "no-weight", place: "/carriers/0/factors/0") { $0.carriers[0].factors[0].gas = .hfc },
        Bad(check: "twice", place: "/measures/1/id") { $0.measures[1].id = "a" },
        Bad(check: "id", place: "/measures/0/id") { $0.measures[0].id = "A b" },
        Bad(check: "range", place: "/measures/0/range") {
            $0.measures[0].range = Uncertainty(lower: 1.1, upper: 1.2)
        },
        Bad(check: "year", place: "/finalYear") { $0.finalYear = 2019 },
        Bad(check: "year", place: "/targets/0/year") { $0.targets[0].year = 2031 },
        Bad(check: "year", place: "/budget") { $0.budget?.end = 2040 },
        Bad(check: "line", place: "/activities/0/line") { $0.activities[0].line = "I.1.1" },
        Bad(check: "business-as-usual", place: "/scenarios/0/measures") {
            $0.scenarios[0].measures = [Plan.Setting("a")]
        },
        Bad(check: "unknown-activity", place: "/calibrations/0/activities/0") {
            $0.calibrations = [Plan.Calibration(id: "x", activities: ["trams"], inventory: 1)]
        },
    ]

    @Test func theGoodPlanIsGood() throws {
        #expect(Self.good().problems() == [])
        _ = try Model(Self.good())
    }

    @Test(arguments: cases) func isRefused(bad: Bad) throws {
        var plan = Self.good()
        bad.change(&plan)
        let problems = plan.problems()
        let found = problems.contains { $0.check == bad.check && $0.place == bad.place && $0.level == .refusal }
        #expect(found, "\(problems.map { "\($0.check) \($0.place): \($0.text)" })")
        #expect(throws: PlanRefusal.self) { _ = try Model(plan) }
        // A sentence that says what it has to say: every value is in its place.
        for problem in problems { #expect(!problem.text.contains("{") && !problem.text.isEmpty, "\(problem)") }
    }

    @Test func aVariantIsCheckedToo() throws {
        let model = try Model(Self.good())
        let variant = Plan.Scenario(id: "x", kind: .variant, measures: [Plan.Setting("b")])
        do {
            _ = try model.run(variant)
            Issue.record("b needs a")
        } catch {
            #expect(error.problems.map(\.place) == ["/scenarios/0/measures/0/measure"])
        }
    }

    static let texts: [(json: String, place: String, message: String)] = [
        ("{", "", "This is not JSON."),
        (#"{"baseYear": 2020}"#, "/finalYear", "This field is missing."),
        (#"{"baseYear": "2020", "finalYear": 2030}"#, "/baseYear", "This value is of another kind than the field."),
        (#"{"baseYear": 2020, "finalYear": 2030, "measure": []}"#, "/measure", "There is no such field."),
        (
            #"{"baseYear": 2020, "finalYear": 2030, "sinks": [{"id": "a", "series": 1}, {"id": "b"}]}"#,
            "/sinks/1/series", "This field is missing."
        ),
        (
            #"{"baseYear": 2020, "finalYear": 2030, "measures": [{"id": "a", "start": 2021, "end": 2022, "operators": [{"kind": "melt"}]}]}"#,
            "/measures/0/operators/0/kind", "The field does not take this value."
        ),
        (
            #"{"baseYear": 2020, "finalYear": 2030, "measures": [{"id": "a", "start": 2021, "end": 2022, "operators": [{"kind": "add", "of": "x", "by": 1, "bye": 2}]}]}"#,
            "/measures/0/operators/0/bye", "There is no such field."
        ),
    ]

    @Test(arguments: texts.indices) func whatCannotBeReadSaysWhere(index: Int) {
        let text = Self.texts[index]
        do {
            _ = try Plan.read(Data(text.json.utf8))
            Issue.record("It was read: \(text.json)")
        } catch {
            #expect(error.place == text.place && error.message == text.message, "\(error)")
        }
    }
}
