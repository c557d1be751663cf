import Cities
import Storage
import Web

/// What everybody sees of a city's monitoring: its published reports, as pages, files and data.
struct MonitoringPublicRoutes {
    let kit: Kit

    func add(to routes: inout Routes) {
        let path = "/cities/:city/monitoring"
        routes.get("\(path)/progress", .everyone, caching: .untilDataChange, progress)
        routes.get("\(path)/reports/:year", .everyone, caching: .untilDataChange, report)
        routes.plain("\(path)/reports/:year/indicators.csv", .everyone, file)
        routes.plain("\(path)/reports/:year/report.json", .everyone, document)
        routes.plain("/api/v1/cities/:city/monitoring", .everyone, caching: .untilDataChange, data)
    }

    private struct View: Sendable {
        let city: City
        /// The newest publication of each year, the latest year first.
        let published: [MonitoringPublication]
        let shown: (publication: MonitoringPublication, content: MonitoringContent)?

        func page(_ visit: Visit) -> Page {
            MonitoringPublicPages(city: city, published: published, shown: shown, visit: visit).page
        }
    }

    /// The report of a year, or the latest one.
    private func view(_ visit: Visit, year: Int? = nil) async throws -> View {
        let slug = visit.parameters["city"]
        let found = try await kit.database.read { connection -> View? in
            guard let city = try City.find(connection, slug: slug) else { return nil }
            var years: Set<Int> = []
            let all = try MonitoringPublication.all(connection, of: city.code).filter { years.insert($0.year).inserted }
            let shown = year == nil ? all.first : all.first { $0.year == year }
            return View(city: city, published: all, shown: try shown.map { ($0, try $0.content(connection)) })
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    private func ofYear(_ visit: Visit) async throws -> (View, MonitoringContent) {
        guard let year = Int(visit.parameters["year"]) else { throw PageError.notFound }
        let view = try await view(visit, year: year)
        guard let shown = view.shown else { throw PageError.notFound }
        return (view, shown.content)
    }

    private func progress(_ visit: Visit) async throws -> Reply { .page(try await view(visit).page(visit)) }

    private func report(_ visit: Visit) async throws -> Reply { .page(try await ofYear(visit).0.page(visit)) }

    private func file(_ visit: Visit) async throws -> Reply {
        let (view, content) = try await ofYear(visit)
        return .download(
            MonitoringFiles.published(content), mediaType: CityFiles.mediaType,
            fileName: "indicators-\(view.city.slug)-\(content.year).csv")
    }

    private func document(_ visit: Visit) async throws -> Reply {
        let (view, content) = try await ofYear(visit)
        return .download(
            try content.json(), mediaType: "application/json",
            fileName: "monitoring-\(view.city.slug)-\(content.year).json")
    }

    private func data(_ visit: Visit) async throws -> Reply {
        guard let shown = try await view(visit).shown else { throw PageError.notFound }
        return try .json(shown.content)
    }
}
