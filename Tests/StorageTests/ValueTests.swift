import Storage
import Support
import Testing

/// What goes in comes out, on both engines.
@Suite struct ValueTests {
    private static let table = Migration(
        "t-001",
        sql: """
            CREATE TABLE thing (name TEXT PRIMARY KEY, count BIGINT, share DOUBLE PRECISION, active BOOLEAN, bytes BYTEA)
            """)

    @Test(
        arguments: Engines.all,
        [
            "", "simple", "it's \"quoted\" \\ % _ ; -- /* $1 ? */", "Târgu Mureș, Iași, ŞŢ", "👩‍👩‍👧 🇷🇴 \u{10FFFF}",
            "line\nbreak\ttab\r", "\u{1}\u{7f}", "e\u{301} stays decomposed",
        ])
    func text(engine: Engines, text: String) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name) VALUES (\(text))") }
            let found: String? = try await db.read { try $0.value("SELECT name FROM thing WHERE name = \(text)") }
            #expect(found.map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test(arguments: Engines.all, [0, 1, -1, 7_000_000_000, Int64.max, Int64.min])
    func integer(engine: Engines, number: Int64) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name, count) VALUES ('a', \(number))") }
            #expect(try await db.read { try $0.value("SELECT count FROM thing") } == number)
            #expect(try await db.read { try $0.exists("SELECT 1 FROM thing WHERE count = \(number)") })
        }
    }

    @Test(
        arguments: Engines.all,
        [
            0, 1, -2.5, 0.1, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .leastNormalMagnitude, 1e21,
            123_456_789.123_456_78,
            .infinity, -.infinity,
        ])
    func real(engine: Engines, number: Double) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name, share) VALUES ('a', \(number))") }
            #expect(try await db.read { try $0.value("SELECT share FROM thing") } == number)
        }
    }

    @Test(arguments: Engines.all)
    func randomReals(engine: Engines) async throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed)
        let numbers = (0..<500).map { _ in Double(bitPattern: random.next()) }.filter { !$0.isNaN }
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            let list = numbers
            try await db.write { c in
                for (index, number) in list.enumerated() {
                    try c.execute("INSERT INTO thing (name, count, share) VALUES (\("\(index)"), \(index), \(number))")
                }
            }
            let found: [Double] = try await db.read { c in
                try c.all("SELECT share FROM thing ORDER BY count") { try $0("share") }
            }
            #expect(found == numbers, "seed \(seed)")
        }
    }

    @Test(arguments: Engines.all, [[], [0], [0, 0, 255, 92, 39], Array(0...255)] as [[UInt8]])
    func blob(engine: Engines, bytes: [UInt8]) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name, bytes) VALUES ('a', \(bytes))") }
            #expect(try await db.read { try $0.value("SELECT bytes FROM thing") } == bytes)
            #expect(try await db.read { try $0.exists("SELECT 1 FROM thing WHERE bytes = \(bytes)") })
        }
    }

    @Test(arguments: Engines.all)
    func booleansAndNulls(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { c in
                try c.execute("INSERT INTO thing (name, active) VALUES ('yes', \(true)), ('no', \(false))")
                let open: Bool? = nil
                let nothing: Int? = nil
                try c.execute("INSERT INTO thing (name, active, count) VALUES ('open', \(open), \(nothing))")
            }
            let found: [String: Bool?] = try await db.read { c in
                let pairs = try c.all("SELECT name, active FROM thing") { row -> (String, Bool?) in
                    (try row("name"), try row("active"))
                }
                return Dictionary(uniqueKeysWithValues: pairs)
            }
            let wanted: [String: Bool?] = ["yes": true, "no": false, "open": Bool?.none]
            #expect(found == wanted)
            #expect(try await db.read { try $0.value("SELECT name FROM thing WHERE active = TRUE") } == "yes")
            #expect(try await db.read { try $0.value("SELECT name FROM thing WHERE active = \(false)") } == "no")
        }
    }

    @Test(arguments: Engines.all)
    func aggregates(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { c in
                try c.execute("INSERT INTO thing (name, count, share) VALUES ('a', 3, 0.5), ('b', 4, 0.25)")
            }
            #expect(try await db.read { try $0.value("SELECT SUM(count) FROM thing") } == Int64(7))
            #expect(try await db.read { try $0.value("SELECT COUNT(*) FROM thing") } == 2)
            #expect(try await db.read { try $0.value("SELECT AVG(count) FROM thing") } == 3.5)
            #expect(try await db.read { try $0.value("SELECT SUM(share) FROM thing") } == 0.75)
            let none: Int? = try await db.read { c in
                try c.value("SELECT SUM(count) FROM thing WHERE name = 'c'")
            }
            #expect(none == nil)
        }
    }

    @Test(arguments: Engines.all)
    func refusedValues(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            for statement: Statement in [
                "INSERT INTO thing (name) VALUES (\("a\0b"))",
                "INSERT INTO thing (name, share) VALUES ('a', \(Double.nan))",
            ] {
                await #expect(throws: StorageError.self) { try await db.write { _ = try $0.execute(statement) } }
            }
            let count: Int? = try await db.read { try $0.value("SELECT COUNT(*) FROM thing") }
            #expect(count == 0)
        }
    }

    /// A filter that may be absent is written this way all over the hub.
    @Test(arguments: Engines.all)
    func absentFilters(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name, count) VALUES ('a', 3), ('b', 4)") }
            for (filter, count) in [(nil, 2), (3, 1), (5, 0)] as [(Int?, Int)] {
                let found: Int? = try await db.read { c in
                    try c.value("SELECT COUNT(*) FROM thing WHERE \(filter) IS NULL OR count = \(filter)")
                }
                #expect(found == count)
            }
        }
    }

    @Test(arguments: Engines.all)
    func listsAndInnerStatements(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name, count) VALUES ('a', 1), ('b', 2), ('c', 3)") }
            let low: Statement = "count < \(3)"
            let names: [String] = try await db.read { c in
                try c.all("SELECT name FROM thing WHERE name IN (\(list: ["a", "c", "x"])) AND \(low)") {
                    try $0("name")
                }
            }
            #expect(names == ["a"])
            #expect(
                try await db.read { try $0.exists("SELECT 1 FROM thing WHERE name IN (\(list: [String]()))") } == false)
        }
    }

    @Test(arguments: Engines.all)
    func wrongTypesAreNamed(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            try await db.write { try $0.execute("INSERT INTO thing (name, count) VALUES ('a', 1)") }
            let error = await #expect(throws: StorageError.self) {
                let _: Int? = try await db.read { c in try c.first("SELECT name FROM thing") { try $0("name") } }
            }
            #expect(error.map { "\($0)" }?.contains("column name: expected integer") == true)
            await #expect(throws: StorageError.self) {
                let _: Int? = try await db.read { c in try c.first("SELECT name FROM thing") { try $0("nome") } }
            }
        }
    }
}
