import Foundation
import SiteSupport

/// The built `m100` program, run as an operator would.
struct Program: Sendable {
    struct Ending: Sendable {
        let code: Int32
        let output: String
        let errors: String
    }

    let database: String
    let folder: String

    private static var binary: String {
        ProcessInfo.processInfo.environment["M100_BINARY"] ?? "\(TestClock.packageRoot)/.build/debug/m100"
    }

    func process(_ arguments: [String], input: String? = nil) throws -> (Process, output: String, errors: String) {
        let process = Process()
        let name = UUID().uuidString
        let (output, errors) = ("\(folder)/\(name).out", "\(folder)/\(name).err")
        for path in [output, errors] { try "".write(toFile: path, atomically: true, encoding: .utf8) }
        process.executableURL = URL(fileURLWithPath: Self.binary)
        process.arguments = arguments
        process.environment = [
            "M100_DATABASE": database, "M100_DATA": folder, "M100_RESOURCES": TestClock.packageRoot, "TZ": "UTC",
            "M100_MAIL": "folder:\(folder)/mail",
        ]
        // Files, not pipes: a pipe that nobody reads stops the program.
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        let source = "\(folder)/\(name).in"
        try (input ?? "").write(toFile: source, atomically: true, encoding: .utf8)
        process.standardInput = FileHandle(forReadingAtPath: source)
        return (process, output, errors)
    }

    @discardableResult func run(_ arguments: String..., input: String? = nil) throws -> Ending {
        let (process, output, errors) = try process(arguments, input: input)
        try process.run()
        process.waitUntilExit()
        return Ending(
            code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }
}
