import Cities
import Contract
import Members
import Storage
import Web

/// What people say about places of a contract, and what cities ask the hub's experts.
struct ContractCommentRoutes {
    let kit: Kit
    let documents: ContractDocuments

    static let size = 50
    static let topic = "contract-assistance"
    static let form = Form([
        Field("place", "Place", optional: true, .hidden(maxLength: 300)),
        Field(
            "quote", "Sentence that it is about", hint: "Copied from the text, where it is about one.",
            optional: true, .text(maxLength: 1000)),
        Field("text", "What is to be said or asked", .textarea(maxLength: 8000, rows: 6)),
    ])
    static let answer = Form([Field("text", "Answer", .textarea(maxLength: 8000, rows: 4))])

    func add(to routes: inout Routes) {
        for kind in ContractComment.Kind.allCases {
            let path = "/contracts/:contract/\(kind.room)"
            routes.get(path, ContractRules.reader) { try await list(kind, $0) }
            routes.get("\(path)/new", ContractRules.reader) { try await new(kind, $0) }
            routes.post("\(path)/new", ContractRules.reader) { try await begin(kind, $0) }
            routes.get("\(path)/:comment", ContractRules.reader) { try await show($0) }
            routes.post("\(path)/:comment/answers", ContractRules.reader) { try await reply($0) }
            routes.post("\(path)/:comment/resolution", ContractRules.reader) { try await resolve($0) }
        }
        routes.get("/assistance", .permission(ContractRules.viewAny), everywhere)
    }

    // MARK: Lists

    private func list(_ kind: ContractComment.Kind, _ visit: Visit) async throws -> Reply {
        let place = visit.place { ID<ContractComment>($0) }
        let (view, found) = try await ContractDesk.open(kit, visit) { desk, connection in
            (
                try self.view(connection, desk),
                try ContractComment.page(
                    connection, kind, of: desk.record.id, openOnly: false, at: place, limit: Self.size + 1)
            )
        }
        return .page(view.list(kind, ListPart(found, at: place, size: Self.size), visit))
    }

    /// What cities asked and nobody has settled, for the hub's experts.
    private func everywhere(_ visit: Visit) async throws -> Reply {
        let place = visit.place { ID<ContractComment>($0) }
        let (found, names) = try await kit.database.read { connection in
            let found = try ContractComment.page(
                connection, .assistance, of: nil, openOnly: true, at: place, limit: Self.size + 1)
            return (found, try ContractRecord.names(connection, Array(Set(found.map(\.contract.description)))))
        }
        return .page(
            ContractCommentPages.everywhere(ListPart(found, at: place, size: Self.size), names: names, visit))
    }

    private func view(_ connection: any Connection, _ desk: ContractDesk) throws -> ContractCommentPages {
        ContractCommentPages(desk: desk, document: try documents.document(connection, desk.record))
    }

    // MARK: Beginning

    private func new(_ kind: ContractComment.Kind, _ visit: Visit) async throws -> Reply {
        let view = try await ContractDesk.open(kit, visit) { try self.view($1, $0) }
        return .page(view.new(kind, Answers(["place": visit.query.text("place")]), visit))
    }

    private func begin(_ kind: ContractComment.Kind, _ visit: Visit) async throws -> Reply {
        let view = try await ContractDesk.open(kit, visit) { try self.view($1, $0) }
        var checked = Self.form.check(visit.answers, visit.t)
        let place = checked.text("place")
        if ContractAnchor(place) == nil { checked.refuse("place", visit.t("choose a place of the contract")) }
        guard checked.isFine else { return .page(view.new(kind, checked, visit), status: 422) }
        let (id, person): (ID<ContractComment>, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        let desk = view.desk
        let (quote, text) = (
            checked.text("quote"), ContractTextSaving.unix(checked.text("text"))
        )
        try await kit.database.write { connection in
            try ContractComment.add(
                connection, id: id, kind, to: desk.record.id, place: place, quote: quote, text, by: person,
                at: visit.now)
            switch kind {
            case .comment: try desk.record(connection, "contract.commented", visit)
            case .assistance:
                try desk.record(connection, "contract.assistance-asked", visit)
                try tell(
                    connection, try ContractComment.experts(connection), "contract.assistance-asked",
                    "{person} of {city} asks for help with the contract.", desk, id, visit)
            }
        }
        return .seeOther(
            visit.path("\(desk.record.path)/\(kind.room)/\(id)"),
            notice: kind == .comment ? visit.t("The comment is written.") : visit.t("The hub's experts are told."))
    }

    private func tell(
        _ connection: any Connection, _ people: [PersonID], _ activity: String, _ sentence: String,
        _ desk: ContractDesk, _ id: ID<ContractComment>, _ visit: Visit
    ) throws {
        let person = try visit.signedIn.person
        try Notification.notify(
            connection, kit: kit, people: people.filter { $0 != person }, topic: Self.topic, activity: activity,
            subject: (kind: "contract", id: desk.record.id.description), sentence: sentence,
            values: ["person": person.description, "city": desk.city.name],
            path: "\(desk.record.path)/assistance/\(id)", at: visit.now)
    }

    // MARK: One of them

    private struct Found: Sendable {
        let view: ContractCommentPages
        let comment: ContractComment
        let answers: [ContractComment.Answer]
    }

    private func found(_ visit: Visit) async throws -> Found {
        guard let id = ID<ContractComment>(visit.parameters["comment"]) else { throw PageError.notFound }
        let found = try await ContractDesk.open(kit, visit) { desk, connection -> Found? in
            guard let comment = try ContractComment.find(connection, id: id), comment.contract == desk.record.id
            else { return nil }
            return Found(
                view: try self.view(connection, desk), comment: comment, answers: try comment.answers(connection))
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        return .page(found.view.one(found.comment, found.answers, Answers(), visit))
    }

    private func reply(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        let checked = Self.answer.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(found.view.one(found.comment, found.answers, checked, visit), status: 422)
        }
        let (id, person): (ID<ContractComment.Answer>, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        let (comment, desk) = (found.comment, found.view.desk)
        let text = ContractTextSaving.unix(checked.text("text"))
        try await kit.database.write { connection in
            try comment.answer(connection, id: id, text, by: person, at: visit.now)
            try desk.record(connection, "contract.answered", visit)
            guard comment.kind == .assistance else { return }
            // Who asked, and whoever answered before; the experts where nobody of them has.
            var people = [comment.createdBy] + found.answers.map(\.createdBy)
            if Set(people).subtracting([person]).isEmpty { people = try ContractComment.experts(connection) }
            try tell(
                connection, people, "contract.answered", "{person} answered about the contract of {city}.", desk,
                comment.id, visit)
        }
        return .seeOther(visit.path(comment.path), notice: visit.t("Your answer is written."))
    }

    private func resolve(_ visit: Visit) async throws -> Reply {
        let found = try await found(visit)
        let person = try visit.signedIn.person
        let (comment, desk) = (found.comment, found.view.desk)
        // Whoever wrote it, and whoever may change the contract.
        guard desk.mayEdit || comment.createdBy == person else { throw PageError.refused }
        try await kit.database.write { connection in
            if try comment.resolve(connection, by: person, at: visit.now) {
                try desk.record(connection, "contract.comment-resolved", visit)
            }
        }
        return .seeOther(visit.path("\(desk.record.path)/\(comment.kind.room)"), notice: visit.t("It is settled."))
    }
}
