import Cities
import Members
import Storage
import Web

/// Planning: what cities emit, and how they mean to stop. The door of the wing.
///
/// | room | addresses | tables | permissions |
/// |---|---|---|---|
/// | Inventories | /inventories… · /cities/:city/inventories… · /api/v1/inventories · /api/v1/cities/:city/inventories/:year | inventory, inventory_row, inventory_exclusion, inventory_printed_total, inventory_printed_factor, inventory_document, inventory_certification, inventory_publication | inventories:view |
///
/// The team of a city (members of an organisation linked to it) works on its inventories without a permission.
package enum Planning {
    package static let feature: Feature = {
        var feature = Feature("planning")
        feature.migrations = [InventoryRecord.migration]
        feature.permissions = [
            PermissionDeclaration(
                InventoryRules.viewAny, "See the inventories that cities are working on",
                roles: [.programmeOfficer, .authorityOfficer])
        ]
        feature.menu = [MenuEntry("Inventories", path: "/inventories", order: 15)]
        feature.activities = [
            ActivityDeclaration(
                "inventory.carried-over", "The hub carried over the published inventory of {city} for {year}"),
            ActivityDeclaration("inventory.started", "{actor} started the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.frame-changed", "{actor} changed the frame of the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.row-added", "{actor} added a row to the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.row-changed", "{actor} changed a row of the inventory of {city} for {year}"),
            ActivityDeclaration(
                "inventory.row-removed", "{actor} removed a row of the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.certified", "{actor} certified the inventory of {city} for {year}"),
            ActivityDeclaration("inventory.published", "{actor} published the inventory of {city} for {year}"),
        ]
        feature.subjects = [
            SubjectDeclaration("inventory", "Inventory", path: { "/inventories/\($0)" }) {
                try InventoryRecord.names($0, $1)
            }
        ]
        feature.routes = { kit, routes in
            PublicInventoryRoutes(kit: kit).add(to: &routes)
            InventoryWorkRoutes(kit: kit).add(to: &routes)
            InventoryRowRoutes(kit: kit).add(to: &routes)
        }
        return feature
    }()
}
