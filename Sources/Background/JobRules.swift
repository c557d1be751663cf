import Storage

/// The decisions about jobs that need neither a database nor a clock.
enum JobRules {
    /// Seconds to wait after a failed attempt (1, 2, …): half a minute, doubling up to six hours, and by chance
    /// (0..<1) up to a quarter more or less, so that what failed together does not return together.
    static func delay(afterAttempt attempt: Int, chance: Double) -> Double {
        let doublings = min(max(attempt - 1, 0), 20)
        let base = min(30 * Double(1 << doublings), 21_600)
        return base * (0.75 + chance / 2)
    }

    /// What `last_error` keeps of an error: one text that every engine can store.
    static func text(of error: any Error) -> String {
        String(String(describing: error).filter { $0 != "\0" }.prefix(2000))
    }
}
