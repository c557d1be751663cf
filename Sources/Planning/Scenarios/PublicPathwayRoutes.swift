import Cities
import Storage
import Web

/// A city's published pathway: page, files and data for everybody.
struct PublicPathwayRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/pathway"
        routes.get(path, .everyone, caching: .untilDataChange, show)
        routes.plain("\(path)/pathway.csv", .everyone, file)
        routes.plain("\(path)/measures.csv", .everyone, measures)
        routes.plain("\(path)/plan.json", .everyone, document)
        routes.plain("/api/v1/cities/:city/pathway", .everyone, caching: .untilDataChange, data)
    }

    private func view(_ visit: Visit) async throws -> PublicPathway {
        let slug = visit.parameters["city"]
        guard let found = try await kit.database.read({ try PublicPathway($0, slug: slug) }) else {
            throw PageError.notFound
        }
        return found
    }

    private func show(_ visit: Visit) async throws -> Reply {
        .page(PublicPathwayPages(view: try await view(visit), visit: visit).page)
    }

    private func file(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .download(
            ScenarioFiles.pathway(view.result), mediaType: CityFiles.mediaType,
            fileName: "pathway-\(view.city.slug).csv")
    }

    private func measures(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .download(
            ScenarioFiles.portfolio(view.result), mediaType: CityFiles.mediaType,
            fileName: "measures-\(view.city.slug).csv")
    }

    private func document(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .download(
            Array(try view.plan.json()), mediaType: "application/json", fileName: "plan-\(view.city.slug).json")
    }

    private func data(_ visit: Visit) async throws -> Reply { try .json(PublicPathwayData(try await view(visit))) }
}
