import Cities
import Members
import Pathways
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A city's team adds measures from the library and from an empty page; nobody else does.
@Suite struct NewMeasureTests {
    static let new = SolutionTests.new

    private static func fields(_ form: PageForm, _ answers: [String: String], save: Bool) -> [(String, String)] {
        form.pairs.filter { $0.0 != "step" && answers[$0.0] == nil } + answers.map { ($0.key, $0.value) }
            + (save ? [] : [("step", "preview")])
    }

    @Test(arguments: Engines.all) func aTeamTakesAMeasureFromTheLibrary(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let choice = try await editor.get("\(Self.new)?q=pompa")
            #expect(choice.status == 200 && choice.text.contains("\(Self.new)/B06"))
            let path = "\(Self.new)/B06"
            let form = try #require(try await editor.get(path).form(to: path))
            // Gas and electricity of the inventory are found by their lines and carriers.
            let activity = try #require(form.fields.first { $0.name == "destination" }?.value)
            #expect(!activity.isEmpty)
            let work = try await site.database.read { connection in
                try City.find(connection, code: "1017").flatMap { city in
                    try ScenarioDesk.Work(connection, city, ScenarioBases())
                }
            }
            let plan = try #require(work?.plan)
            let gas = try #require(plan.activities.first { $0.line == "I.1.1" }?.id)
            let answers = ["amount": "100", "activity": gas, "start": "2025", "end": "2030", "owner": "Termo"]
            let preview = try await editor.post(path, Self.fields(form, answers, save: false))
            // 26.8 t less, 113,500 EUR.
            #expect(preview.status == 200 && preview.text.contains("113.500") && preview.text.contains(">27<"))
            #expect(try await site.database.read { try MeasureRecord.all($0, of: "1017") }.isEmpty)
            let saved = try await editor.post(path, Self.fields(form, answers, save: true))
            #expect(saved.status == 303)
            let records = try await site.database.read { try MeasureRecord.all($0, of: "1017") }
            let measure = try #require(records.first?.measure)
            #expect(records.count == 1 && measure.origin == "solution:B06" && measure.owner == "Termo")
            #expect(saved.location?.hasSuffix("/measures/\(records[0].id)") == true)
            let scenario = try await ScenarioTests.scenario(site, "plan")
            let choices = try await site.database.read { try ScenarioChoice.all($0, of: "1017") }
            #expect(choices[scenario.id]?.map(\.measure) == [measure.id])
            // 1800 t less 26.8 t.
            let file = try await editor.get("\(scenario.path)/pathway.csv")
            #expect(file.text.contains("1773.2"))
            let history = try await site.database.read { try AuditEntry.page($0, limit: 1) }
            #expect(history.first?.activity == "measure.added")
        }
    }

    /// Names of the library are longer than ids: what is cut off leaves an id that the plan takes.
    @Test func everySolutionsNameMakesAnId() throws {
        for solution in try SolutionLibrary(resources: TestClock.packageRoot).list().solutions {
            for language in Language.allCases {
                let id = MeasureName.slug(solution.name(language), beside: [])
                #expect(id.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil, "\(id)")
            }
        }
    }

    @Test(arguments: Engines.all) func aMeasureWaitsOutsideThePlanWhereThatIsWanted(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let path = "/ro/cities/alba-iulia/measures/blank"
            let form = try #require(try await editor.get(path).form(to: path))
            let half = [
                "name": "Campanie", "field": "buildings", "claimed": "50", "sector": "", "start": "2025", "end": "2026",
            ]
            let refused = try await editor.post(path, Self.fields(form, half, save: true))
            #expect(refused.status == 422 && refused.text.contains("Campanie"))
            let whole = half.merging(["sector": "Buildings", "in-plan": "no"]) { $1 }
            #expect(try await editor.post(path, Self.fields(form, whole, save: true)).status == 303)
            let records = try await site.database.read { try MeasureRecord.all($0, of: "1017") }
            #expect(records.map(\.measure.effect.claimed) == [true] && records.first?.measure.costs == nil)
            #expect(try await site.database.read { try ScenarioChoice.all($0, of: "1017") }.isEmpty)
            // A measure of the same name gets an id of its own.
            #expect(try await editor.post(path, Self.fields(form, whole, save: true)).status == 303)
            let slugs = try await site.database.read { try MeasureRecord.all($0, of: "1017").map(\.measure.id) }
            #expect(slugs == ["campanie", "campanie-2"])
        }
    }

    @Test func moreThanThereIsIsToldAtItsFieldAndNothingIsLost() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await ScenarioTests.start(site)
            let path = "\(Self.new)/B01"
            let form = try #require(try await editor.get(path).form(to: path))
            let plan = try #require(form.fields.first { $0.name == "activity" }?.value)
            let answers = [
                "amount": "90000", "activity": plan, "owner": "Primăria", "start": "2025", "end": "2030",
            ]
            let answer = try await editor.post(path, Self.fields(form, answers, save: true))
            #expect(answer.status == 422 && answer.text.contains("Primăria") && answer.text.contains("90000"))
            #expect(try await site.database.read { try MeasureRecord.all($0, of: "1017") }.isEmpty)
        }
    }

    @Test(arguments: Engines.all) func onlyTheCitysTeamAddsMeasures(engine: Engines) async throws {
        try await withSite(engine) { site in
            let paths = ["\(Self.new)", "\(Self.new)/B01", "/ro/cities/alba-iulia/measures/blank"]
            let editor = try await site.browser(as: .cityEditor)
            for path in paths {
                let page = try await editor.get(path)
                #expect(page.status == 200 && page.text.contains("/scenarios/frame/base"), "no plan: \(path)")
            }
            _ = try await ScenarioTests.start(site)
            let expected: [(Persona, Int)] = [
                (.visitor, 303), (.company, 403), (.otherCity, 403), (.cityViewer, 403), (.programmeOfficer, 403),
                (.cityEditor, 200), (.cityCertifier, 200),
            ]
            for (persona, status) in expected {
                let browser = try await site.browser(as: persona)
                for path in paths { #expect(try await browser.get(path).status == status, "\(persona) \(path)") }
            }
            #expect(try await editor.get("\(Self.new)/B99").status == 404)
        }
    }
}
