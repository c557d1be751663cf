import Foundation
import Subprocess

/// The interface that every mail system on a Unix machine offers: the mail on standard input, recipients in its `To`.
struct Sendmail {
    let path: String
    var limit: Duration = .seconds(60)

    /// Exit codes of sysexits.h that no second attempt changes: wrong use, wrong data, no such address.
    private static let hopeless: Set<Int32> = [64, 65, 67, 68]

    func deliver(_ envelope: Envelope) async throws {
        let input = try Self.standardInput(MailEncoding.bytes(of: envelope, lineEnd: "\n"))
        let (status, complaint) = try await TimeLimit.within(
            limit, orThrow: MailDeliveryError("sendmail did not end within \(limit)")
        ) {
            let result = try await run(
                .path(.init(path)), arguments: ["-t", "-i"],
                input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: true),
                output: .discarded, error: .string(limit: 65_536))
            return (result.terminationStatus, result.standardError)
        }
        switch status {
        case .exited(0): return
        case .exited(let code) where Self.hopeless.contains(code):
            throw PermanentFailure("sendmail ended with \(code): \(complaint)")
        case .exited(let code): throw MailDeliveryError("sendmail ended with \(code): \(complaint)")
        case .signaled(let signal): throw MailDeliveryError("sendmail was ended by signal \(signal): \(complaint)")
        }
    }

    /// A nameless file that holds the mail: unlike a pipe, it neither fills up nor breaks when the program ends early.
    private static func standardInput(_ bytes: [UInt8]) throws -> Int32 {
        var name = Array((FileManager.default.temporaryDirectory.path + "/m100-mail-XXXXXX").utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw MailDeliveryError("no temporary file for a mail: error \(errno)") }
        unlink(name)
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
        do {
            try handle.write(contentsOf: Data(bytes))
            try handle.seek(toOffset: 0)
        } catch {
            close(file)
            throw error
        }
        return file
    }
}
