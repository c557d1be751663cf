import ArgumentParser
import Background
import Logging
import ServiceLifecycle
import Storage
import Web

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Run the hub's jobs without serving pages.",
        discussion: "Example: m100 worker --database postgres://m100@db.example/m100")

    @OptionGroup var options: HubOptions

    func run() async throws {
        let settings = try await options.resolved()
        let logger = settings.logger("worker")
        let database = try options.openDatabase(settings)
        let hub = try await Hub.open(
            database: database, settings: settings.site, mailFrom: try settings.mailSender,
            mailer: try settings.mailer, logger: logger)
        let group = ServiceGroup(
            services: [Hub.worker(hub, name: HubSettings.processName, logger: logger)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
        try await database.close()
    }
}
