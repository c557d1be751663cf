import Members
import Storage
import Support
import Testing
import Web

@testable import Cities

@Suite struct CityListTests {
    @Test(
        arguments: Engines.all,
        [
            ("targu mures", ["Târgu Mureș"]), ("TÂRGU MUREŞ", ["Târgu Mureș"]), ("Tîrgu Mureș", ["Târgu Mureș"]),
            ("tirgu mu", ["Târgu Mureș"]), ("bistrita", ["Bistrița"]), ("sector 2", ["București Sector 2"]),
            ("TIMIS\u{327}OARA", ["Timișoara"]), ("cluj-napoca", ["Cluj-Napoca"]), ("napoca cluj", ["Cluj-Napoca"]),
            ("'; --", nil),
            ("%", nil), ("xyz", []),
        ] as [(String, [String]?)])
    func searchKnowsNoDiacritics(engine: Engines, example: (typed: String, names: [String]?)) async throws {
        try await CitiesWorld.with(engine) { database in
            let request = CitiesWorld.request(["show": "all", "q": example.typed])
            let found = try await database.read { try CityLine.page($0, request) }
            // Signs without a letter ask for nothing in particular.
            #expect(found.total == example.names?.count ?? 109)
            if let names = example.names { #expect(found.lines.map(\.name) == names) }
        }
    }

    @Test func romanianOrder() {
        let names = [
            "Țara", "Sașa", "Târgu", "Tara", "Șase", "Sase", "Săcele", "Sânmartin", "Iu", "Î", "Zău", "Satu Mare",
        ]
        let sorted = names.sorted { CityName.sortKey($0) < CityName.sortKey($1) }
        #expect(
            sorted == [
                "Iu", "Î", "Sase", "Sașa", "Satu Mare", "Săcele", "Sânmartin", "Șase", "Tara", "Târgu", "Țara", "Zău",
            ])
        #expect(CityName.sortKey("Ploieşti") == CityName.sortKey("Ploiești"))
        #expect(CityName.sortKey("A\u{306}") == CityName.sortKey("Ă"))
        #expect(CityName.sortKey("Cluj").allSatisfy { $0.isNumber })
    }

    @Test(arguments: Engines.all) func theListIsInRomanianOrder(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let names = try await database.read {
                try CityLine.all($0, CitiesWorld.request(["show": "all"])).map(\.name)
            }
            #expect(names == names.sorted { CityName.sortKey($0) < CityName.sortKey($1) })
            let at = { (name: String) in names.firstIndex(of: name) ?? -1 }
            #expect(at("Satu Mare") < at("Sebeș"))
            #expect(at("Săcele") > at("Satu Mare"))
            #expect(at("Slatina") < at("Suceava"))
            #expect(at("Sighișoara") > at("Sighetu Marmației"))
            #expect(at("Târgu Mureș") < at("Tecuci"))
        }
    }

    @Test(arguments: Engines.all, ["name", "-name", "population", "-population", "target", "-target"])
    func pagesHoldEveryCityExactlyOnce(engine: Engines, sort: String) async throws {
        try await CitiesWorld.with(engine) { database in
            let whole = try await database.read {
                try CityLine.all($0, CitiesWorld.request(["show": "all", "sort": sort])).map(\.code)
            }
            #expect(whole.count == 109)
            var forwards: [String] = []
            var after: String?
            var last = CitiesWorld.request(["show": "all", "sort": sort])
            repeat {
                last = CitiesWorld.request(["show": "all", "sort": sort, "after": after ?? ""])
                let request = last
                let page = try await database.read { try CityLine.page($0, request, size: 17) }
                #expect((page.before == nil) == (after == nil))
                forwards += page.lines.map(\.code)
                after = page.after
            } while after != nil
            #expect(forwards == whole)
            var backwards: [String] = []
            var before: String? = whole.last
            while let place = before {
                let request = CitiesWorld.request(["show": "all", "sort": sort, "before": place])
                let page = try await database.read { try CityLine.page($0, request, size: 17) }
                backwards = page.lines.map(\.code) + backwards
                before = page.before
            }
            #expect(backwards == Array(whole.dropLast()))
        }
    }

    @Test(arguments: Engines.all) func filtersNarrowTheList(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            func names(_ query: [String: String]) async throws -> [String] {
                try await database.read { try CityLine.page($0, CitiesWorld.request(query)).lines.map(\.name) }
            }
            #expect(try await names([:]).count == 13)
            #expect(try await names(["show": "eu-mission"]) == ["București Sector 2", "Cluj-Napoca", "Suceava"])
            #expect(try await names(["region": "RO12"]) == ["Alba Iulia", "Brașov"])
            #expect(try await names(["show": "all", "county": "AB"]) == ["Aiud", "Alba Iulia", "Blaj", "Sebeș"])
            let large = try await names(["size": "large", "sort": "-population", "show": "all"])
            #expect(large.first == "București")
            #expect(!large.contains("Buzău"))
            #expect(
                try await names(["show": "nonsense", "size": "?", "sort": "password", "after": "none"]).count == 13)
            #expect(try await names(["region": "' OR TRUE --"]) == [])
        }
    }

    @Test(arguments: Engines.all) func listAndPageUseTheirIndexes(engine: Engines) async throws {
        try await CitiesWorld.with(engine) { database in
            let statements: [Statement] = [
                "SELECT * FROM city WHERE slug = \("alba-iulia")",
                "SELECT * FROM city WHERE parent_code = \(Code.bucharest) ORDER BY sort_key, code",
                "SELECT * FROM population_figure WHERE city_code = \(Code.albaIulia) ORDER BY reference",
                "SELECT * FROM programme_city WHERE city_code = \(Code.albaIulia)",
                "SELECT * FROM programme_withdrawal WHERE city_code = \(Code.albaIulia) AND ended_at IS NULL",
                "SELECT * FROM programme_label WHERE city_code = \(Code.albaIulia) ORDER BY awarded_on, label",
                "SELECT * FROM city_profile WHERE city_code = \(Code.albaIulia)",
                "SELECT * FROM city ORDER BY sort_key, code LIMIT \(50)",
                "SELECT * FROM city ORDER BY listed_population, code LIMIT \(50)",
            ]
            for statement in statements {
                let plan = try await database.write { try $0.explain(statement) }
                #expect(plan.fullScans == [], "\(plan)")
            }
        }
    }
}
