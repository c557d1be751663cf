import Inventory
import Web

/// The form of something that an inventory leaves out.
enum InventoryExclusionForm {
    static let form = Form([
        Field(
            "kind", "What is left out", .radios(Exclusion.Kind.allCases.map { Option($0.rawValue, $0.title) })),
        Field(
            "name", "Name", hint: "For example: the airport, agriculture, scope 3, nitrogen trifluoride.",
            .text(maxLength: 200)),
        Field(
            "reason", "Reason", hint: "Everybody can read this beside the inventory.",
            .textarea(maxLength: 1000, rows: 3)),
        Field(
            "share", "Share of all emissions", hint: "An estimate is enough. Leave it empty when nobody knows.",
            optional: true, .number(range: 0...100, decimals: 2, unit: "%")),
    ])

    static func exclusion(_ answers: Answers) -> Exclusion? {
        guard let kind = Exclusion.Kind(rawValue: answers.text("kind")) else { return nil }
        return Exclusion(
            kind: kind, name: answers.text("name"), reason: answers.text("reason").replacing("\r\n", with: "\n"),
            share: answers.number("share").map { $0 / 100 })
    }

    static func answers(_ exclusion: Exclusion) -> Answers {
        Answers([
            "kind": exclusion.kind.rawValue, "name": exclusion.name, "reason": exclusion.reason,
            "share": exclusion.share.map { NumberText.write($0 * 100) },
        ])
    }
}

extension Exclusion.Kind {
    var title: String {
        switch self {
        case .area: "An area"
        case .sector: "A sector"
        case .scope: "A scope"
        case .gas: "A gas"
        }
    }
}
