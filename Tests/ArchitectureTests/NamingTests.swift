import Foundation
import Support
import Testing

/// The naming law, as far as a machine can see it.
@Suite struct NamingTests {
    static let emptyWords = ["Utils", "Helpers", "Common", "Core", "Manager", "Extensions"]

    @Test func noNameIsAnEmptyWord() throws {
        for file in try SourceTree().sources {
            for part in file.path.split(separator: "/") {
                let name = part.replacing(".swift", with: "")
                for word in Self.emptyWords {
                    // `StringExtensions` is empty, `CommonPasswords` says what it holds.
                    #expect(name != word && !name.hasSuffix(word), "\(file.path)")
                }
            }
        }
    }

    /// Whoever looks for something finds it in README's map: every target, and every room of a wing.
    @Test func theMapNamesEveryTargetAndRoom() throws {
        let tree = try SourceTree()
        let map = try tree.text(of: "README.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let doors = tree.sources.filter { $0.name == "\($0.target).swift" && $0.text.contains("Feature(") }
        #expect(doors.count > 2)
        for target in Set(tree.sources.map(\.target)) {
            guard let line = map.first(where: { $0.contains("`Sources/\(target)`") }) else {
                Issue.record("README's map lacks Sources/\(target)")
                continue
            }
            guard doors.contains(where: { $0.target == target && $0.target != "Hub" }) else { continue }
            let folders = tree.sources.filter { $0.target == target }.map { $0.path.split(separator: "/") }
            for room in Set(folders.filter { $0.count > 3 }.map { $0[2] }) {
                #expect(line.contains(room), "README's map lacks \(room) of \(target)")
            }
        }
    }

    /// A target with rooms is a wing, and a wing has its door.
    @Test func everyWingHasItsDoor() throws {
        let sources = try SourceTree().sources
        let wings = Set(sources.filter { $0.name.hasSuffix("Routes.swift") }.map(\.target)).subtracting(["Hub", "Web"])
        #expect(wings.isSuperset(of: ["Members", "Cities", "Publishing"]))
        let paths = Set(sources.map(\.path))
        for wing in wings { #expect(paths.contains("Sources/\(wing)/\(wing).swift"), "\(wing)") }
    }

    /// SQL that reads or changes rows stands in `…Queries.swift`, in the record's migration, or in Storage.
    @Test func sqlStaysWithTheQueries() throws {
        let verbs = try Regex(#"\"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s+[a-z*(]"#)
        for file in try SourceTree().sources where !["Storage", "Background"].contains(file.target) {
            guard !file.name.hasSuffix("Queries.swift") else { continue }
            for line in file.lines where line.contains(verbs) {
                Issue.record("\(file.path): SQL outside the queries: \(line)")
            }
        }
    }

    /// Trusted markup is made in these files only; everything else is escaped.
    static let rawMarkup: Set<String> = [
        "Sources/Web/HTML/HTML.swift", "Sources/Web/HTML/Rendering.swift", "Sources/Web/Components/PageShell.swift",
        "Sources/Web/Markdown/Markdown.swift",
        // A document's own style, and drawings inside it: no text of people goes that way.
        "Sources/Planning/Contracts/Paper/ContractPaper.swift",
        "Sources/Planning/Contracts/Paper/ContractPaperFigure.swift",
    ]

    @Test func rawMarkupIsMadeInFewPlaces() throws {
        let users = try SourceTree().sources.filter { $0.text.contains("HTML.raw(") || $0.text.contains(" .raw(") }
        #expect(Set(users.map(\.path)).subtracting(Self.rawMarkup) == [])
    }

    @Test func filesHoldOneIdea() throws {
        for file in try SourceTree().sources {
            #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines: two ideas in it?")
        }
    }

    @Test func nothingIsForcedOrLeftOpen() throws {
        let marks = try Regex(#"TODO|FIXME|fatalError\(|try!|\bas!"#)
        for file in try SourceTree().sources {
            for line in file.lines where line.contains(marks) { Issue.record("\(file.path): \(line)") }
        }
    }
}
