import Web

/// The tables of roles and routes.
enum PermissionPages {
    static func list(_ visit: Visit, _ declarations: [PermissionDeclaration], _ routes: [Route]) -> Page {
        let t = visit.t
        return Page(
            title: t("Permissions"), wide: true, isPrivate: true,
            body: HTML {
                Components.lead(
                    t(
                        "What each role may do. Members of organisations have their rights there from their level, not from a role."
                    ))
                roles(declarations, t)
                h2 { t("Levels in an organisation") }
                Components.summaryList(
                    MembershipLevel.allCases.map { .init(t($0.title), t($0.explanation)) }, t)
                h2 { t("Who may use which address") }
                addresses(routes, t)
            })
    }

    private static func roles(_ declarations: [PermissionDeclaration], _ t: Texts) -> HTML {
        let sorted = declarations.sorted { $0.permission.description < $1.permission.description }
        let rows: [[DataTable.Cell]] = sorted.map { declaration in
            let name = DataTable.Cell.html(
                HTML {
                    t(declaration.title)
                    " "
                    code { declaration.permission.description }
                })
            return [name]
                + Role.allCases.map { role in
                    declaration.roles.contains(role) ? .text(t("Yes")) : .missing(t("No"))
                }
        }
        return DataTable(
            caption: t("Roles and permissions"),
            columns: [.init(t("Permission"))] + Role.allCases.map { .init(t($0.title)) }, rows: rows,
            captionHidden: true
        ).html
    }

    private static func addresses(_ routes: [Route], _ t: Texts) -> HTML {
        let sorted = routes.sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }
        let rows: [[DataTable.Cell]] = sorted.map { route in
            [
                .html(code { route.path }), .text(route.method == .get ? t("reads") : t("changes")),
                .html(code { route.access.name }),
            ]
        }
        return DataTable(
            caption: t("Who may use which address"),
            columns: [.init(t("Address")), .init(t("Does what")), .init(t("Rule"))], rows: rows, captionHidden: true,
            sortsInPlace: true
        ).html
    }
}
