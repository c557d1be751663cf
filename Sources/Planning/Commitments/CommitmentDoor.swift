import Contract
import Members
import Storage
import Web

/// What signing, publishing and labelling contracts add to the wing's door.
enum CommitmentDoor {
    static let migrations = [
        CommitmentTables.migration, Label.migration, ContractPublication.migration,
    ]

    static let permissions = [
        PermissionDeclaration(
            LabelRoutes.decide, "Grant labels to contracts, and revoke them", roles: [.programmeOfficer])
    ]

    static let topics = [
        TopicDeclaration(
            "commitments", "Invitations to sign contracts",
            hint: "A city asks your organisation to commit to a part of its contract.")
    ]

    static let activities = [
        ActivityDeclaration(
            "commitment.invited", "{actor} invited {institution} to sign the contract of {city}"),
        ActivityDeclaration(
            "commitment.changed", "{actor} changed the commitment of {institution} in the contract of {city}"),
        ActivityDeclaration(
            "commitment.accepted", "{actor} accepted the commitment of {institution} in the contract of {city}"),
        ActivityDeclaration(
            "commitment.signed", "{actor} recorded the signature of {institution} on the contract of {city}"),
        ActivityDeclaration(
            "commitment.signature-failed",
            "{actor} sent a file of {institution} for the contract of {city} that is no valid signature"),
        ActivityDeclaration(
            "commitment.refused", "{actor} recorded that {institution} does not sign the contract of {city}"),
        ActivityDeclaration(
            "commitment.reported", "{actor} said what became of the commitment of {institution} in {city}"),
        ActivityDeclaration(
            "commitment.withdrawn", "{actor} withdrew the invitation of {institution} to the contract of {city}"),
        ActivityDeclaration(
            "contract.signatories-taken-over", "{actor} took the signatories over into the contract of {city}"),
        ActivityDeclaration(
            "contract.signing-document-made", "{actor} put the contract of {city} up for signing"),
        ActivityDeclaration(
            "contract.visibility-changed", "{actor} changed what is withheld of the contract of {city}"),
        ActivityDeclaration("contract.published", "{actor} published the contract of {city}"),
        ActivityDeclaration("contract.withdrawn", "{actor} withdrew the published contract of {city}"),
        ActivityDeclaration("contract.carried-over", "The hub carried over the published contract of {city}"),
        ActivityDeclaration("label.granted", "{actor} granted the label to the contract of {city}"),
        ActivityDeclaration("label.refused", "{actor} did not grant the label to the contract of {city}"),
        ActivityDeclaration("label.revoked", "{actor} revoked the label of the contract of {city}"),
    ]

    static let subjects = [
        SubjectDeclaration("commitment", "Commitment", path: { "/commitments/\($0)" }) {
            try Commitment.names($0, $1)
        },
        SubjectDeclaration("label", "Label") { try Label.names($0, $1) },
    ]

    static func add(to routes: inout Routes, kit: Kit) {
        let documents = ContractDocuments()
        SignatoryRoutes(kit: kit).add(to: &routes)
        CommitmentRegisterRoutes(kit: kit).add(to: &routes)
        CommitmentRoutes(kit: kit).add(to: &routes)
        SigningDocumentRoutes(kit: kit).add(to: &routes)
        SignatureRoutes(kit: kit).add(to: &routes)
        LabelRoutes(kit: kit).add(to: &routes)
        ContractPublicationRoutes(kit: kit, documents: documents).add(to: &routes)
        PublicContractRoutes(kit: kit).add(to: &routes)
        ContractExportRoutes(kit: kit, documents: documents).add(to: &routes)
    }
}
