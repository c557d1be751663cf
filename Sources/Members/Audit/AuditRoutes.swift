import Storage
import Web

/// The hub's history in plain sentences, as a file, and the state of its chain.
struct AuditRoutes: Sendable {
    let kit: Kit
    let sentences: AuditSentences

    static let pageSize = 50
    /// So many lines are read at once for a file, which is as long as it must be.
    static let exportPage = 2_000

    func add(to routes: inout Routes) {
        routes.get("/audit", .permission(Audit.view)) { try await list($0) }
        routes.get("/audit/export", .permission(Audit.view)) { try await export($0) }
        routes.get("/audit/chain", .permission(Audit.view)) { try await chain($0) }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = AuditFilter(visit.query)
        let place = visit.place { Int($0) }
        let part = try await kit.database.read { connection in
            let found = try AuditEntry.page(connection, filter, place, limit: Self.pageSize + 1)
            return try ListPart(found, at: place, size: Self.pageSize).map {
                try sentences.lines(connection, $0, visit.t)
            }
        }
        return .page(AuditPages.list(visit, filter, part, form: AuditPages.filterForm(sentences, visit.t)))
    }

    /// Written while it is read, so that the longest history needs little memory.
    private func export(_ visit: Visit) async throws -> Reply {
        let filter = AuditFilter(visit.query)
        return .stream(mediaType: "text/csv; charset=utf-8", fileName: "audit.csv") { write in
            var table = CSVWriter(header: [
                "sequence", "at", "sentence", "actor", "activity", "subject_kind", "subject", "details", "hash",
            ])
            var place = ListPlace<Int>.start
            while true {
                let lines = try await kit.database.read { [place] connection in
                    let entries = try AuditEntry.page(connection, filter, place, limit: Self.exportPage)
                    return try sentences.lines(connection, entries, visit.t)
                }
                for line in lines { table.row(Self.cells(line)) }
                try await write(table.taken())
                guard lines.count == Self.exportPage, let last = lines.last else { return }
                place = .after(last.entry.sequence)
            }
        }
    }

    private static func cells(_ line: AuditSentences.Line) -> [String?] {
        let entry = line.entry
        return [
            String(entry.sequence), entry.at.description, line.sentence, entry.actor?.description, entry.activity,
            entry.subjectKind, entry.subject, entry.details, entry.hash,
        ]
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
