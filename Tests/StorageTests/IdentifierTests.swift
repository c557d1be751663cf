import Foundation
import Storage
import Support
import Synchronization
import Testing

@Suite struct IdentifierTests {
    private enum Thing {}

    @Test func areUUIDsOfVersion7ThatRise() {
        let seed = UInt64.random(in: 0 ... .max)
        let random = Mutex(SeededRandom(seed))
        let source = IDSource(now: { Instant(milliseconds: 1_800_000_000_000) }) { random.withLock { $0.next() } }
        let ids = (0..<10_000).map { _ in source.next(Thing.self) }
        #expect(Set(ids).count == ids.count, "seed \(seed)")
        #expect(ids.map(\.description).sorted() == ids.map(\.description), "seed \(seed)")
        for id in ids.prefix(100) {
            let uuid = UUID(uuidString: id.description)
            #expect(uuid?.uuidString.lowercased() == id.description)
            #expect(uuid.map { $0.uuid.6 >> 4 } == 7)
            #expect(uuid.map { $0.uuid.8 >> 6 } == 2)
        }
    }

    @Test func carryTheTime() {
        let source = IDSource(now: { Instant(milliseconds: 0x0123_4567_89ab) })
        #expect(source.next(Thing.self).description.hasPrefix("01234567-89ab-7"))
    }

    @Test func riseWhenTheClockGoesBack() {
        let times = Mutex<[Int64]>([2000, 1000, 3000])
        let source = IDSource(now: { Instant(milliseconds: times.withLock { $0.removeFirst() }) })
        let ids = (0..<3).map { _ in source.next(Thing.self).description }
        #expect(ids == ids.sorted())
    }

    @Test(
        arguments: [
            "", "abc", "0192f5a0-0000-7000-8000-00000000000", "0192F5A0-0000-7000-8000-000000000000",
            "0192f5a0-0000-7000-8000-00000000000g", "0192f5a000000-7000-8000-000000000000",
            "0192f5a0-0000-7000-8000-000000000000 ",
        ])
    func noIdentifiers(text: String) { #expect(ID<Thing>(text) == nil) }

    @Test func concurrentCallersGetDifferentOnes() async {
        let source = IDSource(now: { .now })
        let ids = await withTaskGroup(of: [ID<Thing>].self) { group in
            for _ in 0..<8 { group.addTask { (0..<1000).map { _ in source.next() } } }
            return await group.reduce(into: [ID<Thing>]()) { $0 += $1 }
        }
        #expect(Set(ids).count == 8000)
    }
}
