import Storage

extension Secret {
    /// Stores the secret unless another node was first; returns the one that counts.
    static func keep(_ fresh: String, in connection: any Connection) throws -> String {
        try connection.execute(
            "INSERT INTO hub_secret (name, secret) VALUES ('forms', \(fresh)) ON CONFLICT (name) DO NOTHING")
        return try connection.value("SELECT secret FROM hub_secret WHERE name = 'forms'") ?? fresh
    }
}
