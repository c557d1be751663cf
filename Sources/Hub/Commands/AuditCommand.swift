import ArgumentParser
import Members
import Storage

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Check the hub's history.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Check the hash chain of the audit trail: exit code 0 when it holds, 1 when it was changed.",
            discussion: "Example: m100 audit verify --database copy.db")

        @OptionGroup var options: HubOptions
        @Flag(help: "Print the result as JSON.") var json = false

        private struct Result: Encodable {
            let entries: Int
            let holds: Bool
            let problem: String?
        }

        func run() async throws {
            let database = try await options.openDatabase()
            let (count, problem) = try await database.read { try AuditEntry.verify($0) }
            try await database.close()
            if json {
                try Terminal.printJSON(Result(entries: count, holds: problem == nil, problem: problem))
            } else {
                Terminal.print(
                    problem.map { "broken after \(count) entries: \($0)" } ?? "\(count) entries, the chain holds")
            }
            if problem != nil { throw ExitCode(1) }
        }
    }
}
