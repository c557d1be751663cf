import Cities
import Pathways
import Portfolio
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Change of a price × elasticity = change of car-km, up to the greatest change of the source.
@Suite struct TransportElasticityTests {
    private static func list() throws -> SolutionList { try SolutionLibrary(resources: TestClock.packageRoot).list() }

    private static func elasticity(_ id: String) throws -> TransportElasticity {
        try #require(try list().elasticities.first { $0.id == id })
    }

    @Test func everyRowIsReadAndOnlyWhatFitsActs() throws {
        let all = try Self.list().elasticities
        #expect(all.count == 29 && Set(all.map(\.id)).count == 29)
        #expect(all.filter(\.acts).map(\.id) == ["T-1", "T-2", "T-12", "T-17", "T-18", "T-24"])
        // Passengers, cyclists and the number of cars are not car-km.
        for id in ["T-16", "T-20", "T-26", "T-29"] { #expect(try Self.elasticity(id).change(by: 0.5) == nil) }
        let solutions = try Self.list()
        for id in all.flatMap(\.solutions) { #expect(solutions[id] != nil, "\(id)") }
        for one in all {
            #expect(one.name.english.isEmpty == false && one.name.romanian.isEmpty == false, "\(one.id)")
            #expect(one.value != nil || one.greatest != nil, "\(one.id)")
        }
    }

    @Test(
        arguments: [
            // −0.4 × 50 %; −0.4 × 100 % would be −40 %, and the source stops at −30 %.
            ("T-24", 0.5, -0.2), ("T-24", 1, -0.3), ("T-12", 0.1, -0.04), ("T-12", 1, -0.2), ("T-1", 0.1, -0.022),
            ("T-18", 0.2, -0.01), ("T-24", -0.5, 0.2),
        ]) func countedByHand(id: String, cause: Double, expected: Double) throws
    {
        let change = try #require(Self.elasticity(id).change(by: cause))
        #expect((change - expected).magnitude < 1e-12)
    }

    private static func use(
        _ cause: Double, reach: Double, _ activities: [String] = ["cars"]
    ) throws -> SolutionUse {
        var use = try SolutionUseTests.use("T12", 200)
        use.traffic = TrafficChange(
            elasticity: try elasticity("T-24"), cause: cause, reach: reach, activities: activities)
        return use
    }

    @Test func aMeasureTakesItOver() throws {
        // 50 % × −0.4 = −20 %, on half of 300 t: 30 t less. 200 spaces cost 60,000 EUR.
        let measure = try Self.use(0.5, reach: 0.5).measure(in: try SolutionUseTests.plan(), SolutionTests.english)
        guard case .scale(let change)? = measure.effect.operators.first else {
            Issue.record("no scale")
            return
        }
        #expect(change.of == "cars" && (change.by + 0.1).magnitude < 1e-12 && !measure.effect.claimed)
        #expect((try SolutionUseTests.change(measure).gross + 30).magnitude < 1e-9)
        #expect(measure.costs?.capitalCents == 6_000_000 && measure.status == .judgement)
        #expect(measure.source.contains("T-24") && measure.source.contains("CAPCOA 2024"))
        #expect(measure.source.contains("50\u{A0}%") && measure.source.contains("−20\u{A0}%"))
    }

    @Test func whatDoesNotFitIsRefusedAtItsField() throws {
        let plan = try SolutionUseTests.plan()
        for (use, place) in [
            (try Self.use(-0.5, reach: 1), "change"), (try Self.use(0.5, reach: 1, []), "traffic"),
            (try Self.use(0.5, reach: 1, ["heat"]), "traffic"),
        ] {
            let problem = #expect(throws: SolutionProblem.self) { try use.measure(in: plan, SolutionTests.english) }
            #expect(problem?.place == place)
        }
    }

    @Test(arguments: Engines.all) func aTeamTakesOneFromThePage(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let path = "\(SolutionTests.new)/T12"
            let form = try #require(try await editor.get(path).form(to: path))
            let work = try await site.database.read { connection in
                try City.find(connection, code: "1017").flatMap {
                    try ScenarioDesk.Work(connection, $0, ScenarioBases())
                }
            }
            let traffic = try #require(work?.plan.activities.first { $0.sector == .transport }?.id)
            var answers = ["amount": "200", "elasticity": "T-24", "change": "50", "reach": "50", "traffic": traffic]
            func send(_ step: [(String, String)]) async throws -> TestAnswer {
                let others = form.pairs.filter { answers[$0.0] == nil && $0.0 != "step" }
                return try await editor.post(path, others + answers.map { ($0.key, $0.value) } + step)
            }
            // 10 % of 300 t.
            let preview = try await send([("step", "preview")])
            #expect(preview.status == 200 && preview.text.contains(">30<"))
            answers["reach"] = ""
            let half = try await send([])
            #expect(half.status == 422 && half.text.contains("href=\"#field-reach\""))
            answers["reach"] = "50"
            answers["claimed"] = "7"
            answers["sector"] = "Transport"
            #expect(try await send([]).text.contains("href=\"#field-elasticity\""))
            answers["claimed"] = ""
            #expect(try await send([]).status == 303)
            let records = try await site.database.read { try MeasureRecord.all($0, of: "1017") }
            #expect(records.first?.measure.origin == "solution:T12")
            #expect(records.first?.measure.source.contains("prețul parcării 50\u{A0}%") == true)
        }
    }

    @Test func everybodyReadsThem() async throws {
        try await withSite(.sqlite) { site in
            let visitor = site.browser()
            let page = try await visitor.get("/ro/measures/elasticities")
            #expect(page.status == 200 && page.text.contains("T-24") && page.text.contains("100\u{A0}%: −30\u{A0}%"))
            let parking = try await visitor.get("/en/measures/solutions/T12").text
            #expect(parking.contains("How traffic follows") && parking.contains("−0.4"))
            let services = try await visitor.get("/en/measures/solutions/T04").text
            #expect(services.contains("None of them can be taken over as an effect"))
            #expect(try await !visitor.get("/en/measures/solutions/B01").text.contains("How traffic follows"))
        }
    }

    // MARK: What a reader must know first

    @Test(arguments: ["E06": "0.35 MWh", "T05": "226 MWh", "T06": "0.09–0.19 MWh", "I01": "6.0 MWh"])
    func aSavingThatDoesNotFollowFromItsBasisIsSaidBesideIt(id: String, words: String) async throws {
        try await withSite(.sqlite) { site in
            let page = try await site.browser().get("/en/measures/solutions/\(id)").text
            let effect = try #require(page.range(of: "What a unit does in a year"))
            let rest = page[effect.upperBound...]
            let notice = try #require(rest.firstRange(of: words))
            // Before the figures, not behind them.
            #expect(notice.lowerBound < (try #require(rest.firstRange(of: "<dl"))).lowerBound)
        }
    }
}
