import Cities
import Members
import Storage
import Web

/// Who may do what with a city's inventory. Pages, files and the API ask here and nowhere else.
///
/// Everybody sees publications; work in progress is for the city's team and for staff of the programme.
package enum InventoryRules {
    package static let viewAny: Permission = "inventories:view"

    /// What a visitor may do with a city's inventories.
    package typealias Right = CityRight

    /// The visitor's right, from the levels held in the city's teams; programme staff read and help, but do not certify.
    package static func right(_ visitor: Visitor, city: String, _ connection: any Connection) throws -> Right {
        try Right.of(visitor, city: city, staff: viewAny, connection)
    }

    /// A second person certifies: whoever changed the version last may not.
    package static func mayCertify(_ visitor: Visitor, _ inventory: InventoryRecord, right: Right) -> Bool {
        right == .certify && visitor.person != nil && visitor.person != inventory.updatedBy
    }

    /// The rule of routes whose path names an inventory by `:inventory`.
    static func atLeast(_ needed: Right, _ name: String) -> Access {
        .object("inventory:\(name)") { visitor, parameters, connection in
            guard let id = InventoryID(parameters["inventory"]),
                let inventory = try InventoryRecord.find(connection, id: id)
            else { return .hidden }
            // That work exists is nobody else's business: to them the address does not exist.
            return try right(visitor, city: inventory.city, connection).verdict(needed)
        }
    }

    static let reader = atLeast(.read, "reader")
    static let editor = atLeast(.edit, "editor")
    static let certifier = atLeast(.certify, "certifier")

    /// The rule of routes whose path names a city by `:city` and which start work there.
    static let cityEditor = Access.object("inventory-city:editor") { visitor, parameters, connection in
        guard let city = try City.find(connection, slug: parameters["city"]) else { return .hidden }
        return try right(visitor, city: city.code, connection) >= .edit ? .allowed : .refused
    }
}
