import Foundation
import Subprocess

/// Asks poppler's `pdfsig` about the signatures in a file. It runs as a process of its own, because files of strangers
/// are read by a program that may break.
package struct PDFSignatureReader: Sendable {
    /// Why there is no answer.
    package enum Failure: Error, Equatable, CustomStringConvertible {
        /// The program is not installed.
        case missingProgram
        case tooLarge(Int)
        case timedOut
        /// The file begins as a PDF and cannot be read as one.
        case unreadable(String)

        package var description: String {
            switch self {
            case .missingProgram: "pdfsig is missing: install the Debian package poppler-utils (scripts/setup run does)"
            case .tooLarge(let bytes): "a file of \(bytes) bytes is too large for the check of signatures"
            case .timedOut: "pdfsig did not end in time"
            case .unreadable(let words): "pdfsig cannot read the file: \(words)"
            }
        }
    }

    /// The greatest file that is looked at.
    package static let largestFile = 40_000_000

    private let program: String
    private let limit: Duration

    package init(program: String = "pdfsig", limit: Duration = .seconds(20)) {
        self.program = program
        self.limit = limit
    }

    /// The signatures in their order in the file; none where there are none.
    package func read(_ bytes: [UInt8]) async throws -> [PDFSignature] {
        guard bytes.count <= Self.largestFile else { throw Failure.tooLarge(bytes.count) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("m100-signature-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("signed.pdf")
        try Data(bytes).write(to: file)
        let executable = try await executable()
        let (status, output, complaint) = try await TimeLimit.within(limit, orThrow: Failure.timedOut) {
            // No look-ups in the network; words and times that do not depend on the machine.
            let result = try await run(
                executable, arguments: ["-no-ocsp", file.path],
                environment: .inherit.updating(["LC_ALL": "C", "TZ": "UTC"]),
                output: .string(limit: 1_000_000), error: .string(limit: 65_536))
            return (result.terminationStatus, result.standardOutput, result.standardError)
        }
        switch status {
        case .exited(0): return PDFSignature.read(output)
        case .exited(2) where (output + complaint).contains("does not contain any signatures"): return []
        default: throw Failure.unreadable(String(complaint.prefix(500)))
        }
    }

    private func executable() async throws -> Executable {
        let isPath = program.contains("/")
        guard !isPath || FileManager.default.isExecutableFile(atPath: program) else { throw Failure.missingProgram }
        let executable: Executable = isPath ? .path(.init(program)) : .name(program)
        do {
            _ = try await executable.resolveExecutablePath(in: .inherit)
        } catch {
            throw Failure.missingProgram
        }
        return executable
    }
}
