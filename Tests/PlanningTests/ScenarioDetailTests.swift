import Inventory
import Pathways
import SiteSupport
import Support
import Testing
import Web

@testable import Planning

/// A city counts a row of its inventory from below, sees the difference, and goes back.
@Suite struct ScenarioDetailTests {
    private static let transport = "\(ScenarioTests.city)/model/transport"

    /// 1,000,000 pkm with 1.25 people in a car that takes 0.7 kWh for each kilometre at 0.25 kg: 140 t of the row's 300 t.
    private static func petrol(_ row: String) -> [(String, String)] {
        [
            ("row", row), ("activity", "Autoturisme"), ("way", "Benzină"), ("quantity", "1000000"), ("unit", "pkm"),
            ("load", "1,25"), ("use", "0,7"), ("carrier", "motor-gasoline"), ("factor", "0,25"),
            ("source", "Registrul auto"),
        ]
    }

    private static func row(_ site: TestSite) async throws -> String {
        let frame = try #require(try await site.database.read { try ScenarioFrame.find($0, city: "1017") })
        let base = try await site.database.read { connection in
            let publication = try #require(try InventoryPublication.find(connection, id: frame.publication))
            return try ScenarioBases().inventory(connection, publication)
        }
        let rows = ScenarioPlan.rows(base, frame.content).activities
        return try #require(rows.first { $0.sector == .transport }).id
    }

    @Test(arguments: Engines.all) func aRowIsCountedFromBelowAndHeldAgainstTheInventory(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let row = try await Self.row(site)
            let saved = try await editor.submit(Self.petrol(row), on: "\(Self.transport)/new")
            #expect(saved.status == 303)
            let page = try await editor.get(Self.transport)
            // 1,000,000 ÷ 1.25 × 0.7 ÷ 1000 × 0.25 = 140 t; 160 t of the 300 t stay unexplained.
            for word in ["140", "300", "160", "Neexplicat prin liniile modelului"] {
                #expect(page.text.contains(word), "\(word)")
            }
            #expect(!page.text.contains(">\(row)"), "The row has a name.")
            // The base year stays the inventory's, and the other sectors stay simple.
            let list = try await editor.get(ScenarioTests.city)
            #expect(list.text.contains("1.800") && list.text.contains("1 linie calculată de jos în sus"))
            let document = try await editor.get("\(ScenarioTests.city.dropFirst(3))/plan.json")
            for part in ["transport-autoturisme", "detail-\(row)"] {
                #expect(document.text.contains(part), "\(part)")
            }

            let undone = try await editor.submit([], on: "\(Self.transport)/removal")
            #expect(undone.status == 303)
            let after = try await editor.get("\(ScenarioTests.city.dropFirst(3))/plan.json")
            #expect(!after.text.contains("detail-\(row)"))
        }
    }

    @Test(
        arguments: [
            ("quantity", "0"), ("load", "0"), ("use", ""), ("row", "other"), ("carrier", "unobtainium"),
            ("factor", "-1"),
        ])
    func aBadLineIsRefusedAndKept(field: String, value: String) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await ScenarioTests.start(site)
            var answers = Self.petrol(try await Self.row(site)).filter { $0.0 != field }
            answers.append((field, value))
            let answer = try await editor.submit(answers, on: "\(Self.transport)/new")
            #expect(answer.status == 422)
            #expect(answer.text.contains("Registrul auto"), "What was typed is still there.")
            let frame = try await site.database.read { try ScenarioFrame.find($0, city: "1017") }
            #expect(frame?.content.details == nil)
        }
    }

    @Test(arguments: Engines.all) func aStaleSaveLosesNothing(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await ScenarioTests.start(site)
            let row = try await Self.row(site)
            let path = "\(Self.transport)/new"
            let form = try #require(try await editor.get(path).forms.first { $0.action == path })
            let other = try await site.browser(as: .cityCertifier)
            let saved = try await other.submit(
                [("year-1", "2035"), ("part-1", "50")], on: "\(ScenarioTests.city)/frame/grid")
            #expect(saved.status == 303)
            let answers = Dictionary(uniqueKeysWithValues: Self.petrol(row))
            let typed = form.pairs(with: "activity", "Autoturisme").map { ($0.0, answers[$0.0] ?? $0.1) }
            let late = try await editor.post(path, typed)
            #expect(late.status == 409 && late.text.contains("Registrul auto"))
        }
    }

    @Test func onlyTheCitysTeamRefines() async throws {
        try await withSite(.sqlite) { site in
            _ = try await ScenarioTests.start(site)
            for (persona, status) in [
                (Persona.visitor, 303), (.otherCity, 403), (.company, 403), (.cityViewer, 200),
                (.programmeOfficer, 200),
            ] {
                let browser = try await site.browser(as: persona)
                let answer = try await browser.get(Self.transport)
                #expect(answer.status == status, "\(persona)")
            }
            let officer = try await site.browser(as: .programmeOfficer)
            #expect(try await officer.get("\(Self.transport)/new").status == 403)
        }
    }

    /// Content of before details were there is read as it was.
    @Test func olderContentIsReadable() throws {
        let text = #"{"drivers":[],"finalYear":2040,"following":[],"targets":[]}"#
        let content = try ScenarioFrame.Content(json: text)
        #expect(content.details == nil && content.finalYear == 2040)
        #expect(try content.json() == text)
    }

    /// Ways of one activity, a share each, with the load that vehicles have on average.
    @Test func linesOfOneActivityAreItsWays() throws {
        var plan = Plan(
            name: "", baseYear: 2020, finalYear: 2022,
            activities: [
                Plan.Activity(
                    id: "row", sector: .transport, unit: "t CO2e", quantity: Plan.Series(500),
                    technologies: [
                        Plan.Technology(id: "today", factors: [Plan.GasFactor(.unsplit, Plan.Series(1))])
                    ])
            ], scenarios: [Plan.Scenario(id: "business-as-usual", kind: .businessAsUsual)])
        func line(_ way: String, _ quantity: Double, _ load: Double) -> ScenarioFrame.DetailLine {
            ScenarioFrame.DetailLine(
                sector: .transport, row: "row", activity: "Cars", way: way, quantity: quantity, unit: .pkm, load: load,
                factor: 200, source: "")
        }
        ScenarioDetailPlan.apply([line("Old", 3000, 1.5), line("New", 2000, 2)], to: &plan)
        let activity = try #require(plan.activities.first)
        #expect(plan.activities.count == 1 && activity.id == "transport-cars")
        #expect(activity.quantity.value == 5000)
        // 2000 and 1000 vehicle-kilometres.
        #expect(activity.technologies.map(\.share.value) == [2.0 / 3, 1.0 / 3])
        #expect(abs((activity.load?.value ?? 0) - 5000.0 / 3000) < 1e-12)
        let model = try Model(plan)
        let split = try #require(model.reconciliations.first)
        // 3000 vehicle-kilometres × 200 kg = 600 t, 100 t more than the inventory has.
        #expect(abs(split.modelled - 600) < 1e-9 && abs(split.residual + 100) < 1e-9)
        #expect(abs(model.businessAsUsual.pathway().gross[0] - 500) < 1e-9)
    }

    @Test(arguments: Engines.all) func theExampleNamesItsKnownDifferences(engine: Engines) async throws {
        try await withSite(engine) { site in
            let visitor = site.browser()
            let page = try await visitor.get("/ro\(ScenarioExampleRoutes.path)")
            #expect(page.status == 200)
            for word in [
                "325.325", "485.000", "159.675", "Neexplicat prin kilometrii, gradul de ocupare și factorul din fișă",
                "Încălzire și apă caldă", "193.000", "474.000",
            ] {
                #expect(page.text.contains(word), "\(word)")
            }
            let file = try await visitor.get("\(ScenarioExampleRoutes.path)/plan.json")
            #expect(file.status == 200 && file.text.contains("\"calibrations\""))
        }
    }
}
