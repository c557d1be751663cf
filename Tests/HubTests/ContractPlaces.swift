import Contract
import Members
import Pathways
import SiteSupport
import Storage
import Web

@testable import Planning

/// Real values for the parameters of the contract's rooms: a contract of Alba Iulia with everything that hangs on it.
struct ContractPlaces: Sendable {
    private let contract: ContractID

    init(_ site: TestSite, by person: PersonID) async throws {
        let contract: ContractID = site.kit.ids.next()
        let now = site.clock.now
        try await site.database.write { connection in
            var document = CityContract(city: "Alba Iulia", baseYear: 2021, targetYear: 2035)
            document.sections[.outlook] = "Ce urmează."
            try ContractRecord.start(connection, id: contract, city: "1017", document, by: person, at: now)
        }
        self.contract = contract
    }

    func value(_ name: Substring, in path: String) -> String? {
        switch name {
        case "contract": contract.description
        default: nil
        }
    }
}
