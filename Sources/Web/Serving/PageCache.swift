import Crypto
import HTTPTypes
import NIOCore
import Storage
import Synchronization

/// A page as it goes over the wire, in both forms, with its tag and its headers.
struct CachedPage: Sendable {
    let version: Int64
    let content: ByteBuffer
    let compressed: ByteBuffer?
    let headers: HTTPFields
    let tag: String

    /// - Parameter others: what the reply said beside its content, such as the name of a file to save.
    init(version: Int64, bytes: [UInt8], mediaType: String, headers others: [(name: String, value: String)]) {
        self.version = version
        content = ByteBuffer(bytes: bytes)
        compressed = Gzip.compress(bytes, level: 6).map { ByteBuffer(bytes: $0) }
        tag = "\"\(SHA256.hash(data: bytes).prefix(12).hexadecimal)\""
        var headers: HTTPFields = [
            .contentType: mediaType, .eTag: tag, .vary: "Accept-Encoding, Cookie",
            // Shared pages may be kept, but asked for again each time: the tag makes that cheap.
            .cacheControl: "public, no-cache",
        ]
        for header in others { if let name = HTTPField.Name(header.name) { headers[name] = header.value } }
        self.headers = headers
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
        /// Rises with each change on this node, so that a look from before the change does not count after it.
        var changes = 0
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Instant
    private let fetch: @Sendable () async throws -> Int64

    package init(now: @escaping @Sendable () -> Instant, fetch: @escaping @Sendable () async throws -> Int64) {
        self.now = now
        self.fetch = fetch
    }

    package func current() async throws -> Int64 {
        let time = now()
        let (known, changes) = state.withLock { state -> (Int64?, Int) in
            guard state.version >= 0 else { return (nil, state.changes) }
            if time.milliseconds - state.checkedAt.milliseconds < 1000 { return (state.version, state.changes) }
            // One request looks; the others go on with what is known until it has, for another second at most.
            state.checkedAt = time
            return (nil, state.changes)
        }
        if let known { return known }
        let version = try await fetch()
        state.withLock { state in
            guard state.changes == changes else { return }
            state.version = version
            state.checkedAt = time
        }
        return version
    }

    /// After a change on this node: every request looks again until one has seen the version after it.
    package func expire() {
        state.withLock {
            $0.version = -1
            $0.changes += 1
        }
    }
}
