import Storage
import Web

/// The hub's history in plain sentences, as a file, and the state of its chain.
struct AuditRoutes: Sendable {
    let kit: Kit
    let sentences: AuditSentences

    static let pageSize = 50
    /// A file holds at most so many lines; filters narrow what is more.
    static let exportLimit = 50_000

    func add(to routes: inout Routes) {
        routes.get("/audit", .permission(Audit.view)) { try await list($0) }
        routes.get("/audit/export", .permission(Audit.view)) { try await export($0) }
        routes.get("/audit/chain", .permission(Audit.view)) { try await chain($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = AuditFilter(visit.query)
        let before = visit.query.integer("after")
        let lines = try await kit.database.read { connection in
            let entries = try AuditEntry.page(connection, filter, before: before, limit: Self.pageSize + 1)
            return try sentences.lines(connection, entries, visit.t)
        }
        return .page(
            AuditPages.list(
                visit, filter, Array(lines.prefix(Self.pageSize)), hasMore: lines.count > Self.pageSize,
                form: AuditPages.filterForm(sentences, visit.t)))
    }

    private func export(_ visit: Visit) async throws -> Reply {
        let filter = AuditFilter(visit.query)
        let lines = try await kit.database.read { connection in
            let entries = try AuditEntry.page(connection, filter, before: nil, limit: Self.exportLimit)
            return try sentences.lines(connection, entries, visit.t)
        }
        var table = CSVWriter(header: [
            "sequence", "at", "sentence", "actor", "activity", "subject_kind", "subject", "details", "hash",
        ])
        for line in lines {
            let entry = line.entry
            table.row([
                String(entry.sequence), entry.at.description, line.sentence, entry.actor?.description, entry.activity,
                entry.subjectKind, entry.subject, entry.details, entry.hash,
            ])
        }
        return .download(table.bytes, mediaType: "text/csv; charset=utf-8", fileName: "audit.csv")
    }

    /// Walks the whole chain now, on a snapshot; nothing is written.
    private func chain(_ visit: Visit) async throws -> Reply {
        let state = try await kit.database.read { connection in
            let result = try AuditEntry.verify(connection)
            let last = try AuditEntry.page(connection, limit: 1).first
            return AuditPages.ChainState(count: result.count, problem: result.problem, lastHash: last?.hash)
        }
        return .page(AuditPages.chain(visit, state))
    }
}
