import Storage
import Web

/// What writing a contract together adds to the wing's door.
enum ContractEditing {
    static let migrations = [
        ContractPresence.migration, ContractTask.migration, ContractDerivation.migration,
        ContractComment.migration, ContractImport.migration,
    ]

    static let activities = [
        ActivityDeclaration("contract.frame-changed", "{actor} changed the frame of the contract of {city}"),
        ActivityDeclaration(
            "contract.section-changed", "{actor} changed section {section} of the contract of {city}"),
        ActivityDeclaration("contract.table-changed", "{actor} changed table {table} of the contract of {city}"),
        ActivityDeclaration(
            "contract.task-changed", "{actor} changed who looks after module {module} of the contract of {city}"),
        ActivityDeclaration(
            "contract.part-restored", "{actor} put back version {version} of {part} in the contract of {city}"),
        ActivityDeclaration(
            "contract.derived", "{actor} filled the contract of {city} from its inventory and plan again"),
        ActivityDeclaration("contract.waived", "{actor} let a finding of {rule} stand in the contract of {city}"),
        ActivityDeclaration(
            "contract.waiver-withdrawn", "{actor} withdrew a waiver of {rule} in the contract of {city}"),
        ActivityDeclaration("contract.imported", "{actor} took a file over into the contract of {city}"),
        ActivityDeclaration("contract.commented", "{actor} commented on the contract of {city}"),
        ActivityDeclaration("contract.assistance-asked", "{actor} asked the hub about the contract of {city}"),
        ActivityDeclaration("contract.answered", "{actor} answered about the contract of {city}"),
        ActivityDeclaration("contract.comment-resolved", "{actor} settled a comment on the contract of {city}"),
    ]

    static let topics = [
        TopicDeclaration(
            ContractCommentRoutes.topic, "Questions about contracts",
            hint: "What cities ask the hub about their contracts, and the answers.")
    ]

    static func add(to routes: inout Routes, kit: Kit, bases: ScenarioBases) {
        let documents = ContractDocuments()
        ContractRoutes(kit: kit, bases: bases, documents: documents).add(to: &routes)
        ContractFrameRoutes(kit: kit).add(to: &routes)
        ContractTaskRoutes(kit: kit).add(to: &routes)
        ContractSectionRoutes(kit: kit).add(to: &routes)
        ContractTableRoutes(kit: kit).add(to: &routes)
        ContractRowDraftRoutes(kit: kit).add(to: &routes)
        ContractHistoryRoutes(kit: kit, documents: documents).add(to: &routes)
        ContractCheckRoutes(kit: kit, documents: documents).add(to: &routes)
        ContractCommentRoutes(kit: kit, documents: documents).add(to: &routes)
        ContractImportRoutes(kit: kit, documents: documents).add(to: &routes)
        ContractDerivationRoutes(kit: kit, bases: bases, documents: documents).add(to: &routes)
    }
}
