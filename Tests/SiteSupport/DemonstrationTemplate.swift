import Foundation
import Hub
import Storage
import Support
import Synchronization

/// Gives `body` a database with the schema, the reference data and the demonstration world, and removes it afterwards.
///
/// It is made once in the life of the program on each engine and copied for each test, which is ten times faster.
func withDemonstration(
    _ engine: Engines, resources: String, _ body: (Database) async throws -> Void
) async throws {
    guard engine == .sqlite else {
        return try await DemonstrationTemplate.shared.postgres(resources).withCopy(body)
    }
    let template = try await DemonstrationTemplate.shared.folder(resources)
    try await withFolder { folder in
        for name in try FileManager.default.contentsOfDirectory(atPath: template.path) {
            try FileManager.default.copyItem(
                at: template.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        let database = try Database(folder.appendingPathComponent(DemonstrationTemplate.file).path, connections: 4)
        try await finally {
            try await body(database)
        } cleanUp: {
            try await database.close()
        }
    }
}

/// The databases that tests copy, by the folder that their reference data came from.
private actor DemonstrationTemplate {
    static let shared = DemonstrationTemplate()
    static let file = "hub.db"

    private var made: [String: Task<URL, any Error>] = [:]
    private var madeOnPostgres: [String: Task<PostgresTemplate, any Error>] = [:]

    func folder(_ resources: String) async throws -> URL {
        if let known = made[resources] { return try await known.value }
        let task = Task { try await Self.make(resources) }
        made[resources] = task
        return try await task.value
    }

    func postgres(_ resources: String) async throws -> PostgresTemplate {
        if let known = madeOnPostgres[resources] { return try await known.value }
        let task = Task {
            let template = try await PostgresTemplate.make { try await Self.fill($0, resources) }
            Self.atExit { template.remove() }
            return template
        }
        madeOnPostgres[resources] = task
        return try await task.value
    }

    private static func fill(_ database: Database, _ resources: String) async throws {
        let now = TestClock().now
        _ = try await Hub.prepare(database, resources: resources, at: now)
        try await Demonstration.load(database, folder: "\(resources)/Data/demo", cost: .quick, at: now)
    }

    private static func make(_ resources: String) async throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-template-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        Self.atExit { try? FileManager.default.removeItem(at: folder) }
        let database = try Database(folder.appendingPathComponent(file).path, connections: 1)
        try await fill(database, resources)
        try await database.close()
        return folder
    }

    private static let removals = Mutex<[@Sendable () -> Void]>([])

    private static func atExit(_ removal: @escaping @Sendable () -> Void) {
        let isFirst = removals.withLock { known in
            known.append(removal)
            return known.count == 1
        }
        if isFirst { atexit { DemonstrationTemplate.removeAll() } }
    }

    private static func removeAll() {
        for removal in removals.withLock({ $0 }) { removal() }
    }
}
