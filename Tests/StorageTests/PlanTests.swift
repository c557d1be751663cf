import Storage
import Support
import Testing

@Suite struct PlanTests {
    private static let table = Migration(
        "t-001",
        sql:
            "CREATE TABLE place (id TEXT PRIMARY KEY, county TEXT NOT NULL, name TEXT); CREATE INDEX place_county ON place (county)"
    )

    @Test(arguments: Engines.all)
    func fullScansAreNamed(engine: Engines) async throws {
        let cases: [(Statement, [String])] = [
            ("SELECT name FROM place WHERE id = \("a")", []),
            ("SELECT name FROM place WHERE county = \("CJ") ORDER BY id", []),
            ("SELECT name FROM place WHERE name = \("a")", ["place"]),
            ("SELECT p.name FROM place AS p JOIN place AS q ON p.id = q.name WHERE q.county = \("CJ")", []),
            ("WITH x AS (SELECT name FROM place WHERE name = \("a")) SELECT * FROM x", ["place"]),
        ]
        try await withDatabase(engine, migrations: [Self.table]) { db async throws in
            for (statement, scans) in cases {
                let plan = try await db.read { try $0.explain(statement) }
                #expect(plan.fullScans == scans, "\(plan)")
            }
        }
    }
}
