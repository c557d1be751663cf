import Foundation

/// A folder in which each mail is a file; a file appears whole or not at all, and a second attempt replaces the first.
struct MailFolder {
    let path: String

    func deliver(_ envelope: Envelope) throws {
        let files = FileManager.default
        // Mails carry sign-in links: nobody but the hub's own user reads them.
        try files.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let stamp = envelope.date.description.filter { $0 != ":" }
        let name = "\(stamp)-\(envelope.identity).eml"
        let draft = "\(path)/.\(name).part"
        let bytes = MailEncoding.bytes(of: envelope, lineEnd: "\r\n")
        guard files.createFile(atPath: draft, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw MailDeliveryError("cannot write to the mail folder \(path)")
        }
        guard rename(draft, "\(path)/\(name)") == 0 else {
            throw MailDeliveryError("cannot name the mail in \(path): error \(errno)")
        }
    }
}

/// Why a mail did not leave; another attempt may succeed.
struct MailDeliveryError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
