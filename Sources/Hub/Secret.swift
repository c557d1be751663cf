import Foundation
import Storage
import Synchronization
import Web

/// The secret that signs form tokens: made once, kept in the database, so all nodes share it and one backup holds it.
enum Secret {
    static let migration = Migration(
        "hub-001", sql: "CREATE TABLE hub_secret (name TEXT PRIMARY KEY, secret TEXT NOT NULL)")

    static func load(_ database: Database) async throws -> [UInt8] {
        let fresh = RandomToken.make()
        return Array(try await database.write { try keep(fresh, in: $0) }.utf8)
    }
}

/// The routes of the site, known once all wings have added theirs.
final class RouteList: Sendable {
    private let list = Mutex<[Route]>([])

    var routes: [Route] { list.withLock { $0 } }

    func set(_ routes: [Route]) { list.withLock { $0 = routes } }
}
