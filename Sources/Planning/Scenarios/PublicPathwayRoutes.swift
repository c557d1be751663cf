import Cities
import Portfolio
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
        routes.plain("\(path)/costs.csv", .everyone) { try await money($0, "costs", InvestmentFiles.years) }
        routes.plain("\(path)/funding.csv", .everyone) { try await money($0, "funding", InvestmentFiles.funding) }
        routes.plain("\(path)/abatement.csv", .everyone) {
            try await money($0, "abatement-costs", InvestmentFiles.abatement)
        }
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

    /// A file about money; there is none where the city keeps it to itself.
    private func money(
        _ visit: Visit, _ name: String, _ write: (PlanResults) -> [UInt8]
    ) async throws -> Reply {
        let view = try await view(visit)
        guard let money = view.money else { throw PageError.notFound }
        return .download(
            write(money), mediaType: CityFiles.mediaType, fileName: "\(name)-\(view.city.slug).csv")
    }

    private func document(_ visit: Visit) async throws -> Reply {
        let view = try await view(visit)
        return .download(
            Array(try view.document.json()), mediaType: "application/json", fileName: "plan-\(view.city.slug).json")
    }

    private func data(_ visit: Visit) async throws -> Reply { try .json(PublicPathwayData(try await view(visit))) }
}
