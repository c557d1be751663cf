import Storage
import Web

/// The question and what was found, by kind.
enum SearchPages {
    static func page(_ visit: Visit, query: String, groups: [SearchRules.Group]) -> Page {
        let t = visit.t
        let total = groups.reduce(0) { $0 + $1.hits.count }
        return Page(
            title: query.isEmpty ? t("Search") : t("Search: {query}", ["query": query]), hasOwnHeading: true,
            isPrivate: true,
            body: HTML {
                Components.heading(t("Search"))
                form(visit, query)
                if query.isEmpty {
                    p {
                        t("Search finds cities, organisations, pages and emission factors, with or without diacritics.")
                    }
                } else if groups.isEmpty {
                    nothing(visit, query)
                } else {
                    p(.role("status")) { t.count(total, "{count} result", "{count} results") }
                    for group in groups { self.group(visit, group) }
                }
            })
    }

    private static func form(_ visit: Visit, _ query: String) -> HTML {
        let t = visit.t
        return element(
            "form", .class("search"), .method("get"), .action(visit.path("/search")), .role("search")
        ) {
            div(.class("field")) {
                label(.for("search-words")) { t("What are you looking for?") }
                input(
                    .type("search"), .id("search-words"), .name("q"), .value(query), .class("width-30"),
                    .attribute("maxlength", "\(SearchRules.longestQuery)"))
                " "
                Components.submit(t("Search"))
            }
        }
    }

    private static func nothing(_ visit: Visit, _ query: String) -> HTML {
        let t = visit.t
        return Components.emptyState(
            t("Nothing was found for “{query}”. Try fewer words or another spelling.", ["query": query]),
            next: (t("See all cities"), visit.path("/cities") + "?show=all"))
    }

    private static func group(_ visit: Visit, _ group: SearchRules.Group) -> HTML {
        section {
            h2 { visit.t(group.title) }
            ul(.class("found")) { for hit in group.hits { li { self.hit(visit, hit) } } }
        }
    }

    /// What was found in the other language only leads to that language, where the words stand.
    private static func hit(_ visit: Visit, _ hit: SearchHit) -> HTML {
        let isForeign = hit.language != visit.language.rawValue
        let path = "/\(hit.language)" + (hit.path == "/" ? "" : hit.path)
        return HTML {
            h3 {
                a(
                    .href(path), .lang(isForeign ? hit.language : nil),
                    .attribute("hreflang", isForeign ? hit.language : nil)
                ) { hit.title }
            }
            if !hit.excerpt.isEmpty { p(.lang(isForeign ? hit.language : nil)) { hit.excerpt } }
        }
    }
}
