import Foundation

/// A text that was looked at once and accepted, kept in `Snapshots/` beside the test.
package enum Snapshot {
    /// Set to anything, it records what is there now; look at the difference in version control afterwards.
    package static let recording = "M100_RECORD_SNAPSHOTS"

    /// What differs from the accepted text, line by line; nil when nothing does. A missing file differs.
    package static func difference(
        of text: String, from name: String, beside test: String = #filePath
    ) throws -> String? {
        let file = folder(beside: test).appendingPathComponent("\(name).txt")
        if let mode = ProcessInfo.processInfo.environment[recording], !mode.isEmpty {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return nil
        }
        guard FileManager.default.fileExists(atPath: file.path) else {
            return "Snapshots/\(name).txt is missing: read the page, then record it with \(recording)=1"
        }
        let accepted = try String(contentsOf: file, encoding: .utf8)
        return text == accepted ? nil : difference(from: accepted, to: text, name: name)
    }

    /// The names of all accepted texts beside a test.
    package static func names(beside test: String = #filePath) throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder(beside: test).path)
        return Set(files.map { $0.hasSuffix(".txt") ? String($0.dropLast(4)) : $0 })
    }

    private static func folder(beside test: String) -> URL {
        URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Snapshots")
    }

    private static func difference(from accepted: String, to text: String, name: String) -> String {
        let (old, new) = (accepted.split(separator: "\n"), text.split(separator: "\n"))
        let changes = new.difference(from: old).map { change -> (Int, String) in
            switch change {
            case .remove(let offset, let line, _): (offset, "− \(offset + 1): \(line)")
            case .insert(let offset, let line, _): (offset, "+ \(offset + 1): \(line)")
            }
        }
        let shown = changes.sorted { $0.0 < $1.0 }.prefix(40).map(\.1)
        return "Snapshots/\(name).txt: \(changes.count) lines differ\n" + shown.joined(separator: "\n")
    }
}
