import Foundation
import Subprocess

/// A program of Debian that makes documents, run with bounds on time and on what it may write.
struct DocumentProgram: Sendable {
    /// The greatest document that is taken.
    static let largestDocument = 100_000_000

    let name: String
    /// The Debian package that has it.
    let package: String
    let limit: Duration

    /// What the program writes to its standard output when it is given `input`.
    ///
    /// - Parameter time: the time that the document says it was made at, in seconds since 1970.
    func output(_ arguments: [String], input: [UInt8], time: Int) async throws -> [UInt8] {
        let isPath = name.contains("/")
        let executable: Executable = isPath ? .path(.init(name)) : .name(name)
        // A path is taken as it is when it is resolved.
        if isPath, !FileManager.default.isExecutableFile(atPath: name) {
            throw DocumentFailure.missingProgram(name: name, package: package)
        }
        do {
            _ = try await executable.resolveExecutablePath(in: .inherit)
        } catch {
            throw DocumentFailure.missingProgram(name: name, package: package)
        }
        let (status, bytes, complaint) = try await TimeLimit.within(
            limit, orThrow: DocumentFailure.timedOut(name: name)
        ) {
            let result = try await run(
                executable, arguments: Arguments(arguments),
                environment: .inherit.updating(
                    ["LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "\(time)", "PYTHONHASHSEED": "0"]),
                input: .array(input), output: .bytes(limit: Self.largestDocument), error: .string(limit: 1_000_000))
            return (result.terminationStatus, result.standardOutput, result.standardError)
        }
        guard case .exited(0) = status else {
            if complaint.contains("No module named 'weasyprint'") {
                throw DocumentFailure.missingProgram(name: "weasyprint", package: package)
            }
            throw DocumentFailure.refused(name: name, words: String(complaint.suffix(500)))
        }
        return bytes
    }
}

/// Why there is no document.
package enum DocumentFailure: Error, Equatable, CustomStringConvertible {
    case missingProgram(name: String, package: String)
    case timedOut(name: String)
    case refused(name: String, words: String)

    package var description: String {
        switch self {
        case .missingProgram(let name, let package):
            "\(name) is missing: install the Debian package \(package) (scripts/setup run does)"
        case .timedOut(let name): "\(name) did not end in time"
        case .refused(let name, let words): "\(name) made no document: \(words)"
        }
    }
}
