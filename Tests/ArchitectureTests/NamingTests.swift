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

    @Test func everyWingHasItsDoor() throws {
        let paths = Set(try SourceTree().sources.map(\.path))
        for wing in ["Members", "Cities", "Publishing"] { #expect(paths.contains("Sources/\(wing)/\(wing).swift")) }
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
