import Contract
import Members
import Storage
import Web

/// Reviews as their reviewers write them: comments at places of the frozen contract, sent as one.
struct ReviewRoutes {
    let kit: Kit
    let frozen: FrozenContracts

    func add(to routes: inout Routes) {
        routes.get("/reviews", .signedIn, list)
        routes.get("/reviews/:review", ReviewRules.reviewReader, show)
        routes.get("/reviews/:review/comments/new", ReviewRules.reviewAuthor, new)
        routes.post("/reviews/:review/comments/new", ReviewRules.reviewAuthor, comment)
        routes.post("/reviews/:review/comments/:remark/removal", ReviewRules.reviewAuthor, remove)
        Drafts.add(to: &routes, "/reviews/:review/comments/new", ReviewRules.reviewAuthor) { visit in
            let view = try await Self.view(kit, frozen, visit)
            return ReviewDrafts.commenting(kit, view.review, about: visit.answers.text("about"))
        }
    }

    /// A review with the round that it is about.
    struct View: Sendable {
        let desk: SubmissionDesk
        let review: Review
        let comments: [ReviewComment]
        let document: CityContract
        let criteria: [ReviewCriterion]
        /// By criterion.
        let scores: [String: ReviewScore]

        /// Criteria that nothing was said about.
        var unjudged: [ReviewCriterion] { criteria.filter { scores[$0.code] == nil } }
        var isOwn: Bool { desk.standing.own?.id == review.id }
        /// Whether its author may still change it.
        var isWritten: Bool { isOwn && review.sentAt == nil && desk.allows(.review) }
    }

    static func view(_ kit: Kit, _ frozen: FrozenContracts, _ visit: Visit) async throws -> View {
        guard let id = ReviewID(visit.parameters["review"]) else { throw PageError.notFound }
        let criteria = try ReviewCriterion.all(resources: kit.settings.resources)
        let found = try await SubmissionDesk.open(kit, visit) { desk, connection -> View? in
            guard let review = try Review.find(connection, id: id) else { return nil }
            return View(
                desk: desk, review: review, comments: try ReviewComment.all(connection, of: id),
                document: try frozen.document(connection, desk.submission), criteria: criteria,
                scores: try ReviewScore.all(connection, of: id))
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    /// A round in somebody's list, with the city that submitted it.
    struct Line: Sendable {
        let submission: Submission
        let city: String
        let review: Review?
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let person = try visit.signedIn.person
        let isManager = visit.visitor.may(ReviewRules.manage)
        let (given, waiting) = try await kit.database.read { connection -> ([Line], [Line]) in
            let given = try Self.lines(connection, try Submission.assigned(connection, to: person)) {
                try Review.find(connection, of: $0.id, by: person)
            }
            guard isManager else { return (given, []) }
            return (given, try Self.lines(connection, try Submission.undecided(connection)) { _ in nil })
        }
        return .page(ReviewPages.list(given, waiting: waiting, visit))
    }

    private static func lines(
        _ connection: any Connection, _ rounds: [Submission], _ review: (Submission) throws -> Review?
    ) throws -> [Line] {
        let names = try ContractRecord.names(connection, Array(Set(rounds.map(\.contract.description))))
        return try rounds.map { round in
            Line(
                submission: round, city: names[round.contract.description] ?? "", review: try review(round))
        }
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(ReviewPages(view: try await Self.view(kit, frozen, visit), visit: visit).show)
    }

    // MARK: Comments

    private func new(_ visit: Visit) async throws -> Reply {
        let view = try await Self.view(kit, frozen, visit)
        let about = visit.query.text("place")
        let places = ReviewAnchors(view.document, visit).options(at: about)
        guard !places.isEmpty else { throw PageError.notFound }
        let drafts = ReviewDrafts.commenting(kit, view.review, about: about)
        let draft = try await drafts.find(visit)
        let answers = draft?.answers ?? Answers(["about": about, "place": about, "severity": "should"])
        return .page(ReviewPages(view: view, visit: visit).commenting(places, answers, drafts, draft: draft))
    }

    private func comment(_ visit: Visit) async throws -> Reply {
        let view = try await Self.view(kit, frozen, visit)
        let about = visit.answers.text("about")
        let places = ReviewAnchors(view.document, visit).options(
            at: about.isEmpty ? visit.answers.text("place") : about)
        let checked = ReviewForm.comment(places).check(visit.answers, visit.t)
        let drafts = ReviewDrafts.commenting(kit, view.review, about: about)
        guard checked.isFine, let severity = ReviewComment.Severity(rawValue: checked.text("severity")) else {
            return .page(
                ReviewPages(view: view, visit: visit).commenting(places, checked, drafts, wasSent: true), status: 422)
        }
        let person = try visit.signedIn.person
        let id: ID<ReviewComment> = kit.ids.next()
        let (quote, text) = (
            ContractTextSaving.unix(checked.text("quote")), ContractTextSaving.unix(checked.text("text"))
        )
        try await kit.database.write { connection in
            try Self.requireUnsent(connection, view, visit)
            try ReviewComment.add(
                connection, id: id, to: view.review.id, place: checked.text("place"), quote: quote, severity, text,
                at: visit.now)
            try Draft.remove(connection, of: person, form: drafts.name)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("The comment is kept; nobody else sees it yet."))
    }

    static func requireUnsent(_ connection: any Connection, _ view: View, _ visit: Visit) throws {
        try view.desk.requires(.review, connection, visit.visitor)
        guard let now = try Review.find(connection, id: view.review.id), now.sentAt == nil else {
            throw PageError.refused
        }
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        let view = try await Self.view(kit, frozen, visit)
        guard let remark = view.comments.first(where: { $0.id.description == visit.parameters["remark"] }) else {
            throw PageError.notFound
        }
        try await kit.database.write { connection in
            try Self.requireUnsent(connection, view, visit)
            try remark.remove(connection)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("The comment is removed."))
    }
}

/// Places of a frozen contract as one may choose them for a comment.
struct ReviewAnchors {
    private let document: CityContract
    private let words: ContractWords

    init(_ document: CityContract, _ visit: Visit) {
        self.document = document
        words = ContractWords(document, visit)
    }

    /// A place and, for a row, its cells; nothing where the contract has no such place.
    func options(at path: String) -> [Option] {
        if path.isEmpty { return whole }
        guard let anchor = ContractAnchor(path) else { return [] }
        guard case .place(let place) = anchor, let table = place.table, let id = place.row else {
            return [Option(path, anchor.title(words), translated: false)]
        }
        guard let row = document.tables[table]?.row(id) else { return [] }
        let base = ContractPlace.row(table, id)
        let cells = row.cells.keys.sorted().map { ContractPlace.cell(table, id, $0) }
        return ([base] + cells).map { Option($0.path, words.place($0), translated: false) }
    }

    /// Every section and table of the template, for who comes without a place.
    private var whole: [Option] {
        let sections = SectionForm.all.filter { $0.numbers[document.template] != nil }.map {
            ContractPlace.section($0.id)
        }
        let tables = TableForm.all.filter { $0.numbers[document.template] != nil }.map { ContractPlace.table($0.id) }
        return (sections + tables).map { Option($0.path, words.place($0), translated: false) }
    }
}
