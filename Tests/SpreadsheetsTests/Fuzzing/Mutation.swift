/// Changes an input a little, the same way for the same random numbers.
struct Mutation<Random: RandomNumberGenerator> {
    var random: Random
    /// Other inputs to take pieces from.
    let corpus: [[UInt8]]

    /// Pieces that readers stumble over.
    static var words: [[UInt8]] {
        let texts = [
            "\"", "\"\"", ";", ",", "\t", "|", "\r", "\r\n", "\n", "'", "=", "sep=;\n", "\u{feff}", "1.234", "1.234,56",
            "-",
            "<!DOCTYPE a>", "<!ENTITY a \"b\">", "&amp;", "&#x0;", "&#55296;", "]]>", "<![CDATA[", "<!--",
            "<c r=\"XFD1\">",
            "<row r=\"1048577\">", "<row r=\"-1\">", "<v>99999999999999999999</v>", "<v>1e999</v>", "<v>nan</v>",
            "t=\"s\"",
            "t=\"d\"", "s=\"99999999\"", "<is><t>", "<rPh>", "_x0000_", "_xD800_", "<mergeCell ref=\"A1:XFD1048576\"/>",
            "../",
            "//", "encoding=\"UTF-16\"", "PK\u{1}\u{2}", "PK\u{5}\u{6}",
        ]
        return texts.map { Array($0.utf8) } + [
            [0], [0xFF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xC3], [0x80], [0x7F, 0xFF],
        ]
    }

    /// A changed copy of an input; the first byte, which says what the rest is, mostly stays.
    mutating func changed(_ input: [UInt8]) -> [UInt8] {
        var bytes = input
        for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes) }
        if bytes.count > 200_000 { bytes.removeLast(bytes.count - 200_000) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let length = min(bytes.count - place, Int.random(in: 0...40, using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(place..<place + length)
        case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 4:
            let piece = bytes[place..<place + length]
            for _ in 0..<Int.random(in: 1...60, using: &random) { bytes.insert(contentsOf: piece, at: place) }
        case 5 where place > 0: bytes.removeLast(bytes.count - place)
        case 6:
            guard let other = corpus.randomElement(using: &random), !other.isEmpty else { return }
            let start = Int.random(in: 0..<other.count, using: &random)
            bytes.replaceSubrange(place..<place + length, with: other[start..<min(other.count, start + 60)])
        default:
            if let word = Self.words.randomElement(using: &random) { bytes.insert(contentsOf: word, at: place) }
        }
    }
}
