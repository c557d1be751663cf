import Cities
import Storage
import Web

/// What machines and researchers look for first: robots.txt, sitemap.xml, security.txt, carbon.txt; and /design.
struct SignpostRoutes: Sendable {
    let kit: Kit

    func add(to routes: inout Routes) {
        let url = kit.settings.publicURL
        routes.plain("/robots.txt", .everyone, caching: .untilDataChange) { _ in .text(Signposts.robots(url)) }
        routes.plain("/sitemap.xml", .everyone, caching: .untilDataChange) { _ in
            let paths = try await paths()
            return .text(Signposts.sitemap(paths, url), mediaType: "application/xml; charset=utf-8")
        }
        routes.plain("/site.webmanifest", .everyone, caching: .untilDataChange) { _ in
            try Signposts.manifest(kit.files, shortName: "M100", name: "M100 Hub")
        }
        // Its date of expiry moves with the clock.
        routes.plain("/.well-known/security.txt", .everyone) { visit in
            .text(Signposts.security(url, contact: kit.settings.contact, now: visit.now))
        }
        routes.plain("/carbon.txt", .everyone, caching: .untilDataChange) { _ in .text(Signposts.carbon) }
        routes.plain("/.well-known/carbon.txt", .everyone, caching: .untilDataChange) { _ in .text(Signposts.carbon) }
        routes.get("/design", .everyone, caching: .untilDataChange) { visit in
            .page(DesignCatalogue.page(visit.t, path: visit.path("/design")))
        }
        routes.get("/design/upload", .signedIn) { .page(DesignUpload.page($0)) }
        routes.post("/design/upload", .signedIn, filesUpTo: DesignUpload.bodyLimit) { DesignUpload.reply($0) }
    }

    /// Public addresses without the language: pages with something published, lists, cities.
    private func paths() async throws -> [String] {
        try await kit.database.read { connection in
            let pages = try PageState.all(connection).filter { $0.publicNumber != nil }.map {
                EditablePage.path(of: $0.slug)
            }
            let cities = try City.allByName(connection).map(\.path)
            return Array(Set(pages + ["/"])).sorted() + ["/cities", "/programme", "/organisations"] + cities
        }
    }
}
