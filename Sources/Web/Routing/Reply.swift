/// What a handler answers.
package struct Reply: Sendable {
    package enum Content: Sendable {
        case page(Page)
        case bytes([UInt8], mediaType: String)
        case redirect(String)
        case empty
    }

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

    package static func page(_ page: Page, status: Int = 200) -> Reply { Reply(status: status, .page(page)) }

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

    /// A file to save under a name of our own making.
    package static func download(_ bytes: [UInt8], mediaType: String, fileName: String) -> Reply {
        var reply = Reply(.bytes(bytes, mediaType: mediaType))
        let safe = fileName.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        reply.headers.append((name: "Content-Disposition", value: "attachment; filename=\"\(safe)\""))
        return reply
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
