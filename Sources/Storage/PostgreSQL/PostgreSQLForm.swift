import CPostgres

/// The columns of a result.
struct PostgreSQLShape {
    let columns: Columns
    let forms: [PostgreSQLForm]
}

/// How the text of a column is read, by the type that the server names for it.
enum PostgreSQLForm {
    case integer, real, numeric, boolean, blob, text

    init(_ type: Oid) {
        self =
            switch type {
            case 16: .boolean
            case 17: .blob
            case 20, 21, 23, 26: .integer
            case 700, 701: .real
            case 1700: .numeric
            default: .text
            }
    }

    func value(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Value {
        switch self {
        case .text: return .text(String(decoding: bytes, as: UTF8.self))
        case .boolean: return .boolean(bytes.first == UInt8(ascii: "t"))
        case .blob: return .blob(try Self.unhexed(bytes))
        case .real: return .real(try Self.real(bytes))
        case .integer:
            guard let number = Self.integer(bytes) else { throw StorageError.failed("an integer cannot be read") }
            return .integer(number)
        // SUM over BIGINT is NUMERIC here and an integer in SQLite: a whole number becomes an integer.
        case .numeric:
            if let number = Self.integer(bytes) { return .integer(number) }
            return .real(try Self.real(bytes))
        }
    }

    private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var number: Int64 = 0
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            guard (48...57).contains(byte) else { return nil }
            // Counting downwards reaches Int64.min without an overflow.
            let (tenfold, isTooBig) = number.multipliedReportingOverflow(by: 10)
            let (next, isTooSmall) = tenfold.subtractingReportingOverflow(Int64(byte - 48))
            guard !isTooBig, !isTooSmall else { return nil }
            number = next
        }
        if isNegative { return number }
        return number == .min ? nil : -number
    }

    private static func real(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Double {
        guard let number = Double(String(decoding: bytes, as: UTF8.self)) else {
            throw StorageError.failed("a number cannot be read")
        }
        return number
    }

    /// `\x` and two hexadecimal digits a byte.
    private static func unhexed(_ bytes: UnsafeBufferPointer<UInt8>) throws -> [UInt8] {
        guard bytes.count >= 2, bytes.count % 2 == 0, bytes[1] == UInt8(ascii: "x") else {
            throw StorageError.failed("bytes cannot be read")
        }
        func digit(_ byte: UInt8) -> UInt8 { byte < 58 ? byte &- 48 : byte &- 87 }
        return [UInt8](unsafeUninitializedCapacity: bytes.count / 2 - 1) { buffer, count in
            for index in 0..<(bytes.count / 2 - 1) {
                buffer[index] = digit(bytes[2 * index + 2]) << 4 | digit(bytes[2 * index + 3])
            }
            count = bytes.count / 2 - 1
        }
    }
}
