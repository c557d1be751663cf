/// What a handler is.
package typealias Handler = @Sendable (Visit) async throws -> Reply

/// One registered route, kept so that tests, the permission page and the API description can walk them.
package struct Route: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }
    package enum Caching: Sendable {
        /// Depends on the visitor or on the moment.
        case never
        /// The same for all anonymous visitors until the data change.
        case untilDataChange
    }

    package let method: Method
    /// Path with `:name` parameters, without the language.
    package let path: String
    /// Lives under `/ro` and `/en`.
    package let isLocalised: Bool
    package let access: Access
    package let caching: Caching
    package let bodyLimit: Int
    let handler: Handler
}

/// The list that wings add their routes to.
package struct Routes: Sendable {
    package private(set) var all: [Route] = []

    package init() {}

    /// A page in every language.
    package mutating func get(
        _ path: String, _ access: Access, caching: Route.Caching = .never, _ handler: @escaping Handler
    ) {
        add(.get, path, isLocalised: true, access, caching: caching, handler)
    }

    /// A change, sent by a form with its token.
    package mutating func post(
        _ path: String, _ access: Access, bodyLimit: Int = 256 * 1024, _ handler: @escaping Handler
    ) {
        add(.post, path, isLocalised: true, access, bodyLimit: bodyLimit, handler)
    }

    /// A page or file outside the languages, such as `/robots.txt`.
    package mutating func plain(
        _ path: String, _ access: Access, caching: Route.Caching = .never, _ handler: @escaping Handler
    ) {
        add(.get, path, isLocalised: false, access, caching: caching, handler)
    }

    private mutating func add(
        _ method: Route.Method, _ path: String, isLocalised: Bool, _ access: Access,
        caching: Route.Caching = .never, bodyLimit: Int = 0, _ handler: @escaping Handler
    ) {
        all.append(
            Route(
                method: method, path: path, isLocalised: isLocalised, access: access, caching: caching,
                bodyLimit: bodyLimit, handler: handler))
    }
}
