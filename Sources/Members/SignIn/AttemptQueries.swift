import Storage
import Web

extension Attempt {
    /// Counts one attempt against each limit, before the attempt is judged, so that many at once cannot slip through;
    /// throws `PageError.tooMany` when one limit is reached already.
    package static func take(_ connection: any Connection, _ limits: [Limit], at: Instant) throws {
        for limit in limits {
            if let wait = try waiting(connection, limit, at: at) { throw PageError.tooMany(retryAfterSeconds: wait) }
        }
        for limit in limits {
            try connection.execute("INSERT INTO attempt (subject, at) VALUES (\(limit.subject), \(at))")
        }
    }

    /// The attempt succeeded: it does not count.
    static func giveBack(_ connection: any Connection, _ limit: Limit, at: Instant) throws {
        try connection.execute("DELETE FROM attempt WHERE subject = \(limit.subject) AND at = \(at)")
    }

    /// Nothing is held against the subject any more.
    static func forget(_ connection: any Connection, _ limit: Limit) throws {
        try connection.execute("DELETE FROM attempt WHERE subject = \(limit.subject)")
    }

    /// Seconds until the next attempt is allowed; nil when it is allowed now.
    static func waiting(_ connection: any Connection, _ limit: Limit, at: Instant) throws -> Int? {
        let recent: [Instant] = try connection.all(
            """
            SELECT at FROM attempt WHERE subject = \(limit.subject) AND at > \(at.adding(seconds: -limit.seconds))
            ORDER BY at DESC LIMIT \(limit.count)
            """
        ) { try $0("at") }
        guard recent.count >= limit.count, let oldest = recent.last else { return nil }
        return max(1, Int(oldest.adding(seconds: limit.seconds).seconds(since: at).rounded(.up)))
    }

    static func removeOld(_ connection: any Connection, at: Instant) throws -> Int {
        try connection.execute("DELETE FROM attempt WHERE at < \(at.adding(seconds: -86_400))")
    }
}
