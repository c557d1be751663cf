import Cities
import Storage
import Web

/// The pages that everybody reads: home, the fixed ones, and those that editors add.
struct PageRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        routes.get("/", .everyone, caching: .untilDataChange) { try await home($0) }
        for slug in EditablePage.fixedSlugs where slug != EditablePage.home {
            routes.get("/\(slug)", .everyone, caching: .untilDataChange) { try await show($0, slug: slug) }
        }
        routes.get("/pages/:slug", .everyone, caching: .untilDataChange) { visit in
            let slug = visit.parameters["slug"]
            // Every page has one address: the fixed ones are found here too, and sent to theirs.
            guard !EditablePage.fixedSlugs.contains(slug) else {
                return .seeOther(visit.path(EditablePage.path(of: slug)))
            }
            return try await show(visit, slug: slug)
        }
    }

    private func home(_ visit: Visit) async throws -> Reply {
        let view = try await kit.database.read { connection in
            HomePages(
                found: try PublicPage.find(connection, slug: EditablePage.home, visit.language),
                cities: try CityLine.programme(connection), map: MapGround(digest: try Gazetteer.digest(connection)),
                visit: visit)
        }
        return .page(view.page)
    }

    private func show(_ visit: Visit, slug: String) async throws -> Reply {
        let found = try await kit.database.read { try PublicPage.find($0, slug: slug, visit.language) }
        guard let found else { throw PageError.notFound }
        return .page(PagePages.page(found, visit))
    }
}
