import Background
import Foundation
import Storage
import Support
import Testing

/// Mails from the change that causes them to the mail system.
@Suite struct MailDeliveryTests {
    private let message = (subject: "Bine ați venit", body: "Bună ziua!")

    private func send(_ hub: TestHub) async throws {
        let mail = MailMessage(
            to: try TestHub.address("ana@cluj.example"), subject: message.subject, body: message.body)
        try await hub.database.write { [outbox = hub.outbox] in try outbox.send(in: $0, mail) }
    }

    /// A program in the place of sendmail.
    private func program(_ script: String, in folder: URL) throws -> String {
        let path = folder.appendingPathComponent("sendmail").path
        let made = FileManager.default.createFile(
            atPath: path, contents: Data("#!/bin/sh\n\(script)\n".utf8), attributes: [.posixPermissions: 0o755])
        #expect(made)
        return path
    }

    @Test(arguments: Engines.all)
    func aMailBecomesAFile(engine: Engines) async throws {
        try await withFolder { folder in
            try await withHub(engine) { hub async throws in
                let mails = folder.appendingPathComponent("mail")
                try await send(hub)
                #expect(try await hub.worker(BackgroundWork.jobs(mailer: .folder(mails.path))).runDueJobs() == 1)
                let files = try FileManager.default.contentsOfDirectory(atPath: mails.path)
                #expect(files.count == 1)
                let name = try #require(files.first)
                #expect(name.hasPrefix("2026-11-22T100000.000Z-") && name.hasSuffix(".eml"))
                let text = try String(contentsOf: mails.appendingPathComponent(name), encoding: .utf8)
                #expect(text.contains("\r\nTo: ana@cluj.example\r\n"))
                #expect(text.hasSuffix("\r\n\r\nBun=C4=83 ziua!\r\n"))
            }
        }
    }

    @Test(arguments: Engines.all)
    func anUndoneChangeSendsNothing(engine: Engines) async throws {
        try await withFolder { folder in
            try await withHub(engine) { hub async throws in
                let mail = MailMessage(to: try TestHub.address("ana@cluj.example"), subject: "x", body: "y")
                await #expect(throws: Refusal.self) {
                    try await hub.database.write { [outbox = hub.outbox] c in
                        try outbox.send(in: c, mail)
                        throw Refusal()
                    }
                }
                #expect(try await hub.worker(BackgroundWork.jobs(mailer: .folder(folder.path))).runDueJobs() == 0)
            }
        }
    }

    @Test(arguments: Engines.all)
    func sendmailGetsTheMailOnStandardInput(engine: Engines) async throws {
        try await withFolder { folder in
            try await withHub(engine) { hub async throws in
                let path = try program("echo \"$@\" > '\(folder.path)/how'; cat > '\(folder.path)/mail'", in: folder)
                try await send(hub)
                #expect(try await hub.worker(BackgroundWork.jobs(mailer: .sendmail(path))).runDueJobs() == 1)
                #expect(try await hub.jobs(.finished).count == 1)
                let how = try String(contentsOf: folder.appendingPathComponent("how"), encoding: .utf8)
                #expect(how == "-t -i\n")
                let mail = try String(contentsOf: folder.appendingPathComponent("mail"), encoding: .utf8)
                #expect(mail.hasPrefix("From: M100 Hub <hub@m100.example>\nTo: ana@cluj.example\nSubject: =?UTF-8?B?"))
                #expect(mail.hasSuffix("\n\nBun=C4=83 ziua!\n"))
            }
        }
    }

    /// It ends without reading, as a mail system out of order does; later it works and gets the same Message-ID.
    @Test(arguments: Engines.all)
    func aFailingSendmailIsTriedAgain(engine: Engines) async throws {
        try await withFolder { folder in
            try await withHub(engine) { hub async throws in
                let path = try program("echo 'no route to the relay' >&2; exit 75", in: folder)
                let worker = hub.worker(BackgroundWork.jobs(mailer: .sendmail(path)))
                try await send(hub)
                #expect(try await worker.runDueJobs() == 1)
                let failed = try #require(try await hub.jobs(.waiting).first)
                #expect(failed.lastError == "sendmail ended with 75: no route to the relay\n")
                #expect(failed.payload.contains("ana@cluj.example"))
                _ = try program("cat > '\(folder.path)/mail'", in: folder)
                hub.clock.advance(seconds: 30)
                #expect(try await worker.runDueJobs() == 1)
                let done = try #require(try await hub.jobs(.finished).first)
                #expect(done.payload == "{}" && done.attempts == 2)
                let mail = try String(contentsOf: folder.appendingPathComponent("mail"), encoding: .utf8)
                #expect(mail.contains("Date: Sun, 22 Nov 2026 10:00:00 +0000\n"))
            }
        }
    }

    @Test(arguments: [Engines.sqlite])
    func aRefusedAddressIsGivenUpAtOnce(engine: Engines) async throws {
        try await withFolder { folder in
            try await withHub(engine) { hub async throws in
                let path = try program("exit 67", in: folder)
                try await send(hub)
                try await hub.worker(BackgroundWork.jobs(mailer: .sendmail(path))).runDueJobs()
                #expect(try await hub.jobs(.dead).count == 1)
            }
        }
    }

    @Test(arguments: [Engines.sqlite])
    func aMissingProgramIsAFailureNotACrash(engine: Engines) async throws {
        try await withHub(engine) { hub async throws in
            try await send(hub)
            #expect(
                try await hub.worker(BackgroundWork.jobs(mailer: .sendmail("/nowhere/sendmail"))).runDueJobs() == 1)
            #expect(try await hub.jobs(.waiting).first?.lastError?.isEmpty == false)
        }
    }
}
