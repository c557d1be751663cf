import Dispatch
import Storage
import Web

/// Makes and checks password hashes beside the request threads, a few at a time.
///
/// Each hash takes a tenth of a second of a core and 32 MiB, so the count running at once is bounded, and so is the
/// line of those that wait: a flood of sign-ins is turned away instead of filling memory.
package actor PasswordHashing {
    package nonisolated let cost: PasswordHash.Cost
    private let queue = DispatchQueue(label: "password-hashing", qos: .utility, attributes: .concurrent)
    private let longestLine: Int
    private var places: Int
    private var line: [CheckedContinuation<Void, Never>] = []
    /// Stands in for the row of somebody who is not there, so that the answer takes as long.
    private let decoy: String

    package init(cost: PasswordHash.Cost, places: Int = 2, longestLine: Int = 50) {
        self.cost = cost
        self.places = places
        self.longestLine = longestLine
        let zeros = "AAAAAAAAAAAAAAAAAAAAAA=="
        decoy =
            "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$\(zeros)$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    }

    package func make(_ password: String) async throws -> String {
        let cost = cost
        return try await run { try PasswordHash.make(password, cost: cost) }
    }

    /// Whether the password belongs to the stored hash; without one (nil) the same work is done and the answer is no.
    package func matches(_ password: String, _ stored: String?) async throws -> Bool {
        let decoy = decoy
        let isRight = try await run { try PasswordHash.matches(password, stored ?? decoy) }
        return isRight && stored != nil
    }

    private func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        let queue = queue
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: .init(catching: work)) }
        }
    }

    private func enter() async throws {
        if places > 0 {
            places -= 1
        } else {
            guard line.count < longestLine else { throw StorageError.unavailable("too many sign-ins at once") }
            await withCheckedContinuation { line.append($0) }
        }
    }

    private func leave() {
        if line.isEmpty { places += 1 } else { line.removeFirst().resume() }
    }
}
