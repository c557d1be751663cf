import Foundation
import Storage

/// A PostgreSQL database that is filled once in the life of the program and copied for each test, by the server.
package struct PostgresTemplate: Sendable {
    private let server: String
    private let name: String

    /// Makes the template; nothing may stay connected to what is copied.
    package static func make(_ fill: (Database) async throws -> Void) async throws -> PostgresTemplate {
        let template = PostgresTemplate(server: try await PostgresForTests.address(), name: newName("template"))
        try PostgresForTests.run("CREATE DATABASE \(template.name)", at: template.server)
        let database = try Database(template.address(of: template.name), connections: 1)
        try await finally {
            try await fill(database)
        } cleanUp: {
            try await database.close()
        }
        return template
    }

    /// Gives `body` a copy of its own and removes it afterwards.
    package func withCopy(_ body: (Database) async throws -> Void) async throws {
        let copy = Self.newName("test")
        await places.enter()
        try await finally {
            try PostgresForTests.run("CREATE DATABASE \(copy) TEMPLATE \(name)", at: server)
            let database = try Database(address(of: copy), connections: 4)
            try await finally {
                try await body(database)
            } cleanUp: {
                try await database.close()
            }
        } cleanUp: {
            await places.leave()
            try PostgresForTests.run("DROP DATABASE IF EXISTS \(copy) WITH (FORCE)", at: server)
        }
    }

    /// Removes the template itself.
    package func remove() {
        try? PostgresForTests.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", at: server)
    }

    private static func newName(_ kind: String) -> String {
        "\(kind)_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
    }

    /// The server's address with another database.
    private func address(of database: String) throws -> String {
        guard var parts = URLComponents(string: server) else { throw PostgresForTests.Failure(description: server) }
        parts.path = "/\(database)"
        return parts.string ?? server
    }
}
