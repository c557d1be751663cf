import Storage
import Support
import Web

@testable import Members

/// The tables of the wing with one person in them.
func withMember(_ engine: Engines, _ body: (Database, PersonID) async throws -> Void) async throws {
    let migrations = Members.feature(MembersHooks()).migrations
    try await withDatabase(engine, migrations: migrations) { database in
        let at = Instant(milliseconds: 1_795_338_000_000)
        let person: PersonID = IDSource(now: { at }).next()
        try await database.write { connection in
            try Person.create(
                connection, id: person, name: "Ana Pop", email: "Ana@X.example", language: .ro, passwordHash: "x",
                at: at)
        }
        try await body(database, person)
    }
}
