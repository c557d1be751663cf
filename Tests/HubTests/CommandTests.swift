import Foundation
import Storage
import Support
import Testing

/// The commands of the program and what they leave with: 0 fine, 1 "no", 2 wrong use, 3 failure.
@Suite(.serialized) struct CommandTests {
    private func withProgram(_ engine: Engines, _ body: (Program) async throws -> Void) async throws {
        try await withFolder { folder in
            try await withLocation(engine) { try await body(Program(database: $0, folder: folder.path)) }
        }
    }

    @Test(arguments: Engines.all) func auditVerifyFindsOneChangedByte(engine: Engines) async throws {
        try await withProgram(engine) { program in
            #expect(try program.run("demo").code == 0)
            let fine = try program.run("audit", "verify")
            #expect(fine.code == 0)
            let count = try #require(Int(fine.output.prefix { $0.isNumber }))
            #expect(count > 0 && fine.output.contains("\(count) entries"))
            let copy = "\(program.folder)/copy.db"
            #expect(try program.run("backup", copy).code == 0)
            #expect(try program.run("audit", "verify", "--database", copy).code == 0)
            let database = try Database(copy)
            try await database.write { connection in
                let details: String? = try connection.value("SELECT details FROM audit_entry WHERE sequence = 1")
                var bytes = Array((details ?? "").utf8)
                bytes[bytes.count / 2] ^= 1
                try connection.execute(
                    "UPDATE audit_entry SET details = \(String(decoding: bytes, as: UTF8.self)) WHERE sequence = 1")
            }
            try await database.close()
            let broken = try program.run("audit", "verify", "--database", copy)
            #expect(broken.code == 1, "\(broken.output)\(broken.errors)")
            #expect(try program.run("audit", "verify").code == 0)
        }
    }

    @Test(arguments: Engines.all) func aBackupMadeWhileServingCanBeRestored(engine: Engines) async throws {
        try await withProgram(engine) { program in
            try program.run("demo")
            let (server, _, errors) = try program.process(["serve", "--port", "0"])
            try server.run()
            defer { server.terminate() }
            while server.isRunning, try !String(contentsOfFile: errors, encoding: .utf8).contains("serves on") {
                await Task.yield()
            }
            #expect(server.isRunning)
            let file = "\(program.folder)/backup.db"
            #expect(try program.run("backup", file).code == 0)
            #expect(try program.run("backup", file).code == 3, "a backup must not overwrite another")
            server.terminate()
            server.waitUntilExit()
            #expect(server.terminationStatus == 0)
            let refused = try program.run("restore", file)
            #expect(refused.code == 3 && refused.errors.contains("already holds data"), "\(refused.errors)")
            #expect(try program.run("restore", file, "--replace").code == 0)
            #expect(try program.run("audit", "verify").code == 0)
            #expect(try program.run("restore", "\(program.folder)/none.db").code == 3)
        }
    }

    @Test func everyCommandShowsAnExample() async throws {
        try await withProgram(.sqlite) { program in
            for command in ["serve", "worker", "migrate", "demo", "backup", "restore"] {
                let help = try program.run(command, "--help")
                #expect(help.code == 0 && help.output.contains("Example: m100 \(command)"), "\(command)")
            }
            for command in [("user", "create"), ("user", "role"), ("audit", "verify")] {
                let help = try program.run(command.0, command.1, "--help")
                #expect(help.code == 0 && help.output.contains("Example: m100 \(command.0) \(command.1)"), "\(command)")
            }
            #expect(try program.run("--help").output.contains("Example: m100"))
        }
    }

    @Test func wrongUseLeavesWithTwoAndFailureWithThree() async throws {
        try await withProgram(.sqlite) { program in
            #expect(try program.run("no-such-command").code == 2)
            #expect(try program.run("serve", "--port", "none").code == 2)
            #expect(try program.run("backup").code == 2)
            let unreachable = "postgres://nobody@127.0.0.1:1/none"
            let failed = try program.run("audit", "verify", "--database", unreachable)
            #expect(failed.code == 3 && !failed.errors.isEmpty)
        }
    }

    @Test(arguments: Engines.all) func accountsAreMadeAtTheServer(engine: Engines) async throws {
        try await withProgram(engine) { program in
            try program.run("migrate")
            let password = "trei cuvinte lungi de probă\n"
            let create = ["user", "create", "--email", "nou@hub.example", "--name", "Nou Venit"]
            func make(_ role: String, _ input: String) throws -> Int32 {
                try program.run(
                    create[0], create[1], create[2], create[3], create[4], create[5], "--role", role, input: input
                )
                .code
            }
            #expect(try make("king", password) == 2)
            #expect(try make("administrator", "short\n") == 2)
            #expect(try make("administrator", password) == 0)
            #expect(try make("administrator", password) == 1)
            #expect(try program.run("user", "role", "nou@hub.example", "content-editor").code == 0)
            #expect(try program.run("user", "role", "nou@hub.example", "king").code == 2)
            #expect(try program.run("user", "role", "nimeni@hub.example", "evaluator").code == 1)
            #expect(try program.run("demo").code == 1)
            #expect(try program.run("demo", "--if-empty").code == 0)
            #expect(try program.run("audit", "verify").code == 0)
        }
    }

    @Test func migrateCopiesAHubIntoPostgreSQL() async throws {
        try await withProgram(.sqlite) { program in
            try program.run("demo")
            try await withLocation(.postgresql) { target in
                let copied = try program.run("migrate", "--to", target)
                #expect(copied.code == 0, "\(copied.errors)")
                #expect(copied.errors.contains("copied and verified"))
                let source = try program.run("audit", "verify")
                #expect(try program.run("audit", "verify", "--database", target).output == source.output)
                let again = try program.run("migrate", "--to", target)
                #expect(again.code == 3 && again.errors.contains("already holds data"), "\(again.errors)")
            }
        }
    }
}
