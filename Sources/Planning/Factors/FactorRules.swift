import Inventory
import Web

/// Who may do what with the register: everybody reads, editors add.
enum FactorRules {
    static let edit: Permission = "factors:edit"

    /// Where a factor may apply: a city by its SIRUTA code, a county (`RO-CJ`), a country (`RO`), `EU` or `world`.
    static func isRegion(_ text: String) -> Bool {
        text == "world" || text.wholeMatch(of: #/[A-Z]{2}(-[A-Z]{1,2})?|[0-9]{3,6}/#) != nil
    }

    /// Words of letters, digits and hyphens between slashes.
    static func isSubject(_ text: String) -> Bool { FactorKey.isValid(text) }

    static func isProperty(_ text: String) -> Bool { FactorKey.isValid(text) && !text.contains("/") }

    /// The key of a factor that an editor adds.
    static func key(
        subject: String, property: String, region: String, year: Int?, methodology: String
    ) -> String {
        let parts = ["hub", subject, region.lowercased(), year.map(String.init) ?? "", methodology, property]
        return parts.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
