/// One SQL value as it travels between Swift and either engine.
package enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
    case boolean(Bool)
}

/// A Swift type that has one SQL form. Decoding throws `StorageError.mismatch`, never defaults.
package protocol Storable: Sendable {
    var value: Value { get }
    init(value: Value) throws
}

extension String: Storable {
    package var value: Value { .text(self) }
    package init(value: Value) throws {
        guard case .text(let text) = value else { throw StorageError.mismatch(expected: "text", found: value) }
        self = text
    }
}

extension Int64: Storable {
    package var value: Value { .integer(self) }
    package init(value: Value) throws {
        guard case .integer(let number) = value else { throw StorageError.mismatch(expected: "integer", found: value) }
        self = number
    }
}

extension Int: Storable {
    package var value: Value { .integer(Int64(self)) }
    package init(value: Value) throws { self = Int(try Int64(value: value)) }
}

extension Double: Storable {
    package var value: Value { .real(self) }
    package init(value: Value) throws {
        switch value {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: throw StorageError.mismatch(expected: "number", found: value)
        }
    }
}

extension Bool: Storable {
    package var value: Value { .boolean(self) }
    package init(value: Value) throws {
        switch value {
        case .boolean(let flag): self = flag
        // SQLite keeps booleans as 0 and 1.
        case .integer(let number) where number == 0 || number == 1: self = number == 1
        default: throw StorageError.mismatch(expected: "boolean", found: value)
        }
    }
}

extension [UInt8]: Storable {
    package var value: Value { .blob(self) }
    package init(value: Value) throws {
        guard case .blob(let bytes) = value else { throw StorageError.mismatch(expected: "blob", found: value) }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var value: Value { self?.value ?? .null }
    package init(value: Value) throws { self = value == .null ? nil : try Wrapped(value: value) }
}

/// Enums with a stored code: `enum Kind: String, Storable`.
extension Storable where Self: RawRepresentable, RawValue: Storable {
    package var value: Value { rawValue.value }
    package init(value: Value) throws {
        guard let known = Self(rawValue: try RawValue(value: value)) else {
            throw StorageError.mismatch(expected: "\(Self.self)", found: value)
        }
        self = known
    }
}
