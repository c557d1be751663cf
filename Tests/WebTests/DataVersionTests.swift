import Storage
import Synchronization
import Testing
import Web

@Suite struct DataVersionTests {
    /// A clock that stands still until it is moved, and the number that a database would have.
    private final class World: Sendable {
        let time = Mutex(Int64(1_000_000))
        let stored = Mutex(Int64(7))
        let looks = Mutex(0)

        var version: DataVersion {
            DataVersion(now: { Instant(milliseconds: self.time.withLock { $0 }) }) {
                self.looks.withLock { $0 += 1 }
                return self.stored.withLock { $0 }
            }
        }
    }

    @Test func itLooksOnceASecond() async throws {
        let world = World()
        let version = world.version
        for _ in 0..<10 { #expect(try await version.current() == 7) }
        #expect(world.looks.withLock { $0 } == 1)
        world.stored.withLock { $0 = 8 }
        world.time.withLock { $0 += 999 }
        #expect(try await version.current() == 7)
        world.time.withLock { $0 += 1 }
        #expect(try await version.current() == 8)
        #expect(world.looks.withLock { $0 } == 2)
    }

    @Test func aChangeOnThisNodeShowsAtOnce() async throws {
        let world = World()
        let version = world.version
        #expect(try await version.current() == 7)
        world.stored.withLock { $0 = 8 }
        version.expire()
        #expect(try await version.current() == 8)
    }

    /// A look that began before a change and ended after it must not hide the change.
    @Test func aLookFromBeforeAChangeDoesNotCountAfterIt() async throws {
        let world = World()
        let (started, release) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
        let first = Mutex(true)
        let version = DataVersion(now: { Instant(milliseconds: world.time.withLock { $0 }) }) {
            let seen = world.stored.withLock { $0 }
            if first.withLock({ was in
                defer { was = false }; return was
            }) {
                started.continuation.yield()
                for await _ in release.stream { break }
            }
            return seen
        }
        async let early = version.current()
        for await _ in started.stream { break }
        world.stored.withLock { $0 = 8 }
        version.expire()
        release.continuation.yield()
        #expect(try await early == 7)
        #expect(try await version.current() == 8)
    }
}
