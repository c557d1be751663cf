import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The way of one request through the hub: shared page? who asks? may they? what did they send? — then the handler.
struct Pipeline: Sendable {
    let site: Site
    let route: Route
    let language: Language

    private var kit: Kit { site.kit }

    func answer(_ request: Request, _ context: HubContext) async throws -> Response {
        let query = try queryAnswers(request)
        let sessionToken = request.cookie(cookieName(Cookie.session))
        let isShared =
            route.caching == .untilDataChange && sessionToken == nil
            && request.cookie(cookieName(Cookie.notice)) == nil
        if isShared { return try await shared(request, context, query) }

        let parameters = try routeParameters(context)
        let (visitor, handler) = try await visitorAndHandler(sessionToken, parameters)
        let verdict = try await route.access.verdict(visitor, parameters, kit.database)
        let answers = route.method == .post ? try await body(request, isAdmitted: verdict == .allowed) : Answers()
        var visit = visit(request, context, visitor: visitor, parameters: parameters, query: query, answers: answers)
        let formCookie = formCookieNeeded(request, visitor)
        if let formCookie { visit = visit.bound(to: formCookie) }

        try admit(visit, verdict)
        if route.method == .post {
            if let refusal = refusalOfForm(visit, request) {
                return try render(refusal, visit, request, formCookie: formCookie)
            }
        }
        let reply = try await handler(visit)
        if route.method == .post {
            site.hooks.dataVersion.expire()
            if let session = visitor.signedIn?.session { try await site.hooks.acted(session) }
        }
        return try render(reply, visit, request, formCookie: formCookie)
    }

    /// Who asks and who answers; where the route says beforehand what it reads, both come in one round trip.
    private func visitorAndHandler(
        _ sessionToken: String?, _ parameters: RouteParameters
    ) async throws -> (Visitor, Handler) {
        let visitor = sessionToken.map(site.hooks.visitor) ?? .known(.anonymous)
        guard let reading = route.reading else { return (try await kit.database.answer(visitor), route.handler) }
        return try await kit.database.answer(visitor.and(try await reading(parameters)))
    }

    // MARK: Shared pages

    private func shared(_ request: Request, _ context: HubContext, _ query: Answers) async throws -> Response {
        let version = try await site.hooks.dataVersion.current()
        let key = request.uri.description
        if let page = site.cache.page(key, version: version) { return cachedResponse(page, request) }
        let visit = visit(
            request, context, visitor: .anonymous, parameters: try routeParameters(context), query: query,
            answers: Answers())
        try admit(visit, try await route.access.verdict(.anonymous, visit.parameters, kit.database))
        let reply = try await route.handler(visit)
        guard reply.status == 200, let (bytes, mediaType) = content(of: reply, visit) else {
            return try render(reply, visit, request, formCookie: nil)
        }
        let page = CachedPage(version: version, bytes: bytes, mediaType: mediaType, headers: reply.headers)
        site.cache.store(page, for: key)
        return cachedResponse(page, request)
    }

    private func cachedResponse(_ page: CachedPage, _ request: Request) -> Response {
        if request.headers[.ifNoneMatch]?.contains(page.tag) ?? false {
            return Response(status: .notModified, headers: page.headers)
        }
        if request.acceptsGzip, let compressed = page.compressed {
            var headers = page.headers
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
        }
        return Response(status: .ok, headers: page.headers, body: .init(byteBuffer: page.content))
    }

    // MARK: Reading the request

    private func queryAnswers(_ request: Request) throws -> Answers {
        guard let text = request.uri.query, !text.isEmpty else { return Answers() }
        do { return try FormBody.parse(text.utf8) } catch {
            throw PageError.badRequest(kit.languages[language]("The address holds characters that cannot be read."))
        }
    }

    /// Nothing in the hub has a name with broken UTF-8 or NUL, which a database could not even be asked for.
    private func routeParameters(_ context: HubContext) throws -> RouteParameters {
        var values: [String: String] = [:]
        for name in route.parameterNames {
            guard let written = context.parameters.get(name) else { throw PageError.notFound }
            let isPlain = !written.utf8.contains(UInt8(ascii: "%"))
            guard let value = isPlain ? written : written.removingPercentEncoding, !value.utf8.contains(0) else {
                throw PageError.notFound
            }
            values[name] = value
        }
        return RouteParameters(values)
    }

    private func body(_ request: Request, isAdmitted: Bool) async throws -> Answers {
        try await FormReading(route: route, t: kit.languages[language]).answers(request, isAdmitted: isAdmitted)
    }

    private func visit(
        _ request: Request, _ context: HubContext, visitor: Visitor, parameters: RouteParameters, query: Answers,
        answers: Answers
    ) -> Visit {
        let notice = request.cookie(cookieName(Cookie.notice)).flatMap { kit.signer.opened($0, purpose: "notice") }
        return Visit(
            kit: kit, language: language, visitor: visitor, parameters: parameters, query: query, answers: answers,
            fullPath: request.uri.path, queryText: request.uri.query ?? "", now: kit.now(),
            requestID: context.requestID,
            clientAddress: clientAddress(request, context), userAgent: request.headers[.userAgent] ?? "",
            baseLogger: context.logger,
            formBinding: visitor.signedIn?.session ?? request.cookie(cookieName(Cookie.form)) ?? "", notice: notice)
    }

    private func clientAddress(_ request: Request, _ context: HubContext) -> String {
        // The last entry is the one our own proxy wrote; earlier ones are the visitor's word.
        if kit.settings.isBehindProxy, let line = request.header("X-Forwarded-For") {
            return line.split(separator: ",").last.map { String($0).trimmingSpaces() } ?? ""
        }
        return context.remoteAddress?.ipAddress ?? ""
    }

    // MARK: Admission

    private func admit(_ visit: Visit, _ verdict: Verdict) throws {
        switch verdict {
        case .allowed: return
        case .hidden:
            // Whose session has ended sends what they typed for an hour: it is kept for them. The answer is the same
            // for what does not exist.
            guard visit.visitor.signedIn == nil, route.method == .post, route.isLocalised else {
                throw PageError.notFound
            }
            throw SignInNeeded(visit: visit, isForm: true)
        case .refused:
            guard visit.visitor.signedIn == nil else { throw PageError.refused }
            throw SignInNeeded(visit: visit, isForm: route.method == .post)
        }
    }

    /// A form without a valid token is not carried out; a person sees what they typed and can send it again.
    private func refusalOfForm(_ visit: Visit, _ request: Request) -> Reply? {
        let token = visit.answers.text("form-token")
        let isOurs = kit.signer.isValidFormToken(token, binding: visit.formBinding) && !visit.formBinding.isEmpty
        let fetchSite = request.headers[SecurityHeaders.Name.fetchSite]
        let isForeign = fetchSite == "cross-site" || fetchSite == "same-site"
        if let overflow = visit.answers.overflow {
            return ErrorPages(site: site).tooMuch(visit, overflow, offersResend: isOurs || !isForeign)
        }
        if isOurs { return nil }
        return ErrorPages(site: site).formExpired(visit, offersResend: !isForeign)
    }

    /// The random value that anonymous forms are bound to, when the visitor has none yet.
    private func formCookieNeeded(_ request: Request, _ visitor: Visitor) -> String? {
        guard visitor.signedIn == nil, request.cookie(cookieName(Cookie.form)) == nil else { return nil }
        return RandomToken.make()
    }

    private func cookieName(_ name: String) -> String { kit.settings.isSecure ? "__Host-\(name)" : name }
}
