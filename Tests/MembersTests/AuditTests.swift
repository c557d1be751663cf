import SiteSupport
import Storage
import Support
import Testing
import Web

@testable import Members

/// The chain of the audit holds what was written, and nothing else.
@Suite struct AuditTests {
    private struct Undone: Error {}

    private static func fill(_ database: Database, actor: PersonID, count: Int) async throws {
        try await database.write { connection in
            for number in 1...count {
                try AuditEntry.record(
                    connection, actor: number % 3 == 0 ? nil : actor, "test.happened",
                    subject: ("thing", "thing-\(number)"), details: ["number": "\(number)", "text": "ș ț \"x\""],
                    at: Instant(milliseconds: 1_795_338_000_000 + Int64(number)))
            }
        }
    }

    /// Changes rows by `tamper`, verifies, and undoes the change.
    private static func problem(
        _ database: Database, after tamper: @escaping @Sendable (any Connection) throws -> Void
    ) async throws -> String? {
        let found = Found()
        do {
            try await database.write { connection in
                try tamper(connection)
                let result = try AuditEntry.verify(connection)
                found.problem = result.problem
                throw Undone()
            }
        } catch is Undone {}
        return found.problem
    }

    /// Carries one text out of a transaction that is undone; written and read one after the other.
    private final class Found: @unchecked Sendable { var problem: String? }

    static let columns = [
        "at", "actor_id", "activity", "subject_kind", "subject", "details", "previous_hash", "hash",
    ]

    @Test(arguments: Engines.all) func anyChangedCharacterBreaksTheChain(_ engine: Engines) async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        try await withMember(engine) { database, person in
            try await Self.fill(database, actor: person, count: 12)
            #expect(try await database.read { try AuditEntry.verify($0) } == (12, nil))
            var random = SeededRandom(seed)
            for column in Self.columns {
                for _ in 0..<6 {
                    let sequence = Int.random(in: 1...12, using: &random)
                    let pick = random.next()
                    let flip = UInt8.random(in: 1...15, using: &random)
                    let problem = try await Self.problem(database) { connection in
                        let old: String? = try connection.value(
                            "SELECT \(trusted: column) FROM audit_entry WHERE sequence = \(sequence)")
                        // A hub's own line has no actor: one is invented.
                        let changed = old.map { Self.flipped($0, at: pick, by: flip) } ?? person.description
                        try #require(changed != old)
                        try connection.execute(
                            "UPDATE audit_entry SET \(trusted: column) = \(changed) WHERE sequence = \(sequence)")
                    }
                    #expect(problem != nil, "seed \(seed), \(column) of \(sequence)")
                }
            }
            #expect(try await database.read { try AuditEntry.verify($0) } == (12, nil))
        }
    }

    /// One ASCII character becomes another one.
    private static func flipped(_ text: String, at pick: UInt64, by flip: UInt8) -> String {
        var bytes = Array(text.utf8)
        let places = bytes.indices.filter { (0x30...0x7e).contains(bytes[$0]) }
        let index = places[Int(pick % UInt64(places.count))]
        let changed = bytes[index] ^ flip
        bytes[index] = (0x20...0x7e).contains(changed) ? changed : 0x21
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: Engines.all) func removedMovedAndAddedLinesAreFound(_ engine: Engines) async throws {
        try await withMember(engine) { database, person in
            try await Self.fill(database, actor: person, count: 6)
            let removed = try await Self.problem(database) {
                try $0.execute("DELETE FROM audit_entry WHERE sequence = 3")
            }
            #expect(removed == "entry 3 is missing")
            let moved = try await Self.problem(database) { connection in
                try connection.execute("UPDATE audit_entry SET sequence = 100 WHERE sequence = 3")
                try connection.execute("UPDATE audit_entry SET sequence = 3 WHERE sequence = 4")
                try connection.execute("UPDATE audit_entry SET sequence = 4 WHERE sequence = 100")
            }
            #expect(moved != nil)
            let erased = try await Self.problem(database) {
                try $0.execute("UPDATE audit_entry SET actor_id = NULL WHERE sequence = 1")
            }
            #expect(erased == "entry 1 was changed")
            // The same moment in other characters is another text.
            let respelled = try await Self.problem(database) {
                try $0.execute("UPDATE audit_entry SET at = \("2026-11-22T08:59:60.002Z") WHERE sequence = 2")
            }
            #expect(respelled != nil)
        }
    }

    @Test(arguments: Engines.all) func fiftyWritersAtOnceMakeOneChain(_ engine: Engines) async throws {
        try await withMember(engine) { database, person in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...50 {
                    group.addTask {
                        try await database.write { connection in
                            try AuditEntry.record(
                                connection, actor: person, "test.happened", subject: ("thing", "\(number)"),
                                at: Instant(milliseconds: 1_795_338_000_000))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try AuditEntry.verify($0) } == (50, nil))
            let subjects = try await database.read { try AuditEntry.page($0, limit: 100).map(\.subject) }
            #expect(Set(subjects).count == 50)
        }
    }

    @Test(arguments: Engines.all) func theAuditReadsAsSentences(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let team = try await OrganisationTests.team(site)
            let ana = try await site.browser(as: .cityEditor)
            let saved = try await ana.submit(
                [("name", team.name), ("about", "Text")], on: "/ro/organisations/\(team.id)/edit")
            #expect(saved.status == 303)
            let officer = try await site.browser(as: .programmeOfficer)
            let page = try await officer.get("/en/audit?activity=organisation.changed")
            #expect(page.status == 200)
            #expect(page.text.contains("Ana Pop changed what is said about the organisation \(team.name)."))
            let other = try await officer.get("/en/audit?activity=organisation.created")
            #expect(!other.text.contains("Ana Pop changed what"))
            let file = try await officer.get("/en/audit/export?kind=organisation&subject=\(team.id)")
            #expect(file.text.contains("Ana Pop changed what is said about the organisation"))
            #expect(try await officer.get("/en/audit/chain").text.contains("The chain is whole."))
            #expect(try await ana.get("/ro/audit").status == 403)
            #expect(try await site.browser().get("/ro/audit").status == 303)
        }
    }

    /// The file is written in pieces; none of them may be missing or come twice.
    @Test(arguments: Engines.all) func theFileHoldsTheWholeHistory(_ engine: Engines) async throws {
        try await withSite(engine) { site in
            let count = 2 * AuditRoutes.exportPage + 1
            try await site.database.write { connection in
                for number in 1...count {
                    try AuditEntry.record(
                        connection, actor: nil, "test.counted", subject: ("thing", "\(number)"), at: site.clock.now)
                }
            }
            let officer = try await site.browser(as: .programmeOfficer)
            let file = try await officer.get("/en/audit/export?activity=test.counted")
            #expect(file.status == 200)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"audit.csv\"") == true)
            let rows = file.text.split(separator: "\r\n")
            #expect(rows.count == count + 1)
            let sequences = rows.dropFirst().compactMap { $0.split(separator: ",").first.flatMap { Int($0) } }
            #expect(sequences.count == count)
            #expect(zip(sequences, sequences.dropFirst()).allSatisfy { $0 == $1 + 1 })
            let exact = try await officer.get("/en/audit/export?kind=nothing-of-this-kind")
            #expect(exact.text.split(separator: "\r\n").count == 1)
        }
    }

    @Test func everyActivityHasItsOwnSentence() throws {
        let activities = Members.feature(MembersHooks()).activities
        #expect(activities.count > 20)
        #expect(Set(activities.map(\.code)).count == activities.count)
    }
}
