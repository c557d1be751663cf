extension HTML.Node {
    /// An element with its start tag, content and end tag.
    ///
    /// Short content is copied into one piece with its tags. Long content hangs between them as it is, or a page would
    /// be copied once for each level of its elements.
    @usableFromInline static func element(_ name: StaticString, _ attributes: [Attribute], _ content: HTML) -> HTML.Node
    {
        let opening = name.utf8CodeUnitCount + 2 + attributes.reduce(0) { $0 + $1.size }
        let closing = name.utf8CodeUnitCount + 3
        guard let inside = content.shortSize else {
            let start = Piece(opening) { $0.open(name, attributes) }
            let end = Piece(closing) { $0.close(name) }
            return .list([HTML(.written(start)), content, HTML(.written(end))])
        }
        return .written(
            Piece(opening + inside + closing) { writer in
                writer.open(name, attributes)
                content.write(into: &writer)
                writer.close(name)
            })
    }

    /// An element without an end tag, such as `<br>`.
    @usableFromInline static func void(_ name: StaticString, _ attributes: [Attribute]) -> HTML.Node {
        let size = name.utf8CodeUnitCount + 2 + attributes.reduce(0) { $0 + $1.size }
        return .written(Piece(size) { $0.open(name, attributes) })
    }
}

extension HTML {
    /// More bytes than this are not copied into the element around them.
    private static let shortLimit = 1024

    /// How many bytes this will be; nil when it is long or not known yet.
    fileprivate var shortSize: Int? {
        let size: Int
        switch node {
        case .empty: return 0
        case .text(let text): size = Escaping.size(text)
        case .written(let piece): size = piece.count
        case .late, .fetched: return nil
        case .list(let parts):
            var sum = 0
            for part in parts {
                guard let more = part.shortSize else { return nil }
                sum += more
            }
            size = sum
        }
        return size <= Self.shortLimit ? size : nil
    }

    fileprivate func write(into writer: inout ByteWriter) {
        switch node {
        case .empty, .late, .fetched: return
        case .text(let text): Escaping.write(text, into: &writer)
        case .written(let piece): piece.withBytes { writer.append($0) }
        case .list(let parts): for part in parts { part.write(into: &writer) }
        }
    }

    /// The pieces in their order and the size of all, with what could be made only now.
    private func collect(into pieces: inout [HTML], _ size: inout Int, _ fetched: inout Int) {
        switch node {
        case .empty: return
        case .text(let text):
            pieces.append(self)
            size += Escaping.size(text)
        case .written(let piece):
            pieces.append(self)
            size += piece.count
        case .list(let parts): for part in parts { part.collect(into: &pieces, &size, &fetched) }
        case .late(let make): make(size + fetched).collect(into: &pieces, &size, &fetched)
        case .fetched(let bytes): fetched += bytes
        }
    }

    /// The markup as UTF-8.
    package var bytes: [UInt8] { bytes(after: "") }

    /// The markup as UTF-8, after a text that is written as it is.
    func bytes(after start: StaticString) -> [UInt8] {
        var pieces: [HTML] = []
        var (size, fetched) = (0, 0)
        collect(into: &pieces, &size, &fetched)
        return [UInt8](unsafeUninitializedCapacity: start.utf8CodeUnitCount + size) { buffer, count in
            var writer = ByteWriter(buffer)
            writer.append(literal: start)
            for piece in pieces { piece.write(into: &writer) }
            count = writer.count
        }
    }

    /// Writes the markup at the end of a buffer.
    package func render(into bytes: inout [UInt8]) { bytes.append(contentsOf: self.bytes) }

    /// The markup as text, for tests and feeds.
    package var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension Attribute {
    /// How many bytes `write` takes.
    fileprivate var size: Int {
        switch kind {
        case .missing: 0
        case .flag: 1 + name.utf8CodeUnitCount
        case .value: 4 + name.utf8CodeUnitCount + Escaping.size(value)
        case .aria, .data: 9 + name.utf8CodeUnitCount + Escaping.size(value)
        }
    }

    fileprivate func write(into writer: inout ByteWriter) {
        if kind == .missing { return }
        writer.append(UInt8(ascii: " "))
        if kind == .aria { writer.append(literal: "aria-") }
        if kind == .data { writer.append(literal: "data-") }
        writer.append(literal: name)
        if kind == .flag { return }
        writer.append(literal: "=\"")
        Escaping.write(value, into: &writer)
        writer.append(UInt8(ascii: "\""))
    }
}

extension ByteWriter {
    fileprivate mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        append(UInt8(ascii: "<"))
        append(literal: name)
        for attribute in attributes { attribute.write(into: &self) }
        append(UInt8(ascii: ">"))
    }

    fileprivate mutating func close(_ name: StaticString) {
        append(literal: "</")
        append(literal: name)
        append(UInt8(ascii: ">"))
    }
}
