import Storage

/// What a handler is.
package typealias Handler = @Sendable (Visit) async throws -> Reply

/// What a page reads, known before anybody is known to ask; the answer is the handler that shows it.
package typealias Reading = @Sendable (RouteParameters) async throws -> Query<Handler>

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
    /// The names in it, without their colons.
    let parameterNames: [String]
    /// Lives under `/ro` and `/en`.
    package let isLocalised: Bool
    package let access: Access
    package let caching: Caching
    /// The most bytes that a form's answers may have.
    package let bodyLimit: Int
    /// The most bytes that a form may have with its files; nil when it takes none.
    package let filesLimit: Int?
    let handler: Handler
    /// Asked together with the visitor's session, in one round trip to the database.
    let reading: Reading?

    /// What a form's answers may have in all unless its route says otherwise.
    package static let fieldsLimit = 256 * 1024
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

    /// A page in every language that one query can read: it is asked together with the visitor's session.
    package mutating func get<Answer>(
        _ path: String, _ access: Access, caching: Route.Caching = .never,
        reading query: @escaping @Sendable (RouteParameters) async throws -> Query<Answer>,
        _ show: @escaping @Sendable (Visit, Answer) async throws -> Reply
    ) {
        let reading: Reading = { parameters in
            try await query(parameters).map { answer in { try await show($0, answer) } }
        }
        add(
            .get, path, isLocalised: true, access, caching: caching, reading: reading,
            { try await show($0, try await $0.kit.database.answer(try await query($0.parameters))) })
    }

    /// A change, sent by a form with its token.
    ///
    /// A form with file fields needs `filesUpTo`: the greatest size of the whole, a little more than its files may
    /// have together. What is larger is answered with 413 and a page that keeps what was typed.
    package mutating func post(
        _ path: String, _ access: Access, bodyLimit: Int = Route.fieldsLimit, filesUpTo filesLimit: Int? = nil,
        _ handler: @escaping Handler
    ) {
        add(.post, path, isLocalised: true, access, bodyLimit: bodyLimit, filesLimit: filesLimit, handler)
    }

    /// A page or file outside the languages, such as `/robots.txt`.
    package mutating func plain(
        _ path: String, _ access: Access, caching: Route.Caching = .never, _ handler: @escaping Handler
    ) {
        add(.get, path, isLocalised: false, access, caching: caching, handler)
    }

    private mutating func add(
        _ method: Route.Method, _ path: String, isLocalised: Bool, _ access: Access,
        caching: Route.Caching = .never, bodyLimit: Int = 0, filesLimit: Int? = nil, reading: Reading? = nil,
        _ handler: @escaping Handler
    ) {
        all.append(
            Route(
                method: method, path: path,
                parameterNames: path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) },
                isLocalised: isLocalised, access: access, caching: caching,
                bodyLimit: bodyLimit, filesLimit: filesLimit, handler: handler, reading: reading))
    }
}
