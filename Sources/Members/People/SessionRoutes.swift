import Storage
import Web

/// The list of one's signed-in browsers, and ending them.
struct SessionRoutes: Sendable {
    let kit: Kit
    let limits: SessionLimits

    func add(to routes: inout Routes) {
        routes.get("/account/sessions", .signedIn) { try await list($0) }
        routes.post("/account/sessions/others-end", .signedIn) { try await endOthers($0) }
        routes.post("/account/sessions/:id/end", .signedIn) { try await end($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let signedIn = try visit.signedIn
        let sessions = try await kit.database.read {
            try Session.all($0, of: signedIn.person, limits: limits, at: visit.now)
        }
        return .page(SessionPages.list(visit, sessions, current: signedIn.session))
    }

    private func end(_ visit: Visit) async throws -> Reply {
        let signedIn = try visit.signedIn
        let id = visit.parameters["id"]
        let isEnded = try await kit.database.write { connection -> Bool in
            guard try Session.end(connection, id: id, of: signedIn.person) else { return false }
            try audit(connection, signedIn.person, visit)
            return true
        }
        // Somebody else's session is not there for this person.
        guard isEnded else { throw PageError.notFound }
        guard id != signedIn.session else {
            var reply = Reply.seeOther(visit.path("/"), notice: visit.t("You are signed out."))
            reply.cookies.append(Cookie(Cookie.session, "", maxAge: 0))
            return reply
        }
        return .seeOther(visit.path("/account/sessions"), notice: visit.t("The session has ended."))
    }

    private func endOthers(_ visit: Visit) async throws -> Reply {
        let signedIn = try visit.signedIn
        let count = try await kit.database.write { connection -> Int in
            let count = try Session.endAll(connection, of: signedIn.person, except: signedIn.session)
            if count > 0 { try audit(connection, signedIn.person, visit) }
            return count
        }
        return .seeOther(
            visit.path("/account/sessions"),
            notice: visit.t.count(count, "{count} other session has ended.", "{count} other sessions have ended."))
    }

    private func audit(_ connection: any Connection, _ person: PersonID, _ visit: Visit) throws {
        try AuditEntry.record(
            connection, actor: person, "sessions.ended", subject: ("person", person.description), at: visit.now)
    }
}
