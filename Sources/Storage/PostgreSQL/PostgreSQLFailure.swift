/// What the server or libpq answered when something failed, by its SQLSTATE.
struct PostgreSQLFailure: Error {
    let state: String
    let message: String
    /// The connection is gone or about to go.
    let isLost: Bool
    /// The same transaction will get past it.
    private(set) var isPassing = false

    init(state: String, message: String, isLost: Bool) {
        self.state = state
        self.message = message
        self.isLost = isLost || state.hasPrefix("08") || state.hasPrefix("57P")
    }

    /// Two transactions got into each other's way; the same again will usually do.
    var isConflict: Bool { state == "40001" || state == "40P01" }

    /// A statement was prepared before the schema changed; it must be prepared anew.
    var isStale: Bool { isPassing || state == "26000" || (state == "0A000" && message.contains("cached plan")) }

    /// The number of the parameter whose type the server could not find out.
    var untypedParameter: Int? {
        guard state == "42P18", let dollar = message.lastIndex(of: "$") else { return nil }
        return Int(message[message.index(after: dollar)...].prefix { $0.isASCII && $0.isNumber })
    }

    var worthAnotherTry: PostgreSQLFailure {
        var copy = self
        copy.isPassing = true
        return copy
    }

    /// The server became a replica; the address may lead to the new primary.
    var isReadOnly: Bool {
        // A replica refuses the opening of a write as a feature that it has not.
        state == "25006" || (state == "0A000" && (message.contains("standby") || message.contains("recovery")))
    }

    var error: StorageError {
        if isLost || isConflict { return .unavailable(message) }
        if state == "23505" { return .duplicate(message) }
        if state.hasPrefix("23") { return .constraint(message) }
        // 57014: the statement took too long or was cancelled; 53…: out of connections, memory or disk; 55P03: locked.
        if state == "57014" || state == "55P03" || state.hasPrefix("53") { return .unavailable(message) }
        return .failed("\(message) (\(state))")
    }
}
