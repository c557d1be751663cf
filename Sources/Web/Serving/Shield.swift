import Hummingbird
import Logging
import NIOCore
import Storage

/// Around everything: request id, security headers, one log line, metrics, and a page for every error.
struct Shield: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: HubContext, next: (Request, HubContext) async throws -> Response
    ) async throws -> Response {
        let started = ContinuousClock.now
        let requestID = Self.requestID(of: request)
        var context = context
        context.requestID = requestID
        var response: Response
        do {
            if let cleaned = Self.cleaned(request) {
                response = cleaned
            } else {
                response = try await next(request, context)
            }
        } catch {
            response = ErrorPages(site: site).response(to: error, request: request, requestID: requestID, context.log)
        }
        SecurityHeaders.add(to: &response.headers, isSecure: site.kit.settings.isSecure)
        response.headers[SecurityHeaders.Name.requestID] = requestID
        let seconds = started.duration(to: .now).inSeconds
        let route = context.endpointPath ?? "unmatched"
        site.hooks.observe(route, response.status.code, seconds)
        log(request, response, route: route, seconds: seconds, context.log)
        return response
    }

    private func log(_ request: Request, _ response: Response, route: String, seconds: Double, _ logger: Logger) {
        // The query and the address of the visitor stay out of the log: they are personal data.
        let level: Logger.Level = response.status.code >= 500 ? .error : .info
        logger.log(
            level: level, "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)",
                "milliseconds": "\(Int((seconds * 1000).rounded()))",
            ])
    }

    /// Every page has one address: double slashes and one at the end lead to it for good.
    private static func cleaned(_ request: Request) -> Response? {
        let path = request.uri.path
        guard path.contains("//") || (path.hasSuffix("/") && path != "/") else { return nil }
        let clean = "/" + path.split(separator: "/").joined(separator: "/")
        let query = request.uri.query.map { "?\($0)" } ?? ""
        // Control characters and the like are nobody's address.
        guard SafeAddress.of(clean + query) == clean + query else { return nil }
        return Response(status: .permanentRedirect, headers: [.location: clean + query])
    }

    /// The proxy's id when it is harmless text, else one of our own.
    private static func requestID(of request: Request) -> String {
        if let given = request.headers[SecurityHeaders.Name.requestID], (8...64).contains(given.utf8.count),
            given.utf8.allSatisfy({
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
            })
        {
            return given
        }
        return String(UInt64.random(in: .min ... .max), radix: 36)
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
