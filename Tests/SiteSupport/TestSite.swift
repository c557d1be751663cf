import Background
import Foundation
import Hub
import Hummingbird
import HummingbirdTesting
import Logging
import Members
import Storage
import Support
import Synchronization
import Web

/// The real hub in memory: schema, reference data, the demonstration world, all routes; on either engine.
package struct TestSite: Sendable {
    package let database: Database
    package let kit: Kit
    package let site: Site
    package let features: [Feature]
    package let clock: TestClock
    package let worker: JobWorker
    package let mailFolder: String

    let client: any TestClientProtocol

    /// A browser of nobody in particular.
    package func browser() -> TestBrowser { TestBrowser(site: self) }

    /// A browser in which a demonstration person has signed in (with the second factor where they need one).
    package func browser(as persona: Persona) async throws -> TestBrowser {
        let browser = TestBrowser(site: self)
        guard let email = persona.email else { return browser }
        let token = try await openSession(email: email)
        browser.setCookie(kit.settings.isSecure ? "__Host-\(Cookie.session)" : Cookie.session, token)
        return browser
    }

    package func person(_ persona: Persona) async throws -> Person? {
        guard let email = persona.email else { return nil }
        return try await database.read { try Person.find($0, email: email) }
    }

    private func openSession(email: String) async throws -> String {
        let now = clock.now
        let id = kit.ids.next(SessionKind.self)
        return try await database.write { connection in
            guard let person = try Person.find(connection, email: email) else { throw NoSuchPerson(email: email) }
            return try Session.start(
                connection, id: id, person: person.id, lifetime: 12 * 3600, secondFactorAt: now,
                userAgent: "test", at: now)
        }
    }

    struct NoSuchPerson: Error { let email: String }
}

/// Gives `body` a running hub and removes it afterwards.
///
/// - Parameter resources: the folder with Data, Locales and Static.
package func withSite(
    _ engine: Engines, publicURL: String = "http://hub.test", resources: String = TestClock.packageRoot,
    _ body: @Sendable (TestSite) async throws -> Void
) async throws {
    try await withFolder { folder in
        try await withDemonstration(engine, resources: resources) { database in
            let mail = folder.appendingPathComponent("mail").path
            let clock = TestClock()
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let settings = Kit.Settings(
                publicURL: publicURL, isDemonstration: true, resources: resources,
                isBehindProxy: false)
            let hub = try await Hub.open(
                database: database, settings: settings, mailFrom: MailAddress("hub@hub.test")!,
                mailer: .folder(mail),
                passwordCost: .quick, now: { clock.now }, logger: logger)
            let worker = Hub.worker(hub, name: "test", logger: logger)
            let application = Application(router: hub.site.router(), logger: logger)
            try await application.test(.router) { client in
                try await body(
                    TestSite(
                        database: database, kit: hub.kit, site: hub.site, features: hub.features, clock: clock,
                        worker: worker, mailFolder: mail, client: client))
            }
        }
    }
}

/// A clock that moves only when a test moves it.
package final class TestClock: Sendable {
    private let time = Mutex(Instant("2026-11-22T09:00:00.000Z")!)

    package init() {}

    package var now: Instant { time.withLock { $0 } }

    package func advance(seconds: Double) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    /// The folder with Data, Locales and Static.
    package static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
}
