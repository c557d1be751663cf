import Foundation
import Spreadsheets
import Support
import Testing

/// A few seconds of what `scripts/fuzz` does for minutes.
@Suite struct FuzzTests {
    @Test func everyKeptInputIsAnswered() throws {
        for input in try Corpus.inputs() { try Trial.run(input) }
    }

    /// `M100_FUZZ_SEED` repeats a run; without it each run tries other inputs and prints its seed when it fails.
    @Test func changedInputsAreAnswered() throws {
        let given = ProcessInfo.processInfo.environment["M100_FUZZ_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: 0..<1_000_000)
        let corpus = try Corpus.inputs().filter { $0.count < 20_000 }
        var mutation = Mutation(random: SeededRandom(seed), corpus: corpus)
        var read = 0
        for round in 0..<3_000 {
            guard let base = corpus.randomElement(using: &mutation.random) else { break }
            let input = mutation.changed(base)
            do { if try Trial.run(input) { read += 1 } } catch {
                Issue.record("M100_FUZZ_SEED=\(seed), round \(round): \(error)")
                return
            }
        }
        // Were everything refused, nothing behind the first check would have been tried.
        #expect(read > 300, "M100_FUZZ_SEED=\(seed)")
    }
}
