import Web

package enum Publishing {
    package static let feature: Feature = {
        var feature = Feature("publishing")
        feature.migrations = [EditablePage.migration]
        feature.permissions = [PermissionDeclaration(PageRules.edit, "Write and publish pages", roles: [.contentEditor])]
        feature.routes = { kit, routes in PageRoutes(kit: kit).add(to: &routes) }
        return feature
    }()
}
