import Contract
import Members
import Storage
import Web

/// What the city answers to comments, and the reviewer's yes to what it declined.
struct ReviewAnswerRoutes {
    let kit: Kit
    let frozen: FrozenContracts

    func add(to routes: inout Routes) {
        let path = "/reviews/:review/comments/:remark"
        routes.get("\(path)/answer", ReviewRules.reviewEditor, form)
        routes.post("\(path)/answer", ReviewRules.reviewEditor, answer)
        routes.post("\(path)/acceptance", ReviewRules.reviewAuthor, accept)
    }

    private func found(_ visit: Visit) async throws -> (ReviewRoutes.View, ReviewComment) {
        let view = try await ReviewRoutes.view(kit, frozen, visit)
        guard let remark = view.comments.first(where: { $0.id.description == visit.parameters["remark"] }) else {
            throw PageError.notFound
        }
        return (view, remark)
    }

    private func form(_ visit: Visit) async throws -> Reply {
        let (view, remark) = try await found(visit)
        let answers = Answers(["resolution": remark.resolution?.rawValue, "text": remark.answer])
        return .page(ReviewPages(view: view, visit: visit).answering(remark, answers))
    }

    private func answer(_ visit: Visit) async throws -> Reply {
        let (view, remark) = try await found(visit)
        var checked = ReviewForm.answer.check(visit.answers, visit.t)
        let resolution = ReviewComment.Resolution(rawValue: checked.text("resolution"))
        let text = ContractTextSaving.unix(checked.text("text"))
        if resolution == .declined, text.isEmpty { checked.refuse("text", visit.t("say why")) }
        guard checked.isFine, let resolution else {
            return .page(ReviewPages(view: view, visit: visit).answering(remark, checked), status: 422)
        }
        let (person, desk) = (try visit.signedIn.person, view.desk)
        try await kit.database.write { connection in
            try desk.requires(.answer, connection, visit.visitor)
            try remark.answer(connection, resolution, text, by: person, at: visit.now)
            try desk.record(connection, "contract.review-answered", visit)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("Your answer is written."))
    }

    private func accept(_ visit: Visit) async throws -> Reply {
        let (view, remark) = try await found(visit)
        let person = try visit.signedIn.person
        try await kit.database.write { connection in
            try view.desk.requires(.accept, connection, visit.visitor)
            guard let now = try ReviewComment.all(connection, of: view.review.id).first(where: { $0.id == remark.id }),
                now.resolution == .declined
            else { throw PageError.refused }
            try now.accept(connection, by: person, at: visit.now)
            try view.desk.record(connection, "contract.answer-accepted", visit)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("The answer is accepted."))
    }
}
