import Selection
import Testing

/// Stable matching: against every matching of small cases.
@Suite struct MatchingTests {
    private func random(_ seed: UInt64) -> (askers: [StableMatching.Asker], hosts: [StableMatching.Host]) {
        var numbers = SeededNumbers(seed)
        let askers = (0..<4).map { "A\($0)" }
        let hosts = (0..<3).map { "H\($0)" }
        func some(_ names: [String]) -> [String] {
            Array(names.shuffled(using: &numbers).prefix(Int.random(in: 0...names.count, using: &numbers)))
        }
        return (
            askers.map { .init($0, wishes: some(hosts)) },
            hosts.map { .init($0, capacity: Int.random(in: 0...2, using: &numbers), wishes: some(askers)) }
        )
    }

    /// Every matching that keeps capacities and wishes.
    private func all(
        _ askers: [StableMatching.Asker], _ hosts: [StableMatching.Host]
    ) -> [[String: String]] {
        var found: [[String: String]] = [[:]]
        for asker in askers {
            found += found.flatMap { matched in
                hosts.filter { host in
                    asker.wishes.contains(host.id) && host.wishes.contains(asker.id)
                        && matched.values.count { $0 == host.id } < host.capacity
                }.map { host in matched.merging([asker.id: host.id]) { $1 } }
            }
        }
        return found
    }

    @Test(arguments: 0..<1000) func stableAndBestForAskers(seed: UInt64) throws {
        let (askers, hosts) = random(seed)
        let result = StableMatching(askers: askers, hosts: hosts).hosts
        let all = all(askers, hosts)
        let stable = all.filter { StableMatching.blockingPairs($0, askers: askers, hosts: hosts).isEmpty }
        #expect(stable.contains(result), "seed \(seed)")
        for other in stable {
            for asker in askers {
                let here = result[asker.id].flatMap { asker.wishes.firstIndex(of: $0) } ?? Int.max
                let there = other[asker.id].flatMap { asker.wishes.firstIndex(of: $0) } ?? Int.max
                #expect(here <= there, "seed \(seed)")
            }
        }
        #expect(StableMatching(askers: askers.reversed(), hosts: hosts.reversed()).hosts == result)
    }

    @Test func aPairThatWouldRatherHaveEachOtherIsFound() {
        let askers = [StableMatching.Asker("A", wishes: ["X", "Y"]), .init("B", wishes: ["X"])]
        let hosts = [
            StableMatching.Host("X", capacity: 1, wishes: ["A", "B"]), .init("Y", capacity: 1, wishes: ["A"]),
        ]
        #expect(
            StableMatching.blockingPairs(["A": "Y", "B": "X"], askers: askers, hosts: hosts)
                == [.init(asker: "A", host: "X")])
        #expect(StableMatching(askers: askers, hosts: hosts).hosts == ["A": "X"])
    }
}
