import Contract
import Storage
import Synchronization

/// Whole contracts, put together once for each revision: what is read at one revision never changes.
package final class ContractDocuments: Sendable {
    private let held = Mutex<[ContractID: (revision: Int, document: CityContract)]>([:])
    /// A hub has some dozens of contracts in work; beyond that reading anew costs less than keeping everything.
    private static let most = 32

    package init() {}

    /// The contract as the record's revision has it.
    package func document(_ connection: any Connection, _ record: ContractRecord) throws -> CityContract {
        if let known = held.withLock({ $0[record.id] }), known.revision == record.revision { return known.document }
        let document = try record.document(connection)
        held.withLock { held in
            if held.count >= Self.most { held.removeAll() }
            held[record.id] = (record.revision, document)
        }
        return document
    }
}
