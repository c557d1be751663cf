import Inventory
import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Planning

/// Numbers, words and ranges of methods as a reader meets them.
@Suite struct InventoryExplanationTests {
    private static let method = "/lines/I.1.1/methods/fuel-combustion-energy"

    private static func words(_ language: Language) throws -> MethodFormulaWords {
        let t = try Languages(folder: "\(TestClock.packageRoot)/Locales")[language]
        return MethodFormulaWords(t, Figures(language: language))
    }

    private func begin(_ browser: TestBrowser) async throws -> String {
        let answer = try await browser.submit(
            [("year", "2023"), ("gwp", "AR5"), ("coverage", "CCC"), ("boundary", "Municipiul")],
            on: "/ro/cities/alba-iulia/inventories/new")
        return String(try #require(answer.location).dropFirst(3))
    }

    private func rows(_ site: TestSite, _ path: String) async throws -> [InventoryRow] {
        let id = try #require(InventoryID(path.split(separator: "/").last.map(String.init) ?? ""))
        return try await site.database.read { try InventoryLine.all($0, of: id).map(\.row) }
    }

    @Test(
        arguments: [
            ("natural-gas: 1234.5 MWh × 3.6000000000000005e-07 t/MWh", "gaze naturale: 1.234,5 MWh × 0,00000036 t/MWh"),
            ("(2101.7796602379285 t − 0.0 t) × 44/12", "(2.101,78 t − 0 t) × 44/12"),
            ("van-average, diesel-oil: 10.0 km × 0.0002 t/km", "autoutilitară, medie, motorină: 10 km × 0,0002 t/km"),
            ("135.2697172350019 t measured", "135,27 t măsurate"), ("− 0.125 t recovered", "− 0,125 t recuperate"),
        ])
    func formulasAreWrittenAsTheLanguageWritesThem(example: (library: String, romanian: String)) throws {
        #expect(try Self.words(.ro).formula(example.library) == example.romanian)
    }

    @Test func yearsAndSourcesStayAsTheyAre() throws {
        let source = "IPCC 2006 Vol. 2 Table 1.2"
        let factor = Factor(
            id: "t", subject: "fuel/x", property: "ncv", value: 48, unit: "TJ/Gg", source: source)
        let used = UsedInput(
            name: "ncv", value: 1, uncertainty: nil, unit: "", word: nil, origin: .factor(factor))
        let use = MethodUse(name: "x", arguments: [:], terms: [], inputs: [used], steps: [])
        let t = try Languages(folder: "\(TestClock.packageRoot)/Locales")[.ro]
        let words = MethodFormulaWords(t, Figures(language: .ro), use)
        #expect(words.formula("2.5 t × 13.25 MWh/t (\(source))") == "2,5 t × 13,25 MWh/t (\(source))")
        #expect(words.step("carbon decayed in 2023, wood and straw") == "Carbon descompus în 2023, lemn și paie")
    }

    /// Lines of explanation that methods of each sector write; none is left in English.
    @Test(
        arguments: [
            "clinker burnt", "electricity lost", "electricity used", "emission factor of clinker", "energy counted",
            "energy of the fuel", "gas lost", "grid factor", "growth equals loss", "heat fed in for it", "local factor",
            "nitrogen discharged", "nitrogen in residues", "nitrogen on pasture", "nitrogen, septic-tank",
            "organic matter, sea-river-lake", "organics, beer-and-malt", "part of the plant's emissions",
            "share of heat", "trips in the year", "volatile solids", "waste burnt",
            "distance of car-large, motor-gasoline",
            "carbon decayed in 2023, food waste and sludge",
            "carbon decayed in 2023, paper, textiles, nappies and clinical waste",
        ])
    func everyStepSpeaksRomanian(label: String) throws {
        let (romanian, english) = (try Self.words(.ro).step(label), try Self.words(.en).step(label))
        // The same word in both languages.
        let shared: Set<String> = ["carbon", "local", "volatile"]
        let left = Set(romanian.lowercased().split { !$0.isLetter }.map(String.init))
            .intersection(english.lowercased().split { !$0.isLetter }.map(String.init)).subtracting(shared)
        #expect(left == [], "\(romanian)")
    }

    @Test func aRangeKeepsItsTwoEnds() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let typed = InventoryMethodTests.gas + [("above-energy", "12,5")]
            #expect(try await editor.submit(typed, on: "/ro\(path)\(Self.method)").status == 303)
            let row = try #require(try await rows(site, path).first)
            #expect(row.activity?.uncertainty == FormNumber.range(below: 5, above: 12.5, of: 1234.5))
            let edit = "/ro\(path)/rows/\(row.id)/edit"
            let form = try #require(try await editor.get(edit).forms.first { $0.action == edit })
            let given = Dictionary(form.pairs) { first, _ in first }
            #expect(given["range-energy"] == "5" && given["above-energy"] == "12,5")
            let sent = form.pairs.filter { $0.0 != InventoryMethodPages.button }
            #expect(try await editor.post(edit, sent).status == 303)
            #expect(try await rows(site, path).first?.activity?.uncertainty == row.activity?.uncertainty)
        }
    }

    @Test func aTablesCellKeepsBothEndsToo() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let method = "/ro\(path)/lines/I.1.2/methods/grid-electricity-market"
            let typed = [
                ("label", "Energie electrică"), ("in-electricity", "100"), ("in-contracts", "40 MWh ± 5/10 %; 0,1"),
                ("in-ef_residual", "0,4"), ("source", "Furnizorul"),
            ]
            #expect(try await editor.submit(typed, on: method).status == 303)
            let row = try #require(try await rows(site, path).first)
            guard case .rows(let contracts)? = row.method?.arguments["contracts"] else {
                return #expect(Bool(false), "no table")
            }
            #expect(contracts[0]["energy"] == .number(40, unit: "MWh", uncertainty: Uncertainty(lower: 38, upper: 44)))
            let edit = "/ro\(path)/rows/\(row.id)/edit"
            let form = try #require(try await editor.get(edit).forms.first { $0.action == edit })
            #expect(form.pairs.contains { $0.0 == "in-contracts" && $0.1.hasPrefix("40 MWh ± 5/10 %") })
        }
    }

    @Test func whatIsWrongStandsAboveWhatTheMethodIs() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let refused = try await editor.submit([("label", "")], on: "/ro\(path)\(Self.method)")
            #expect(refused.status == 422)
            let problems = try #require(refused.text.firstRange(of: "error-summary"))
            let about = try #require(refused.text.firstRange(of: "class=\"summary\""))
            #expect(problems.lowerBound < about.lowerBound)
            #expect(refused.text.ranges(of: "error-summary").count == 1)
        }
    }

    /// A method with dozens of values that may be left out shows them when somebody asks; what is typed stays.
    @Test func aLongFormIsShortAtFirst() async throws {
        try await withSite(.sqlite) { site in
            let editor = try await site.browser(as: .cityEditor)
            let path = try await begin(editor)
            let method = "/ro\(path)/lines/III.1.1/methods/landfill-back-cast"
            let first = try await editor.get(method)
            #expect(first.bytes.count < 30_000)
            #expect(!first.text.contains("name=\"in-oxidation\""))
            let all = try await editor.submit([("label", "Depozitul vechi"), ("then", "everything")], on: method)
            #expect(all.status == 200 && all.text.contains("name=\"in-oxidation\""))
            #expect(all.text.contains("value=\"Depozitul vechi\"") && !all.text.contains("error-summary"))
            // Sent with one of them answered and something missing: they stay on the page.
            let typed = [("label", "Depozitul vechi"), ("in-oxidation", "10")]
            let refused = try await editor.submit(typed, on: method)
            #expect(refused.status == 422 && refused.text.contains("name=\"in-oxidation\""))
            let open = try await editor.submit(typed + [("everything", "yes")], on: method)
            #expect(open.bytes.count > refused.bytes.count + 10_000)
        }
    }
}
