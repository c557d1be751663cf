import Inventory
import Web

/// The question which grid factor an inventory uses.
enum GridChoiceForm {
    /// - Parameter offered: methodologies with what the register knows for the inventory's year.
    static func form(_ offered: [(methodology: String, label: String, hint: String?)]) -> Form {
        Form([
            Field(
                "methodology", "Which grid factor the inventory uses",
                .radios(
                    offered.map { Option($0.methodology, $0.label, hint: $0.hint, translated: false) })),
            Field(
                "reason", "Why this one", hint: "Everybody can read this beside the inventory.",
                .textarea(maxLength: 1000, rows: 3)),
        ])
    }
}
