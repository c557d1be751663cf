import Logging
import Storage

/// One request as a handler sees it: who asks, in which language, for what, with which answers.
package struct Visit: Sendable {
    package let kit: Kit
    package let language: Language
    package let visitor: Visitor
    package let parameters: RouteParameters
    package let query: Answers
    /// The form that was sent; empty for GET.
    package let answers: Answers
    /// Path with its language, without the query, such as `/ro/cities/suceava`.
    package let fullPath: String
    package let queryText: String
    package let now: Instant
    package let requestID: String
    /// The visitor's network address, for rate limits only.
    package let clientAddress: String
    package let userAgent: String
    let baseLogger: Logger
    /// Binds form tokens: the session, or the anonymous form cookie.
    let formBinding: String
    let notice: String?

    /// The logger with the request's id on each line.
    package var logger: Logger {
        var logger = baseLogger
        logger[metadataKey: "request_id"] = "\(requestID)"
        return logger
    }

    package var t: Texts { kit.languages[language] }
    package var figures: Figures { Figures(language: language) }

    /// A path of this hub in the visitor's language: `visit.path("/cities")` → `/ro/cities`.
    package func path(_ path: String) -> String { "/\(language.rawValue)\(path == "/" ? "" : path)" }

    /// The hidden token of a form on the page that is being made.
    package var formToken: String { kit.signer.formToken(binding: formBinding) }

    package var signedIn: Visitor.SignedIn {
        get throws {
            guard let signedIn = visitor.signedIn else { throw PageError.refused }
            return signedIn
        }
    }

    /// The day in Romania, where deadlines are.
    package var today: Day { BucharestTime.local(now).day }

    /// The same page in the other language.
    var alternatePath: String {
        let rest = fullPath.dropFirst(3)
        return "/\(language.other.rawValue)\(rest)" + (queryText.isEmpty ? "" : "?\(queryText)")
    }
}
