import Storage
import Support
import Testing

@Suite struct QueryTests {
    private static let table = Migration(
        "t-001",
        sql: "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL, bytes BYTEA, weight DOUBLE PRECISION)")

    private struct Thing: RowDecodable, Sendable, Equatable {
        let id: Int
        let name: String
        let bytes: [UInt8]?
        let weight: Double?

        init(row: Row) throws {
            id = try row("id")
            name = try row("name")
            bytes = try row("bytes")
            weight = try row("weight")
        }
    }

    private static func thing(_ id: Int) -> Query<Thing?> {
        Query(["SELECT * FROM thing WHERE id = \(id)"]) { try $0.first() }
    }

    private static let names = Query<[String]>(["SELECT name FROM thing ORDER BY id"]) { results in
        try results.rows().map { try $0("name") }
    }

    private func withThings(_ engine: Engines, _ body: (Database) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: [Self.table]) { database in
            try await database.write { connection in
                try connection.execute("INSERT INTO thing VALUES (1, \("unu"), \([0, 255, 0] as [UInt8]), 1.5)")
                try connection.execute("INSERT INTO thing VALUES (2, \(""), \([] as [UInt8]), NULL)")
                try connection.execute("INSERT INTO thing VALUES (3, \("șțăâî"), NULL, \(-0.1))")
            }
            try await body(database)
        }
    }

    @Test(arguments: Engines.all) func rowsAreThoseOfARead(engine: Engines) async throws {
        try await withThings(engine) { database in
            for id in 1...4 {
                let read: Thing? = try await database.read {
                    try $0.first("SELECT * FROM thing WHERE id = \(id)")
                }
                #expect(try await database.answer(Self.thing(id)) == read)
                #expect((read == nil) == (id == 4))
            }
            let second = try #require(try await database.answer(Self.thing(2)))
            #expect(second.bytes == [])
            #expect(second.name == "")
        }
    }

    @Test(arguments: Engines.all) func queriesAreJoinedAndChanged(engine: Engines) async throws {
        try await withThings(engine) { database in
            let query = Self.thing(3).map { $0?.name }.and(Self.names).and(.known("nothing asked"))
            let ((third, all), known) = try await database.answer(query)
            #expect(third == "șțăâî")
            #expect(all == ["unu", "", "șțăâî"])
            #expect(known == "nothing asked")
            #expect(query.statements.count == 2)
            #expect(try await database.answer(Query<Int>.known(7)) == 7)
        }
    }

    @Test(arguments: Engines.all) func itSeesWhatWasStoredBefore(engine: Engines) async throws {
        try await withThings(engine) { database in
            for number in 4...20 {
                try await database.write { connection in
                    try connection.execute("INSERT INTO thing VALUES (\(number), \("n\(number)"), NULL, NULL)")
                }
                #expect(try await database.answer(Self.thing(number))?.name == "n\(number)")
            }
        }
    }

    /// Both sums are of one moment, although money moves between them all the time.
    @Test(arguments: Engines.all) func allItsStatementsSeeOneSnapshot(engine: Engines) async throws {
        try await withThings(engine) { database in
            let sums = Query(
                Array(repeating: "SELECT CAST(SUM(weight) AS DOUBLE PRECISION) AS sum FROM thing", count: 6)
            ) { results in
                try (0..<6).map { _ in try results.rows().first?("sum") ?? 0.0 }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for step in 0..<40 {
                        try await database.write { connection in
                            try connection.execute("UPDATE thing SET weight = \(Double(step)) WHERE id = 1")
                        }
                    }
                }
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<60 {
                            let found: [Double] = try await database.answer(sums)
                            #expect(Set(found).count == 1, "\(found)")
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Engines.all) func itChangesNothing(engine: Engines) async throws {
        try await withThings(engine) { database in
            let changing = Query<Void>(["DELETE FROM thing"]) { _ in }
            await #expect(throws: StorageError.self) { try await database.answer(changing) }
            await #expect(throws: StorageError.self) { try await database.answer(Self.names.and(changing)) }
            let names = try await database.answer(Self.names)
            #expect(names.count == 3)
        }
    }

    @Test(arguments: Engines.all) func aFailureLeavesNothingBehind(engine: Engines) async throws {
        try await withThings(engine) { database in
            for _ in 0..<10 {
                let wrong = Query<Void>(["SELECT 1 AS one", "SELECT * FROM nowhere", "SELECT 2 AS two"]) { _ in }
                await #expect(throws: StorageError.self) { try await database.answer(wrong) }
                let nul = Query<Void>(["SELECT * FROM thing WHERE name = \("a\u{0}")"]) { _ in }
                await #expect(throws: StorageError.self) { try await database.answer(nul) }
                let names = try await database.answer(Self.names)
                #expect(names.count == 3)
                #expect(try await database.read { try $0.exists("SELECT 1 FROM thing") })
            }
            let tooMany = Query<Void>(["SELECT 1 AS one"]) { results in
                _ = try results.rows()
                _ = try results.rows()
            }
            await #expect(throws: StorageError.self) { try await database.answer(tooMany) }
        }
    }

    @Test(arguments: Engines.all) func aChangedTableIsReadAnew(engine: Engines) async throws {
        try await withThings(engine) { database in
            let all = Query<[Thing]>(["SELECT * FROM thing ORDER BY id"]) { try $0.all() }
            #expect(try await database.answer(all).count == 3)
            try await database.write { connection in
                try connection.script("ALTER TABLE thing ADD COLUMN colour TEXT")
            }
            // The connection that had prepared the statement may have to give it up first.
            let found = try? await database.answer(all)
            #expect(found?.count ?? 3 == 3)
            #expect(try await database.answer(all).count == 3)
        }
    }

    @Test(arguments: Engines.all) func aClosedDatabaseAnswersNothing(engine: Engines) async throws {
        try await withLocation(engine) { location in
            let database = try Database(location, connections: 2)
            try await database.migrate([Self.table])
            #expect(try await database.answer(Self.names) == [])
            try await database.close()
            await #expect(throws: StorageError.self) { try await database.answer(Self.names) }
        }
    }
}
