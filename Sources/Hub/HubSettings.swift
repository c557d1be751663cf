import ArgumentParser
import Configuration
import Foundation
import Logging
import SystemPackage

/// The options that every command takes; a flag wins over the environment, the environment over the settings file.
struct HubOptions: ParsableArguments {
    @ArgumentParser.Option(help: "A file path or postgres://… (else M100_DATABASE, else m100.db in the data folder).")
    var database: String?

    @ArgumentParser.Option(help: "Folder with Data, Locales and Static (else M100_RESOURCES, else found).")
    var resources: String?

    @ArgumentParser.Option(help: "JSON file of settings (else M100_SETTINGS, else /etc/m100/settings.json).")
    var settings: String?

    func resolved() async throws -> HubSettings {
        let environment = EnvironmentVariablesProvider()
        let path = settings ?? ProcessInfo.processInfo.environment["M100_SETTINGS"] ?? "/etc/m100/settings.json"
        let file = try await FileProvider<JSONSnapshot>(filePath: FilePath(path), allowMissing: settings == nil)
        let reader = ConfigReader(providers: [environment, file]).scoped(to: "m100")
        return try HubSettings(options: self, reader: reader)
    }
}

/// The settings of this process, resolved once at start. docs/operating.md lists them.
struct HubSettings: Sendable {
    let database: String
    let resources: String
    let dataFolder: String
    let host: String
    let port: Int
    let publicURL: String
    let isDemonstration: Bool
    let isBehindProxy: Bool
    /// `sendmail:/usr/sbin/sendmail` or `folder:/path`.
    let mail: String
    let mailFrom: String
    /// Shown in security.txt; an e-mail address.
    let contact: String?
    let connections: Int
    let logLevel: Logger.Level

    init(options: HubOptions, reader: ConfigReader) throws {
        let data = reader.string(forKey: "data") ?? "var"
        dataFolder = data
        database = options.database ?? reader.string(forKey: "database") ?? "\(data)/m100.db"
        resources = try Self.findResources(options.resources ?? reader.string(forKey: "resources"))
        host = reader.string(forKey: "host") ?? "127.0.0.1"
        port = reader.int(forKey: "port") ?? 8080
        publicURL = Self.withoutSlash(reader.string(forKey: "url") ?? "http://127.0.0.1:8080")
        isDemonstration = reader.bool(forKey: "demonstration") ?? false
        isBehindProxy = reader.bool(forKey: "behind.proxy") ?? false
        mail = reader.string(forKey: "mail") ?? "folder:\(data)/mail"
        mailFrom = reader.string(forKey: "mail.from") ?? "m100@localhost.localdomain"
        contact = reader.string(forKey: "contact")
        connections = reader.int(forKey: "connections") ?? 8
        logLevel = reader.string(forKey: "log.level").flatMap(Logger.Level.init(rawValue:)) ?? .info
    }

    private static func withoutSlash(_ text: String) -> String {
        text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func findResources(_ given: String?) throws -> String {
        let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let installed = executable.deletingLastPathComponent().deletingLastPathComponent().path + "/share/m100-hub"
        let candidates = given.map { [$0] } ?? [".", installed, "/usr/share/m100-hub"]
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: "\($0)/Locales/ro.po") })
        else {
            throw SettingsError(
                "no Locales/ro.po in \(candidates.joined(separator: ", ")): name the folder with --resources")
        }
        return found
    }
}

struct SettingsError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
