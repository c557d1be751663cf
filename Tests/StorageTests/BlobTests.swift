import Storage
import Support
import Testing

@Suite struct BlobTests {
    @Test(arguments: Engines.all)
    func sameBytesAreKeptOnce(engine: Engines) async throws {
        try await withDatabase(engine, migrations: [Blob.migration]) { db async throws in
            let bytes: [UInt8] = Array("abc".utf8)
            let (first, second) = try await db.write { c in
                (
                    try Blob.store(bytes, mediaType: "text/plain", at: Instant(milliseconds: 5), in: c),
                    try Blob.store(bytes, mediaType: "image/png", at: Instant(milliseconds: 6), in: c)
                )
            }
            // FIPS 180-2, appendix B.1.
            #expect(first == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(second == first)
            let blob = try await db.read { try Blob.fetch(first, in: $0) }
            #expect(blob?.bytes == bytes)
            #expect(blob?.size == 3)
            #expect(blob?.mediaType == "text/plain")
            #expect(blob?.createdAt == Instant(milliseconds: 5))
            try await db.write { try Blob.remove(first, in: $0) }
            #expect(try await db.read { try Blob.exists(first, in: $0) } == false)
        }
    }

    @Test(arguments: Engines.all, [0, 1, 5_000_000])
    func sizes(engine: Engines, size: Int) async throws {
        try await withDatabase(engine, migrations: [Blob.migration]) { db async throws in
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            let hash = try await db.write { try Blob.store(bytes, mediaType: "application/pdf", at: .now, in: $0) }
            let found = try await db.read { try Blob.fetch(hash, in: $0) }
            #expect(found?.bytes == bytes)
        }
    }
}
