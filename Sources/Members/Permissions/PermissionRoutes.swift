import Web

/// Which role may do what, and who may use which address; read from what the wings declare.
struct PermissionRoutes: Sendable {
    let kit: Kit
    let declarations: [PermissionDeclaration]
    let all: @Sendable () -> [Route]

    func add(to routes: inout Routes) {
        routes.get("/permissions", .permission(Permissions.view)) { visit in
            .page(PermissionPages.list(visit, declarations, all()))
        }
    }
}
