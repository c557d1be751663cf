import ArgumentParser
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database's schema and reference data up to date, or copy a hub.",
        discussion: "Example: m100 migrate --database var/m100.db --to postgres://m100@db.example/m100")

    @OptionGroup var options: HubOptions
    @ArgumentParser.Option(help: "Copy the whole hub into this empty database and verify the copy.") var to: String?

    func run() async throws {
        let settings = try await options.resolved()
        let database = try options.openDatabase(settings)
        let applied = try await Hub.prepare(database, resources: settings.resources)
        Terminal.error(applied.isEmpty ? "schema is up to date" : "applied: \(applied.joined(separator: ", "))")
        if let to {
            let target = try Database(to)
            let tables = try await database.copy(to: target, migrations: Hub.migrations)
            try await target.close()
            for table in tables { Terminal.print("\(table.name)\t\(table.rows)\t\(table.checksum)") }
            Terminal.error("copied and verified \(tables.count) tables")
        }
        try await database.close()
    }
}
