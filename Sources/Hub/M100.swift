import ArgumentParser

/// The hub's executable: one command a file in Commands/.
///
/// Exit codes: 0 fine · 1 the answer is "no" (findings, mismatch) · 2 wrong use · 3 failure.
@main
struct M100: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "m100",
        abstract: "M100 Hub: the platform on which a country takes its cities to climate neutrality.",
        discussion: "Example: m100 demo --database var/m100.db && m100 serve --database var/m100.db",
        subcommands: [
            ServeCommand.self, WorkerCommand.self, MigrateCommand.self, DemoCommand.self, UserCommand.self,
            AuditCommand.self, BackupCommand.self, RestoreCommand.self, InventoryCommand.self, CalculateCommand.self,
            PlanCommand.self, ContractCommand.self, CallCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            leave(after: error)
        }
    }

    /// Help and version leave with 0, wrong use with 2, everything else with 3 and its reason on stderr.
    private static func leave(after error: any Error) -> Never {
        switch exitCode(for: error) {
        case .success: exit(withError: error)
        case .validationFailure:
            Terminal.error(fullMessage(for: error))
            exit(withError: ExitCode(2))
        default:
            Terminal.error("m100: \(error)")
            exit(withError: ExitCode(3))
        }
    }
}
