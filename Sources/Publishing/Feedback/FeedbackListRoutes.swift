import Members
import Storage
import Web

/// Reading and answering feedback, for staff.
struct FeedbackListRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        let read = Access.permission(FeedbackRules.read)
        routes.get("/feedback/list", read) { try await list($0) }
        routes.plain("/feedback.csv", read) { try await file($0) }
        routes.get("/feedback/:feedback", read) { try await show($0) }
        routes.post("/feedback/:feedback/answer", read) { try await answer($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let states = FeedbackForm.states(visit.query)
        let place = visit.place { ID<FeedbackKind>($0) }
        let found = try await kit.database.read {
            try Feedback.list($0, states: states, place, limit: Feedback.pageSize + 1)
        }
        return .page(FeedbackListPages.list(visit, ListPart(found, at: place, size: Feedback.pageSize)))
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let states = FeedbackForm.states(visit.query)
        let found = try await kit.database.read {
            try Feedback.list($0, states: states, .start, limit: .max - 1)
        }
        var table = CSVWriter(header: ["reference", "page", "language", "sent_at", "state", "message"])
        for feedback in found {
            table.row([
                feedback.reference, feedback.page, feedback.language.rawValue, feedback.sentAt.description,
                feedback.state.rawValue, feedback.message,
            ])
        }
        return .download(table.bytes, mediaType: "text/csv; charset=utf-8", fileName: "feedback.csv")
    }

    private func view(_ visit: Visit) async throws -> FeedbackListPages.View {
        let id = try visit.parameters.id("feedback", of: FeedbackKind.self)
        let view = try await kit.database.read { connection -> FeedbackListPages.View? in
            guard let feedback = try Feedback.find(connection, id) else { return nil }
            let answers = try FeedbackAnswer.all(connection, of: id)
            let people = answers.compactMap(\.answeredBy) + [feedback.sentBy].compactMap { $0 }
            return FeedbackListPages.View(
                feedback: feedback, answers: answers,
                names: try Person.names(connection, Array(Set(people.map(\.description)))))
        }
        guard let view else { throw PageError.notFound }
        return view
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(FeedbackListPages.show(visit, try await view(visit), Answers()))
    }

    private func answer(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let view = try await view(visit)
        let answers = FeedbackForm.answer.check(visit.answers, visit.t)
        guard answers.isFine, let state = Feedback.State(rawValue: answers.text("state")) else {
            return .page(FeedbackListPages.show(visit, view, answers), status: 422)
        }
        let id = kit.ids.next(FeedbackAnswer.self)
        try await kit.database.write { connection in
            try Feedback.answer(
                connection, id: id, feedback: view.feedback.id, state: state, note: answers.text("note"), by: actor,
                at: visit.now)
            try AuditEntry.record(
                connection, actor: actor, "feedback.answered",
                subject: (FeedbackRoom.kind, view.feedback.id.description), details: ["state": state.title],
                at: visit.now)
        }
        return .seeOther(visit.path("/feedback/list"), notice: visit.t("The state is recorded."))
    }
}
