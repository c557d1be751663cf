import Storage
import Web

/// Somebody who has a part of a contract open for writing.
package struct ContractPresence: Sendable, RowDecodable {
    package let place: String
    package let person: PersonID
    package let name: String
    package let since: Instant
    package let seenAt: Instant

    package init(row: Row) throws {
        place = try row("place")
        person = try row("person_id")
        name = try row("name")
        since = try row("since")
        seenAt = try row("seen_at")
    }

    /// Whoever has neither opened the form nor typed for so long is gone.
    static let lastsSeconds = 300.0
    /// A sign of life so soon after the last one is not worth a row.
    static let restSeconds = 20.0

    /// In the visitor's words: who is writing, and since when.
    func sentence(_ visit: Visit) -> String {
        visit.t("{person} is editing this since {time}", ["person": name, "time": visit.figures.clock(since)])
    }

    static let migration = Migration(
        "contract-presence-001",
        sql: """
            CREATE TABLE contract_presence (
                contract_id TEXT NOT NULL REFERENCES contract (id),
                -- A part of the contract: sections/outlook, emissions.
                place TEXT NOT NULL,
                person_id TEXT NOT NULL REFERENCES person (id),
                since TEXT NOT NULL,
                seen_at TEXT NOT NULL,
                PRIMARY KEY (contract_id, place, person_id)
            );
            """)
}
