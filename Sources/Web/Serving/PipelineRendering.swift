import HTTPTypes
import Hummingbird
import NIOCore

/// From a reply to bytes on the wire.
extension Pipeline {
    func render(_ reply: Reply, _ visit: Visit, _ request: Request, formCookie: String?) throws -> Response {
        var headers = HTTPFields()
        for header in reply.headers { if let name = HTTPField.Name(header.name) { headers[name] = header.value } }
        var cookies = reply.cookies
        if let formCookie, case .page = reply.content { cookies.append(Cookie(Cookie.form, formCookie, maxAge: nil)) }
        if let notice = reply.notice {
            cookies.append(Cookie(Cookie.notice, visit.kit.signer.sealed(notice, purpose: "notice"), maxAge: 60))
        } else if visit.notice != nil, case .page = reply.content {
            cookies.append(Cookie(Cookie.notice, "", maxAge: 0))
        }
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: line(of: cookie))) }
        if case .redirect(let path) = reply.content {
            headers[.location] = path
            return Response(status: .init(code: reply.status), headers: headers)
        }
        if case .stream(let writing, let mediaType) = reply.content {
            headers[.contentType] = mediaType
            return Response(status: .init(code: reply.status), headers: headers, body: streamed(writing))
        }
        guard let (bytes, mediaType) = content(of: reply, visit) else {
            return Response(status: .init(code: reply.status), headers: headers)
        }
        headers[.contentType] = mediaType
        headers[.vary] = "Accept-Encoding"
        // Small answers gain nothing from compression.
        if bytes.count > 1024, request.acceptsGzip, let compressed = Gzip.compress(bytes, level: 1) {
            headers[.contentEncoding] = "gzip"
            return Response(
                status: .init(code: reply.status), headers: headers,
                body: .init(byteBuffer: ByteBuffer(bytes: compressed)))
        }
        return Response(
            status: .init(code: reply.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    func content(of reply: Reply, _ visit: Visit) -> (bytes: [UInt8], mediaType: String)? {
        switch reply.content {
        case .page(let page): (PageShell.render(page, frame: site.frame(for: visit)), "text/html; charset=utf-8")
        case .bytes(let bytes, let mediaType): (bytes, mediaType)
        case .stream, .redirect, .empty: nil
        }
    }

    private func streamed(_ writing: @escaping Reply.Writing) -> ResponseBody {
        ResponseBody { writer in
            // The writer cannot be shared with the closure, so it travels in a variable of this body alone.
            var writer = writer
            try await writing { bytes in
                guard !bytes.isEmpty else { return }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }

    private func line(of cookie: Cookie) -> String {
        let isSecure = site.kit.settings.isSecure
        var line = "\(isSecure ? "__Host-" : "")\(cookie.name)=\(cookie.value); Path=/; HttpOnly; SameSite=Lax"
        if let maxAge = cookie.maxAge { line += "; Max-Age=\(maxAge)" }
        return isSecure ? line + "; Secure" : line
    }
}

extension Visit {
    /// The same visit with its forms bound to a new anonymous cookie.
    func bound(to binding: String) -> Visit {
        Visit(
            kit: kit, language: language, visitor: visitor, parameters: parameters, query: query, answers: answers,
            fullPath: fullPath, queryText: queryText, now: now, requestID: requestID, clientAddress: clientAddress,
            userAgent: userAgent, baseLogger: baseLogger, formBinding: binding, notice: notice)
    }
}
