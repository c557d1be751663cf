/// The values of one statement as libpq takes them: text, but blobs as they are.
struct PostgreSQLBindings {
    /// All texts, one after the other, each with a closing zero.
    private var bytes: [UInt8] = []
    /// Where each value starts; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [Value]) throws {
        for value in values {
            guard value != .null else {
                starts.append(nil)
                lengths.append(0)
                formats.append(0)
                continue
            }
            starts.append(bytes.count)
            var format: Int32 = 0
            switch value {
            case .null: break
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .real(let number): bytes.append(contentsOf: number.description.utf8)
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .boolean(let flag): bytes.append(UInt8(ascii: flag ? "t" : "f"))
            case .blob(let blob):
                bytes.append(contentsOf: blob)
                format = 1
            }
            lengths.append(Int32(bytes.count - (starts.last.flatMap { $0 } ?? 0)))
            formats.append(format)
            bytes.append(0)
        }
    }

    /// Calls `body` with the count and the three arrays that PQexecPrepared wants.
    func withPointers<Result>(
        _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { buffer in
            try buffer.withMemoryRebound(to: CChar.self) { characters in
                let pointers = starts.map { start in
                    start.flatMap { index in characters.baseAddress.map { $0 + index } }
                }
                return try body(Int32(starts.count), pointers, lengths, formats)
            }
        }
    }
}
