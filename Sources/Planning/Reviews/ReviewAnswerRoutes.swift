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
        Drafts.add(to: &routes, "\(path)/answer", ReviewRules.reviewEditor) { visit in
            ReviewDrafts.answering(kit, try await found(visit).1)
        }
        routes.get("\(path)/owner", ReviewRules.reviewEditor, owner)
        routes.post("\(path)/owner", ReviewRules.reviewEditor, own)
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
        let drafts = ReviewDrafts.answering(kit, remark)
        let draft = try await drafts.find(visit)
        let recorded = Answers(["resolution": remark.resolution?.rawValue, "text": remark.answer])
        return .page(
            ReviewPages(view: view, visit: visit).answering(
                remark, draft?.answers ?? recorded, drafts, draft: draft))
    }

    private func answer(_ visit: Visit) async throws -> Reply {
        let (view, remark) = try await found(visit)
        var checked = ReviewForm.answer.check(visit.answers, visit.t)
        let resolution = ReviewComment.Resolution(rawValue: checked.text("resolution"))
        let text = ContractTextSaving.unix(checked.text("text"))
        if resolution == .declined, text.isEmpty { checked.refuse("text", visit.t("say why")) }
        guard checked.isFine, let resolution else {
            return .page(
                ReviewPages(view: view, visit: visit).answering(
                    remark, checked, ReviewDrafts.answering(kit, remark), wasSent: true),
                status: 422)
        }
        let (person, desk) = (try visit.signedIn.person, view.desk)
        try await kit.database.write { connection in
            try desk.requires(.answer, connection, visit.visitor)
            try remark.answer(connection, resolution, text, by: person, at: visit.now)
            try Draft.remove(connection, of: person, form: ReviewDrafts.answering(kit, remark).name)
            try desk.record(connection, "contract.review-answered", visit)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("Your answer is written."))
    }

    // MARK: Owner

    /// The people of the city's team who may write, with whoever has it and left the team since.
    private func people(_ view: ReviewRoutes.View, _ remark: ReviewComment, _ visit: Visit) async throws -> [Option] {
        let city = view.desk.city.code
        var people = try await kit.database.read { try ContractTask.owners($0, city: city) }
        if let owner = remark.owner, !people.contains(where: { $0.value == owner.person.description }) {
            people.append(Option(owner.person.description, visit.t.person(owner.name), translated: false))
        }
        return people
    }

    private func owner(_ visit: Visit) async throws -> Reply {
        let (view, remark) = try await found(visit)
        let recorded = Answers(["owner": remark.owner?.person.description])
        return .page(
            ReviewPages(view: view, visit: visit).owning(remark, try await people(view, remark, visit), recorded))
    }

    private func own(_ visit: Visit) async throws -> Reply {
        let (view, remark) = try await found(visit)
        let people = try await people(view, remark, visit)
        let checked = ReviewForm.owner(people).check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(ReviewPages(view: view, visit: visit).owning(remark, people, checked), status: 422)
        }
        let (owner, person, desk) = (PersonID(checked.text("owner")), try visit.signedIn.person, view.desk)
        try await kit.database.write { connection in
            try remark.give(connection, to: owner, by: person, at: visit.now)
            try desk.record(connection, "contract.comment-owner-changed", visit)
            guard let owner else { return }
            try SubmissionDesk.tell(
                connection, kit, [owner], "contract.comment-owner-changed",
                sentence: "You look after a comment on the Climate City Contract of {city}.", desk.record, desk.city,
                path: "\(view.review.path)#comment-\(remark.id)", visit)
        }
        return .seeOther(visit.path(view.review.path), notice: visit.t("The owner is saved."))
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
