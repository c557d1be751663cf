import Cities
import Contract
import Members
import Storage
import Synchronization
import Web

/// Frozen contracts, read once: what a hash names never changes.
package final class FrozenContracts: Sendable {
    private let held = Mutex<[String: CityContract]>([:])
    private static let most = 32

    package init() {}

    func document(_ connection: any Connection, _ submission: Submission) throws -> CityContract {
        if let known = held.withLock({ $0[submission.contentHash] }) { return known }
        guard let snapshot = try ContractSnapshot.find(connection, id: submission.snapshot) else {
            throw PageError.notFound
        }
        let document = try snapshot.document(connection)
        held.withLock { held in
            if held.count >= Self.most { held.removeAll() }
            held[submission.contentHash] = document
        }
        return document
    }
}

/// A round with what each of its pages needs.
struct SubmissionDesk: Sendable {
    let city: City
    let record: ContractRecord
    let submission: Submission
    let standing: ReviewRules.Standing
    let status: ContractStatus
    let isLatest: Bool

    init?(_ connection: any Connection, _ id: SubmissionID, _ visitor: Visitor) throws {
        guard let submission = try Submission.find(connection, id: id),
            let record = try ContractRecord.find(connection, id: submission.contract),
            let city = try City.find(connection, code: record.city)
        else { return nil }
        self.city = city
        self.record = record
        self.submission = submission
        standing = try ReviewRules.Standing(visitor, submission, connection)
        status = try ContractStatus.of(connection, record)
        isLatest = try Submission.all(connection, of: record.id).first?.id == id
    }

    /// The round that a path names by `:submission`, or by a review of it.
    static func open<More: Sendable>(
        _ kit: Kit, _ visit: Visit, _ more: @escaping @Sendable (SubmissionDesk, any Connection) throws -> More
    ) async throws -> More {
        let (named, review) = (
            SubmissionID(visit.parameters["submission"]), ReviewID(visit.parameters["review"])
        )
        let visitor = visit.visitor
        let found = try await kit.database.read { connection -> More? in
            guard let id = try named ?? review.flatMap({ try Review.find(connection, id: $0)?.submission }) else {
                return nil
            }
            return try SubmissionDesk(connection, id, visitor).map { try more($0, connection) }
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    static func open(_ kit: Kit, _ visit: Visit) async throws -> SubmissionDesk {
        try await open(kit, visit) { desk, _ in desk }
    }

    /// Whether the visitor may take a step now.
    func allows(_ step: ContractStatus.Step) -> Bool {
        var actors: [ContractStatus.Actor] = [.reader]
        if standing.right >= .edit { actors.append(.editor) }
        if standing.right >= .certify { actors.append(.committer) }
        if standing.isReviewer { actors.append(.reviewer) }
        if standing.isManager { actors.append(.staff) }
        return actors.contains { status.allows(step, $0) }
            && (isLatest || step == .answer || step == .accept)
    }

    /// The same within a change, as the rows stand then.
    func requires(_ step: ContractStatus.Step, _ connection: any Connection, _ visitor: Visitor) throws {
        guard let now = try SubmissionDesk(connection, submission.id, visitor), now.allows(step) else {
            throw PageError.refused
        }
    }

    func title(_ t: Texts) -> String { t("Round {number}", ["number": "\(submission.round)"]) }

    /// To the city's team the way leads over the contract; to a reviewer over what they were given.
    func trail(_ visit: Visit, withRound: Bool = true) -> [Page.Crumb] {
        let t = visit.t
        let round = withRound ? [Page.Crumb(title(t), visit.path(submission.path))] : []
        guard standing.right >= .read else { return [Page.Crumb(t("Reviews"), visit.path("/reviews"))] + round }
        return [
            Page.Crumb(city.name, visit.path(city.path)),
            Page.Crumb(ContractDesk.title(record, city, t), visit.path(record.path)),
            Page.Crumb(t("Reviews of the contract"), visit.path("\(record.path)/submissions")),
        ] + round
    }

    // MARK: History and news

    func record(_ connection: any Connection, _ activity: String, _ visit: Visit) throws {
        try Self.record(connection, activity, record, city, round: submission.round, visit)
    }

    static func record(
        _ connection: any Connection, _ activity: String, _ record: ContractRecord, _ city: City, round: Int,
        _ visit: Visit
    ) throws {
        try AuditEntry.record(
            connection, actor: visit.visitor.person, activity,
            subject: (kind: "contract", id: record.id.description),
            details: ["city": city.name, "number": "\(round)"], at: visit.now)
    }

    /// Tells people; whoever did it knows already.
    static func tell(
        _ connection: any Connection, _ kit: Kit, _ people: [PersonID], _ activity: String, sentence: String,
        _ record: ContractRecord, _ city: City, path: String, _ visit: Visit
    ) throws {
        try Notification.notify(
            connection, kit: kit, people: people.filter { $0 != visit.visitor.person }, topic: ReviewDoor.topic,
            activity: activity, subject: (kind: "contract", id: record.id.description), sentence: sentence,
            values: ["city": city.name], path: path, at: visit.now)
    }
}
