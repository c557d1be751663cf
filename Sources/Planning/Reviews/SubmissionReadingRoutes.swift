import Contract
import Members
import Storage
import Web

/// A round as it is read: its receipt, the frozen contract by module, and what it changed.
struct SubmissionReadingRoutes {
    let kit: Kit
    let frozen: FrozenContracts

    func add(to routes: inout Routes) {
        let path = "/submissions/:submission"
        routes.get(path, ReviewRules.reader, show)
        routes.get("\(path)/content", ReviewRules.content, content)
        routes.get("\(path)/differences", ReviewRules.content, differences)
        routes.get("\(path)/file", ReviewRules.content, file)
        routes.get("\(path)/declaration", ReviewRules.reviewer) { visit in
            let desk = try await SubmissionDesk.open(kit, visit)
            return .page(SubmissionPages(visit: visit).declaring(desk, Answers()))
        }
        routes.post("\(path)/declaration", ReviewRules.reviewer, declare)
    }

    /// A round with the reviews that its reader may see.
    struct Stand: Sendable {
        let desk: SubmissionDesk
        let reviewers: [Submission.Reviewer]
        let reviews: [Review]
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let stand = try await SubmissionDesk.open(kit, visit) { desk, connection in
            // Reviewers judge alone: of the others they see nothing.
            let isInside = desk.standing.right >= .read
            return Stand(
                desk: desk, reviewers: desk.standing.isManager ? try desk.submission.reviewers(connection) : [],
                reviews: isInside ? try Review.sent(connection, of: desk.submission.id) : [])
        }
        return .page(SubmissionPages(visit: visit).show(stand))
    }

    private func content(_ visit: Visit) async throws -> Reply {
        let (desk, document) = try await SubmissionDesk.open(kit, visit) { desk, connection in
            (desk, try frozen.document(connection, desk.submission))
        }
        let view = SubmissionContentPages(desk: desk, document: document, visit: visit)
        let asked = visit.query.text("module")
        if asked.isEmpty { return .page(view.modules) }
        guard let module = Module(rawValue: asked) else { throw PageError.notFound }
        return .page(view.module(module))
    }

    private func differences(_ visit: Visit) async throws -> Reply {
        let (desk, compared) = try await SubmissionDesk.open(kit, visit) { desk, connection in
            (desk, try pair(desk, connection))
        }
        return .page(SubmissionPages(visit: visit).differences(desk, compared))
    }

    /// This round's contract and the one of the round before; a reviewer is not shown a round that was taken back.
    private func pair(
        _ desk: SubmissionDesk, _ connection: any Connection
    ) throws -> (older: CityContract, newer: CityContract)? {
        var previous = try desk.submission.previous(connection)
        while let one = previous, one.withdrawnAt != nil { previous = try one.previous(connection) }
        guard let previous else { return nil }
        return (
            older: try frozen.document(connection, previous), newer: try frozen.document(connection, desk.submission)
        )
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let (desk, blob) = try await SubmissionDesk.open(kit, visit) { desk, connection in
            (desk, try Blob.fetch(desk.submission.contentHash, in: connection))
        }
        guard let blob else { throw PageError.notFound }
        return .file(blob, fileName: "contract-\(desk.city.slug)-\(desk.submission.round).json")
    }

    private func declare(_ visit: Visit) async throws -> Reply {
        let desk = try await SubmissionDesk.open(kit, visit)
        let checked = ReviewForm.declaration.check(visit.answers, visit.t)
        guard checked.isFine else {
            return .page(SubmissionPages(visit: visit).declaring(desk, checked), status: 422)
        }
        let (id, person): (ReviewID, PersonID) = (kit.ids.next(), try visit.signedIn.person)
        try await kit.database.write { connection in
            if try Review.find(connection, of: desk.submission.id, by: person) != nil { return }
            try desk.requires(.review, connection, visit.visitor)
            try Review.declare(connection, id: id, of: desk.submission.id, by: person, at: visit.now)
            try desk.record(connection, "contract.review-declared", visit)
        }
        return .seeOther(visit.path(desk.submission.path), notice: visit.t("Your declaration is recorded."))
    }
}
