import ArgumentParser
import Background
import Hummingbird
import Logging
import ServiceLifecycle
import Storage
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the hub and run its jobs.",
        discussion: "Example: m100 serve --host 127.0.0.1 --port 8080 --database var/m100.db")

    @OptionGroup var options: HubOptions
    @ArgumentParser.Option(help: "Address to listen on (else M100_HOST, else 127.0.0.1).") var host: String?
    @ArgumentParser.Option(help: "Port to listen on (else M100_PORT, else 8080).") var port: Int?
    @Flag(help: "Leave the jobs to other nodes or to m100 worker.") var withoutWorker = false

    func run() async throws {
        let settings = try await options.resolved()
        let (host, port) = (self.host ?? settings.host, self.port ?? settings.port)
        let logger = settings.logger("hub")
        let database = try options.openDatabase(settings)
        _ = try await Hub.prepare(database, resources: settings.resources)
        let metrics = RequestMetrics()
        let hub = try await Hub.open(
            database: database, settings: settings.site, mailFrom: try settings.mailSender,
            mailer: try settings.mailer, logger: logger, observe: metrics.observe)
        let operations = OperationRoutes(database: database, metrics: metrics)
        var services: [any Service] = []
        if !withoutWorker { services.append(Hub.worker(hub, name: HubSettings.processName, logger: logger)) }
        var application = Application(
            router: hub.site.router(bare: operations.add),
            configuration: .init(address: .hostname(host, port: port), serverName: nil, reuseAddress: true),
            services: services,
            onServerRunning: { channel in
                let bound = channel.localAddress?.port ?? port
                Terminal.error("M100 Hub serves on http://\(host):\(bound)")
                if settings.isDemonstration { Terminal.error(Demonstration.signIns) }
            },
            logger: logger)
        application.logger.logLevel = settings.logLevel
        try await application.runService()
        try await database.close()
    }
}
