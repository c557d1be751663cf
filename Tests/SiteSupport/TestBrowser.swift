import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Web

/// What came back.
package struct TestAnswer: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var location: String? { headers[.location] }

    /// The value of the first input of this name, as it stands in the page.
    package func inputValue(_ name: String) -> String? {
        let pattern = "<input[^>]*name=\"\(NSRegularExpression.escapedPattern(for: name))\"[^>]*>"
        guard let tag = text.range(of: pattern, options: .regularExpression).map({ text[$0] }),
            let value = tag.range(of: "value=\"[^\"]*\"", options: .regularExpression)
        else { return nil }
        return String(tag[value].dropFirst(7).dropLast()).unescaped
    }
}

/// A browser with cookies, that sends forms as the pages of the hub show them.
package final class TestBrowser: Sendable {
    let site: TestSite
    private let cookies = Mutex<[String: String]>([:])

    init(site: TestSite) { self.site = site }

    package func setCookie(_ name: String, _ value: String) { cookies.withLock { $0[name] = value } }

    package func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }

    package func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestAnswer {
        try await send(.get, path, headers: headers, body: nil)
    }

    /// Opens the page with the form, takes its token (and version), and sends the fields to `action`.
    package func submit(
        _ fields: [(String, String)], on page: String, to action: String? = nil
    ) async throws -> TestAnswer {
        let shown = try await get(page)
        var all = fields
        for name in ["form-token", "version"] where !fields.contains(where: { $0.0 == name }) {
            if let value = shown.inputValue(name) { all.append((name, value)) }
        }
        return try await post(action ?? page, all)
    }

    package func post(_ path: String, _ fields: [(String, String)]) async throws -> TestAnswer {
        try await postRaw(path, body: Array(FormBody.encode(fields).utf8))
    }

    package func postRaw(
        _ path: String, body: [UInt8], contentType: String = "application/x-www-form-urlencoded",
        headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        var headers = headers
        headers[.contentType] = contentType
        return try await send(.post, path, headers: headers, body: body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: [UInt8]?
    ) async throws -> TestAnswer {
        var headers = headers
        let line = cookies.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        if !line.isEmpty { headers[.cookie] = line.joined(separator: "; ") }
        let buffer = body.map { ByteBuffer(bytes: $0) }
        let response = try await site.client.execute(uri: path, method: method, headers: headers, body: buffer)
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            let isGone = cookie.contains("Max-Age=0")
            cookies.withLock { $0[String(pair[0])] = isGone || pair.count < 2 ? nil : String(pair[1]) }
        }
        return TestAnswer(
            status: response.status.code, headers: response.headers,
            bytes: Array(buffer: response.body))
    }
}
