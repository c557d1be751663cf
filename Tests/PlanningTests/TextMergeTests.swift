import Support
import Testing

@testable import Planning

/// Three texts made one: what goes together, what does not, and that nothing anybody wrote is lost.
@Suite struct TextMergeTests {
    private static let base = "Primul rând.\n\nAl doilea rând spune ceva.\n\nAl treilea rând."

    @Test(arguments: [
        // One of the two changed nothing.
        (base, base, base, base),
        (base, base + "\nNou.", base, base + "\nNou."),
        (base, base, "Nou.\n" + base, "Nou.\n" + base),
        // Different paragraphs.
        (
            base, base.replacing("Primul", with: "Întâiul"), base.replacing("treilea", with: "3-lea"),
            base.replacing("Primul", with: "Întâiul").replacing("treilea", with: "3-lea")
        ),
        // The same change twice stands once.
        (base, base + "\nNou.", base + "\nNou.", base + "\nNou."),
        // Words of one paragraph, with an unchanged word between them.
        ("unu doi trei patru", "UNU doi trei patru", "unu doi trei PATRU", "UNU doi trei PATRU"),
        ("unu doi trei", "unu și jumătate doi trei", "unu doi trei sfert", "unu și jumătate doi trei sfert"),
        ("unu doi  \ntrei", "UNU doi  \ntrei", "unu doi  \ntrei patru\ncinci", "UNU doi  \ntrei patru\ncinci"),
        // Lines beside each other.
        ("unu\ndoi", "unu 1\ndoi", "unu\ndoi 2 și", "unu 1\ndoi 2 și"),
        // A paragraph taken away that the other left alone.
        ("a\n\nb\n\nc", "a\n\nc", "a\n\nb\n\nc\n\nd", "a\n\nc\n\nd"),
        ("", "", "abc", "abc"), ("abc", "", "abc", ""),
    ]) func goTogether(base: String, mine: String, theirs: String, merged: String) {
        let merge = TextMerge(base: base, mine: mine, theirs: theirs)
        #expect(merge.isClean)
        #expect(merge.text == merged)
        #expect(TextMerge(base: base, mine: theirs, theirs: mine).text == merged)
    }

    @Test(arguments: [
        // The same word, words beside each other, an end that both wrote on, and a paragraph that somebody removed.
        ("unu doi trei", "unu DOI trei", "unu 2 trei"), ("unu doi trei", "UNU doi trei", "unu 2 trei"),
        ("a\nb", "a\nb\nAna", "a\nb\nIon"), ("a\n\nb cu ceva\n\nc", "a\n\nc", "a\n\nb cu altceva\n\nc"),
        ("", "al meu", "al lui"), ("abc", "", "abcd"),
    ]) func keepBoth(base: String, mine: String, theirs: String) throws {
        let merge = TextMerge(base: base, mine: mine, theirs: theirs)
        #expect(!merge.isClean && merge.conflicts.count == 1)
        let conflict = try #require(merge.conflicts.first)
        for (part, whole) in [(conflict.mine, mine), (conflict.theirs, theirs)] where !part.isEmpty {
            #expect(whole.contains(part) && merge.text.contains(part))
        }
        #expect(!conflict.mine.isEmpty || !conflict.theirs.isEmpty)
        #expect(TextMerge(base: base, mine: theirs, theirs: mine).conflicts.count == 1)
    }

    @Test func aConflictLeavesTheRestMerged() {
        let merge = TextMerge(base: "a\nb\nc\nd\ne", mine: "A\nb\nc1\nd\ne", theirs: "a\nb\nc2\nd\nE")
        #expect(merge.pieces == [.agreed(["A", "b"]), .conflict(mine: ["c1"], theirs: ["c2"]), .agreed(["d", "E"])])
        #expect(merge.text == "A\nb\nc1\n\nc2\nd\nE")
    }

    @Test func longTextsAreNotComparedForEver() {
        let many = (0..<5000).map { "rând \($0)" }
        let (mine, theirs) = (many.map { "\($0) al meu" }, many.map { "\($0) al lui" })
        let merge = TextMerge(
            base: many.joined(separator: "\n"), mine: mine.joined(separator: "\n"),
            theirs: theirs.joined(separator: "\n"))
        #expect(merge.pieces == [.conflict(mine: mine, theirs: theirs)])
        // What they share at both ends is not counted.
        let end = TextMerge(
            base: many.joined(separator: "\n"), mine: (["nou"] + many).joined(separator: "\n"),
            theirs: (many + ["sfârșit"]).joined(separator: "\n"))
        #expect(!end.isClean || end.text == (["nou"] + many + ["sfârșit"]).joined(separator: "\n"))
    }

    /// People only add words that nobody else writes: each must come out once, and only once.
    @Test func noWordIsLostInRandomTexts() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed)
        var merged = 0
        for round in 0..<2000 {
            let base = Self.text(&random, "b\(round)")
            let (mine, ofMine) = Self.changed(base, "m", &random)
            let (theirs, ofTheirs) = Self.changed(base, "t", &random)
            let merge = TextMerge(
                base: Self.joined(base), mine: Self.joined(mine), theirs: Self.joined(theirs))
            let words = merge.text.split { $0.isWhitespace }.map { String($0) }
            let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
            for word in ofMine + ofTheirs { #expect(counts[word] == 1, "seed \(seed), round \(round): \(word)") }
            if merge.isClean { merged += 1 }
            if merge.isClean {
                // What both left stands once; what one of them took away is gone.
                let kept = Set(mine.joined()).intersection(theirs.joined())
                for word in base.joined() {
                    #expect((counts[word] == 1) == kept.contains(word), "seed \(seed), round \(round): \(word)")
                }
            }
        }
        #expect(merged > 200 && merged < 2000, "seed \(seed): \(merged) of 2000 went together")
    }

    /// Changes of different lines, with a line between them that nobody touched, always go together.
    @Test func changesApartGoTogether() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed)
        for round in 0..<500 {
            let base = (0..<12).map { "rândul \($0) al textului" }
            var (mine, theirs, wanted) = (base, base, base)
            let first = Int.random(in: 0..<5, using: &random)
            let second = Int.random(in: (first + 2)..<12, using: &random)
            mine[first] = "al meu \(round)"
            theirs[second] = "al lui \(round)"
            (wanted[first], wanted[second]) = (mine[first], theirs[second])
            let merge = TextMerge(
                base: base.joined(separator: "\n"), mine: mine.joined(separator: "\n"),
                theirs: theirs.joined(separator: "\n"))
            #expect(merge.isClean && merge.text == wanted.joined(separator: "\n"), "seed \(seed), round \(round)")
        }
    }

    // MARK: Random texts

    private static func text(_ random: inout SeededRandom, _ mark: String) -> [[String]] {
        (0..<Int.random(in: 0...8, using: &random)).map { line in
            (0..<Int.random(in: 1...6, using: &random)).map { "\(mark)-\(line)-\($0)" }
        }
    }

    private static func joined(_ lines: [[String]]) -> String {
        lines.map { $0.joined(separator: " ") }.joined(separator: "\n")
    }

    /// Some words and lines added, some taken away.
    private static func changed(
        _ base: [[String]], _ mark: String, _ random: inout SeededRandom
    ) -> (lines: [[String]], added: [String]) {
        var (lines, added) = (base, [String]())
        for step in 0..<Int.random(in: 0...3, using: &random) {
            let word = "\(mark)\(step)"
            let line = Int.random(in: 0...lines.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                lines.insert([word], at: line)
                added.append(word)
            case 1 where line < lines.count && lines[line].allSatisfy { $0.hasPrefix("b") }: lines.remove(at: line)
            case 2 where line < lines.count && lines[line].count > 1:
                if let place = lines[line].lastIndex(where: { $0.hasPrefix("b") }) { lines[line].remove(at: place) }
            case _ where line < lines.count:
                lines[line].insert(word, at: Int.random(in: 0...lines[line].count, using: &random))
                added.append(word)
            default: break
            }
        }
        return (lines.filter { !$0.isEmpty }, added)
    }
}
