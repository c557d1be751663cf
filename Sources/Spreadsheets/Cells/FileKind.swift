import Foundation

/// What a file is, by its first bytes.
enum FileKind {
    case zip
    case text

    /// Throws a problem that says what to do when the file is of a kind that is not read.
    init(of bytes: [UInt8]) throws(SpreadsheetProblem) {
        guard !bytes.isEmpty else { throw SpreadsheetProblem(.emptyFile) }
        func begins(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
        if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
            return
        }
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw SpreadsheetProblem(Self.isEncrypted(bytes) ? .encryptedFile : .oldExcelFile)
        }
        if let kind = Self.known(bytes) { throw SpreadsheetProblem(.otherFile(kind)) }
        let sample = bytes.prefix(4_000)
        let zeros = sample.count { $0 == 0 }
        // UTF-16 without a mark has about as many zeros as letters; other zeros are no text.
        let isWide = begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) || zeros * 4 > sample.count
        let controls = sample.count { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x00].contains($0) }
        guard isWide || zeros == 0 && controls * 20 <= sample.count else { throw SpreadsheetProblem(.binaryFile) }
        self = .text
    }

    private static func known(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: "%PDF".utf8) { return "PDF" }
        if bytes.starts(with: "{\\rtf".utf8) { return "RTF" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            return "PNG/JPEG"
        }
        let start = String(decoding: bytes.prefix(300), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{feff}" }
            .lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return "HTML" }
        if start.hasPrefix("<?xml") { return "XML" }
        return nil
    }

    /// A password-protected workbook is a container with a stream of this name, written in UTF-16.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        let name: [UInt8] = "EncryptedPackage".utf8.reduce(into: []) { $0 += [$1, 0] }
        return Data(bytes).range(of: Data(name)) != nil
    }

    /// The bytes of a file that is not larger than allowed.
    static func bytes(file: String, limits: ReadingLimits) throws(SpreadsheetProblem) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file) else { throw SpreadsheetProblem(.cannotBeOpened) }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: limits.fileBytes + 1) ?? Data()
            if data.count <= limits.fileBytes { return Array(data) }
        } catch {
            throw SpreadsheetProblem(.cannotBeOpened)
        }
        throw SpreadsheetProblem(.fileTooLarge(bytes: limits.fileBytes))
    }
}
