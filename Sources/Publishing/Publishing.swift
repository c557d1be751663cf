import Web

/// Publishing: what the hub itself says to everybody, and what readers say back. The door of the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | Pages | / · /about · /accessibility · /privacy · /contact · /pages/:slug · for editors /pages · /pages/new · /pages/:slug/edit · …/preview · …/draft · …/versions · …/differences · …/publication · …/withdrawal | page, page_version, page_publication | pages:edit |
/// | Search | /search | (search_entry in Storage) | |
/// | Feedback | /feedback · /feedback/:feedback/receipt · for staff /feedback/list · /feedback/:feedback · …/answer · /feedback.csv | feedback, feedback_answer | feedback:read |
/// | Signposts | /robots.txt · /sitemap.xml · /.well-known/security.txt · /carbon.txt · /design | | |
package enum Publishing {
    /// - Parameter searchables: what all wings let be found; `Hub` passes it, since wings do not know each other.
    package static func feature(searchables: [Searchable] = []) -> Feature {
        var feature = Feature("publishing")
        feature.migrations = [EditablePage.migration, Feedback.migration]
        feature.permissions = Pages.permissions + FeedbackRoom.permissions
        feature.activities = Pages.activities + FeedbackRoom.activities
        feature.subjects = Pages.subjects + FeedbackRoom.subjects
        feature.topics = FeedbackRoom.topics
        feature.personalData = Pages.personalData + FeedbackRoom.personalData
        feature.jobs = [FeedbackJobs.cleaning]
        feature.searchables = [Searchable(kind: PageSearch.kind, title: "Pages")]
        feature.menu = [
            MenuEntry("About", path: "/about", order: 92), MenuEntry("Search", path: "/search", order: 95),
        ]
        feature.administration = [
            MenuEntry("Pages", path: "/pages", order: 30, permission: PageRules.edit),
            MenuEntry("Feedback", path: "/feedback/list", order: 40, permission: FeedbackRules.read),
        ]
        feature.routes = { kit, routes in
            Pages.add(to: &routes, kit: kit)
            SearchRoutes(kit: kit, kinds: searchables).add(to: &routes)
            FeedbackRoom.add(to: &routes, kit: kit)
            SignpostRoutes(kit: kit).add(to: &routes)
        }
        return feature
    }
}
