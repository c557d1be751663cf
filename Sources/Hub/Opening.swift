import Background
import Foundation
import Logging
import Storage
import Web

extension HubOptions {
    /// The database of these options, for commands that need nothing else.
    func openDatabase() async throws -> Database { try openDatabase(try await resolved()) }

    func openDatabase(_ settings: HubSettings) throws -> Database {
        let isFile = !settings.database.hasPrefix("postgres")
        if isFile, settings.database.hasPrefix(settings.dataFolder) {
            try FileManager.default.createDirectory(atPath: settings.dataFolder, withIntermediateDirectories: true)
        }
        return try Database(
            settings.database, logger: settings.logger("storage"), connections: settings.connections)
    }
}

extension HubSettings {
    func logger(_ label: String) -> Logger {
        Logger(label: label) { [logLevel] in JSONLogHandler(label: $0, level: logLevel) }
    }

    var site: Kit.Settings {
        Kit.Settings(
            publicURL: publicURL, isDemonstration: isDemonstration, resources: resources,
            isBehindProxy: isBehindProxy, contact: contact)
    }

    /// How mails leave, from `folder:PATH` or `sendmail:PATH`.
    var mailer: Mailer {
        get throws {
            if mail.hasPrefix("folder:") { return .folder(String(mail.dropFirst("folder:".count))) }
            if mail.hasPrefix("sendmail:") { return .sendmail(String(mail.dropFirst("sendmail:".count))) }
            throw SettingsError("M100_MAIL must be folder:PATH or sendmail:PATH, not \(mail)")
        }
    }

    /// Tells this process from the other nodes' in the job queue.
    static var processName: String {
        "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)"
    }

    var mailSender: MailAddress {
        get throws {
            guard let address = MailAddress(mailFrom, name: "M100 Hub") else {
                throw SettingsError("M100_MAIL_FROM is no e-mail address: \(mailFrom)")
            }
            return address
        }
    }
}
