import Inventory
import Web

/// The form that asks what to copy from which year.
enum InventoryCopyForm {
    /// - Parameter years: those of the city's earlier inventories, the latest first.
    static func form(_ years: [Int]) -> Form {
        Form([
            Field(
                "from", "Copy from",
                .select(years.map { Option("\($0)", "\($0)", translated: false) })),
            Field(
                "parts", "What to copy", .checkboxes(CopiedPart.allCases.map { Option($0.rawValue, $0.title) })),
        ])
    }

    static func start(_ years: [Int]) -> Answers {
        Answers(texts: ["from": years.prefix(1).map { "\($0)" }, "parts": CopiedPart.allCases.map(\.rawValue)])
    }

    static func parts(_ answers: Answers) -> Set<CopiedPart> {
        Set(answers.list("parts").compactMap(CopiedPart.init(rawValue:)))
    }
}
