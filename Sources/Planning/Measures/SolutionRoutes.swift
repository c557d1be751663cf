import Cities
import Storage
import Web

/// The solutions library for everybody: pages, file and data.
struct SolutionRoutes {
    let kit: Kit
    let library: SolutionLibrary

    func add(to routes: inout Routes) {
        routes.get("/measures", .everyone, caching: .untilDataChange, list)
        routes.get(TransportElasticityPages.path, .everyone, caching: .untilDataChange, elasticities)
        routes.get("/measures/solutions/:solution", .everyone, caching: .untilDataChange, show)
        routes.plain("/measures/solutions.csv", .everyone, file)
        routes.plain("/api/v1/solutions", .everyone, caching: .untilDataChange, listData)
        routes.plain("/api/v1/solutions/:solution", .everyone, caching: .untilDataChange, data)
    }

    private func solution(_ visit: Visit) throws -> Solution {
        guard let solution = try library.list()[visit.parameters["solution"]] else { throw PageError.notFound }
        return solution
    }

    private func list(_ visit: Visit) async throws -> Reply {
        .page(SolutionListPages(try library.list(), visit).page)
    }

    private func elasticities(_ visit: Visit) async throws -> Reply {
        .page(TransportElasticityPages(visit: visit).page(try library.list().elasticities))
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let solution = try solution(visit)
        let teams = visit.visitor.signedIn?.memberships.filter { $0.value >= .editor }.map(\.key) ?? []
        let cities =
            teams.isEmpty ? [] : try await kit.database.read { try CityTeam.cities($0, of: teams) }
        let elasticities = try library.list().elasticities(of: solution)
        return .page(SolutionPages(solution, cities: cities, elasticities: elasticities, visit).page)
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let list = try library.list()
        let found = SolutionFilter(visit.query).matches(list, visit.language)
        return .download(
            SolutionFiles.table(found, header: list.header), mediaType: CityFiles.mediaType,
            fileName: "solutions.csv")
    }

    private func listData(_ visit: Visit) async throws -> Reply {
        let filter = SolutionFilter(visit.query)
        let found = filter.matches(try library.list(), visit.language)
        let size = min(max(visit.query.integer("limit") ?? 100, 1), 1000)
        let part = SolutionFilter.page(found, at: visit.place { $0.isEmpty ? nil : $0 }, size: size)
        let url = kit.settings.publicURL
        let next =
            part.hasAfter
            ? part.items.last.map { item in
                filter.address("\(url)/api/v1/solutions").with("limit", "\(size)").with("after", item.id).text
            } : nil
        return try .json(
            SolutionListData(total: found.count, solutions: part.items.map { SolutionData($0, url) }, next: next))
    }

    private func data(_ visit: Visit) async throws -> Reply {
        try .json(SolutionData(try solution(visit), kit.settings.publicURL))
    }
}
