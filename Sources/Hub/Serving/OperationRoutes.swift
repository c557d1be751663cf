import Hummingbird
import NIOCore
import Storage
import Web

/// What machines ask: is it alive, is it ready, how is it doing. Plain text, outside the page pipeline.
struct OperationRoutes: Sendable {
    let database: Database
    let metrics: RequestMetrics

    func add(to router: Router<HubContext>) {
        router.get("/health/live") { _, _ in plain("alive\n") }
        router.get("/health/ready") { _, _ in await ready() }
        router.get("/metrics") { _, _ in await measured() }
        router.get("/") { request, _ in home(request) }
        // The yardstick of docs/performance.md: the least the server can do.
        router.get("/plain-text") { _, _ in plain("M100 Hub\n") }
    }

    /// Romanian, unless the browser asks for English before Romanian.
    private func home(_ request: Request) -> Response {
        let wanted = request.headers[.acceptLanguage]?.lowercased() ?? ""
        let places = ["ro", "en"].map { wanted.range(of: $0)?.lowerBound ?? wanted.endIndex }
        let language = places[1] < places[0] ? "en" : "ro"
        return Response(
            status: .found, headers: [.location: "/\(language)", .vary: "Accept-Language", .cacheControl: "no-cache"])
    }

    private func ready() async -> Response {
        do {
            let migrations = try await database.appliedMigrations()
            return plain("ready, \(migrations.count) migrations\n")
        } catch {
            return plain("not ready: \(error)\n", status: .serviceUnavailable)
        }
    }

    private func measured() async -> Response {
        plain(metrics.text() + (await ProcessMetrics.text(database)), mediaType: "text/plain; version=0.0.4")
    }

    private func plain(
        _ text: String, status: HTTPResponse.Status = .ok, mediaType: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: mediaType],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
