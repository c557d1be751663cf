import Storage
import Support
import Testing
import Web

@testable import Members

/// Sessions, one-time links and counted attempts as rows.
@Suite struct SessionTests {
    let start = Instant("2026-11-22T09:00:00.000Z")!
    let permissions = [PermissionDeclaration("people:administer", "x", roles: [])]

    private func open(
        _ database: Database, _ person: PersonID, isStrong: Bool = false, lifetime: Double = 14 * 86_400
    ) async throws -> String {
        let id: ID<SessionKind> = IDSource(now: { start }).next()
        return try await database.write { connection in
            try Session.start(
                connection, id: id, person: person, lifetime: lifetime, secondFactorAt: isStrong ? start : nil,
                userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", at: start)
        }
    }

    private func resolve(_ token: String, _ database: Database, after seconds: Double = 0) async throws -> Visitor {
        try await database.answer(
            Visitors.holder(of: token, now: start.adding(seconds: seconds), permissions: permissions))
    }

    @Test(arguments: Engines.all) func onlyTheTokenOpensASession(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let token = try await open(database, person)
            #expect(try await resolve(token, database).person == person)
            #expect(try await resolve(token + "x", database).person == nil)
            #expect(try await resolve(RandomToken.digest(token), database).person == nil)
            #expect(try await resolve("", database).person == nil)
        }
    }

    @Test(arguments: Engines.all) func sessionsEndWhenIdleAndAtTheLatestAfterTwoWeeks(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let token = try await open(database, person)
            let session = try #require(try await resolve(token, database).signedIn?.session)
            #expect(try await resolve(token, database, after: 12 * 3600 - 1).person == person)
            #expect(try await resolve(token, database, after: 12 * 3600 + 1).person == nil)
            // Acting every eleven hours keeps it open, but not beyond the absolute end.
            var seconds = 0.0
            while seconds < 14 * 86_400 - 11 * 3600 {
                seconds += 11 * 3600
                try await Visitors.acted(session: session, database: database, now: start.adding(seconds: seconds))
            }
            #expect(try await resolve(token, database, after: 14 * 86_400 - 1).person == person)
            #expect(try await resolve(token, database, after: 14 * 86_400).person == nil)
        }
    }

    @Test(arguments: Engines.all) func actingIsWrittenEveryFiveMinutesOnly(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let token = try await open(database, person)
            let session = try #require(try await resolve(token, database).signedIn?.session)
            try await Visitors.acted(session: session, database: database, now: start.adding(seconds: 299))
            #expect(try await database.read { try Session.lastSeen($0, id: session) } == start)
            try await Visitors.acted(session: session, database: database, now: start.adding(seconds: 300))
            #expect(try await database.read { try Session.lastSeen($0, id: session) } == start.adding(seconds: 300))
        }
    }

    @Test(arguments: Engines.all) func rolesCountOnlyAfterTheSecondFactor(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            try await database.write { try Person.grant($0, .administrator, to: person, by: nil, at: start) }
            let weak = try await resolve(try await open(database, person), database)
            #expect(weak.signedIn?.roles == [])
            #expect(!weak.may("people:administer"))
            let strong = try await resolve(try await open(database, person, isStrong: true), database)
            #expect(strong.signedIn?.roles == [.administrator])
            #expect(strong.may("people:administer"))
        }
    }

    @Test(arguments: Engines.all) func aRoleShortensOpenSessions(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let token = try await open(database, person)
            let session = try #require(try await resolve(token, database).signedIn?.session)
            try await database.write { try Person.grant($0, .evaluator, to: person, by: nil, at: start) }
            try await Visitors.acted(session: session, database: database, now: start.adding(seconds: 11 * 3600))
            #expect(try await resolve(token, database, after: 12 * 3600 - 1).person == person)
            #expect(try await resolve(token, database, after: 12 * 3600).person == nil)
        }
    }

    @Test(arguments: Engines.all) func aClosedAccountIsNobodyAtOnce(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let token = try await open(database, person)
            _ = try await database.write { try Person.disable($0, person, at: start) }
            #expect(try await resolve(token, database).person == nil)
        }
    }

    @Test(arguments: Engines.all) func aLinkWorksOnceForItsPurposeAndTime(engine: Engines) async throws {
        try await withMember(engine) { database, person in
            let early = start.adding(seconds: 3599)
            let used = try await database.write { connection -> [Bool] in
                let token = try OneTimeLink.create(
                    connection, purpose: .passwordReset, person: person, payload: ["a": "b"], lifetime: 3600, at: start)
                let old = try OneTimeLink.create(
                    connection, purpose: .passwordReset, person: person, lifetime: 3600, at: start)
                let found = try OneTimeLink.find(connection, token: token, purpose: .passwordReset, at: early)
                return [
                    found?.payload == ["a": "b"],
                    try OneTimeLink.use(connection, token: token, purpose: .emailChange, at: early) != nil,
                    try OneTimeLink.use(connection, token: token, purpose: .passwordReset, at: early) != nil,
                    try OneTimeLink.use(connection, token: token, purpose: .passwordReset, at: early) != nil,
                    try OneTimeLink.use(
                        connection, token: old, purpose: .passwordReset, at: start.adding(seconds: 3600)) != nil,
                ]
            }
            #expect(used == [true, false, true, false, false])
        }
    }

    @Test(arguments: Engines.all) func manyAtOnceCannotSlipThroughALimit(engine: Engines) async throws {
        try await withMember(engine) { database, _ in
            let limit = Attempt.Limit.signIn(email: "ana@x.example")
            let allowed = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        (try? await database.write { try Attempt.take($0, [limit], at: start) }) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(allowed == 5)
            let wait = try await database.read { try Attempt.waiting($0, limit, at: start.adding(seconds: 100)) }
            #expect(wait == 800)
            #expect(try await database.read { try Attempt.waiting($0, limit, at: start.adding(seconds: 900)) } == nil)
        }
    }

    @Test(arguments: [
        ("/ro/account", true), ("/ro/people?q=a", true), ("//evil.example", false), ("/\\evil.example", false),
        ("https://evil.example", false), ("", false), ("ro/account", false), ("/ro\\..\\x", false),
        ("/\t/evil.example", false), ("/ro/\u{0}x", false), ("javascript:alert(1)", false), ("/", true),
    ])
    func onlyOwnPagesFollowASignIn(path: String, isSafe: Bool) {
        #expect((LocalPath.safe(path) == path) == isSafe)
    }

    @Test func browsersAreNamedInFewWords() {
        #expect(
            ClientNaming.name(of: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0")
                == "Edge · Windows")
        #expect(ClientNaming.name(of: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0") == "Firefox · Linux")
        #expect(ClientNaming.name(of: "<script>") == "")
    }
}
