import Contract
import Members
import Storage
import Web

/// What the hub's team does with a round: who reviews it, and what is decided.
struct SubmissionDecisionRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/submissions/:submission"
        routes.get("\(path)/reviewers", ReviewRules.manager, reviewers)
        routes.post("\(path)/reviewers", ReviewRules.manager, assign)
        routes.get("\(path)/decision", ReviewRules.manager, decision)
        routes.post("\(path)/decision", ReviewRules.manager, decide)
    }

    // MARK: Reviewers

    private func candidates(_ visit: Visit) async throws -> (SubmissionDesk, [Submission.Reviewer]) {
        try await SubmissionDesk.open(kit, visit) { desk, connection in
            let assigned = Set(try desk.submission.reviewers(connection).map(\.person))
            return (desk, try desk.submission.candidates(connection).filter { !assigned.contains($0.person) })
        }
    }

    private func reviewers(_ visit: Visit) async throws -> Reply {
        let (desk, people) = try await candidates(visit)
        return .page(SubmissionPages(visit: visit).assigning(desk, people, Answers()))
    }

    private func assign(_ visit: Visit) async throws -> Reply {
        let (desk, people) = try await candidates(visit)
        let checked = ReviewForm.reviewers(people).check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(SubmissionPages(visit: visit).assigning(desk, people, checked), status: 422)
        }
        let person = try visit.signedIn.person
        let chosen = checked.list("reviewers").compactMap { PersonID($0) }
        try await kit.database.write { connection in
            try desk.requires(.assign, connection, visit.visitor)
            let added = try chosen.filter {
                try desk.submission.assign(connection, $0, by: person, at: visit.now)
            }
            guard !added.isEmpty else { return }
            try desk.record(connection, "contract.reviewers-assigned", visit)
            try SubmissionDesk.tell(
                connection, kit, added, "contract.reviewers-assigned",
                sentence: "You are asked to review the Climate City Contract of {city}.", desk.record, desk.city,
                path: desk.submission.path, visit)
        }
        return .seeOther(visit.path(desk.submission.path), notice: visit.t("The reviewers are told."))
    }

    // MARK: Decision

    /// A round before the decision.
    struct Table: Sendable {
        let desk: SubmissionDesk
        let inTheWay: [ReviewComment]
        let overview: ReviewOverview
    }

    private func open(_ visit: Visit) async throws -> Table {
        let criteria = try ReviewCriterion.all(resources: kit.settings.resources)
        return try await SubmissionDesk.open(kit, visit) { desk, connection in
            Table(
                desk: desk, inTheWay: try ReviewComment.sent(connection, of: desk.record.id).filter(\.isInTheWay),
                overview: ReviewOverview(
                    criteria: criteria, reviews: try Review.sent(connection, of: desk.submission.id),
                    scores: try ReviewScore.sent(connection, of: desk.submission.id)))
        }
    }

    private func decision(_ visit: Visit) async throws -> Reply {
        .page(SubmissionPages(visit: visit).deciding(try await open(visit), Answers()))
    }

    private func decide(_ visit: Visit) async throws -> Reply {
        let table = try await open(visit)
        let desk = table.desk
        var checked = ReviewForm.decision.check(visit.answers, visit.t)
        let outcome = Submission.Outcome(rawValue: checked.text("outcome"))
        if outcome == .positive, !table.inTheWay.isEmpty {
            checked.refuse("outcome", visit.t("something that must be changed stands open"))
        }
        if outcome == .changes, checked.text("reason").isEmpty { checked.refuse("reason", visit.t("say why")) }
        guard checked.isFine, let outcome else {
            return .page(SubmissionPages(visit: visit).deciding(table, checked), status: 422)
        }
        switch CheckAnswers.decision(in: visit.answers) {
        case .asked: return .page(SubmissionPages(visit: visit).confirmingDecision(desk, checked))
        case .changing: return .page(SubmissionPages(visit: visit).deciding(table, checked))
        case .confirmed: break
        }
        let (person, reason) = (try visit.signedIn.person, ContractTextSaving.unix(checked.text("reason")))
        try await kit.database.write { connection in
            try desk.requires(.decide, connection, visit.visitor)
            if outcome == .positive,
                try ReviewComment.sent(connection, of: desk.record.id).contains(where: \.isInTheWay)
            {
                throw PageError.refused
            }
            try desk.submission.decide(connection, outcome, reason: reason, by: person, at: visit.now)
            try desk.record(connection, "contract.decided", visit)
            try SubmissionDesk.tell(
                connection, kit, try Submission.team(connection, of: desk.city), "contract.decided",
                sentence: "The hub has decided on the Climate City Contract of {city}.", desk.record, desk.city,
                path: desk.submission.path, visit)
        }
        return .seeOther(visit.path(desk.submission.path), notice: visit.t("The decision is recorded."))
    }
}
