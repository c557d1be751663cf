import Logging
import Storage

/// Takes mails in: each becomes a job in the transaction of its cause, so none is sent for a change that was undone.
package struct Outbox: Sendable {
    private let queue: JobQueue
    private let templates: [String: MailTemplateDeclaration]
    private let from: MailAddress
    private let logger: Logger

    package init(queue: JobQueue, templates: [MailTemplateDeclaration], from: MailAddress, logger: Logger) {
        self.queue = queue
        self.templates = Dictionary(templates.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        self.from = from
        self.logger = logger
    }

    /// Writes a mail from the editors' text of a template and enqueues it; a broken text gives way to the default.
    ///
    /// - Parameter language: a code such as `ro`.
    package func send(
        in connection: any Connection, template key: String, language: String, to: MailAddress,
        values: [String: String], unsubscribeURL: String? = nil
    ) throws {
        guard let declaration = templates[key] else { throw MailTemplateError.unknown(key) }
        let saved = try MailTemplate.latest(of: key, language: language, in: connection)
        let text = MailTemplateRules.write(
            declaration, language: language, saved: saved?.text, values: values, logger: logger)
        try send(
            in: connection,
            MailMessage(to: to, subject: text.subject, body: text.body, unsubscribeURL: unsubscribeURL))
    }

    /// Enqueues a mail that is written already.
    package func send(in connection: any Connection, _ message: MailMessage) throws {
        let identity = queue.ids.next(MailMessage.self).description
        let envelope = Envelope(message: message, from: from, identity: identity, written: queue.now().milliseconds)
        try queue.enqueue(in: connection, kind: MailJobs.kind, payload: envelope)
    }
}
