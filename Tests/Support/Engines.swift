import Foundation
import Storage

/// The two database engines, as the argument of a parameterised test: `@Test(arguments: Engines.all)`.
package enum Engines: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite = "SQLite"
    case postgresql = "PostgreSQL"

    package static let all: [Engines] = allCases

    package var description: String { rawValue }
}

/// Gives `body` an empty database of its own, with the migrations applied, and removes it afterwards.
@discardableResult package func withDatabase<Result>(
    _ engine: Engines, migrations: [Migration] = [], connections: Int = 4,
    _ body: (Database) async throws -> Result
) async throws -> Result {
    try await withLocation(engine) { location in
        let database = try Database(location, connections: connections)
        return try await finally {
            try await database.migrate(migrations)
            return try await body(database)
        } cleanUp: {
            try await database.close()
        }
    }
}

/// Gives `body` the location of an empty database, for tests that open it several times, and removes it afterwards.
@discardableResult package func withLocation<Result>(
    _ engine: Engines, _ body: (String) async throws -> Result
) async throws -> Result {
    switch engine {
    case .sqlite:
        return try await withFolder { folder in try await body(folder.appendingPathComponent("hub.db").path) }
    case .postgresql:
        let address = try await PostgresForTests.address()
        let schema = "test_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        await places.enter()
        return try await finally {
            try await body(address + (address.contains("?") ? "&" : "?") + "schema=\(schema)")
        } cleanUp: {
            await places.leave()
            let janitor = try Database(address, connections: 1)
            // DDL by way of a read would be refused, and a write would take its turn in the schema `public`.
            try await janitor.write { try $0.script("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
            try await janitor.close()
        }
    }
}

/// Gives `body` an empty folder and removes it afterwards.
@discardableResult package func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// Runs `cleanUp` after `body`, however that ends.
package func finally<Result>(
    _ body: () async throws -> Result, cleanUp: () async throws -> Void
) async throws -> Result {
    let result: Result
    do { result = try await body() } catch {
        try? await cleanUp()
        throw error
    }
    try await cleanUp()
    return result
}

/// At most this many PostgreSQL databases are open at once, so that all tests together stay within the server's connections.
let places = Places(20)

actor Places {
    private var free: Int
    private var line: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { line.append($0) } }
    }

    func leave() {
        if line.isEmpty { free += 1 } else { line.removeFirst().resume() }
    }
}
