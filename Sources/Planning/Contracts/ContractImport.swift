import Contract
import Foundation
import Pathways
import Storage
import Web

package enum ContractImportKind {}

/// A file with a contract that somebody sent; it takes the contract's place once it is confirmed.
struct ContractImport: Sendable, RowDecodable {
    let id: ID<ContractImportKind>
    let contract: ContractID
    let fileName: String
    /// SHA-256 of the contract as JSON, its name among files.
    let contentHash: String
    let createdAt: Instant
    let confirmedAt: Instant?

    init(row: Row) throws {
        id = try row("id")
        contract = try row("contract_id")
        fileName = try row("file_name")
        contentHash = try row("content_hash")
        createdAt = try row("created_at")
        confirmedAt = try row("confirmed_at")
    }

    static let migration = Migration(
        "contract-imports-001",
        sql: """
            CREATE TABLE contract_import (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                file_name TEXT NOT NULL,
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id),
                confirmed_at TEXT,
                confirmed_by TEXT REFERENCES person (id),
                CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
            );
            CREATE INDEX contract_import_contract ON contract_import (contract_id, id);
            """)

    /// What was read, or everything that is wrong with it, each problem with its place.
    enum Reading: Sendable {
        case contract(CityContract)
        case problems([PlanProblem])
    }

    static func read(_ bytes: [UInt8]) -> Reading {
        do throws(PlanProblem) {
            let contract = try CityContract.read(Data(bytes))
            let problems = contract.problems()
            return problems.isEmpty ? .contract(contract) : .problems(problems)
        } catch {
            return .problems([error])
        }
    }

    /// The contract in work as it would be: waivers are not taken over, since nobody here answers for them.
    static func applied(_ file: CityContract, to document: CityContract) -> CityContract {
        var applied = file
        applied.city = document.city
        applied.country = document.country
        applied.waivers = document.waivers
        return applied
    }
}
