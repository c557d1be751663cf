import Testing

@testable import Web

/// The drawing of a QR code; that cameras read it was tried by hand.
@Suite struct QRCodeTests {
    private static let address = "otpauth://totp/M100%3Aana%40alba%2Eexample?secret=JBSWY3DPEHPK3PXP&issuer=M100"

    /// The three squares in the corners by which a camera finds the code, and the dark module beside one of them.
    @Test func hasTheMarksOfACode() throws {
        let modules = try #require(QRCode(Self.address)).modules
        let size = modules.count
        #expect((size - 17) % 4 == 0 && size >= 21)
        #expect(modules.allSatisfy { $0.count == size })
        for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)] {
            for row in 0..<7 {
                for column in 0..<7 {
                    let ring = max(abs(row - 3), abs(column - 3))
                    #expect(modules[top + row][left + column] == (ring != 2), "\(top) \(left) \(row) \(column)")
                }
            }
        }
        #expect(modules[size - 8][8])
    }

    @Test func everyDarkModuleIsDrawnOnce() throws {
        let code = try #require(QRCode(Self.address))
        let html = code.html(label: "Key <1>").string
        #expect(html.contains("role=\"img\"") && html.contains("aria-label=\"Key &lt;1&gt;\""))
        #expect(html.contains("viewBox=\"0 0 \(code.modules.count + 8) \(code.modules.count + 8)\""))
        let drawn = html.matches(of: #/M\d+ \d+h(\d+)v1h-\d+z/#).compactMap { Int($0.1) }.reduce(0, +)
        #expect(drawn == code.modules.joined().filter { $0 }.count)
    }

    @Test func whatIsTooLongHasNoCode() {
        #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
        #expect(QRCode("ș")?.modules.count == 21)
    }
}
