import Background
import Foundation
import Storage

/// Memory of this process and the state of the job queue, as Prometheus text.
enum ProcessMetrics {
    static func text(_ database: Database) async -> String {
        var lines: [String] = []
        if let bytes = residentBytes() {
            lines += [
                "# HELP process_resident_memory_bytes Resident memory.", "# TYPE process_resident_memory_bytes gauge",
                "process_resident_memory_bytes \(bytes)",
            ]
        }
        if let kinds = try? await database.read({ try JobStatistics.unfinished(in: $0, now: .now) }) {
            lines += ["# HELP m100_jobs Unfinished jobs by kind and state.", "# TYPE m100_jobs gauge"]
            for kind in kinds {
                for (state, count) in [("waiting", kind.waiting), ("running", kind.running), ("dead", kind.dead)] {
                    lines.append("m100_jobs{kind=\"\(kind.kind)\",state=\"\(state)\"} \(count)")
                }
            }
        }
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// Second field of /proc/self/statm, in pages.
    private static func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map {
            $0 * Int(sysconf(Int32(_SC_PAGESIZE)))
        }
    }
}
