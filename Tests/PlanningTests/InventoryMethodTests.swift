import Inventory
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// A city's team enters rows by method.
@Suite struct InventoryMethodTests {
    private static let start: [(String, String)] = [
        ("year", "2023"), ("gwp", "AR5"), ("coverage", "CCC"), ("boundary", "Municipiul Alba Iulia"),
    ]
    static let gas: [(String, String)] = [
        ("label", "Gaze naturale, gospodării"), ("in-fuel", "natural-gas"), ("in-use", "residential"),
        ("in-energy", "1.234,5"), ("unit-energy", "MWh"), ("range-energy", "5"), ("activity-quality", "H"),
        ("factor-quality", "M"), ("source", "Operatorul de distribuție"), ("note", ""),
    ]
    private static let method = "/lines/I.1.1/methods/fuel-combustion-energy"

    private func begin(_ browser: TestBrowser) async throws -> String {
        let answer = try await browser.submit(Self.start, on: "/ro/cities/alba-iulia/inventories/new")
        return String(try #require(answer.location).dropFirst(3))
    }

    private func rows(_ site: TestSite, _ path: String) async throws -> [InventoryRow] {
        let id = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
        return try await site.database.read { try InventoryLine.all($0, of: id).map(\.row) }
    }

    @Test(arguments: Engines.all) func aRowByMethodHasTheMassesOfTheLibrary(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let line = try await editor.get("/ro\(path)/lines/I.1.1")
            #expect(line.text.contains("\(path)\(Self.method)"))
            #expect(try await editor.submit(Self.gas, on: "/ro\(path)\(Self.method)").status == 303)
            let row = try #require(try await rows(site, path).first)
            // IPCC 2006 Vol. 2 Table 2.5: 56,100 kg CO2, 5 kg CH4 and 0.1 kg N2O for each TJ of natural gas.
            let masses = try #require(row.masses)
            #expect((masses.co2 - 1234.5 * 0.0036 * 56_100 / 1000).magnitude < 1e-9)
            #expect((masses.ch4Combustion - 1234.5 * 0.0036 * 5 / 1000).magnitude < 1e-12)
            #expect((masses.n2o - 1234.5 * 0.0036 * 0.1 / 1000).magnitude < 1e-12)
            #expect(row.energyMWh == 1234.5 && row.carrier == "natural-gas")
            #expect(row.activity?.uncertainty == FormNumber.range(5, of: 1234.5))
            #expect(row.activityQuality == .high && row.factorQuality == .medium)

            // The same form changes it, filled with what was given.
            let edit = "/ro\(path)/rows/\(row.id)/edit"
            let form = try #require(try await editor.get(edit).forms.first { $0.action == edit })
            #expect(form.pairs.contains { $0 == ("in-energy", "1234,5") })
            // A form's values, without the button that only calculates.
            func filled(_ energy: String) -> [(String, String)] {
                form.pairs(with: "in-energy", energy).filter { $0.0 != InventoryMethodPages.button }
            }
            #expect(try await editor.post(edit, filled("2 000")).status == 303)
            #expect(try await rows(site, path).first?.activity?.value == 2000)
            // A second window with the old text loses nothing.
            let late = try await editor.post(edit, filled("3000"))
            #expect(late.status == 409)
            #expect(late.text.contains("value=\"3000\"") && late.text.contains("2000"))
        }
    }

    @Test func calculateShowsAndSavesNothing() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let shown = try await editor.submit(Self.gas + [("then", "calculate")], on: "/ro\(path)\(Self.method)")
            #expect(shown.status == 200)
            #expect(shown.text.contains("1.234,5 MWh × 0,20196 t/MWh") && shown.text.contains("value=\"1.234,5\""))
            #expect(try await rows(site, path).isEmpty)
        }
    }

    @Test(
        arguments: [
            ("in-energy", ""), ("in-energy", "multe"), ("in-energy", "-1"), ("in-fuel", ""), ("in-fuel", "plutonium"),
            ("unit-energy", "kg"), ("in-ef_co2", "abc"), ("range-energy", "101"), ("label", ""), ("source", ""),
        ])
    func badInputIsToldAndKept(example: (field: String, value: String)) async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let fields = Self.gas.filter { $0.0 != example.field } + [(example.field, example.value)]
            let answer = try await editor.submit(fields, on: "/ro\(path)\(Self.method)")
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"field-\(example.field)-error\""))
            #expect(answer.text.contains("1.234,5") || example.field == "in-energy")
            #expect(try await rows(site, path).isEmpty)
        }
    }

    /// What only the method can know stands at its field too, in the page's language.
    @Test func whatTheMethodRefusesStandsAtItsField() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let grid = [
                ("label", "Energie electrică"), ("in-electricity", "100"), ("in-methodology", "own-co2"),
                ("source", "Furnizorul"),
            ]
            let answer = try await editor.submit(grid, on: "/ro\(path)/lines/I.1.2/methods/grid-electricity")
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"field-in-ef-error\""))
        }
    }

    @Test func tablesAreReadLineByLine() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let address = "/ro\(path)/lines/I.1.2/methods/grid-electricity-market"
            func fields(_ contracts: String) -> [(String, String)] {
                [
                    ("label", "Energie electrică"), ("in-electricity", "100"), ("in-contracts", contracts),
                    ("in-ef_residual", "0,4"), ("source", "Furnizorul"),
                ]
            }
            #expect(try await editor.submit(fields("30"), on: address).status == 422)
            #expect(try await editor.submit(fields("30 kg; 0,1"), on: address).status == 422)
            #expect(try await editor.submit(fields("30; 0,1; 5"), on: address).status == 422)
            #expect(try await editor.submit(fields("30; 0,1\r\n20 MWh ± 5 %; 0"), on: address).status == 303)
            let row = try #require(try await rows(site, path).first)
            #expect(((row.masses?.unsplit ?? 0) - 23).magnitude < 1e-9)
            let edit = try await editor.get("/ro\(path)/rows/\(row.id)/edit")
            #expect(edit.text.contains("30; 0,1\n20 MWh ± 5 %; 0"))
        }
    }

    @Test func whatIsTypedIsKeptUntilItIsSaved() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let address = "/ro\(path)\(Self.method)"
            let form = try #require(try await editor.get(address).forms.first { $0.action == address })
            let kept = try await editor.post("\(address)/draft", form.pairs(with: "in-energy", "77"))
            #expect(kept.status == 200)
            #expect(try await editor.get(address).text.contains("value=\"77\""))
            #expect(try await editor.submit(Self.gas, on: address).status == 303)
            #expect(try await !editor.get(address).text.contains("value=\"77\""))
        }
    }

    @Test func onlyMethodsOfTheLineAndOnlyItsTeam() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            #expect(try await editor.get("/ro\(path)/lines/I.1.1/methods/none").status == 404)
            #expect(try await editor.get("/ro\(path)/lines/I.1.1/methods/flooded-rice").status == 404)
            let address = "/ro\(path)\(Self.method)"
            #expect(try await site.browser(as: .otherCity).get(address).status == 404)
            #expect(try await site.browser(as: .cityViewer).get(address).status == 403)
        }
    }

    /// What is published explains itself with the numbers of its day, whatever the register says later.
    @Test(arguments: Engines.all) func aPublicationKeepsItsTrace(engine: Engines) async throws {
        try await withSite(engine) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            #expect(try await editor.submit(Self.gas, on: "/ro\(path)\(Self.method)").status == 303)
            let id = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
            let ids = site.kit.ids
            let now = site.clock.now
            let (frozen, whole) = try await site.database.write { connection -> (CityInventory, CityInventory) in
                let record = try #require(try InventoryRecord.find(connection, id: id))
                _ = try InventoryPublication.publish(
                    connection, id: ids.next(), record, certification: nil, reason: "", by: nil, at: now)
                let publication = try #require(try InventoryPublication.last(connection, of: id))
                return (try publication.content(connection), try record.whole(connection))
            }
            #expect(frozen == whole)
            #expect(try InventoryContent.bytes(frozen) == InventoryContent.bytes(whole))
            let row = try #require(frozen.rows.first)

            // The factor changes; the row in work is not touched either.
            try await site.database.write { connection in
                try connection.execute(
                    "UPDATE factor_edition SET value = value * 2, lower_value = lower_value * 2, upper_value = upper_value * 2"
                )
            }
            let page = try await site.browser().get("/ro/cities/alba-iulia/inventories/2023/rows/\(row.id)")
            #expect(page.status == 200)
            #expect(page.text.contains("1.234,5 MWh × 0,20196 t/MWh") && page.text.contains("249,3196"))
            #expect(page.text.contains("IPCC 2006") && page.text.contains("dat de oraș"))
        }
    }

    @Test func energyWithoutEmissionsHasAFormOfItsOwn() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let inventory = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
            let id: InventoryRowID = site.kit.ids.next()
            let person = try #require(try await site.person(.cityEditor))
            let row = InventoryRow(
                id: id.description, placement: Placement(try #require(GPCReference.coded("I.1.1"))), label: "Lemn",
                content: .energyOnly, energyMWh: 12, source: "INS")
            try await site.database.write { connection in
                try InventoryLine.add(
                    connection, row, id: id, to: inventory, position: 1, by: person.id, at: site.clock.now)
            }
            let edit = "/ro\(path)/rows/\(id)/edit"
            let form = try #require(try await editor.get(edit).forms.first { $0.action == edit })
            #expect(!form.fields.contains { $0.name == "co2" })
            #expect(try await editor.post(edit, form.pairs(with: "energy", "15,5")).status == 303)
            let saved = try #require(try await rows(site, path).first)
            #expect(saved.content == .energyOnly && saved.energyMWh == 15.5)
        }
    }

    /// A number in a form is the same number when the form is sent again.
    @Test(arguments: [0, 1, 1.234, 12.5, 123_456.789, 0.00001, 2.5e-9, 1e12, 999.125, 0.1 + 0.2], Language.allCases)
    func numbersComeBackFromForms(number: Double, language: Language) {
        let t = Texts(language: language, catalogue: nil)
        #expect(NumberReading.read(FormNumber.write(number, t)) == number)
    }

    /// Every word that a method shows has a translation.
    @Test func everyMethodSpeaksRomanian() throws {
        let t = try Languages(folder: "\(TestClock.packageRoot)/Locales")[.ro]
        func look(_ input: MethodInput, _ method: Method) {
            #expect(t.knows(input.meaning), "\(method.name): \(input.meaning)")
            switch input.kind {
            case .choice(let words):
                for word in words where InventoryMethodWords.isWord(word) {
                    let key = InventoryMethodWords.key(word)
                    #expect(t.knows(key), "\(method.name), \(input.name): \(key)")
                }
            case .table(let columns): for column in columns { look(column, method) }
            default: break
            }
        }
        for method in Methods.all {
            #expect(t.knows(method.title), "\(method.title)")
            for input in method.inputs { look(input, method) }
        }
    }
}
