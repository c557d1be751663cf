import Contract
import Members
import Pathways
import SiteSupport
import Storage
import Web

@testable import Planning

/// Real values for the parameters of the contract's rooms: a contract of Alba Iulia with everything that hangs on it.
struct ContractPlaces: Sendable {
    let contract: ContractID
    private let waiver: ID<ContractWaiver>
    private let comment: ID<ContractComment>
    private let question: ID<ContractComment>
    private let contractImport: ID<ContractImportKind>

    init(_ site: TestSite, by person: PersonID) async throws {
        let contract: ContractID = site.kit.ids.next()
        let now = site.clock.now
        let waiver: ID<ContractWaiver> = site.kit.ids.next()
        let (comment, question): (ID<ContractComment>, ID<ContractComment>) = (
            site.kit.ids.next(), site.kit.ids.next()
        )
        let item: ID<ContractImportKind> = site.kit.ids.next()
        try await site.database.write { connection in
            // Nothing stands in the way of submitting it.
            var document = CityContract(
                city: "Alba Iulia", extent: .tables, baseYear: 2021, targetYear: 2035)
            document.sections[.outlook] = "Ce urmează."
            document.tables[.policies] = ContractTable(rows: [ContractRow("plan", ["name": "Planul de mobilitate"])])
            try ContractRecord.start(connection, id: contract, city: "1017", document, by: person, at: now)
            try Self.writing(connection, contract, document, waiver, comment, question, item, by: person, at: now)
        }
        self.contract = contract
        self.waiver = waiver
        (self.comment, self.question) = (comment, question)
        contractImport = item
    }

    /// What hangs on a contract while it is written.
    private static func writing(
        _ connection: any Connection, _ contract: ContractID, _ document: CityContract, _ waiver: ID<ContractWaiver>,
        _ comment: ID<ContractComment>, _ question: ID<ContractComment>, _ item: ID<ContractImportKind>,
        by person: PersonID, at now: Instant
    ) throws {
        try ContractWaiver.add(
            connection, id: waiver, to: contract, rule: "V7", place: .table(.emissions), reason: "Se știe.",
            by: person, at: now)
        for (id, kind) in [(comment, ContractComment.Kind.comment), (question, .assistance)] {
            try ContractComment.add(
                connection, id: id, kind, to: contract, place: "sections/outlook", quote: "Ce urmează.", "Cum?",
                by: person, at: now)
        }
        var file = document
        file.sections[.outlook] = "Altceva."
        try ContractImport.begin(
            connection, id: item, of: contract, fileName: "contract.json", file, by: person, at: now)
        let isSaved = try ContractPart.save(
            connection, contract, .section(.outlook), version: 1, "Ce urmează acum.", by: person, at: now)
        if !isSaved { throw StorageError.failed("the test's section was not saved") }
    }

    func value(_ name: Substring, in path: String) -> String? {
        switch name {
        case "contract": contract.description
        case "section": "outlook"
        case "table": "policies"
        case "row": "plan"
        case "module": "B-2"
        case "version": "1"
        case "waiver": waiver.description
        case "comment": path.contains("/assistance/") ? question.description : comment.description
        case "import": contractImport.description
        default: nil
        }
    }
}
