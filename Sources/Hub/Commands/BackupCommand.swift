import ArgumentParser
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write everything into one file, consistent while the hub serves.",
        discussion: "Example: m100 backup /var/backups/m100-2026-11-22.db")

    @OptionGroup var options: HubOptions
    @Argument(help: "The file to write; it must not exist yet.") var file: String

    func run() async throws {
        let database = try await options.openDatabase()
        try await database.backup(to: file)
        try await database.close()
        Terminal.error("backup written to \(file)")
    }
}
