import CZlib

/// gzip through zlib.
package enum Gzip {
    /// The compressed bytes, or nil when zlib refuses (never observed; the caller then sends them plain).
    package static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        guard hub_gzip_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let capacity = Int(deflateBound(&stream, UInt(bytes.count))) + 32
        var input = bytes
        var count = 0
        let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
            input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(capacity)
                if deflate(&stream, Z_FINISH) == Z_STREAM_END { count = capacity - Int(stream.avail_out) }
            }
            used = count
        }
        return count > 0 ? output : nil
    }
}
