import Crypto
import Storage
import Synchronization

/// A page as it goes over the wire, in both forms, with its tag.
struct CachedPage: Sendable {
    let version: Int64
    let bytes: [UInt8]
    let compressed: [UInt8]?
    let mediaType: String
    /// What the reply said beside its content, such as the name of a file to save.
    let headers: [(name: String, value: String)]
    let tag: String

    init(version: Int64, bytes: [UInt8], mediaType: String, headers: [(name: String, value: String)]) {
        self.version = version
        self.headers = headers
        self.bytes = bytes
        compressed = Gzip.compress(bytes, level: 6)
        self.mediaType = mediaType
        tag = "\"\(SHA256.hash(data: bytes).prefix(12).hexadecimal)\""
    }
}

/// Pages that anonymous visitors share, until the data version moves. Bounded; the oldest version goes first.
final class PageCache: Sendable {
    private let pages = Mutex<[String: CachedPage]>([:])
    private let capacity: Int

    init(capacity: Int = 2000) { self.capacity = capacity }

    func page(_ key: String, version: Int64) -> CachedPage? {
        pages.withLock { $0[key].flatMap { $0.version == version ? $0 : nil } }
    }

    func store(_ page: CachedPage, for key: String) {
        pages.withLock { pages in
            if pages.count >= capacity {
                // A crawl over odd queries must not grow memory without end.
                pages = pages.filter { $0.value.version == page.version }
                if pages.count >= capacity { pages.removeAll() }
            }
            pages[key] = page
        }
    }
}

/// The number that rises with every recorded change; read at most once a second per node, so that a change made on
/// one node shows on all within two seconds.
package final class DataVersion: Sendable {
    private struct State {
        var version: Int64 = -1
        var checkedAt = Instant(milliseconds: 0)
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Instant
    private let fetch: @Sendable () async throws -> Int64

    package init(now: @escaping @Sendable () -> Instant, fetch: @escaping @Sendable () async throws -> Int64) {
        self.now = now
        self.fetch = fetch
    }

    func current() async throws -> Int64 {
        let time = now()
        let known = state.withLock { time.milliseconds - $0.checkedAt.milliseconds < 1000 ? $0.version : -1 }
        if known >= 0 { return known }
        let version = try await fetch()
        state.withLock { $0 = State(version: version, checkedAt: time) }
        return version
    }

    /// After a change on this node: the next request looks again.
    package func expire() { state.withLock { $0.checkedAt = Instant(milliseconds: 0) } }
}
