import Inventory
import Storage
import Web

/// The register for everybody: pages, files and data.
struct FactorRoutes {
    let kit: Kit
    let register: FactorRegister

    func add(to routes: inout Routes) {
        routes.get("/factors", .everyone, caching: .untilDataChange, list)
        routes.get("/factors/grid-electricity", .everyone, caching: .untilDataChange, grid)
        routes.get("/factors/:factor", .everyone, caching: .untilDataChange, show)
        routes.plain("/factors.csv", .everyone, file)
        routes.plain("/api/v1/factors", .everyone, caching: .untilDataChange, listData)
        routes.plain("/api/v1/factors/:factor", .everyone, caching: .untilDataChange, data)
    }

    private func known() async throws -> FactorList {
        try await kit.database.read { [register] in try register.list($0) }
    }

    private func view(_ visit: Visit) async throws -> FactorView {
        let found = try await kit.database.read { [register] connection in
            try FactorView(connection, register, slug: visit.parameters["factor"], visit.visitor)
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func list(_ visit: Visit) async throws -> Reply {
        .page(FactorListPages(try await known(), visit).page)
    }

    private func grid(_ visit: Visit) async throws -> Reply {
        .page(GridFactorPages(GridFactors(try await known()), visit).page)
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(FactorPages(try await view(visit), visit).page)
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let found = FactorFilter(visit.query).matches(try await known())
        return .download(FactorFiles.table(found), mediaType: "text/csv; charset=utf-8", fileName: "factors.csv")
    }

    private func listData(_ visit: Visit) async throws -> Reply {
        let filter = FactorFilter(visit.query)
        let found = filter.matches(try await known())
        let size = min(max(visit.query.integer("limit") ?? 100, 1), 1000)
        let part = FactorFilter.page(found, at: visit.place { $0.isEmpty ? nil : $0 }, size: size)
        let url = kit.settings.publicURL
        let next =
            part.hasAfter
            ? part.items.last.map { item in
                filter.address("\(url)/api/v1/factors").with("limit", "\(size)").with("after", item.factor.id).text
            } : nil
        return try .json(
            FactorListData(total: found.count, factors: part.items.map { FactorData($0, url) }, next: next))
    }

    private func data(_ visit: Visit) async throws -> Reply {
        try .json(FactorHistoryData(try await view(visit), kit.settings.publicURL))
    }
}
