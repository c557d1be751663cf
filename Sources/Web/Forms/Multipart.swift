import Foundation

/// Reads `multipart/form-data` (RFC 7578), the form of forms that hold files: whole, strictly and within limits.
enum Multipart {
    /// What a form may hold; the size of the whole is the route's business.
    struct Limits: Sendable {
        var parts = 500
        var headerBytes = 8 * 1024
        /// All answers that are not files, together.
        var textBytes = Route.fieldsLimit
    }

    enum Problem: Error, Equatable {
        /// The header names no boundary, or one that RFC 2046 does not allow.
        case boundary
        /// The body does not follow the form, or ends before its last boundary.
        case damaged
        /// A name or a text is not UTF-8.
        case encoding
        case tooManyParts
        case tooMuchText
    }

    /// The text between the parts, from a `Content-Type`; nil when it is no multipart form.
    static func boundary(of contentType: String) throws -> String? {
        guard let (kind, parameters) = HeaderParameters.read(contentType), kind == "multipart/form-data" else {
            return nil
        }
        guard let boundary = parameters["boundary"], (1...70).contains(boundary.utf8.count), boundary.last != " ",
            boundary.utf8.allSatisfy(isBoundaryByte)
        else { throw Problem.boundary }
        return boundary
    }

    /// Answers and files of a body.
    ///
    /// With `isWhole: false` the body was cut at a limit: what came whole before the cut is given, and of the file in
    /// which the cut fell, its name.
    static func parse(
        _ bytes: [UInt8], boundary: String, limits: Limits = Limits(), isWhole: Bool = true
    ) throws -> Answers {
        var reader = MultipartReader(bytes: bytes, boundary: boundary, limits: limits)
        do { try reader.read() } catch Problem.damaged where !isWhole {}
        return reader.answers
    }

    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}

/// One pass over the bytes of a form.
private struct MultipartReader {
    private let bytes: [UInt8]
    private let limits: Multipart.Limits
    /// What ends the content of a part.
    private let delimiter: [UInt8]
    private var position = 0
    private var textBytes = 0
    var answers = Answers()

    init(bytes: [UInt8], boundary: String, limits: Multipart.Limits) {
        self.bytes = bytes
        self.limits = limits
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func read() throws {
        // The first boundary has no line end before it.
        guard bytes.starts(with: delimiter.dropFirst(2)) else { throw Multipart.Problem.damaged }
        position = delimiter.count - 2
        var parts = 0
        while try goesOn() {
            parts += 1
            guard parts <= limits.parts else { throw Multipart.Problem.tooManyParts }
            try part()
        }
    }

    /// After a boundary: a line end before the next part, or two hyphens at the end of all.
    private mutating func goesOn() throws -> Bool {
        guard position + 2 <= bytes.count else { throw Multipart.Problem.damaged }
        let mark = bytes[position..<(position + 2)]
        position += 2
        if mark.elementsEqual("--".utf8) { return false }
        guard mark.elementsEqual("\r\n".utf8) else { throw Multipart.Problem.damaged }
        return true
    }

    private mutating func part() throws {
        let description = try PartDescription(header())
        guard let end = find(delimiter, from: position) else {
            if description.fileName != nil { answers.uploads[description.name, default: []] += [] }
            throw Multipart.Problem.damaged
        }
        let content = bytes[position..<end]
        position = end + delimiter.count
        if let fileName = description.fileName {
            // A file field in which nothing was chosen comes without a name and without bytes.
            guard !fileName.isEmpty || !content.isEmpty else { return }
            let upload = Answers.Upload(
                fileName: FileName.safe(fileName), declaredType: description.mediaType, bytes: Array(content))
            answers.uploads[description.name, default: []].append(upload)
        } else {
            textBytes += content.count
            guard textBytes <= limits.textBytes else { throw Multipart.Problem.tooMuchText }
            // NUL cannot be stored as text and has no meaning in a form.
            guard !content.contains(0), let text = String(validating: content, as: UTF8.self) else {
                throw Multipart.Problem.encoding
            }
            answers.texts[description.name, default: []].append(text)
        }
    }

    /// The lines above a part's content, without the empty line that ends them.
    private mutating func header() throws -> [String] {
        let ending = Array("\r\n\r\n".utf8)
        let last = min(bytes.count, position + limits.headerBytes)
        guard let end = find(ending, from: position, to: last) else { throw Multipart.Problem.damaged }
        let block = bytes[position..<end]
        position = end + ending.count
        guard !block.contains(0), let text = String(validating: block, as: UTF8.self) else {
            throw Multipart.Problem.encoding
        }
        return text.split(separator: "\r\n").map(String.init)
    }

    /// Where the pattern begins. Goes from one first byte to the next by way of the C library, which is fast.
    private func find(_ pattern: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
        let end = end ?? bytes.count
        return bytes.withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress else { return nil }
            var at = start
            while at + pattern.count <= end {
                guard let hit = memchr(base + at, Int32(pattern[0]), end - at - pattern.count + 1) else { return nil }
                at = base.distance(to: UnsafeRawPointer(hit))
                if memcmp(base + at, pattern, pattern.count) == 0 { return at }
                at += 1
            }
            return nil
        }
    }
}

/// What the header of a part says about it.
private struct PartDescription {
    let name: String
    /// nil: an answer that is not a file.
    let fileName: String?
    let mediaType: String

    init(_ lines: [String]) throws {
        var disposition: (kind: String, parameters: [String: String])?
        var mediaType = "application/octet-stream"
        for line in lines {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { throw Multipart.Problem.damaged }
            let value = String(sides[1]).trimmingSpaces()
            switch sides[0].lowercased() {
            case "content-disposition": disposition = HeaderParameters.read(value)
            case "content-type": mediaType = String(value.lowercased().prefix { $0 != ";" }).trimmingSpaces()
            case "content-transfer-encoding":
                // No browser encodes; bytes that would have to be decoded would be mistaken for the file.
                guard ["binary", "8bit", "7bit"].contains(value.lowercased()) else { throw Multipart.Problem.damaged }
            default: break
            }
        }
        guard let disposition, disposition.kind == "form-data", let name = disposition.parameters["name"],
            !name.isEmpty
        else { throw Multipart.Problem.damaged }
        self.name = Self.decoded(name)
        fileName = disposition.parameters["filename"].map(Self.decoded)
        self.mediaType = mediaType
    }

    /// Browsers write three characters of a name as escapes, and no others.
    private static func decoded(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}

/// A header value with parameters: `form-data; name="decision"; filename="hotărâre.pdf"`.
enum HeaderParameters {
    /// The first word in small letters and the parameters by their names in small letters; nil when it is malformed.
    static func read(_ text: String) -> (kind: String, parameters: [String: String])? {
        var rest = text[...]
        let kind = String(rest.prefix { $0 != ";" }).trimmingSpaces().lowercased()
        rest = rest.drop { $0 != ";" }
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            if rest.isEmpty { break }
            let name = String(rest.prefix { $0 != "=" && $0 != ";" }).trimmingSpaces().lowercased()
            rest = rest.dropFirst(name.count).drop { $0 == " " }
            guard !name.isEmpty, rest.first == "=" else { return nil }
            rest = rest.dropFirst()
            guard let value = rest.first == "\"" ? quoted(&rest) : token(&rest), parameters[name] == nil else {
                return nil
            }
            parameters[name] = value
        }
        return kind.isEmpty ? nil : (kind, parameters)
    }

    private static func token(_ rest: inout Substring) -> String? {
        let value = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(value.count)
        let text = String(value).trimmingSpaces()
        return text.isEmpty ? nil : text
    }

    /// Between quotation marks; only a quotation mark itself may be escaped, since old browsers leave `\` as it is.
    private static func quoted(_ rest: inout Substring) -> String? {
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.first {
            rest = rest.dropFirst()
            if character == "\"" {
                rest = rest.drop { $0 == " " || $0 == "\t" }
                return value
            }
            if character == "\\", rest.first == "\"" {
                rest = rest.dropFirst()
                value.append("\"")
            } else {
                value.append(character)
            }
        }
        return nil
    }
}
