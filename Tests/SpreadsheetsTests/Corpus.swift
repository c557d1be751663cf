import Foundation

/// The kept inputs beside these tests.
enum Corpus {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// Names of the files of a folder.
    static func names(_ part: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path).sorted()
    }

    /// All files as inputs of a trial: their folder says what they are.
    static func inputs() throws -> [[UInt8]] {
        let folders: [(String, Trial.Target)] = [
            ("good", .file), ("bad", .file), ("sheet", .sheet), ("strings", .strings), ("styles", .styles),
            ("workbook", .workbook), ("relationships", .relationships), ("numbers", .numbers), ("good", .lossless),
        ]
        return try folders.flatMap { part, target in
            try names(part).map { [target.rawValue] + (try bytes("\(part)/\($0)")) }
        }
    }
}
