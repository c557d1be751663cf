import Background
import Storage
import Web

/// What the hub does in the background: the queue, what failed for good, another attempt, discarding.
struct JobRoutes: Sendable {
    let kit: Kit
    let declarations: [JobDeclaration]

    static let pageSize = 50

    func add(to routes: inout Routes) {
        routes.get("/jobs", .permission(Jobs.administer)) { try await list($0) }
        routes.post("/jobs/:id/retry", .permission(Jobs.administer)) { try await retry($0) }
        routes.post("/jobs/:id/discarding", .permission(Jobs.administer)) { try await discard($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let state = JobState(rawValue: visit.query.text("state"))
        let kind = visit.query.optionalText("kind")
        let place = visit.place { ID<Job>($0) }
        let content = try await kit.database.read { connection in
            let jobs = try Job.list(
                in: connection, state: state, kind: kind, place: place, limit: Self.pageSize + 1)
            return JobPages.Content(
                jobs: ListPart(jobs, at: place, size: Self.pageSize),
                statistics: try JobStatistics.all(in: connection, now: visit.now))
        }
        return .page(JobPages.list(visit, content, state: state, kind: kind, titles: titles))
    }

    /// Keys of the names of all kinds.
    private var titles: [String: String] {
        Dictionary(declarations.map { ($0.kind, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    private func retry(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let id = try visit.parameters.id("id", of: Job.self)
        let isDue = try await kit.database.write { connection in
            guard let job = try Job.find(id, in: connection) else { throw PageError.notFound }
            guard try kit.queue.retry(id, in: connection) else { return false }
            try record(connection, "job.retried", job, by: actor, at: visit.now)
            return true
        }
        guard isDue else { throw PageError.conflict(visit.t("The job is running or finished by now.")) }
        return .seeOther(visit.path("/jobs"), notice: visit.t("The job will be tried again."))
    }

    private func discard(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn.person
        let id = try visit.parameters.id("id", of: Job.self)
        let isGone = try await kit.database.write { connection in
            guard try Job.find(id, in: connection) != nil else { throw PageError.notFound }
            guard let job = try kit.queue.discard(id, in: connection) else { return false }
            try record(connection, "job.discarded", job, by: actor, at: visit.now)
            return true
        }
        guard isGone else { throw PageError.conflict(visit.t("The job is running or finished by now.")) }
        return .seeOther(visit.path("/jobs"), notice: visit.t("The job is discarded."))
    }

    private func record(
        _ connection: any Connection, _ activity: String, _ job: Job, by actor: PersonID, at: Instant
    ) throws {
        try AuditEntry.record(
            connection, actor: actor, activity, subject: ("job", job.id.description), details: ["kind": job.kind],
            at: at)
    }
}
