/// Which words two texts share (longest common subsequence over words).
struct TextDifference {
    /// A run of words that are all shared or all of one text only.
    struct Part: Equatable {
        var text: String
        let isShared: Bool
    }

    private(set) var first: [Part] = []
    private(set) var second: [Part] = []

    /// Texts of more words than this are shown without marks: the table grows with the product of both.
    static let limit = 1500

    init(_ one: String, _ two: String) {
        let left = Self.words(of: one)
        let right = Self.words(of: two)
        guard left.count <= Self.limit, right.count <= Self.limit else {
            first = [Part(text: one, isShared: true)]
            second = [Part(text: two, isShared: true)]
            return
        }
        let lengths = Self.lengths(left, right)
        var row = 0
        var column = 0
        while row < left.count || column < right.count {
            if row < left.count, column < right.count, left[row] == right[column] {
                Self.add(left[row], isShared: true, to: &first)
                Self.add(right[column], isShared: true, to: &second)
                row += 1
                column += 1
            } else if column == right.count
                || (row < left.count && lengths[row + 1][column] >= lengths[row][column + 1])
            {
                Self.add(left[row], isShared: false, to: &first)
                row += 1
            } else {
                Self.add(right[column], isShared: false, to: &second)
                column += 1
            }
        }
    }

    /// Words and the white space between them, in order; joined they are the text again.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while let character = rest.first {
            let word = rest.prefix { $0.isWhitespace == character.isWhitespace }
            words.append(word)
            rest = rest[word.endIndex...]
        }
        return words
    }

    private static func lengths(_ left: [Substring], _ right: [Substring]) -> [[Int]] {
        var lengths = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row][column] =
                    left[row] == right[column]
                    ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        return lengths
    }

    private static func add(_ word: Substring, isShared: Bool, to parts: inout [Part]) {
        if let last = parts.indices.last, parts[last].isShared == isShared {
            parts[last].text += word
        } else {
            parts.append(Part(text: String(word), isShared: isShared))
        }
    }
}
