import Inventory
import InventoryImports
import Synchronization

/// Files that wait to be confirmed, read once each: a file that is named by its content never changes.
///
/// A preview is looked at page by page and mapped again and again. The files that were read last stay, as many as
/// `mostBytes` hold.
final class ImportedFiles: Sendable {
    /// A table takes some ten times the room of its file; a larger one is read anew for each page.
    static let mostBytes = 4_000_000

    private struct Held {
        let hash: String
        let size: Int
        let file: ImportFile
        var reading: (key: ReadingKey, reading: ImportReading)?
    }

    /// What a reading depends on beside the file.
    struct ReadingKey: Equatable {
        let plan: String
        let city: String
        let year: Int
        /// Which state of the register of factors.
        let register: Int
    }

    /// The last one read comes last.
    private let held = Mutex<[Held]>([])
    private let reads = Mutex<Int>(0)

    /// How often bytes were read, for tests.
    var readCount: Int { reads.withLock { $0 } }

    /// The file, where it was read a moment ago.
    func known(_ hash: String) -> ImportFile? { held.withLock { $0.first { $0.hash == hash }?.file } }

    func read(_ bytes: [UInt8], _ hash: String) throws -> ImportFile {
        let file = try ImportFile(bytes)
        reads.withLock { $0 += 1 }
        guard bytes.count <= Self.mostBytes else { return file }
        held.withLock { all in
            all.removeAll { $0.hash == hash }
            while all.reduce(bytes.count, { $0 + $1.size }) > Self.mostBytes { all.removeFirst() }
            all.append(Held(hash: hash, size: bytes.count, file: file))
        }
        return file
    }

    /// What the file says under a plan and in its circumstances, read by `body` unless it is known.
    func reading(_ hash: String, _ key: ReadingKey, _ body: () -> ImportReading) -> ImportReading {
        let known = held.withLock { all in all.first { $0.hash == hash }?.reading }
        if let known, known.key == key { return known.reading }
        let reading = body()
        held.withLock { all in
            guard let index = all.firstIndex(where: { $0.hash == hash }) else { return }
            all[index].reading = (key, reading)
        }
        return reading
    }
}
