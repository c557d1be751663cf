import Storage
import Web

/// The notification centre of the person who is signed in.
struct NotificationRoutes: Sendable {
    let kit: Kit
    let topics: [TopicDeclaration]

    static let pageSize = 30

    func add(to routes: inout Routes) {
        routes.get("/notifications", .signedIn) { try await list($0) }
        routes.post("/notifications/reading", .signedIn) { try await readAll($0) }
        routes.post("/notifications/:id/reading", Self.own) { try await read($0) }
        routes.get("/notifications/choices", .signedIn) { try await choices($0) }
        routes.post("/notifications/choices", .signedIn) { try await choose($0) }
    }

    /// Only the person it was sent to may know of a notification.
    static let own = Access.object("notification:own") { visitor, parameters, connection in
        guard let person = visitor.person else { return .refused }
        return try Notification.find(connection, parameters.id("id"))?.person == person ? .allowed : .hidden
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let unreadOnly = visit.query.text("show") == "unread"
        let place = visit.place { ID<NotificationKind>($0) }
        let found = try await kit.database.read { connection in
            let news = try Notification.list(
                connection, of: person, unreadOnly: unreadOnly, place, limit: Self.pageSize + 1)
            return NotificationPages.Content(
                news: ListPart(news, at: place, size: Self.pageSize),
                unread: try Notification.unreadCount(connection, of: person),
                names: try Person.names(connection, news.compactMap { $0.values["person"] }))
        }
        return .page(NotificationPages.list(visit, found, unreadOnly: unreadOnly))
    }

    /// Reading one leads to what it is about.
    private func read(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let id = try visit.parameters.id("id", of: NotificationKind.self)
        let found = try await kit.database.write { connection in
            _ = try Notification.read(connection, id, of: person, at: visit.now)
            return try Notification.find(connection, id)
        }
        guard let found else { throw PageError.notFound }
        return .seeOther(visit.path(found.path))
    }

    private func readAll(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        guard let last = ID<NotificationKind>(visit.answers.text("last")) else { throw PageError.notFound }
        let count = try await kit.database.write {
            try Notification.readAll($0, of: person, upTo: last, at: visit.now)
        }
        return .seeOther(
            visit.path("/notifications"),
            notice: visit.t.count(
                count, "{count} notification marked as read.", "{count} notifications marked as read."))
    }

    // MARK: Choices

    private func choices(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let chosen = try await kit.database.read { try Notification.choices($0, of: person) }
        var answers = Answers()
        for topic in topics {
            answers.texts[topic.code] = [(chosen[topic.code] ?? .standard).rawValue]
        }
        return .page(NotificationPages.choices(visit, NotificationForm.choices(topics), answers))
    }

    private func choose(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let form = NotificationForm.choices(topics)
        let answers = form.check(visit.answers, visit.t)
        guard answers.isFine else { return .page(NotificationPages.choices(visit, form, answers), status: 422) }
        try await kit.database.write { connection in
            for topic in topics {
                guard let delivery = NotificationDelivery(rawValue: answers.text(topic.code)) else { continue }
                try Notification.choose(connection, delivery, of: topic.code, for: person)
            }
            try AuditEntry.record(
                connection, actor: person, "notification.choices-changed", subject: ("person", person.description),
                at: visit.now)
        }
        return .seeOther(visit.path("/notifications/choices"), notice: visit.t("Your choices are saved."))
    }
}

/// The questions of the page of choices: one a topic.
enum NotificationForm {
    static func choices(_ topics: [TopicDeclaration]) -> Form {
        let options = NotificationDelivery.allCases.reversed().map { Option($0.rawValue, $0.title) }
        return Form(topics.map { Field($0.code, $0.title, hint: $0.hint, .radios(options)) })
    }
}
