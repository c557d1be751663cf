import Synchronization

/// The identity of a record of one kind: a UUIDv7 as lower-case text.
package struct ID<Kind>: Hashable, Sendable, Storable, LosslessStringConvertible {
    package let description: String

    /// Reads a UUID as 36 characters; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        for (index, byte) in bytes.enumerated() {
            let isDash = [8, 13, 18, 23].contains(index)
            let isHex = (48...57).contains(byte) || (97...102).contains(byte)
            guard isDash ? byte == UInt8(ascii: "-") : isHex else { return nil }
        }
        description = text
    }

    package var value: Value { .text(description) }

    package init(value: Value) throws {
        guard case .text(let text) = value, let id = ID(text) else {
            throw StorageError.mismatch(expected: "identifier", found: value)
        }
        self = id
    }
}

/// Makes UUIDv7 identifiers (RFC 9562 §5.7) that rise with time, also within one millisecond.
package final class IDSource: Sendable {
    private struct State {
        var milliseconds: UInt64 = 0
        var counter: UInt16 = 0
    }

    private let now: @Sendable () -> Instant
    private let random: @Sendable () -> UInt64
    private let state = Mutex(State())

    package init(
        now: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }
    ) {
        self.now = now
        self.random = random
    }

    package func next<Kind>(_ kind: Kind.Type = Kind.self) -> ID<Kind> {
        let time = UInt64(max(now().milliseconds, 0))
        let (milliseconds, counter) = state.withLock { state in
            if time > state.milliseconds {
                state = State(milliseconds: time, counter: UInt16(random() & 0x7ff))
            } else if state.counter == 0xfff {
                state = State(milliseconds: state.milliseconds + 1, counter: 0)
            } else {
                state.counter += 1
            }
            return (state.milliseconds, state.counter)
        }
        let high = milliseconds << 16 | 0x7000 | UInt64(counter)
        let low = random() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        let hex = Array(high.hex + low.hex)
        let text = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }.joined(separator: "-")
        return ID(text)!
    }
}

extension UInt64 {
    fileprivate var hex: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
