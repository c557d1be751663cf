import Foundation

/// The PostgreSQL cluster of the tests: the one that `M100_TEST_POSTGRES` names, else one of this process's own.
package enum PostgresForTests {
    private static let started = Task { try start() }

    /// The `postgres://` address of the cluster; the first call starts it where none is given.
    package static func address() async throws -> String { try await started.value }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private static func start() throws -> String {
        if let given = ProcessInfo.processInfo.environment["M100_TEST_POSTGRES"], !given.isEmpty { return given }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-postgres-\(UUID().uuidString)")
        let own = "\(ProcessInfo.processInfo.processIdentifier)"
        return try script(["start", folder.path, "--until-exit-of", own])
    }

    /// Runs SQL as another program would, through `psql`, in the schema that the location names.
    package static func run(_ sql: String, at location: String) throws {
        let halves = location.split(separator: "?", maxSplits: 1)
        let schema = halves.count > 1 ? halves[1].split(separator: "&").first { $0.hasPrefix("schema=") } : nil
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
        let path = schema.map { "SET search_path = \($0.dropFirst(7));" } ?? ""
        process.arguments = ["-q", "-v", "ON_ERROR_STOP=1", String(halves[0]), "-c", path + sql]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "psql: \(process.terminationStatus)") }
    }

    /// Runs scripts/postgres-for-tests and returns what it printed.
    @discardableResult package static func script(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("scripts/postgres-for-tests")
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: "scripts/postgres-for-tests \(arguments) ended with \(process.terminationStatus)")
        }
        return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
