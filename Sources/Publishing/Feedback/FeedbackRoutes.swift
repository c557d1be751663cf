import Members
import Storage
import Web

/// Sending feedback about a page, for everybody.
struct FeedbackRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/feedback", .everyone) { visit in
            let page = FeedbackRules.page(visit.query.text("page"))
            return .page(FeedbackPages.form(visit, Answers(["page": page, "email": visit.visitor.signedIn?.email])))
        }
        routes.post("/feedback", .everyone) { try await send($0) }
        routes.get("/feedback/:feedback/receipt", .everyone) { try await receipt($0) }
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let answers = FeedbackForm.message.check(visit.answers, visit.t)
        guard answers.isFine else { return .page(FeedbackPages.form(visit, answers), status: 422) }
        let page = FeedbackRules.page(answers.text("page"))
        let id = kit.ids.next(FeedbackKind.self)
        try await kit.database.write { connection in
            try Attempt.take(
                connection, [.init("feedback", of: visit.clientAddress, count: 10, seconds: 3600)], at: visit.now)
            try Feedback.send(
                connection, id: id, page: page, message: answers.text("message"), email: answers.optionalText("email"),
                language: visit.language, by: visit.visitor.person, at: visit.now)
            try AuditEntry.record(
                connection, actor: visit.visitor.person, "feedback.sent", subject: (FeedbackRoom.kind, id.description),
                details: ["page": page], at: visit.now)
            try Notification.notify(
                connection, kit: kit, people: try Feedback.readers(connection), topic: FeedbackRoom.topic,
                activity: "feedback.sent", subject: (FeedbackRoom.kind, id.description),
                sentence: "There is feedback about the page {page}.", values: ["page": page],
                path: "/feedback/\(id)", at: visit.now)
        }
        return .seeOther(visit.path("/feedback/\(id)/receipt"))
    }

    /// Whoever has the address sees how far the matter is, never what was written.
    private func receipt(_ visit: Visit) async throws -> Reply {
        let id = try visit.parameters.id("feedback", of: FeedbackKind.self)
        guard let feedback = try await kit.database.read({ try Feedback.find($0, id) }) else {
            throw PageError.notFound
        }
        return .page(FeedbackPages.receipt(visit, feedback))
    }
}
