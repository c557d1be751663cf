import Inventory
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Copied rows that a method calculated, and rows of energy only: answered for this year in one step.
@Suite struct InventoryCopyMethodTests {
    private static let method = "/lines/I.1.1/methods/fuel-combustion-energy"

    private func begin(_ browser: TestBrowser, _ year: Int) async throws -> String {
        let answer = try await browser.submit(
            [("year", "\(year)"), ("gwp", "AR5"), ("coverage", "BASIC"), ("boundary", "Municipiul")],
            on: "/ro/cities/alba-iulia/inventories/new")
        return String(try #require(answer.location).dropFirst(3))
    }

    private func rows(_ site: TestSite, _ path: String) async throws -> [InventoryRow] {
        let id = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
        return try await site.database.read { try InventoryLine.all($0, of: id).map(\.row) }
    }

    /// Starts the next year, copies the rows of the first, and gives the address of each that waits.
    private func copied(_ editor: TestBrowser, from year: Int) async throws -> (path: String, waiting: [String]) {
        let second = try await begin(editor, year + 1)
        let copy = try await editor.submit([("from", "\(year)"), ("parts", "rows")], on: "/ro\(second)/copy")
        #expect(copy.status == 303)
        let list = try await editor.get("/ro\(second)/copy").text
        return (
            second,
            list.matches(of: /\/ro(\/inventories\/[0-9a-f-]+\/copy\/[0-9a-f-]+)"/).map { "/ro" + String($0.output.1) }
        )
    }

    /// What a form would send as it stands, with one answer changed and without the button that only calculates.
    private func filled(_ form: PageForm, _ name: String, _ value: String) -> [(String, String)] {
        form.pairs(with: name, value).filter { $0.0 != InventoryMethodPages.button }
    }

    @Test(arguments: Engines.all) func aCalculatedRowAsksForThisYearsActivityAlone(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2021)
            let then = InventoryMethodTests.gas + [("in-ef_n2o", "0,0001"), ("unit-ef_n2o", "kg/MWh")]
            #expect(try await editor.submit(then, on: "/ro\(first)\(Self.method)").status == 303)
            let (second, waiting) = try await copied(editor, from: 2021)
            let row = try #require(waiting.first)

            // Flagged where somebody works, and in no total.
            for page in ["", "/lines/I.1.1", "/copy"] {
                #expect(try await editor.get("/ro\(second)\(page)").text.contains("încă nu"), "\(page)")
            }
            #expect(try await rows(site, second).isEmpty)

            let page = try await editor.get(row)
            let form = try #require(page.forms.first { $0.action == row })
            let given = Dictionary(form.pairs) { first, _ in first }
            #expect(given["in-fuel"] == "natural-gas" && given["in-use"] == "residential")
            #expect(given["unit-energy"] == "MWh" && given["label"] == "Gaze naturale, gospodării")
            #expect(given["in-energy"] == "" && given["range-energy"] == "", "no figure is taken over")
            #expect(given["in-ef_n2o"] == "0,0001", "a value for every year stays, and is named")
            #expect(page.text.contains("în vigoare") && page.text.contains("Valorile proprii ale orașului din 2021"))

            #expect(try await editor.post(row, filled(form, "in-energy", "")).status == 422)
            #expect(try await editor.post(row, filled(form, "in-energy", "2000")).status == 303)
            let saved = try #require(try await rows(site, second).first)
            #expect(saved.method?.name == "fuel-combustion-energy" && saved.activity?.value == 2000)
            #expect(abs((saved.masses?.co2 ?? 0) - 2000 * 0.20196) < 1e-9)
            // Answered once: there is nothing to set aside.
            #expect(try await editor.get(row).status == 404)
            #expect(!(try await editor.get("/ro\(second)").text.contains("încă nu")))
            #expect(try await rows(site, first).first?.activity?.value == 1234.5)
        }
    }

    @Test func aFactorThatChangedSinceCountsAsItIsNow() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2021)
            #expect(try await editor.submit(InventoryMethodTests.gas, on: "/ro\(first)\(Self.method)").status == 303)
            let officer = try await site.browser(as: .programmeOfficer)
            let preview = try await officer.submit(
                [
                    ("value", "100000"), ("lower", ""), ("upper", ""), ("unit", "kg/TJ"), ("region", "world"),
                    ("year", ""), ("methodology", ""), ("source", "test"), ("status", "sourced"), ("reason", "test"),
                ], on: "/en\(FactorTests.path)/edition")
            let edition = try #require(preview.forms.first { $0.action.hasSuffix("/editions") })
            #expect(try await officer.post(edition.action, edition.pairs).status == 303)

            let (second, waiting) = try await copied(editor, from: 2021)
            let row = try #require(waiting.first)
            let page = try await editor.get(row)
            #expect(page.text.contains("este în vigoare altă valoare") && page.text.contains("100.000 kg/TJ"))
            let form = try #require(page.forms.first { $0.action == row })
            #expect(try await editor.post(row, filled(form, "in-energy", "1000")).status == 303)
            // 1,000 MWh × 3.6 GJ/MWh × 100 kg/GJ.
            #expect(abs((try await rows(site, second).first?.masses?.co2 ?? 0) - 360) < 1e-9)
        }
    }

    @Test func theChosenGridFactorOfThisYearIsAskedWith() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2021)
            let grid = [
                ("label", "Energie electrică"), ("in-electricity", "100"), ("in-methodology", "own-co2"),
                ("in-ef", "0,3"), ("unit-ef", "t/MWh"), ("source", "Furnizorul"),
            ]
            #expect(
                try await editor.submit(grid, on: "/ro\(first)/lines/I.1.2/methods/grid-electricity").status == 303)
            let (second, waiting) = try await copied(editor, from: 2021)
            let row = try #require(waiting.first)
            func given() async throws -> [String: String] {
                let form = try #require(try await editor.get(row).forms.first { $0.action == row })
                return Dictionary(form.pairs) { first, _ in first }
            }
            let before = try await given()
            #expect(before["in-methodology"] == "own-co2" && before["in-ef"] == "", "a grid factor is of its year")
            let choice = [("methodology", "owid-production"), ("reason", "Date anuale verificate")]
            #expect(try await editor.submit(choice, on: "/ro\(second)/grid-factor").status == 303)
            #expect(try await given()["in-methodology"] == "owid-production")
        }
    }

    @Test(arguments: Engines.all) func aRowOfEnergyOnlyIsOfferedToo(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2021)
            let inventory = try #require(InventoryID(first.split(separator: "/").last.map(String.init) ?? ""))
            let id: InventoryRowID = site.kit.ids.next()
            let row = InventoryRow(
                id: id.description, placement: Placement(try #require(GPCReference.coded("I.1.1"))), label: "Lemn",
                content: .energyOnly, energyMWh: 12, source: "INS")
            try await site.database.write { connection in
                try InventoryLine.add(
                    connection, row, id: id, to: inventory, position: 1, by: nil, at: site.clock.now)
            }
            let (second, waiting) = try await copied(editor, from: 2021)
            let address = try #require(waiting.first)
            let form = try #require(try await editor.get(address).forms.first { $0.action == address })
            #expect(form.pairs.contains { $0 == ("label", "Lemn") } && form.pairs.contains { $0 == ("energy", "") })
            #expect(try await editor.post(address, form.pairs).status == 422)
            #expect(try await editor.post(address, form.pairs(with: "energy", "15,5")).status == 303)
            let saved = try #require(try await rows(site, second).first)
            #expect(saved.content == .energyOnly && saved.energyMWh == 15.5)
        }
    }

    /// Only the team that edits may answer; to another city the address does not exist.
    @Test func otherPeopleDoNotAnswer() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let first = try await begin(editor, 2021)
            #expect(try await editor.submit(InventoryMethodTests.gas, on: "/ro\(first)\(Self.method)").status == 303)
            let (_, waiting) = try await copied(editor, from: 2021)
            let row = try #require(waiting.first)
            for (persona, status) in [(Persona.cityViewer, 403), (.otherCity, 404), (.programmeOfficer, 403)] {
                #expect(try await site.browser(as: persona).get(row).status == status, "\(persona)")
            }
        }
    }
}
