/// A `postgres://` address: what libpq understands of it, and the options that are the hub's own.
///
/// `postgres://user@host:port/name?schema=NAME&statement_timeout=15000&waiting_time=10000&waiting_line=1024`,
/// times in milliseconds. Everything else (several hosts, `sslmode`, `target_session_attrs`) goes to libpq unchanged.
struct PostgreSQLAddress: Sendable {
    /// The address without the hub's own options.
    let location: String
    /// The schema that holds the hub's tables; created when missing. Nil leaves the server's default.
    var schema: String?
    /// No statement of a request runs longer.
    var statementTimeout = 15_000
    /// How long a request waits for a connection, and how long it is tried again, before it is refused.
    var waitingTime = 10_000
    /// How many requests may stand in the waiting line.
    var waitingLine = 1024

    init(_ text: String) throws {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var others: [Substring] = []
        for option in halves.count > 1 ? halves[1].split(separator: "&") : [] {
            let pair = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = pair.count > 1 ? String(pair[1]) : ""
            switch pair[0] {
            case "schema":
                guard Self.isName(value) else { throw StorageError.failed("\(value) is no name for a schema") }
                schema = value
            case "statement_timeout": statementTimeout = try Self.number(option, value)
            case "waiting_time": waitingTime = try Self.number(option, value)
            case "waiting_line": waitingLine = try Self.number(option, value)
            default: others.append(option)
            }
        }
        location = halves[0] + (others.isEmpty ? "" : "?" + others.joined(separator: "&"))
    }

    /// A name that needs no quotes, so that it can stand in SQL as it is.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(48...57).contains(first), text.utf8.count <= 63 else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
    }

    private static func number(_ option: Substring, _ value: String) throws -> Int {
        guard let number = Int(value), number > 0 else { throw StorageError.failed("no number: \(option)") }
        return number
    }
}
