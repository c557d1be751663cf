import Foundation
import Testing

@testable import Storage

@Suite struct HexadecimalTests {
    /// Foundation's formatter as an independent program, over every byte.
    @Test func everyByteHasItsTwoDigits() {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(bytes.hexadecimal == bytes.map { String(format: "%02x", $0) }.joined())
        #expect([UInt8]().hexadecimal == "")
    }
}
