/// Where to go on after signing in: only to a page of this hub.
enum LocalPath {
    /// The path itself when it is one of ours, else nil. Browsers read `\` as `/` and drop control characters, so a
    /// path with any of them could lead elsewhere.
    static func safe(_ path: String) -> String? {
        let bytes = Array(path.utf8)
        guard (1...2000).contains(bytes.count), bytes[0] == UInt8(ascii: "/") else { return nil }
        guard bytes.count == 1 || bytes[1] != UInt8(ascii: "/") else { return nil }
        guard bytes.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        return path
    }
}
