/// What one part of a workbook says about the parts that it uses.
final class Relationships: PartReader {
    struct Target {
        /// Last word of the kind's address, such as `worksheet`.
        let kind: String
        /// Path inside the archive.
        let path: String
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: String
    private static let limit = 10_000

    /// The relationships of a part; none when it has no list of them.
    static func of(_ part: String, in archive: ZipArchive) throws(SpreadsheetProblem) -> Relationships {
        let parts = part.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let folder = parts.dropLast().joined(separator: "/")
        let relationships = Relationships(folder: folder)
        let list = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (parts.last ?? "") + ".rels"
        if archive.contains(list) { try PartParser.parse(list, of: archive, relationships) }
        return relationships
    }

    private init(folder: String) { self.folder = folder }

    func first(_ kind: String) -> String? {
        targets.values.filter { $0.kind == kind }.map(\.path).min()
    }

    func start(_ name: Substring, _ attributes: [String: String]) throws(SpreadsheetProblem) {
        // Links to other files are not followed.
        guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
        guard let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"] else {
            return
        }
        guard let path = Self.path(target, from: folder) else { return }
        guard targets.count < Self.limit else { throw SpreadsheetProblem(.tooManyParts(limit: Self.limit)) }
        targets[id] = Target(kind: type.split(separator: "/").last.map(String.init) ?? "", path: path)
    }

    func text(_ text: String) {}

    func end(_ name: Substring) {}

    /// The path in the archive that a target means; nil when it leads out of it.
    static func path(_ target: String, from folder: String) -> String? {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
