import Inventory
import Web

/// Findings of the checks as a list, the grave ones first.
enum InventoryFindings {
    static func list(_ findings: [Finding], _ t: Texts) -> HTML {
        ul(.class("findings")) {
            for finding in findings {
                li {
                    Components.tag(t(finding.level.title), finding.level.tone)
                    " " + t(finding.message, finding.values)
                }
            }
        }
    }
}

extension Finding.Level {
    var title: String {
        switch self {
        case .error: "To be corrected"
        case .warning: "To be looked at"
        case .information: "Worth knowing"
        }
    }

    var tone: Components.Tone {
        switch self {
        case .error: .bad
        case .warning: .warning
        case .information: .information
        }
    }
}
