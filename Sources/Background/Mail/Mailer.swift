import Foundation

/// Where mails leave the hub.
package enum Mailer: Sendable {
    /// Each mail becomes a file of its own (`.eml`) in this folder: where no mail system is set up.
    case folder(String)
    /// The program with sendmail's interface (msmtp, Postfix, …) at this path.
    case sendmail(String)

    func deliver(_ envelope: Envelope) async throws {
        switch self {
        case .folder(let path): try MailFolder(path: path).deliver(envelope)
        case .sendmail(let path): try await Sendmail(path: path).deliver(envelope)
        }
    }
}
