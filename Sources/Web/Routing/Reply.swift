import Foundation
import Storage

/// What a handler answers.
package struct Reply: Sendable {
    package enum Content: Sendable {
        case page(Page)
        case bytes([UInt8], mediaType: String)
        /// Written piece by piece while it is read from the database.
        case stream(Writing, mediaType: String)
        case redirect(String)
        case empty
    }

    /// Writes an answer by calling `write` as often as it has something.
    package typealias Writing =
        @Sendable (_ write: (_ bytes: [UInt8]) async throws -> Void) async throws -> Void

    package var status: Int
    package var content: Content
    package var headers: [(name: String, value: String)] = []
    /// Cookies to set; the pipeline adds the attributes.
    package var cookies: [Cookie] = []
    /// Shown once on the page that follows.
    package var notice: String?

    package init(status: Int = 200, _ content: Content) {
        self.status = status
        self.content = content
    }

    /// `Cache-Control` of a file whose address names its content.
    package static let keptForGood = "public, max-age=31536000, immutable"

    package static func page(_ page: Page, status: Int = 200) -> Reply { Reply(status: status, .page(page)) }

    /// The thing has another address for good (308).
    package static func moved(_ path: String) -> Reply { Reply(status: 308, .redirect(path)) }

    /// After a change: go on to a page of this hub (303), with a notice in the visitor's language.
    package static func seeOther(_ path: String, notice: String? = nil) -> Reply {
        var reply = Reply(status: 303, .redirect(path))
        reply.notice = notice
        return reply
    }

    package static func text(_ text: String, mediaType: String = "text/plain; charset=utf-8", status: Int = 200)
        -> Reply
    {
        Reply(status: status, .bytes(Array(text.utf8), mediaType: mediaType))
    }

    /// A file to save, made by the hub.
    package static func download(_ bytes: [UInt8], mediaType: String, fileName: String) -> Reply {
        var reply = Reply(.bytes(bytes, mediaType: mediaType))
        reply.headers.append((name: "Content-Disposition", value: FileName.disposition(fileName)))
        return reply
    }

    /// A file to save that is as long as it must be; one that breaks off on its way is not mistaken for a whole one.
    package static func stream(mediaType: String, fileName: String, _ writing: @escaping Writing) -> Reply {
        var reply = Reply(.stream(writing, mediaType: mediaType))
        reply.headers.append((name: "Content-Disposition", value: FileName.disposition(fileName)))
        return reply
    }

    /// A file that somebody sent, under the name it came with.
    ///
    /// Browsers save it and never run it: it has no rights of its own (`sandbox`), and its type is not guessed.
    /// Nothing on its way keeps a copy: what is shown today may be withdrawn tomorrow.
    package static func file(_ bytes: [UInt8], mediaType: String, fileName: String) -> Reply {
        var reply = download(bytes, mediaType: mediaType, fileName: fileName)
        reply.headers.append((name: "Content-Security-Policy", value: "default-src 'none'; sandbox"))
        reply.headers.append((name: "X-Content-Type-Options", value: "nosniff"))
        reply.headers.append((name: "Cache-Control", value: "no-store"))
        return reply
    }

    /// A blob under the name that its row gives it.
    package static func file(_ blob: Blob, fileName: String) -> Reply {
        file(blob.bytes, mediaType: blob.mediaType, fileName: fileName)
    }

    /// An answer to a script.
    package static func json(_ value: some Encodable, status: Int = 200) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Reply(status: status, .bytes(Array(try encoder.encode(value)), mediaType: "application/json"))
    }
}

/// A cookie of ours; all are HttpOnly, SameSite=Lax, Path=/, and Secure with the `__Host-` prefix under https.
package struct Cookie: Sendable {
    package let name: String
    package let value: String
    /// nil: until the browser closes; 0: delete.
    package let maxAge: Int?

    package init(_ name: String, _ value: String, maxAge: Int?) {
        self.name = name
        self.value = value
        self.maxAge = maxAge
    }

    package static let session = "m100-session"
    package static let form = "m100-form"
    package static let notice = "m100-notice"
}
