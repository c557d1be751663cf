/// Two people's changes of the same text made one, by what both started from.
///
/// Lines that one of them changed follow that one. Where both changed the same lines, their words are looked at: changes
/// with an unchanged word between them go together. What is left is a conflict, and keeps both texts.
package struct TextMerge: Sendable, Equatable {
    /// Some lines of the result.
    package enum Piece: Sendable, Equatable {
        case agreed([String])
        /// Both wrote something else here.
        case conflict(mine: [String], theirs: [String])
    }

    package let pieces: [Piece]

    /// Longer runs of lines or words are a conflict as they are: comparing takes time that grows with their product.
    static let limit = 2000

    package init(base: String, mine: String, theirs: String) {
        let lines = (Self.lines(of: base), Self.lines(of: mine), Self.lines(of: theirs))
        var pieces: [Piece] = []
        for chunk in Self.chunks(lines.0, lines.1, lines.2) {
            let piece = Self.resolved(chunk) ?? Self.mergedWords(chunk)
            if case .agreed(let more) = piece, case .agreed(let before)? = pieces.last {
                pieces[pieces.count - 1] = .agreed(before + more)
            } else {
                pieces.append(piece)
            }
        }
        self.pieces = pieces
    }

    package var conflicts: [(mine: String, theirs: String)] {
        pieces.compactMap { piece in
            guard case .conflict(let mine, let theirs) = piece else { return nil }
            return (mine.joined(separator: "\n"), theirs.joined(separator: "\n"))
        }
    }

    package var isClean: Bool { conflicts.isEmpty }

    /// The whole text; where it is not clean, mine stands before theirs with an empty line between.
    package var text: String {
        var lines: [String] = []
        for piece in pieces {
            switch piece {
            case .agreed(let more): lines += more
            case .conflict(let mine, let theirs):
                lines += mine
                if !mine.isEmpty, !theirs.isEmpty { lines.append("") }
                lines += theirs
            }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Lines and words

    private static func lines(of text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Words with the white space behind them, and line ends by themselves. Each line gets a space at its end, so that
    /// its last word is the same word when others follow it.
    private static func words(of lines: [String]) -> [String] {
        var words: [String] = []
        var word = ""
        func close() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in lines.map({ $0 + " " }).joined(separator: "\n") {
            if character == "\n" || (word.last?.isWhitespace ?? false) && !character.isWhitespace { close() }
            word.append(character)
            if character == "\n" { close() }
        }
        close()
        return words
    }

    private static func lines(ofWords words: [String]) -> [String] {
        words.joined().split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0.last == " " ? $0.dropLast() : $0)
        }
    }

    private static func mergedWords(_ chunk: Chunk<String>) -> Piece {
        let conflict = Piece.conflict(mine: chunk.mine, theirs: chunk.theirs)
        // Nothing stood there, or somebody took it away: there are no words to go by.
        guard !chunk.base.isEmpty, !chunk.mine.isEmpty, !chunk.theirs.isEmpty else { return conflict }
        var merged: [String] = []
        for part in chunks(words(of: chunk.base), words(of: chunk.mine), words(of: chunk.theirs)) {
            guard case .agreed(let words)? = resolved(part) else { return conflict }
            merged += words
        }
        return .agreed(lines(ofWords: merged))
    }

    // MARK: Chunks

    /// A part of the three texts, either the same in all or changed by somebody.
    private struct Chunk<Element: Hashable & Sendable> {
        var base: [Element]
        var mine: [Element]
        var theirs: [Element]
    }

    /// What a part becomes, nil where both changed it.
    private static func resolved(_ chunk: Chunk<String>) -> Piece? {
        if chunk.mine == chunk.base { return .agreed(chunk.theirs) }
        if chunk.theirs == chunk.base || chunk.mine == chunk.theirs { return .agreed(chunk.mine) }
        return nil
    }

    /// The texts cut where a run of elements is the same in all three.
    private static func chunks<Element>(_ base: [Element], _ mine: [Element], _ theirs: [Element]) -> [Chunk<Element>] {
        let head = zip(base, zip(mine, theirs)).prefix { $0 == $1.0 && $0 == $1.1 }.count
        let (tailBase, tailMine, tailTheirs) = (base[head...], mine[head...], theirs[head...])
        let tail = zip(tailBase.reversed(), zip(tailMine.reversed(), tailTheirs.reversed()))
            .prefix { $0 == $1.0 && $0 == $1.1 }.count
        let start = Array(base[..<head])
        let end = Array(base[(base.count - tail)...])
        let middle = Chunk(
            base: Array(tailBase.dropLast(tail)), mine: Array(tailMine.dropLast(tail)),
            theirs: Array(tailTheirs.dropLast(tail)))
        let same = { (part: [Element]) in part.isEmpty ? [] : [Chunk(base: part, mine: part, theirs: part)] }
        return same(start) + cut(middle) + same(end)
    }

    private static func cut<Element>(_ whole: Chunk<Element>) -> [Chunk<Element>] {
        guard [whole.base, whole.mine, whole.theirs].allSatisfy({ $0.count <= limit }) else { return [whole] }
        let (inMine, inTheirs) = (places(whole.base, in: whole.mine), places(whole.base, in: whole.theirs))
        var chunks: [Chunk<Element>] = []
        var (base, mine, theirs) = (0, 0, 0)
        func close(_ nextBase: Int, _ nextMine: Int, _ nextTheirs: Int) {
            guard base < nextBase || mine < nextMine || theirs < nextTheirs else { return }
            chunks.append(
                Chunk(
                    base: Array(whole.base[base..<nextBase]), mine: Array(whole.mine[mine..<nextMine]),
                    theirs: Array(whole.theirs[theirs..<nextTheirs])))
        }
        for place in whole.base.indices {
            guard let ofMine = inMine[place], let ofTheirs = inTheirs[place] else { continue }
            close(place, ofMine, ofTheirs)
            let element = [whole.base[place]]
            chunks.append(Chunk(base: element, mine: element, theirs: element))
            (base, mine, theirs) = (place + 1, ofMine + 1, ofTheirs + 1)
        }
        close(whole.base.count, whole.mine.count, whole.theirs.count)
        return chunks
    }

    /// Where each element of the base stands in a changed text; nil where it is gone.
    private static func places<Element: Hashable>(_ base: [Element], in changed: [Element]) -> [Int?] {
        var gone: Set<Int> = []
        var new: Set<Int> = []
        for change in changed.difference(from: base) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): new.insert(offset)
            }
        }
        var place = 0
        return base.indices.map { index in
            if gone.contains(index) { return nil }
            while new.contains(place) { place += 1 }
            defer { place += 1 }
            return place
        }
    }
}
