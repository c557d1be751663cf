/// An answer that is not the wanted page; each has its own page with what to do next.
package enum PageError: Error, Sendable {
    case notFound
    case refused
    /// What was sent cannot be understood; the text (already in the visitor's language) says what to change.
    case badRequest(String)
    case tooLarge(limit: Int)
    case tooMany(retryAfterSeconds: Int)
    /// What was sent cannot be done as things stand now (already in the visitor's language).
    case conflict(String)
}
