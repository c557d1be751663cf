import ArgumentParser
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Load reference data and the demonstration world into an empty database.",
        discussion: "Example: m100 demo --database var/m100.db")

    @OptionGroup var options: HubOptions
    @Flag(help: "Do nothing, and say so, when the hub already has people.") var ifEmpty = false

    func run() async throws {
        let settings = try await options.resolved()
        let database = try options.openDatabase(settings)
        _ = try await Hub.prepare(database, resources: settings.resources)
        if try await Demonstration.isEmpty(database) {
            try await Demonstration.load(database, folder: "\(settings.resources)/Data/demo")
            try await Demonstration.loadCity(database, folder: "\(settings.resources)/Data/demo/exemplu")
            Terminal.print(Demonstration.signIns)
        } else if ifEmpty {
            Terminal.error("the hub already has people: nothing loaded")
        } else {
            Terminal.error("m100 demo: the hub already has people; name an empty database with --database")
            throw ExitCode(1)
        }
        try await database.close()
    }
}
