import Calls
import Cities
import Foundation
import Members
import Planning
import Storage
import Web

/// The demonstration world: invented people and teams of Data/demo, labelled as such, to show the hub to a newcomer.
package enum Demonstration {
    package static let password = "demonstratie-m100"
    /// Authenticator key of all demonstration accounts that need a second factor.
    package static let secondFactorSecret = "JBSWY3DPEHPK3PXP"

    static let signIns = """
        Demonstration sign-ins (password \(password), authenticator key \(secondFactorSecret)):
          ana.pop@alba.example             editor of the Alba Iulia team
          mihai.turcanu@suceava.example    editor of the Suceava team
          radu.grigorescu@secretariat.example   programme officer (code needed)
          ioana.muresan@secretariat.example     content editor (code needed)
          andrei.olteanu@secretariat.example    administrator (code needed)
        The invented city Exemplu, whose Climate City Contract can be written from nothing (Data/demo/exemplu):
          maria.exemplaru@exemplu.example, petru.modelescu@exemplu.example   editors
          sanda.primaru@exemplu.example         certifier: publishes, submits, signs
        All accounts: Data/demo/people.csv, Data/demo/exemplu/people.csv
        """

    /// Whether the hub holds nobody yet.
    static func isEmpty(_ database: Database) async throws -> Bool {
        try await database.read { try Person.isNobodyThere($0) }
    }

    /// Adds organisations, their people and their cities. Throws `StorageError.duplicate` in a hub that has them.
    package static func load(
        _ database: Database, folder: String, cost: PasswordHash.Cost = .production, at: Instant = .now
    ) async throws {
        let ids = IDSource(now: { at })
        try await add(database, peopleOf: folder, ids: ids, cost: cost, at: at)
        try await database.write { connection in
            try AuditEntry.record(
                connection, actor: nil, "demonstration.loaded", subject: (kind: "hub", id: "demonstration"), at: at)
        }
        try await InventoryExamples.load(database, folder: "\(folder)/../examples", ids: ids, at: at)
        try await PortfolioExamples.load(database, folder: "\(folder)/../examples/portfolios", ids: ids, at: at)
        try await ContractExamples.load(database, folder: "\(folder)/../examples/contracts", ids: ids, at: at)
        try await OpenCallExample.load(database, file: "\(folder)/call.json", ids: ids, at: at)
    }

    /// Adds the invented city with its team, in which the main job can be done from an empty start.
    package static func loadCity(
        _ database: Database, folder: String, cost: PasswordHash.Cost = .production, at: Instant = .now
    ) async throws {
        try await ReferenceData.addInvented(database, folder: folder)
        try await add(database, peopleOf: folder, ids: IDSource(now: { at }), cost: cost, at: at)
    }

    private static func add(
        _ database: Database, peopleOf folder: String, ids: IDSource, cost: PasswordHash.Cost, at: Instant
    ) async throws {
        let organisations = try CSVReader.records(file: "\(folder)/organisations.csv")
        let people = try CSVReader.records(file: "\(folder)/people.csv")
        let hash = try PasswordHash.make(password, cost: cost)
        try await database.write { connection in
            var byKey: [String: OrganisationID] = [:]
            for record in organisations {
                byKey[try record("key")] = try add(organisation: record, id: ids.next(), connection, at)
            }
            for record in people {
                try add(person: record, id: ids.next(), organisations: byKey, passwordHash: hash, connection, at)
            }
        }
    }

    private static func add(
        organisation record: CSVRecord, id: OrganisationID, _ connection: any Connection, _ at: Instant
    ) throws -> OrganisationID {
        guard let kind = OrganisationType(rawValue: try record("type")) else {
            throw SettingsError("organisations.csv: no type \(try record("type"))")
        }
        try Organisation.create(
            connection, id: id, name: try record("name"), kind: kind, website: nil, about: nil, isDemonstration: true,
            at: at)
        let city = try record("city")
        if kind == .city, !city.isEmpty { try CityTeam.link(connection, city: city, organisation: id, at: at) }
        return id
    }

    private static func add(
        person record: CSVRecord, id: PersonID, organisations: [String: OrganisationID], passwordHash: String,
        _ connection: any Connection, _ at: Instant
    ) throws {
        try Person.create(
            connection, id: id, name: try record("name"), email: try record("email"),
            language: Language(rawValue: try record("language")) ?? .ro, passwordHash: passwordHash, at: at)
        for name in try record("roles").split(separator: ";") {
            guard let role = Role(rawValue: String(name)) else { throw SettingsError("people.csv: no role \(name)") }
            try Person.grant(connection, role, to: id, by: nil, at: at)
            try SecondFactor.enrol(connection, person: id, secret: secondFactorSecret, at: at)
        }
        for entry in try record("memberships").split(separator: ";") {
            let parts = entry.split(separator: ":").map(String.init)
            guard parts.count == 2, let organisation = organisations[parts[0]],
                let level = MembershipLevel(rawValue: parts[1])
            else { throw SettingsError("people.csv: cannot read membership \(entry)") }
            try Membership.set(connection, organisation: organisation, person: id, level: level, at: at)
        }
    }
}
