import Foundation
import Hub
import Storage
import Support
import Synchronization

/// Gives `body` a database with the schema, the reference data and the demonstration world, and removes it afterwards.
///
/// SQLite's is made once in the life of the program and copied for each test, which is ten times faster than making it.
func withDemonstration(
    _ engine: Engines, resources: String, _ body: (Database) async throws -> Void
) async throws {
    guard engine == .sqlite else {
        return try await withDatabase(engine) { database in
            try await DemonstrationTemplate.fill(database, resources)
            try await body(database)
        }
    }
    let template = try await DemonstrationTemplate.shared.folder(resources)
    try await withFolder { folder in
        for name in try FileManager.default.contentsOfDirectory(atPath: template.path) {
            try FileManager.default.copyItem(
                at: template.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        let database = try Database(folder.appendingPathComponent(DemonstrationTemplate.file).path, connections: 4)
        try await finally { try await body(database) } cleanUp: { try await database.close() }
    }
}

/// The databases that tests copy, by the folder that their reference data came from.
private actor DemonstrationTemplate {
    static let shared = DemonstrationTemplate()
    static let file = "hub.db"

    private var made: [String: Task<URL, any Error>] = [:]

    func folder(_ resources: String) async throws -> URL {
        if let known = made[resources] { return try await known.value }
        let task = Task { try await Self.make(resources) }
        made[resources] = task
        return try await task.value
    }

    static func fill(_ database: Database, _ resources: String) async throws {
        let now = TestClock().now
        _ = try await Hub.prepare(database, resources: resources, at: now)
        try await Demonstration.load(database, folder: "\(resources)/Data/demo", cost: .quick, at: now)
    }

    private static func make(_ resources: String) async throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-template-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        Self.removeAtExit(folder)
        let database = try Database(folder.appendingPathComponent(file).path, connections: 1)
        try await fill(database, resources)
        try await database.close()
        return folder
    }

    private static let leftovers = Mutex<[URL]>([])

    private static func removeAtExit(_ folder: URL) {
        leftovers.withLock { $0.append(folder) }
        atexit { DemonstrationTemplate.removeAll() }
    }

    private static func removeAll() {
        for folder in leftovers.withLock({ $0 }) { try? FileManager.default.removeItem(at: folder) }
    }
}
