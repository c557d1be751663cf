import Storage

/// The job that hands a queued mail to the mail system.
enum MailJobs {
    static let kind = "mail.send"

    static func send(through mailer: Mailer) -> JobDeclaration {
        JobDeclaration(kind: kind, title: "Sending a mail", maxAttempts: 12) { run in
            try await mailer.deliver(try run.payload(Envelope.self))
        }
    }
}
