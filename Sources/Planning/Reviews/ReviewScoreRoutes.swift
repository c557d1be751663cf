import Contract
import Members
import Storage
import Web

/// A review's judgement by the rubric: one criterion a page, each saved by itself.
struct ReviewScoreRoutes {
    let kit: Kit
    let frozen: FrozenContracts

    func add(to routes: inout Routes) {
        let path = "/reviews/:review/scores/:criterion"
        routes.get(path, ReviewRules.reviewAuthor, edit)
        routes.post(path, ReviewRules.reviewAuthor, save)
        Drafts.add(to: &routes, path, ReviewRules.reviewAuthor) { visit in
            let (view, criterion) = try await found(visit)
            return ReviewDrafts.scoring(kit, view.review, criterion, visit)
        }
    }

    private func found(_ visit: Visit) async throws -> (ReviewRoutes.View, ReviewCriterion) {
        let view = try await ReviewRoutes.view(kit, frozen, visit)
        guard let criterion = view.criteria.first(where: { $0.code == visit.parameters["criterion"] }) else {
            throw PageError.notFound
        }
        return (view, criterion)
    }

    private func edit(_ visit: Visit) async throws -> Reply {
        let (view, criterion) = try await found(visit)
        let drafts = ReviewDrafts.scoring(kit, view.review, criterion, visit)
        let draft = try await drafts.find(visit)
        let kept = view.scores[criterion.code]
        let recorded = Answers([
            "score": kept.map { $0.score.map(String.init) ?? ReviewForm.notJudged }, "text": kept?.text,
        ])
        return .page(
            ReviewScorePages(view: view, visit: visit).scoring(
                criterion, draft?.answers ?? recorded, drafts, draft: draft))
    }

    private func save(_ visit: Visit) async throws -> Reply {
        let (view, criterion) = try await found(visit)
        let checked = ReviewForm.score(criterion, visit.t).check(visit.answers, visit.t)
        let drafts = ReviewDrafts.scoring(kit, view.review, criterion, visit)
        guard checked.isFine else {
            return .page(
                ReviewScorePages(view: view, visit: visit).scoring(
                    criterion, checked, drafts, draft: nil, wasSent: true),
                status: 422)
        }
        let (score, text) = (Int(checked.text("score")), ContractTextSaving.unix(checked.text("text")))
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try ReviewRoutes.requireUnsent(connection, view, visit)
            try ReviewScore.keep(connection, view.review.id, criterion.code, score: score, text, at: visit.now)
            try Draft.remove(connection, of: person, form: drafts.name)
        }
        let next = view.criteria.first { view.scores[$0.code] == nil && $0.code != criterion.code }
        return .seeOther(
            visit.path(next.map { view.path(of: $0) } ?? view.review.path),
            notice: visit.t("The judgement is kept; nobody else sees it yet."))
    }
}

extension ReviewRoutes.View {
    /// Address of a criterion's page without the language.
    func path(of criterion: ReviewCriterion) -> String { "\(review.path)/scores/\(criterion.code)" }
}
