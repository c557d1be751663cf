import CLibZip
import Foundation

/// The archive that a workbook is: entries are opened by name and inflated piece by piece under limits.
final class ZipArchive {
    private let handle: OpaquePointer
    private let limits: ReadingLimits
    private let packedBytes: Int
    /// Inflated bytes of each entry, so that reading one twice does not count twice.
    private var inflated: [UInt64: Int] = [:]
    private var inflatedInAll = 0
    private var elements = 0

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(SpreadsheetProblem) {
        // Counted before the archive is opened, because its list of entries takes memory of its own.
        guard Self.entries(bytes, atMost: limits.archiveEntries) <= limits.archiveEntries else {
            throw SpreadsheetProblem(.tooManyParts(limit: limits.archiveEntries))
        }
        guard let copy = malloc(max(1, bytes.count)) else { throw SpreadsheetProblem(.cannotBeOpened) }
        bytes.withUnsafeBytes { buffer in
            if let base = buffer.baseAddress { memcpy(copy, base, buffer.count) }
        }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        // The source frees the copy once it is no longer used.
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw SpreadsheetProblem(.damagedFile)
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw SpreadsheetProblem(.damagedFile)
        }
        self.handle = handle
        self.limits = limits
        packedBytes = bytes.count
    }

    deinit { zip_discard(handle) }

    /// How often the signature of an entry in the list of entries occurs; stops counting beyond a limit.
    private static func entries(_ bytes: [UInt8], atMost limit: Int) -> Int {
        var count = 0
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index + 3 < buffer.count, count <= limit {
                if buffer[index] == 0x50, buffer[index + 1] == 0x4B, buffer[index + 2] == 1, buffer[index + 3] == 2 {
                    count += 1
                }
                index += 1
            }
        }
        return count
    }

    /// Whether there is an entry of this name.
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// The start of an entry, for telling formats apart.
    func start(of name: String, bytes: Int) -> [UInt8]? {
        guard let entry = try? open(name) else { return nil }
        var buffer = [UInt8](repeating: 0, count: bytes)
        let count = (try? buffer.withUnsafeMutableBytes { try entry.read(into: $0) }) ?? 0
        return Array(buffer.prefix(count))
    }

    /// Opens an entry for reading.
    func open(_ name: String) throws(SpreadsheetProblem) -> Entry {
        guard let index = index(of: name) else { throw SpreadsheetProblem(.partMissing(name)) }
        var stat = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &stat) == 0 else { throw SpreadsheetProblem(.damagedPart(name)) }
        guard stat.encryption_method == ZIP_EM_NONE else { throw SpreadsheetProblem(.encryptedFile) }
        guard let file = zip_fopen_index(handle, index, 0) else { throw SpreadsheetProblem(.damagedPart(name)) }
        let packed = min(Int(clamping: stat.comp_size), packedBytes)
        return Entry(archive: self, file: file, name: name, index: index, packed: packed)
    }

    private func index(of name: String) -> UInt64? {
        // The format compares names of parts without regard to case.
        let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
        return index >= 0 ? UInt64(index) : nil
    }

    /// Counts inflated bytes; what the archive says about sizes is not believed.
    private func count(_ bytes: Int, of index: UInt64, packed: Int) throws(SpreadsheetProblem) {
        let before = inflated[index] ?? 0
        if bytes > before {
            inflated[index] = bytes
            inflatedInAll += bytes - before
        }
        let isBomb = bytes > 1_000_000 && bytes / limits.inflationRatio > packed
        guard inflatedInAll <= limits.inflatedBytes, !isBomb else { throw SpreadsheetProblem(.inflatesTooMuch) }
    }

    /// Counts one XML element of any part.
    func countElement() throws(SpreadsheetProblem) {
        elements += 1
        guard elements <= limits.elements else { throw SpreadsheetProblem(.inflatesTooMuch) }
    }

    /// An entry that is being read.
    final class Entry {
        let name: String
        private let archive: ZipArchive
        private let file: OpaquePointer
        private let index: UInt64
        private let packed: Int
        private var bytes = 0

        fileprivate init(archive: ZipArchive, file: OpaquePointer, name: String, index: UInt64, packed: Int) {
            self.archive = archive
            self.file = file
            self.name = name
            self.index = index
            self.packed = packed
        }

        deinit { zip_fclose(file) }

        /// Fills the buffer with the next bytes and returns how many; 0 at the end.
        func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetProblem) -> Int {
            let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
            // A wrong checksum shows at the end of the entry.
            guard count >= 0 else { throw SpreadsheetProblem(.damagedPart(name)) }
            bytes += Int(count)
            try archive.count(bytes, of: index, packed: packed)
            return Int(count)
        }
    }
}
