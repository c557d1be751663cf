import Inventory
import Members
import Storage
import Web

package enum InventoryCertificationKind {}
package enum InventoryPublicationKind {}

/// Where an inventory stands, computed from certifications and publications and never kept.
package enum InventoryStatus: String, Sendable, CaseIterable {
    case draft
    /// A second person certified the version as it is now.
    case certified
    case published
    /// Published, and changed since.
    case restating

    package init(
        _ inventory: InventoryRecord, certification: InventoryCertification?, publication: InventoryPublication?
    ) {
        if let publication {
            self = publication.version == inventory.version ? .published : .restating
        } else {
            self = certification?.version == inventory.version ? .certified : .draft
        }
    }
}

/// Who certified which version of an inventory.
package struct InventoryCertification: Sendable, RowDecodable {
    package let id: ID<InventoryCertificationKind>
    package let version: Int
    /// SHA-256 of the inventory's canonical table.
    package let contentHash: String
    package let certifiedBy: PersonID
    package let certifierName: String
    package let certifiedAt: Instant

    package init(row: Row) throws {
        id = try row("id")
        version = try row("version")
        contentHash = try row("content_hash")
        certifiedBy = try row("certified_by")
        certifierName = try row("certifier_name")
        certifiedAt = try row("certified_at")
    }
}

/// A frozen, public version of an inventory: its canonical table as a file, and the total that lists show.
package struct InventoryPublication: Sendable, RowDecodable {
    package let id: ID<InventoryPublicationKind>
    package let inventory: InventoryID
    package let number: Int
    /// The version of the inventory that it froze.
    package let version: Int
    /// SHA-256 of the canonical table, which is the file's name among blobs.
    package let contentHash: String
    /// t CO2e under the inventory's own GWP set, as the contract's tables total it.
    package let total: Double
    package let population: Int?
    /// The choice of grid factors when it was published.
    package let gridMethodology: String?
    package let gridReason: String
    /// Why it restates the one before; empty for the first.
    package let reason: String
    package let publishedAt: Instant

    package init(row: Row) throws {
        id = try row("id")
        inventory = try row("inventory_id")
        number = try row("number")
        version = try row("version")
        contentHash = try row("content_hash")
        total = try row("total_t")
        population = try row("population_people")
        gridMethodology = try row("grid_methodology")
        gridReason = try row("grid_reason")
        reason = try row("reason")
        publishedAt = try row("published_at")
    }
}
