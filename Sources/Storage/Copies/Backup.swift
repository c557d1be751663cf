import Foundation
import GRDB

/// What a backup or a restore did with one table.
package struct CopiedTable: Sendable, Equatable {
    package let name: String
    package let rows: Int
    /// The same for the same rows, whichever engine holds them.
    package let checksum: String
}

extension Database {
    /// Writes the whole database into one new file while it goes on serving; the file holds one moment of it.
    ///
    /// The file is an SQLite database whichever engine it comes from, so it can be restored into either.
    @discardableResult package func backup(to path: String) async throws -> [CopiedTable] {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw StorageError.failed("\(path) is already there")
        }
        // A name of its own until it is complete: half a backup must not look like one.
        let partial = path + ".partial-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: partial) }
        switch engine {
        case let sqlite as SQLiteEngine: try await sqlite.backup(to: partial)
        default: try await readAtLength { try BackupFile.write($0, to: partial) }
        }
        let tables = try BackupFile.read(partial) { try BackupFile.summary(of: $0) }
        try BackupFile.publish(partial, as: path)
        return tables
    }

    /// Rows and checksum of every table at one moment.
    package func summary() async throws -> [CopiedTable] { try await readAtLength { try BackupFile.summary(of: $0) } }

    /// Puts the content of a backup in the place of this database, verified table by table, all or nothing; then
    /// applies the migrations that the backup did not have yet.
    ///
    /// - Parameter replace: without it a database that holds rows is refused.
    @discardableResult package func restore(
        from path: String, migrations: [Migration], replace: Bool = false
    ) async throws -> [CopiedTable] {
        guard FileManager.default.fileExists(atPath: path) else { throw StorageError.failed("\(path) is not there") }
        let tables = try await writeAtLength { target in
            try BackupFile.read(path) { source in
                try Restoring(source: source, target: target, migrations: migrations, replace: replace).run()
            }
        }
        try await migrate(migrations)
        return tables
    }

    /// Copies everything into another database, which may be of the other engine; verified, all or nothing.
    @discardableResult package func copy(
        to other: Database, migrations: [Migration], replace: Bool = false
    ) async throws -> [CopiedTable] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("m100-copy-\(UUID().uuidString).db")
        defer { try? FileManager.default.removeItem(at: file) }
        try await backup(to: file.path)
        return try await other.restore(from: file.path, migrations: migrations, replace: replace)
    }
}

/// The one backup format: an SQLite file with all tables.
enum BackupFile {
    /// Writes the tables of a connection, which sees one snapshot, into a new file.
    static func write(_ source: any Connection, to path: String) throws {
        try open(path) { queue in
            try queue.write { database in
                let target = SQLiteConnection(database)
                for table in try Table.all(in: source) {
                    let columns = table.columns.map { "\(Table.quoted($0.name)) \($0.type)" }.joined(separator: ", ")
                    try target.script("CREATE TABLE \(table.quoted) (\(columns))")
                    var writer = RowWriter(table, in: target)
                    try table.forEachRow(in: source) { try writer.add($0) }
                    try writer.flush()
                }
            }
        }
    }

    static func read<Result>(_ path: String, _ body: (any Connection) throws -> Result) throws -> Result {
        var configuration = Configuration()
        configuration.readonly = true
        return try open(path, configuration) { queue in
            try queue.read { database in
                let connection = SQLiteConnection(database)
                guard try connection.value("PRAGMA quick_check(1)") == "ok" else {
                    throw StorageError.failed("the backup is damaged")
                }
                return try body(connection)
            }
        }
    }

    static func summary(of connection: any Connection) throws -> [CopiedTable] {
        try Table.all(in: connection).map { table in
            var checksum = Checksum()
            try table.forEachRow(in: connection) { checksum.add($0) }
            return CopiedTable(name: table.name, rows: checksum.rows, checksum: checksum.description)
        }
    }

    /// On the disk first, then under its name.
    static func publish(_ partial: String, as path: String) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: partial))
        try file.synchronize()
        try file.close()
        guard link(partial, path) == 0 else { throw StorageError.failed("\(path) cannot be written (\(errno))") }
    }

    private static func open<Result>(
        _ path: String, _ configuration: Configuration = Configuration(), _ body: (DatabaseQueue) throws -> Result
    ) throws -> Result {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            return try body(queue)
        } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }
}
