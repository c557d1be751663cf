import Storage

/// A plain-text mail to one person; it says of itself that a machine wrote it.
package struct MailMessage: Sendable, Hashable, Codable {
    package let to: MailAddress
    package let subject: String
    /// Plain text; lines end in `\n`.
    package let body: String
    package let replyTo: MailAddress?
    /// A page that ends the subscription this mail comes from, for `List-Unsubscribe`.
    package let unsubscribeURL: String?

    package init(
        to: MailAddress, subject: String, body: String, replyTo: MailAddress? = nil, unsubscribeURL: String? = nil
    ) {
        self.to = to
        self.subject = subject
        self.body = body
        self.replyTo = replyTo
        self.unsubscribeURL = unsubscribeURL
    }
}

/// A mail with all that its bytes depend on, so that a second attempt sends the same bytes and the same Message-ID.
struct Envelope: Sendable, Codable {
    let message: MailMessage
    let from: MailAddress
    /// Also the left half of the Message-ID and part of the file name.
    let identity: String
    /// Milliseconds since 1970.
    let written: Int64

    var date: Instant { Instant(milliseconds: written) }
}
