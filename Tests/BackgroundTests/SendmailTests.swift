import Foundation
import Support
import Testing

@testable import Background

/// The program that takes mails, at its worst.
@Suite struct SendmailTests {
    private func envelope(body: String) throws -> Envelope {
        Envelope(
            message: MailMessage(to: try TestHub.address("ana@cluj.example"), subject: "x", body: body),
            from: try TestHub.address("hub@m100.example"), identity: "1", written: 0)
    }

    private func program(_ script: String, in folder: URL) throws -> String {
        let path = folder.appendingPathComponent("sendmail").path
        let made = FileManager.default.createFile(
            atPath: path, contents: Data("#!/bin/sh\n\(script)\n".utf8), attributes: [.posixPermissions: 0o755])
        #expect(made)
        return path
    }

    @Test func aHangingProgramIsEndedAtTheLimit() async throws {
        try await withFolder { folder async throws in
            let path = try program("exec sleep 600", in: folder)
            let start = ContinuousClock.now
            await #expect(throws: MailDeliveryError.self) {
                try await Sendmail(path: path, limit: .milliseconds(100)).deliver(try envelope(body: "y"))
            }
            // Far below the ten minutes that the program would sleep, far above what a busy machine needs.
            #expect(ContinuousClock.now - start < .seconds(300))
        }
    }

    /// A mail larger than a pipe's buffer, to a program that never reads it, stops nothing.
    @Test func aProgramMayEndWithoutReading() async throws {
        try await withFolder { folder async throws in
            let path = try program("exit 0", in: folder)
            try await Sendmail(path: path).deliver(try envelope(body: String(repeating: "lung ", count: 100_000)))
        }
    }
}
