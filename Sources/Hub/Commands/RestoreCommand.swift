import ArgumentParser
import Storage

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Fill a database from a backup file.",
        discussion: "Example: m100 restore /var/backups/m100-2026-11-22.db --database var/m100.db")

    @OptionGroup var options: HubOptions
    @Argument(help: "The file that m100 backup wrote.") var file: String
    @Flag(help: "Replace what is in the database now.") var replace = false

    func run() async throws {
        let database = try await options.openDatabase()
        try await database.restore(from: file, migrations: Hub.migrations, replace: replace)
        try await database.close()
        Terminal.error("restored from \(file)")
    }
}
