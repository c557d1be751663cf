import Background
import Logging
import Storage

/// What every room gets by its initialiser: the hub's database, clock, words and settings. There are no globals.
package struct Kit: Sendable {
    package let database: Database
    package let now: @Sendable () -> Instant
    package let ids: IDSource
    package let languages: Languages
    package let settings: Settings
    package let signer: Signer
    package let files: StaticFiles
    package let queue: JobQueue
    package let outbox: Outbox
    package let logger: Logger

    package struct Settings: Sendable {
        /// Public address without a slash at the end, such as `https://m100.example`.
        package let publicURL: String
        /// Shows the demonstration banner.
        package let isDemonstration: Bool
        /// Folder with Data/, Locales/ and Static/.
        package let resources: String
        /// Believe `X-Forwarded-For` (only behind our own proxy).
        package let isBehindProxy: Bool
        /// Address that people may write to about security and accessibility; nil: the feedback form alone.
        package let contact: String?

        package init(
            publicURL: String, isDemonstration: Bool, resources: String, isBehindProxy: Bool, contact: String? = nil
        ) {
            self.publicURL = publicURL
            self.isDemonstration = isDemonstration
            self.resources = resources
            self.isBehindProxy = isBehindProxy
            self.contact = contact
        }

        package var isSecure: Bool { publicURL.hasPrefix("https://") }
    }

    package init(
        database: Database, now: @escaping @Sendable () -> Instant = { .now }, languages: Languages,
        settings: Settings, secret: [UInt8], files: StaticFiles, queue: JobQueue, outbox: Outbox, logger: Logger
    ) {
        self.database = database
        self.now = now
        ids = queue.ids
        self.languages = languages
        self.settings = settings
        signer = Signer(secret: secret, now: now)
        self.files = files
        self.queue = queue
        self.outbox = outbox
        self.logger = logger
    }
}
