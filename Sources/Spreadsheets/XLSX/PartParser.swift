import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a reader of one kind of part does with its XML; names come without their prefix.
protocol PartReader: AnyObject {
    func start(_ name: Substring, _ attributes: [String: String]) throws(SpreadsheetProblem)
    func text(_ text: String) throws(SpreadsheetProblem)
    func end(_ name: Substring) throws(SpreadsheetProblem)
}

/// Feeds one part to a reader, element by element.
enum PartParser {
    static func parse(_ name: String, of archive: ZipArchive, _ reader: some PartReader) throws(SpreadsheetProblem) {
        let stream = PartStream(try archive.open(name))
        let parser = XMLParser(stream: stream)
        let delegate = Delegate(reader, stream, archive)
        parser.shouldResolveExternalEntities = false
        parser.delegate = delegate
        let isComplete = parser.parse()
        if let problem = stream.problem { throw problem }
        guard isComplete, !delegate.sawError else { throw SpreadsheetProblem(.damagedPart(name)) }
    }

    private final class Delegate: NSObject, XMLParserDelegate {
        private let reader: any PartReader
        private let stream: PartStream
        private let archive: ZipArchive
        private(set) var sawError = false

        init(_ reader: any PartReader, _ stream: PartStream, _ archive: ZipArchive) {
            self.reader = reader
            self.stream = stream
            self.archive = archive
        }

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            attempt(parser) { () throws(SpreadsheetProblem) in
                try archive.countElement()
                try reader.start(Self.local(elementName), attributes)
            }
        }

        func parser(
            _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
        ) {
            attempt(parser) { () throws(SpreadsheetProblem) in try reader.end(Self.local(elementName)) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            attempt(parser) { () throws(SpreadsheetProblem) in try reader.text(string) }
        }

        func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
            attempt(parser) { () throws(SpreadsheetProblem) in
                try reader.text(String(decoding: CDATABlock, as: UTF8.self))
            }
        }

        func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
            sawError = true
            stream.stop()
        }

        /// After the first problem nothing more is handed on: the parser may still hold the rest of a piece.
        private func attempt(_ parser: XMLParser, _ step: () throws(SpreadsheetProblem) -> Void) {
            guard stream.problem == nil, !sawError else { return }
            do { try step() } catch {
                stream.stop(error)
                parser.abortParsing()
            }
        }

        private static func local(_ name: String) -> Substring {
            guard let colon = name.utf8.lastIndex(of: 0x3A) else { return name[...] }
            return name[name.utf8.index(after: colon)...]
        }
    }
}

/// The attribute of this name, whatever prefix it has.
func attribute(_ name: String, of attributes: [String: String]) -> String? {
    attributes[name] ?? attributes.first { $0.key.hasSuffix(":" + name) }?.value
}
