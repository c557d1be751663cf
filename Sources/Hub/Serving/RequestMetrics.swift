import Synchronization

/// Counts and durations of requests by route and status, as Prometheus text (exposition format 0.0.4).
final class RequestMetrics: Sendable {
    private struct Series {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    }

    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private static let bounds: [Double] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]
    private let series = Mutex<[Key: Series]>([:])

    /// `route` is the pattern that matched, never the address itself, so the number of series is bounded.
    func observe(_ route: String, _ status: Int, _ seconds: Double) {
        series.withLock { all in
            var one = all[Key(route: route, status: status)] ?? Series()
            one.count += 1
            one.seconds += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { one.buckets[index] += 1 }
            all[Key(route: route, status: status)] = one
        }
    }

    func text() -> String {
        let all = series.withLock { $0 }.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        var lines = [
            "# HELP m100_request_seconds Duration of answered requests.", "# TYPE m100_request_seconds histogram",
        ]
        for (key, one) in all {
            let labels = "route=\"\(key.route)\",status=\"\(key.status)\""
            for (index, bound) in Self.bounds.enumerated() {
                lines.append("m100_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(one.buckets[index])")
            }
            lines.append("m100_request_seconds_bucket{\(labels),le=\"+Inf\"} \(one.count)")
            lines.append("m100_request_seconds_sum{\(labels)} \(one.seconds)")
            lines.append("m100_request_seconds_count{\(labels)} \(one.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
