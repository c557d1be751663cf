import Hummingbird
import Storage

/// What the site asks of the wings, passed in by `Hub` because `Web` lies below them.
package struct SiteHooks: Sendable {
    /// Who holds this session token; anonymous when nobody does.
    package let visitor: @Sendable (_ sessionToken: String) -> Query<Visitor>
    /// Told of every form that a signed-in person sends, so that their session stays open.
    package let acted: @Sendable (_ session: String) async throws -> Void
    package let dataVersion: DataVersion
    package let menu: [MenuEntry]
    /// Told of every answered request, for the metrics.
    package let observe: @Sendable (_ route: String, _ status: Int, _ seconds: Double) -> Void

    package init(
        visitor: @escaping @Sendable (String) -> Query<Visitor>,
        acted: @escaping @Sendable (String) async throws -> Void, dataVersion: DataVersion, menu: [MenuEntry],
        observe: @escaping @Sendable (String, Int, Double) -> Void = { _, _, _ in }
    ) {
        self.visitor = visitor
        self.acted = acted
        self.dataVersion = dataVersion
        self.menu = menu.sorted { $0.order < $1.order }
        self.observe = observe
    }
}

/// The whole web site: routes of all wings behind one pipeline.
package struct Site: Sendable {
    package let kit: Kit
    package let hooks: SiteHooks
    package let routes: [Route]
    let cache = PageCache()
    let frames: [Language: Frame]

    package init(kit: Kit, hooks: SiteHooks, routes: Routes) {
        self.kit = kit
        self.hooks = hooks
        self.routes = routes.all
        frames = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Self.frame(kit, $0)) })
    }

    /// The Hummingbird router; `bare` adds routes that need no pipeline (health, metrics, plain text).
    package func router(bare: (Router<HubContext>) -> Void = { _ in }) -> Router<HubContext> {
        let router = Router(context: HubContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Shield(site: self))
        router.get("/static/:name") { request, context in
            try staticFile(context.parameters.get("name") ?? "", request: request)
        }
        bare(router)
        for route in routes {
            let method: HTTPRequest.Method = route.method == .get ? .get : .post
            if route.isLocalised {
                for language in Language.allCases {
                    let path = "/\(language.rawValue)\(route.path == "/" ? "" : route.path)"
                    add(route, method, path, language, to: router)
                }
            } else {
                add(route, method, route.path, .ro, to: router)
            }
        }
        return router
    }

    private func add(
        _ route: Route, _ method: HTTPRequest.Method, _ path: String, _ language: Language,
        to router: Router<HubContext>
    ) {
        let pipeline = Pipeline(site: self, route: route, language: language)
        router.on(RouterPath(path), method: method) { request, context in
            try await pipeline.answer(request, context)
        }
    }

    private func staticFile(_ name: String, request: Request) throws -> Response {
        guard let file = kit.files.file(urlName: name) else { throw HTTPError(.notFound) }
        let isCompressed = request.acceptsGzip && file.compressed != nil
        var headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: Reply.keptForGood,
            .vary: "Accept-Encoding",
        ]
        if isCompressed { headers[.contentEncoding] = "gzip" }
        let bytes = isCompressed ? file.compressed ?? file.bytes : file.bytes
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
