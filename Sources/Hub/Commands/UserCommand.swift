import ArgumentParser
import Foundation
import Members
import Storage
import Web

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Create accounts and give roles from the server, such as the first administrator.",
        subcommands: [Create.self, GiveRole.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Create an account; the password is read from standard input.",
            discussion:
                "Example: m100 user create --email ana@hub.example --name 'Ana Pop' --role administrator < password.txt"
        )

        @OptionGroup var options: HubOptions
        @ArgumentParser.Option(help: "E-mail address to sign in with.") var email: String
        @ArgumentParser.Option(help: "Name.") var name: String
        @ArgumentParser.Option(help: "ro or en.") var language = "ro"
        @ArgumentParser.Option(help: "A role to give at once.") var role: String?

        func run() async throws {
            guard let language = Language(rawValue: language) else {
                throw ValidationError("--language must be ro or en")
            }
            let role = try role.map(UserCommand.role)
            guard let password = readLine(strippingNewline: true) else {
                throw ValidationError("write the password to standard input")
            }
            if let problem = PasswordRules.problem(of: password, name: name, email: email) {
                throw ValidationError(problem.sentence)
            }
            let hash = try PasswordHash.make(password)
            let database = try await options.openDatabase()
            let id = IDSource(now: { .now }).next(PersonKind.self)
            do {
                try await database.write { connection in
                    try Person.create(
                        connection, id: id, name: name, email: email, language: language, passwordHash: hash, at: .now)
                    try AuditEntry.record(
                        connection, actor: nil, "person.created", subject: (kind: "person", id: id.description),
                        at: .now)
                    if let role { try UserCommand.grant(role, to: id, connection) }
                }
            } catch StorageError.duplicate {
                Terminal.error("m100 user create: there is already an account with \(email)")
                throw ExitCode(1)
            }
            try await database.close()
            Terminal.print(id.description)
        }
    }

    struct GiveRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Give a role to an account.",
            discussion: "Example: m100 user role ana@hub.example administrator")

        @OptionGroup var options: HubOptions
        @Argument(help: "E-mail address of the account.") var email: String
        @Argument(help: "\(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: String

        func run() async throws {
            let role = try UserCommand.role(role)
            let database = try await options.openDatabase()
            let isKnown = try await database.write { connection in
                guard let person = try Person.find(connection, email: email) else { return false }
                try UserCommand.grant(role, to: person.id, connection)
                return true
            }
            try await database.close()
            guard isKnown else {
                Terminal.error("m100 user role: no account with \(email)")
                throw ExitCode(1)
            }
        }
    }

    private static func role(_ text: String) throws -> Role {
        guard let role = Role(rawValue: text) else {
            throw ValidationError("a role is one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return role
    }

    private static func grant(_ role: Role, to person: PersonID, _ connection: any Connection) throws {
        try Person.grant(connection, role, to: person, by: nil, at: .now)
        try AuditEntry.record(
            connection, actor: nil, "role.granted", subject: (kind: "person", id: person.description),
            details: ["role": role.rawValue], at: .now)
    }
}
