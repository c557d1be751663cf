import Storage
import Web

/// A session that was just opened: its token for the cookie, and where to go on.
struct SessionOpening: Sendable {
    let token: String
    let lifetime: Double

    /// Opens a session in the caller's transaction, with the audit line; a session the browser had before ends.
    static func open(
        _ connection: any Connection, _ visit: Visit, person: PersonID, hasRole: Bool, proof: SecondFactor.Proof?,
        limits: SessionLimits
    ) throws -> SessionOpening {
        if let old = visit.visitor.signedIn {
            _ = try Session.end(connection, id: old.session, of: old.person)
        }
        let lifetime = SignInRules.lifetime(hasRole: hasRole, limits)
        let token = try Session.start(
            connection, id: visit.kit.ids.next(), person: person, lifetime: lifetime,
            secondFactorAt: proof == nil ? nil : visit.now, userAgent: visit.userAgent, at: visit.now)
        try AuditEntry.record(
            connection, actor: person, "sign-in.succeeded", subject: ("person", person.description),
            details: ["proof": proof?.rawValue ?? "password"], at: visit.now)
        return SessionOpening(token: token, lifetime: lifetime)
    }

    /// On to a page of the hub, with the session's cookie.
    func reply(_ path: String, notice: String? = nil) -> Reply {
        var reply = Reply.seeOther(path, notice: notice)
        reply.cookies.append(Cookie(Cookie.session, token, maxAge: Int(lifetime)))
        return reply
    }
}
