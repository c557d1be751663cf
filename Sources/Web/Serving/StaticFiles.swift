import Crypto
import Foundation
import Storage

/// The files of Static/, read once at start and served under names that hold their hash, so browsers keep them for good.
package struct StaticFiles: Sendable {
    struct File: Sendable {
        let bytes: [UInt8]
        let compressed: [UInt8]?
        let mediaType: String
    }

    private let byURLName: [String: File]
    private let urlNames: [String: String]

    /// Reads a flat folder; files of unknown type are left out.
    package init(folder: String) throws {
        var byURLName: [String: File] = [:]
        var urlNames: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let parts = name.split(separator: ".")
            guard parts.count == 2, let mediaType = Self.mediaTypes[String(parts[1])] else { continue }
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            let hash = SHA256.hash(data: bytes).prefix(6).hexadecimal
            let urlName = "\(parts[0]).\(hash).\(parts[1])"
            let compressed = mediaType.hasPrefix("image/png") ? nil : Gzip.compress(bytes, level: 9)
            byURLName[urlName] = File(bytes: bytes, compressed: compressed, mediaType: mediaType)
            urlNames[name] = urlName
        }
        self.byURLName = byURLName
        self.urlNames = urlNames
    }

    /// The address of a file by its plain name; a name that is not there gives an address that answers 404.
    package func url(_ name: String) -> String { "/static/\(urlNames[name] ?? name)" }

    func file(urlName: String) -> File? { byURLName[urlName] }

    /// Compressed bytes of a file, for the page weight.
    package func transferSize(_ name: String) -> Int {
        guard let file = urlNames[name].flatMap({ byURLName[$0] }) else { return 0 }
        return file.compressed?.count ?? file.bytes.count
    }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "webmanifest": "application/manifest+json",
    ]
}
