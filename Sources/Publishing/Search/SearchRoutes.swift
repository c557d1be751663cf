import Storage
import Web

/// The search over everything that is public.
struct SearchRoutes: Sendable {
    let kit: Kit
    /// What all wings let be found.
    let kinds: [Searchable]

    func add(to routes: inout Routes) {
        routes.get("/search", .everyone) { try await search($0) }
    }

    private func search(_ visit: Visit) async throws -> Reply {
        let query = String(visit.query.text("q").prefix(SearchRules.longestQuery))
        guard !query.isEmpty else { return .page(SearchPages.page(visit, query: "", groups: [])) }
        let hits = try await kit.database.read { connection in
            try SearchIndex.search(query, limit: SearchRules.limit, in: connection)
        }
        let groups = SearchRules.groups(hits, kinds: kinds, visit.language)
        return .page(SearchPages.page(visit, query: query, groups: groups))
    }
}
