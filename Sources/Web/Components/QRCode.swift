import CQRCode

/// A QR code as a drawing, for what is typed on one device and needed on another.
package struct QRCode: Sendable {
    /// Rows of modules, dark ones true.
    package let modules: [[Bool]]

    /// Light modules around the code, without which cameras do not find it.
    private static let margin = 4

    /// nil when the text is too long for a code (about 2 300 bytes).
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        // The lowest bit of each byte says whether the module is dark.
        modules = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }

    /// The code in black on white whatever the page's colours are; `label` says what it is for.
    package func html(label: String) -> HTML {
        let size = modules.count + 2 * Self.margin
        return element(
            "svg", .class("qr-code"), .attribute("viewBox", "0 0 \(size) \(size)"), .attribute("width", "220"),
            .attribute("height", "220"), .role("img"), .aria("label", label),
            .attribute("shape-rendering", "crispEdges")
        ) {
            element("rect", .attribute("width", "\(size)"), .attribute("height", "\(size)"), .attribute("fill", "#fff"))
            element("path", .attribute("d", outline), .attribute("fill", "#000"))
        }
    }

    /// Each run of dark modules in a row is one rectangle.
    private var outline: String {
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < row.count {
                guard row[x] else {
                    x += 1
                    continue
                }
                let end = row[x...].firstIndex(of: false) ?? row.count
                path += "M\(x + Self.margin) \(y + Self.margin)h\(end - x)v1h-\(end - x)z"
                x = end
            }
        }
        return path
    }
}
