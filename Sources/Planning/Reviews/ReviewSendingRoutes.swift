import Contract
import Members
import Storage
import Web

/// A review is sent as one, after its author read once more what is about to go out.
struct ReviewSendingRoutes {
    let kit: Kit
    let frozen: FrozenContracts

    func add(to routes: inout Routes) {
        let path = "/reviews/:review/sending"
        routes.get(path, ReviewRules.reviewAuthor, edit)
        routes.post(path, ReviewRules.reviewAuthor, send)
        Drafts.add(to: &routes, path, ReviewRules.reviewAuthor) { visit in
            ReviewDrafts.sending(kit, try await ReviewRoutes.view(kit, frozen, visit).review)
        }
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let view = try await ReviewRoutes.view(kit, frozen, visit)
        let drafts = ReviewDrafts.sending(kit, view.review)
        let draft = try await drafts.find(visit)
        return .page(
            ReviewPages(view: view, visit: visit).sending(draft?.answers ?? Answers(), drafts, draft: draft))
    }

    private func checked(_ view: ReviewRoutes.View, _ visit: Visit) -> Answers {
        var checked = ReviewForm.sending.check(visit.answers, visit.t)
        if checked.text("outcome") == Submission.Outcome.positive.rawValue,
            view.comments.contains(where: { $0.severity == .must })
        {
            checked.refuse("outcome", visit.t("a comment says that something must be changed"))
        }
        if !view.unjudged.isEmpty {
            checked.refuse(
                nil,
                visit.t.count(
                    view.unjudged.count, "{count} criterion is not judged yet.", "{count} criteria are not judged yet.")
            )
        }
        return checked
    }

    private func send(_ visit: Visit) async throws -> Reply {
        let view = try await ReviewRoutes.view(kit, frozen, visit)
        let (checked, pages) = (checked(view, visit), ReviewPages(view: view, visit: visit))
        let drafts = ReviewDrafts.sending(kit, view.review)
        guard checked.isFine, let outcome = Submission.Outcome(rawValue: checked.text("outcome")) else {
            return .page(pages.sending(checked, drafts, wasSent: true), status: 422)
        }
        switch CheckAnswers.decision(in: visit.answers) {
        case .asked: return .page(pages.confirmingSending(checked))
        case .changing: return .page(pages.sending(checked, drafts, wasSent: true))
        case .confirmed: break
        }
        let (desk, summary) = (view.desk, ContractTextSaving.unix(checked.text("summary")))
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try ReviewRoutes.requireUnsent(connection, view, visit)
            guard try view.review.send(connection, outcome, summary: summary, at: visit.now) else { return }
            try Draft.remove(connection, of: person, form: drafts.name)
            try desk.record(connection, "contract.reviewed", visit)
            let people = try Submission.team(connection, of: desk.city) + Submission.officers(connection)
            try SubmissionDesk.tell(
                connection, kit, people, "contract.reviewed",
                sentence: "A review of the Climate City Contract of {city} has arrived.", desk.record, desk.city,
                path: view.review.path, visit)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("The review is sent."))
    }
}
