import Storage
import Web

package enum InventoryDocumentKind {}
package typealias InventoryDocumentID = ID<InventoryDocumentKind>

/// A document that a figure comes from: of one row, or of the inventory as a whole.
package struct InventoryDocument: Sendable, RowDecodable {
    package let id: InventoryDocumentID
    package let inventory: InventoryID
    package let row: InventoryRowID?
    package let name: String
    package let blobHash: String
    package let size: Int
    /// Whether everybody may read it once the inventory is published.
    package let isPublic: Bool
    package let addedAt: Instant

    package init(row found: Row) throws {
        id = try found("id")
        inventory = try found("inventory_id")
        row = try found("row_id")
        name = try found("name")
        blobHash = try found("blob_hash")
        size = try found("size_bytes")
        isPublic = try found("is_public")
        addedAt = try found("added_at")
    }

    /// Address of the file for the team, without the language.
    package var workPath: String { "/inventories/\(inventory)/documents/\(id)" }
}
