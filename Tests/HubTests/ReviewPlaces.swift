import Members
import SiteSupport
import Storage
import Web

@testable import Planning

/// Real values for the rooms of review: a round of Alba Iulia's contract with a review that its evaluator sent.
struct ReviewPlaces: Sendable {
    private let submission: SubmissionID
    private let review: ReviewID
    private let remark: ID<ReviewComment>
    /// A contract of the same city that its council has decided on.
    private let decided: ContractID
    private let decision: ID<CouncilDecision>
    /// A round in review, with a review that its evaluator is writing.
    private let open: SubmissionID
    private let written: ReviewID
    private let draft: ID<ReviewComment>

    init(_ site: TestSite, contract: ContractID, by person: PersonID) async throws {
        let (submission, review): (SubmissionID, ReviewID) = (site.kit.ids.next(), site.kit.ids.next())
        let (remark, decision): (ID<ReviewComment>, ID<CouncilDecision>) = (site.kit.ids.next(), site.kit.ids.next())
        let (now, ids) = (site.clock.now, site.kit.ids)
        let evaluator = try await site.person(.evaluator)?.id
        try await site.database.write { connection in
            guard let record = try ContractRecord.find(connection, id: contract), let evaluator else { return }
            let frozen = try ContractSnapshot.take(connection, id: ids.next(), of: record, by: person, at: now)
            try Submission.add(connection, id: submission, of: frozen, message: "", by: person, at: now)
            guard let round = try Submission.find(connection, id: submission) else { return }
            _ = try round.assign(connection, evaluator, by: person, at: now)
            try Review.declare(connection, id: review, of: submission, by: evaluator, at: now)
            try ReviewComment.add(
                connection, id: remark, to: review, place: "sections/outlook", quote: "", .should, "De ce?", at: now)
            guard let written = try Review.find(connection, id: review) else { return }
            _ = try written.send(connection, .changes, summary: "De completat.", at: now)
            try round.decide(connection, .changes, reason: "De completat.", by: person, at: now)
        }
        (self.submission, self.review, self.remark, self.decision) = (submission, review, remark, decision)
        decided = try await Self.decided(site, decision, beside: contract, by: person)
        (open, written, draft) = (ids.next(), ids.next(), ids.next())
        try await Self.inReview(site, (open, written, draft), beside: contract, by: person)
    }

    /// One review of it was sent already, so that it may be decided on; an evaluator is left to be chosen.
    private static func inReview(
        _ site: TestSite, _ id: (round: SubmissionID, review: ReviewID, remark: ID<ReviewComment>),
        beside contract: ContractID, by person: PersonID
    ) async throws {
        let (other, now, ids): (ContractID, Instant, IDSource) = (site.kit.ids.next(), site.clock.now, site.kit.ids)
        let sent: ReviewID = ids.next()
        let (evaluator, officer) = (
            try await site.person(.evaluator)?.id, try await site.person(.programmeOfficer)?.id
        )
        try await site.database.write { connection in
            guard let first = try ContractRecord.find(connection, id: contract), let evaluator, let officer else {
                return
            }
            try ContractRecord.start(
                connection, id: other, city: "1017", try first.document(connection), by: person, at: now)
            try connection.execute("UPDATE contract SET iteration = iteration + 40 WHERE id = \(contract)")
            guard let record = try ContractRecord.find(connection, id: other) else { return }
            let frozen = try ContractSnapshot.take(connection, id: ids.next(), of: record, by: person, at: now)
            try Submission.add(connection, id: id.round, of: frozen, message: "", by: person, at: now)
            guard let round = try Submission.find(connection, id: id.round) else { return }
            let other = try round.candidates(connection).map(\.person).first { $0 != evaluator && $0 != officer }
            for (reviewer, review) in [(evaluator, id.review), (other ?? officer, sent)] {
                _ = try round.assign(connection, reviewer, by: person, at: now)
                try Review.declare(connection, id: review, of: id.round, by: reviewer, at: now)
            }
            try ReviewComment.add(
                connection, id: id.remark, to: id.review, place: "sections/outlook", quote: "", .should, "De ce?",
                at: now)
            _ = try Review.find(connection, id: sent)?.send(connection, .changes, summary: "De completat.", at: now)
        }
    }

    /// Forms that only somebody who writes a review meets, or who has a round to give and to decide on.
    private static func isOfOpenRound(_ path: String) -> Bool {
        path.hasPrefix("/submissions/:submission/reviewers") || path.hasPrefix("/submissions/:submission/declaration")
            || path.hasPrefix("/submissions/:submission/decision")
    }

    private static func isOfWrittenReview(_ path: String) -> Bool {
        let review = "/reviews/:review"
        return ["comments/new", "comments/:remark/removal", "sending", "scores/"].contains {
            path.hasPrefix("\(review)/\($0)")
        }
    }

    private static func decided(
        _ site: TestSite, _ decision: ID<CouncilDecision>, beside contract: ContractID, by person: PersonID
    ) async throws -> ContractID {
        let (id, now, ids): (ContractID, Instant, IDSource) = (site.kit.ids.next(), site.clock.now, site.kit.ids)
        let submission: SubmissionID = ids.next()
        try await site.database.write { connection in
            guard let first = try ContractRecord.find(connection, id: contract) else { return }
            try ContractRecord.start(
                connection, id: id, city: "1017", try first.document(connection), by: person, at: now)
            // No iteration follows it, and the other one stays the newest.
            try connection.execute("UPDATE contract SET iteration = iteration + 20 WHERE id = \(contract)")
            guard let record = try ContractRecord.find(connection, id: id) else { return }
            let frozen = try ContractSnapshot.take(connection, id: ids.next(), of: record, by: person, at: now)
            try Submission.add(connection, id: submission, of: frozen, message: "", by: person, at: now)
            guard let round = try Submission.find(connection, id: submission) else { return }
            try round.decide(connection, .positive, reason: "Toate observațiile sunt rezolvate.", by: person, at: now)
            let document = try Blob.store(
                Array("%PDF-1.7\nhcl\n".utf8), mediaType: FileType.pdf.mediaType, at: now, in: connection)
            try CouncilDecision.record(
                connection, id: decision, on: round,
                CouncilDecision.Content(
                    number: "12/2026", day: Day(year: 2026, month: 10, day: 1), body: "Consiliul Local", note: "",
                    documentHash: document, documentName: "hcl.pdf"),
                by: person, at: now)
        }
        return id
    }

    func value(_ name: Substring, in path: String) -> String? {
        switch name {
        case "contract" where path.contains("/council-decision") || path.hasSuffix("/next"): decided.description
        case "submission" where Self.isOfOpenRound(path): open.description
        case "review" where Self.isOfWrittenReview(path): written.description
        case "remark" where Self.isOfWrittenReview(path): draft.description
        case "submission": submission.description
        case "review": review.description
        case "remark": remark.description
        case "criterion": "template"
        case "decision": decision.description
        default: nil
        }
    }
}
