import Web

/// The one page from which staff reach what they look after.
struct AdministrationRoutes: Sendable {
    static let view: Permission = "administration:view"

    static let permissions = [
        PermissionDeclaration(
            view, "Open the administration page", roles: [.programmeOfficer, .contentEditor, .authorityOfficer])
    ]

    let kit: Kit
    let entries: [MenuEntry]

    func add(to routes: inout Routes) {
        routes.get("/administration", .permission(Self.view)) { visit in .page(page(visit)) }
    }

    private func page(_ visit: Visit) -> Page {
        let t = visit.t
        let mine = entries.sorted { $0.order < $1.order }.filter { $0.permission.map(visit.visitor.may) ?? true }
        return Page(
            title: t("Administration"), isPrivate: true,
            body: mine.isEmpty
                ? Components.emptyState(t("There is nothing here that your role looks after."))
                : Components.linkList(mine.map { (t($0.title), visit.path($0.path)) }))
    }
}
