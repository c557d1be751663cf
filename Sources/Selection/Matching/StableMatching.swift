/// Matches those who ask with those who can take several, so that no two would rather have each other.
///
/// Askers propose in the order of their wishes, and a host keeps the best it has room for (Gale and Shapley's deferred
/// acceptance). Of all stable matchings the result is the one in which every asker has the best partner, and no asker
/// can gain by hiding a wish. Only those who name each other are ever matched.
public struct StableMatching: Sendable, Hashable {
    /// Who asks.
    public struct Asker: Sendable, Hashable {
        public let id: String
        /// The hosts it would accept, best first.
        public let wishes: [String]

        public init(_ id: String, wishes: [String]) {
            self.id = id
            self.wishes = wishes
        }
    }

    /// Who can take some.
    public struct Host: Sendable, Hashable {
        public let id: String
        public let capacity: Int
        /// The askers it would accept, best first.
        public let wishes: [String]

        public init(_ id: String, capacity: Int, wishes: [String]) {
            self.id = id
            self.capacity = capacity
            self.wishes = wishes
        }
    }

    /// Two who would rather have each other than what they have.
    public struct BlockingPair: Sendable, Hashable {
        public let asker: String
        public let host: String

        public init(asker: String, host: String) {
            self.asker = asker
            self.host = host
        }
    }

    /// The host of each asker who has one.
    public let hosts: [String: String]

    /// Matches; of two with the same id the first counts.
    public init(askers: [Asker], hosts: [Host]) {
        let ranks = Self.ranks(hosts)
        let capacities = Dictionary(hosts.map { ($0.id, $0.capacity) }, uniquingKeysWith: { first, _ in first })
        let wishes = Dictionary(askers.map { ($0.id, $0.wishes) }, uniquingKeysWith: { first, _ in first })
        var next: [String: Int] = [:]
        var taken: [String: [(rank: Int, asker: String)]] = [:]
        // The result does not depend on who proposes first; the order is fixed all the same.
        var waiting = wishes.keys.sorted(by: CanonicalInput.precedes)
        while let asker = waiting.popLast() {
            let list = wishes[asker] ?? []
            for wish in list.indices.dropFirst(next[asker] ?? 0) {
                next[asker] = wish + 1
                let host = list[wish]
                guard let rank = ranks[host]?[asker], let capacity = capacities[host], capacity > 0 else { continue }
                taken[host, default: []].append((rank, asker))
                taken[host]?.sort { $0.rank < $1.rank }
                if (taken[host]?.count ?? 0) > capacity, let last = taken[host]?.popLast() {
                    waiting.append(last.asker)
                }
                break
            }
        }
        var found: [String: String] = [:]
        for (host, askers) in taken { for (_, asker) in askers { found[asker] = host } }
        self.hosts = found
    }

    private static func ranks(_ hosts: [Host]) -> [String: [String: Int]] {
        Dictionary(
            hosts.map { host in
                (
                    host.id,
                    Dictionary(host.wishes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The pairs that would rather have each other under any matching; a stable one has none.
    public static func blockingPairs(
        _ matched: [String: String], askers: [Asker], hosts: [Host]
    ) -> [BlockingPair] {
        let ranks = Self.ranks(hosts)
        var guests: [String: [Int]] = [:]
        for (asker, host) in matched { guests[host, default: []].append(ranks[host]?[asker] ?? Int.max) }
        var pairs: [BlockingPair] = []
        for asker in askers {
            for wish in asker.wishes {
                if wish == matched[asker.id] { break }
                guard let host = hosts.first(where: { $0.id == wish }), let rank = ranks[wish]?[asker.id] else {
                    continue
                }
                let here = guests[wish] ?? []
                if here.count < host.capacity || here.contains(where: { $0 > rank }) && host.capacity > 0 {
                    pairs.append(BlockingPair(asker: asker.id, host: wish))
                }
            }
        }
        return pairs
    }
}
