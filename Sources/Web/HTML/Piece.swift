/// Written markup that never changes: one allocation with its bytes in it.
///
/// An array of bytes would do, but making one asks the runtime for its type each time, which for an element of a few
/// bytes took longer than writing it.
///
/// Written in `init` only, which is why it may be shared.
@usableFromInline struct Piece: @unchecked Sendable {
    private final class Storage: ManagedBuffer<Int, UInt8> {}

    private let storage: ManagedBuffer<Int, UInt8>

    /// - Parameter size: counted before, exactly.
    init(_ size: Int, _ write: (inout ByteWriter) -> Void) {
        storage = Storage.create(minimumCapacity: size) { _ in 0 }
        storage.withUnsafeMutablePointers { count, bytes in
            var writer = ByteWriter(UnsafeMutableBufferPointer(start: bytes, count: size))
            write(&writer)
            count.pointee = writer.count
        }
    }

    init(_ markup: String) {
        var markup = markup
        self = markup.withUTF8 { source in Piece(source.count) { $0.append(source) } }
    }

    var count: Int { storage.header }

    func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        storage.withUnsafeMutablePointers { body(UnsafeBufferPointer(start: $1, count: $0.pointee)) }
    }
}

/// Writes into memory whose size was counted before; what does not fit is left out, which a wrong count would show.
struct ByteWriter {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        guard count < buffer.count else { return }
        buffer[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(literal: StaticString) {
        append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, let start = buffer.baseAddress, bytes.count <= buffer.count - count else {
            return
        }
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }
}
