import Foundation

/// A kind of file that a form may ask for, known by its ending and by its first bytes.
package enum FileType: String, CaseIterable, Sendable {
    case pdf, png, jpeg, xlsx, docx, ods, odt, zip, csv, text, json

    /// Endings that people's programs give such files.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt"]
        default: [rawValue]
        }
    }

    /// The name that people know the kind by.
    package var name: String { self == .text ? "TXT" : rawValue.uppercased() }

    /// The type that the file is served as.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .zip: "application/zip"
        case .csv: "text/csv; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        }
    }

    /// What `accept` of a file field says: endings, which every system understands.
    var accepted: String { endings.map { ".\($0)" }.joined(separator: ",") }

    /// The kind that a name claims.
    package static func named(_ fileName: String) -> FileType? {
        let ending = FileName.ending(of: fileName)
        return allCases.first { $0.endings.contains(ending) }
    }

    /// Whether the bytes are what the kind says, whatever name and declared type are.
    package func fits(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf: return bytes.starts(with: "%PDF-".utf8)
        case .png: return bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
        case .jpeg: return bytes.starts(with: [0xff, 0xd8, 0xff])
        case .zip: return ZipNames.read(bytes) != nil
        case .xlsx: return Self.holds(bytes, ["[Content_Types].xml", "xl/workbook.xml"])
        case .docx: return Self.holds(bytes, ["[Content_Types].xml", "word/document.xml"])
        case .ods, .odt: return Self.isOpenDocument(bytes, mediaType)
        case .csv: return Self.isText(bytes) || Self.isOlderText(bytes)
        case .text: return Self.isText(bytes)
        case .json: return Self.isText(bytes) && bytes.first { $0 > 0x20 } == 0x7b
        }
    }

    private static func holds(_ bytes: [UInt8], _ wanted: [String]) -> Bool {
        guard let names = ZipNames.read(bytes) else { return false }
        return wanted.allSatisfy(names.contains)
    }

    /// The type of an OpenDocument file stands at its very beginning, not compressed.
    private static func isOpenDocument(_ bytes: [UInt8], _ mediaType: String) -> Bool {
        guard ZipNames.read(bytes)?.contains("mimetype") ?? false, bytes.count > 38 + mediaType.utf8.count else {
            return false
        }
        return bytes[30..<38].elementsEqual("mimetype".utf8) && bytes[38...].starts(with: mediaType.utf8)
    }

    /// A table in one of the encodings from before UTF-8, which spreadsheet programs still write: mostly plain letters.
    private static func isOlderText(_ bytes: [UInt8]) -> Bool {
        let allowed: Set<UInt8> = [0x09, 0x0a, 0x0d]
        var plain = 0
        for byte in bytes {
            if (byte < 0x20 && !allowed.contains(byte)) || byte == 0x7f { return false }
            if byte < 0x80 { plain += 1 }
        }
        return plain * 10 >= bytes.count * 7
    }

    /// UTF-8 without control characters other than tab and line ends.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let allowed: Set<UInt8> = [0x09, 0x0a, 0x0d]
        let hasControl = bytes.contains { (byte: UInt8) -> Bool in
            (byte < 0x20 && !allowed.contains(byte)) || byte == 0x7f
        }
        return !hasControl && String(validating: bytes, as: UTF8.self) != nil
    }
}

/// The names of the entries of a ZIP archive, read from its directory without unpacking anything.
enum ZipNames {
    private static let maxEntries = 10_000

    /// nil when the bytes are no whole archive.
    static func read(_ bytes: [UInt8]) -> Set<String>? {
        guard bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]), let end = directoryEnd(bytes) else { return nil }
        let count = number(bytes, at: end + 10, bytes: 2)
        var at = number(bytes, at: end + 16, bytes: 4)
        guard count > 0, count <= maxEntries else { return nil }
        var names: Set<String> = []
        for _ in 0..<count {
            guard at + 46 <= end, bytes[at..<(at + 4)].elementsEqual([0x50, 0x4b, 0x01, 0x02]) else { return nil }
            let nameEnd = at + 46 + number(bytes, at: at + 28, bytes: 2)
            guard nameEnd <= end else { return nil }
            names.insert(String(decoding: bytes[(at + 46)..<nameEnd], as: UTF8.self))
            at = nameEnd + number(bytes, at: at + 30, bytes: 2) + number(bytes, at: at + 32, bytes: 2)
        }
        return names
    }

    /// The record at the end of an archive; a comment of up to 65 535 bytes may follow it.
    private static func directoryEnd(_ bytes: [UInt8]) -> Int? {
        var at = bytes.count - 22
        let first = max(0, at - 65_535)
        while at >= first {
            if bytes[at] == 0x50, bytes[at..<(at + 4)].elementsEqual([0x50, 0x4b, 0x05, 0x06]) { return at }
            at -= 1
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at start: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }
}
