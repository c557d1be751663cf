import Cities
import Portfolio
import Web

/// A city's published portfolio: page, files and data for everybody.
struct PublicPortfolioRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/measures"
        routes.get(path, .everyone, caching: .untilDataChange, show)
        routes.plain("\(path)/measures.csv", .everyone) { visit in
            let view = try await view(visit)
            return try PortfolioFiles.reply(view.portfolio.measures, .measures, slug: view.city.slug)
        }
        routes.plain("\(path)/gap.csv", .everyone) { visit in
            let view = try await view(visit)
            return .download(
                PublicPortfolioData.gaps(view.sums), mediaType: CityFiles.mediaType,
                fileName: "gap-\(view.city.slug).csv")
        }
        routes.plain("/api/v1\(path)", .everyone, caching: .untilDataChange) { visit in
            try .json(PublicPortfolioData(try await view(visit)))
        }
    }

    private func view(_ visit: Visit) async throws -> PublicPortfolio {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection in
            try City.find(connection, slug: slug).flatMap { try PublicPortfolio(connection, $0) }
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func show(_ visit: Visit) async throws -> Reply {
        let slug = visit.parameters["city"]
        let page = try await kit.database.read { connection -> Page? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            let right = try ScenarioRules.right(visit.visitor, city: city.code, connection)
            let hasPathway = try ScenarioPublication.current(connection, city: city.code) != nil
            return PublicPortfolioPages(
                city: city, view: try PublicPortfolio(connection, city), right: right, hasPathway: hasPathway,
                visit: visit
            ).page
        }
        guard let page else { throw PageError.notFound }
        return .page(page)
    }
}
