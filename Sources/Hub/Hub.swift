import Background
import Calls
import Cities
import Foundation
import Logging
import Members
import Planning
import Publishing
import Storage
import Web

/// Puts the hub together: the only place that knows all wings. A new wing is one line in `features`.
package enum Hub {
    /// All wings, lowest first: their migrations run in this order.
    package static func features(
        _ hooks: MembersHooks = MembersHooks(), searchables: [Searchable] = []
    ) -> [Feature] {
        [
            Members.feature(hooks),
            Cities.feature(panels: [Planning.cityPanel, Planning.portfolioPanel, Planning.contractPanel]),
            Planning.feature,
            Calls.feature,
            Publishing.feature(searchables: searchables),
        ]
    }

    package static var migrations: [Migration] {
        [Blob.migration, SearchIndex.migration, Secret.migration] + BackgroundWork.migrations
            + features().flatMap(\.migrations)
    }

    /// Brings schema and reference data up to date; returns what was applied.
    package static func prepare(
        _ database: Database, resources: String, at: Instant = .now
    ) async throws -> [String] {
        let applied = try await database.migrate(migrations)
        try await ReferenceData.load(database, folder: "\(resources)/Data", at: at)
        try await FactorReference.load(
            database, folder: "\(resources)/Data/factors", locales: "\(resources)/Locales", at: at)
        try await PagesSeed.load(database, folder: "\(resources)/Data/pages", at: at)
        return applied
    }

    /// A worker with the jobs of all wings.
    package static func worker(_ hub: Opened, name: String, logger: Logger) -> JobWorker {
        JobWorker(
            database: hub.kit.database, queue: hub.kit.queue, outbox: hub.kit.outbox,
            declarations: hub.jobs, settings: .init(name: name), logger: logger)
    }

    /// A hub that is ready to serve.
    package struct Opened: Sendable {
        package let kit: Kit
        package let site: Site
        package let features: [Feature]
        let jobs: [JobDeclaration]
    }

    /// Everything that serves: kit, site, and what the worker runs.
    package static func open(
        database: Database, settings: Kit.Settings, mailFrom: MailAddress, mailer: Mailer,
        passwordCost: PasswordHash.Cost = .production, now: @escaping @Sendable () -> Instant = { .now },
        logger: Logger, observe: @escaping @Sendable (String, Int, Double) -> Void = { _, _, _ in }
    ) async throws -> Opened {
        let secret = try await Secret.load(database)
        let declared = features()
        let queue = JobQueue(now: now)
        let outbox = Outbox(
            queue: queue, templates: declared.flatMap(\.mailTemplates), from: mailFrom, logger: logger)
        let kit = Kit(
            database: database, now: now, languages: try Languages(folder: "\(settings.resources)/Locales"),
            settings: settings, secret: secret, files: try StaticFiles(folder: "\(settings.resources)/Static"),
            queue: queue, outbox: outbox, logger: logger)
        // The permission page shows all routes, its own among them: it asks for the list when it is opened.
        let listed = RouteList()
        let hooks = MembersHooks(
            permissions: declared.flatMap(\.permissions), activities: declared.flatMap(\.activities),
            mailTemplates: declared.flatMap(\.mailTemplates),
            jobs: BackgroundWork.jobs(mailer: mailer) + declared.flatMap(\.jobs),
            topics: declared.flatMap(\.topics), subjects: declared.flatMap(\.subjects),
            administration: declared.flatMap(\.administration),
            personalData: declared.flatMap(\.personalData), languages: kit.languages,
            publicURL: settings.publicURL, passwordCost: passwordCost,
            routes: { listed.routes })
        let features = features(hooks, searchables: declared.flatMap(\.searchables))
        var routes = Routes()
        for feature in features { feature.routes(kit, &routes) }
        listed.set(routes.all)
        let permissions = features.flatMap(\.permissions)
        let site = Site(
            kit: kit,
            hooks: SiteHooks(
                visitor: { Visitors.holder(of: $0, now: now(), permissions: permissions) },
                acted: { try await Visitors.acted(session: $0, database: database, now: now()) },
                dataVersion: DataVersion(now: now) {
                    Int64(try await database.read { try AuditEntry.lastSequence($0) })
                },
                menu: features.flatMap(\.menu), observe: observe),
            routes: routes)
        return Opened(
            kit: kit, site: site, features: features,
            jobs: BackgroundWork.jobs(mailer: mailer) + features.flatMap(\.jobs))
    }
}
