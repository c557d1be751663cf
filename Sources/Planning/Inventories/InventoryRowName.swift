import Inventory
import Web

/// What a row is called: its label, else its carrier, else its place; in the words of the page's language.
enum InventoryRowName {
    static func text(_ row: InventoryRow, _ t: Texts) -> String {
        if !row.label.isEmpty { return row.label }
        if case .notation(let key, _) = row.content { return t(key.name) }
        return row.carrier.map { carrier($0, t) } ?? place(row, t)
    }

    /// Where a row stands: as its source printed it, else its line of the GPC, else its sector and scope.
    static func place(_ row: InventoryRow, _ t: Texts) -> String {
        if let published = row.published { return place(published.sector.title, published.scope, t) }
        if let reference = row.placement.reference { return "\(reference.code) \(t(reference.subsectorName))" }
        return place(row.placement.sector.name, row.placement.scope, t)
    }

    private static func place(_ sector: String, _ scope: Scope, _ t: Texts) -> String {
        t("{sector}, scope {number}", ["sector": t(sector), "number": "\(scope.rawValue)"])
    }

    /// A carrier as a method names it (`natural-gas`) or as a source printed it (`Natural gas`), where the hub knows it.
    static func carrier(_ carrier: String, _ t: Texts) -> String {
        if InventoryMethodWords.isWord(carrier) { return InventoryMethodWords(t).word(carrier) }
        let key = carrier.lowercased()
        guard t.language != .en, printed.contains(key) || t.knows(key) else { return carrier }
        let text = t(key)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Carriers as published tables print them, beside the fuels that methods name.
    private static let printed: Set<String> = [
        "diesel", "gasoline", "biomass", "biofuel", "renewable energy", "green electricity", "biomass / wood waste",
    ]

    /// A reason in the words of the page's language where the hub itself wrote it while it read a file.
    static func reason(_ reason: String, _ t: Texts) -> String { t.knows(reason) ? t(reason) : reason }
}
