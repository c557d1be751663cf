import Storage
import Web

/// What the room of pages brings to the wing.
enum Pages {
    static let permissions = [
        PermissionDeclaration(PageRules.edit, "Write and publish the hub's pages", roles: [.contentEditor])
    ]

    static let activities = [
        ActivityDeclaration("page.created", "{actor} began the page {subject}."),
        ActivityDeclaration("page.written", "{actor} wrote version {version} of the page {subject} ({language})."),
        ActivityDeclaration(
            "page.published", "{actor} published version {version} of the page {subject} ({language})."),
        ActivityDeclaration("page.withdrawn", "{actor} withdrew the page {subject} ({language})."),
    ]

    static let subjects = [
        SubjectDeclaration(PageSubject.kind, "Page", path: { EditablePage.path(of: $0) }) { connection, slugs in
            let wanted = Set(slugs)
            let states = try PageState.all(connection).filter { wanted.contains($0.slug) }
            return Dictionary(states.map { ($0.slug, $0.title) }, uniquingKeysWith: { first, _ in first })
        }
    ]

    static let personalData = [
        PersonalDataDeclaration("pages_written") { try PageVersion.written($0, by: $1) },
        PersonalDataDeclaration("pages_published") { try PageVersion.published($0, by: $1) },
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        PageRoutes(kit: kit).add(to: &routes)
        PageEditingRoutes(kit: kit).add(to: &routes)
        PageVersionRoutes(kit: kit).add(to: &routes)
    }
}

/// How the audit calls a page.
enum PageSubject {
    static let kind = "page"
}
