import Cities
import Contract
import Foundation
import Members
import Storage
import Web

/// Contracts that cities published elsewhere, carried over as far as they are public, with their sources.
package enum ContractExamples {
    /// Files of Data/examples/contracts with the SIRUTA code of the city.
    static let files = [
        ("cluj-napoca.json", "54975"), ("suceava.json", "146263"), ("bucuresti-sector-2.json", "179150"),
    ]

    /// Publishes those that are not there yet; a published one is never touched again.
    package static func load(_ database: Database, folder: String, ids: IDSource, at: Instant) async throws {
        for (file, city) in files {
            let contract = try CityContract.read(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
            try await database.write { connection in
                guard try ContractPublication.current(connection, city: city) == nil else { return }
                try ContractPublication.publish(
                    connection, id: ids.next(), city: city, contract, snapshot: nil, withheld: [], by: nil, at: at)
                try AuditEntry.record(
                    connection, actor: nil, "contract.carried-over", subject: (kind: "city", id: city),
                    details: ["city": contract.city], at: at)
            }
        }
    }
}
