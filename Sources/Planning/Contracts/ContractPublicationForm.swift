import Contract
import Web

/// The forms about what everybody sees of a contract.
enum ContractPublicationForm {
    static let withdrawal = Form([
        Field("reason", "Why it is withdrawn", hint: "It stays in the history.", .textarea(maxLength: 1000, rows: 3))
    ])

    /// What may be withheld: documents, and the sections and tables of the contract's template.
    static func visibility(_ template: Template) -> Form {
        Form([
            Field(
                "documents", "Documents that are withheld", optional: true,
                .checkboxes(ContractDocument.allCases.map { Option("documents/\($0.rawValue)", $0.title) })),
            Field(
                "sections", "Sections that are withheld", optional: true,
                .checkboxes(
                    SectionForm.all.filter { $0.numbers[template] != nil }.map {
                        Option(ContractPlace.section($0.id).path, $0.title)
                    })),
            Field(
                "tables", "Tables that are withheld", optional: true,
                .checkboxes(
                    TableForm.all.filter { $0.numbers[template] != nil }.map {
                        Option(ContractPlace.table($0.id).path, $0.title)
                    })),
        ])
    }

    static func answers(_ visibility: ContractVisibility) -> Answers {
        let paths = visibility.paths
        return Answers(texts: [
            "documents": paths.filter { $0.hasPrefix("documents/") },
            "sections": paths.filter { $0.hasPrefix("sections/") },
            "tables": paths.filter { !$0.contains("/") },
        ])
    }

    static func visibility(_ answers: Answers) -> ContractVisibility {
        ContractVisibility(paths: ["documents", "sections", "tables"].flatMap { answers.list($0) })
    }
}
