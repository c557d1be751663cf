import Foundation

/// The sources of the package as text, found from this file's own place.
package struct SourceTree {
    package struct File {
        /// Path below the package, such as `Sources/Web/Kit.swift`.
        package let path: String
        package let text: String

        package var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

        /// The target: the folder under Sources.
        package var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

        package var imports: [String] {
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index < 2, words.count > index + 1 else { return nil }
                guard index == 0 || words[0].hasPrefix("@") || words[0] == "package" else { return nil }
                return words[index + 1].split(separator: ".").first.map(String.init)
            }
        }
    }

    package let sources: [File]
    private let root: URL

    /// The text of another file of the package.
    package func text(of path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    package init() throws {
        root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appendingPathComponent("Sources")
        let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var files: [File] = []
        while let url = walker?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            let path = String(url.path.dropFirst(root.path.count + 1))
            files.append(File(path: path, text: try String(contentsOf: url, encoding: .utf8)))
        }
        sources = files.sorted { $0.path < $1.path }
    }
}
