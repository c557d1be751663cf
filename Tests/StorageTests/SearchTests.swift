import Storage
import Support
import Testing

/// Whatever way the letters are typed, both engines find the same in the same order.
@Suite struct SearchTests {
    private static let entries: [SearchEntry] = [
        entry("city", "1", "Târgu Mureș", "Municipiu în județul Mureș, pe râul Mureș."),
        entry("city", "2", "Iaşi", "Oraşul celor şapte coline; cu sedilă, cum se scria odată."),
        entry("city", "3", "Iași-Nord", "Un cartier numit după Iași."),
        entry("city", "4", "Suceava", "Orașul are legături cu Iași și cu Bacău."),
        entry("page", "5", "Despre emisii de CO₂", "Contul emisiilor în tone CO2e pe an; 100 m² de panouri."),
        entry("page", "6", "O'Brien & \"ghilimele\"", "NOT AND OR NEAR ( ) * ^ : \\ -- ; DROP TABLE"),
        SearchEntry(
            kind: "page", item: "5", language: "en", title: "About CO2 emissions", body: "Tonnes a year, in Iași too.",
            path: "/en/5"),
        SearchEntry(
            kind: "page", item: "7", language: "ro", title: "Iași, intern", body: "Numai pentru personal.",
            path: "/ro/7", audience: "staff"),
    ]

    private static func entry(_ kind: String, _ item: String, _ title: String, _ body: String) -> SearchEntry {
        SearchEntry(kind: kind, item: item, language: "ro", title: title, body: body, path: "/ro/\(item)")
    }

    private func withIndex(_ engine: Engines, _ body: (Database) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: [SearchIndex.migration]) { db async throws in
            try await db.write { c in for entry in Self.entries { try SearchIndex.replace(entry, in: c) } }
            try await body(db)
        }
    }

    private func found(
        _ query: String, language: String? = "ro", kinds: [String] = [], audiences: [String] = ["public"],
        in db: Database
    ) async throws -> [String] {
        try await db.read { c in
            try SearchIndex.search(query, language: language, kinds: kinds, audiences: audiences, in: c).map(\.item)
        }
    }

    @Test(
        arguments: Engines.all,
        [
            ("Iași", ["2", "3", "4"]), ("iaşi", ["2", "3", "4"]), ("IASI", ["2", "3", "4"]), ("ias", ["2", "3", "4"]),
            ("Iași nord", ["3"]), ("nord iasi", ["3"]), ("targu mures", ["1"]), ("Mureş", ["1"]), ("co2", ["5"]),
            ("CO₂", ["5"]), ("m2", ["5"]), ("sapte", ["2"]), ("şapte coline", ["2"]), ("asi", []), ("iași xyz", []),
        ] as [(String, [String])])
    func words(engine: Engines, query: (text: String, items: [String])) async throws {
        try await withIndex(engine) { db async throws in
            #expect(try await found(query.text, in: db) == query.items, "\(query.text)")
        }
    }

    @Test(
        arguments: Engines.all,
        [
            "", " ", "\"", "'", "*", "a*", "NOT", "AND", "OR iasi", "NEAR(iasi, 2)", "iasi:*", "title:iasi", "(", ")",
            "^iasi",
            "-iasi", "iasi & ! |", "\\", "'; DROP TABLE search_entry; --", "a\0b", "iasi <-> nord", "👩‍👩‍👧", "{iasi}", "%",
            "_",
            "$1", "?", String(repeating: "a ", count: 500), String(repeating: "b", count: 5000), "1e5", "3.5", "a/b/c",
            "x@y.ro",
        ])
    func nothingTypedIsAnError(engine: Engines, query: String) async throws {
        try await withIndex(engine) { db async throws in
            _ = try await found(query, in: db)
            let count: Int? = try await db.read { try $0.value("SELECT COUNT(*) FROM search_entry") }
            #expect(count == Self.entries.count)
        }
    }

    @Test(arguments: Engines.all)
    func languagesKindsAndAudiences(engine: Engines) async throws {
        try await withIndex(engine) { db async throws in
            #expect(try await found("iasi", language: "en", in: db) == ["5"])
            #expect(Set(try await found("oras", in: db)) == ["2", "4"])
            #expect(Set(try await found("iasi", language: nil, in: db)) == ["2", "3", "4", "5"])
            #expect(try await found("iasi", kinds: ["page"], in: db) == [])
            #expect(try await found("iasi", kinds: ["page"], audiences: ["public", "staff"], in: db) == ["7"])
        }
    }

    @Test(arguments: Engines.all)
    func replacingAndRemoving(engine: Engines) async throws {
        try await withIndex(engine) { db async throws in
            let changed = Self.entry("city", "2", "Botoșani", "Alt text")
            try await db.write { try SearchIndex.replace(changed, in: $0) }
            #expect(try await found("sapte", in: db) == [])
            #expect(try await found("botosani", in: db) == ["2"])
            try await db.write { try SearchIndex.remove(kind: "city", item: "2", in: $0) }
            #expect(try await found("botosani", in: db) == [])
            try await db.write { try SearchIndex.removeAll(kind: "city", in: $0) }
            #expect(try await found("iasi", in: db) == [])
            #expect(try await found("co2", in: db) == ["5"])
        }
    }

    /// A word in the title counts for more than the same word in the text.
    @Test(arguments: Engines.all)
    func titlesComeFirst(engine: Engines) async throws {
        try await withIndex(engine) { db async throws in
            let entries = [
                Self.entry("page", "20", "Alt titlu", "Pompe de căldură, pompe de căldură și iar pompe de căldură."),
                Self.entry(
                    "page", "21", "Ghid despre pompe", "Un text despre încălzire, scris pe scurt pentru primării."),
                Self.entry("page", "22", "Pompe", "Text."),
            ]
            try await db.write { c in for entry in entries { try SearchIndex.replace(entry, in: c) } }
            #expect(try await found("pompe", in: db) == ["22", "21", "20"])
        }
    }

    @Test(arguments: Engines.all)
    func excerptsShowTheWord(engine: Engines) async throws {
        try await withIndex(engine) { db async throws in
            let long = (0..<100).map { "cuvânt\($0)" }.joined(separator: " ") + " Ștefan cel Mare și restul"
            try await db.write { try SearchIndex.replace(Self.entry("page", "8", "Lung", long), in: $0) }
            let hits = try await db.read { try SearchIndex.search("stefan", in: $0) }
            #expect(hits.map(\.item) == ["8"])
            #expect(hits[0].excerpt.hasPrefix("… cuvânt94"))
            #expect(hits[0].excerpt.hasSuffix("Ștefan cel Mare și restul"))
        }
    }

    @Test(arguments: Engines.all)
    func theIndexIsUsed(engine: Engines) async throws {
        try await withIndex(engine) { db async throws in
            let statement = try #require(SearchIndex.statement("iasi", language: "ro", dialect: db.dialect))
            let plan = try await db.read { try $0.explain(statement) }
            #expect(plan.fullScans == [], "\(plan)")
        }
    }
}

@Suite struct FoldingTests {
    @Test(
        arguments: [
            ("Ștefan", "stefan"), ("Ştefan", "stefan"), ("S\u{326}tefan", "stefan"), ("ȚARA ţara", "tara tara"),
            ("ĂÂÎ ăâî", "aai aai"), ("İstanbul ISPARTA ıı", "istanbul isparta ii"), ("Straße ẞ", "strasse ss"),
            ("Łódź Đà Ørsted Æsir Œuvre Þór", "lodz da orsted aesir oeuvre thor"), ("ﬁn ﬃ", "fin ffi"),
            ("CO₂ m² №", "co2 m2 no"),
            ("Ｆｕｌｌ", "full"), ("Дунай Ἀθῆναι", "дунаи αθηναι"), ("", ""),
        ])
    func folds(text: (from: String, to: String)) {
        #expect(Folding.fold(text.from) == text.to)
        #expect(Folding.fold(Folding.fold(text.from)) == text.to)
    }

    @Test func wordsAreLettersAndDigits() {
        #expect(
            Folding.words("  Cluj-Napoca: 286.598 loc. (2021), d'Art_x ") == [
                "cluj", "napoca", "286", "598", "loc", "2021", "d", "art", "x",
            ])
        #expect(Folding.words("🇷🇴 — …") == [])
    }
}
