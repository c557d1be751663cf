import Web

package enum Publishing {
    package static let feature: Feature = {
        var feature = Feature("publishing")
        feature.migrations = [EditablePage.migration]
        feature.permissions = Pages.permissions
        feature.routes = { kit, routes in Pages.add(to: &routes, kit: kit) }
        return feature
    }()
}
