import Cities
import Contract
import Members
import Storage
import Web

extension ContractTask {
    private static let selection: Statement = """
        SELECT contract_task.*, person.name AS owner_name FROM contract_task
        LEFT JOIN person ON person.id = contract_task.owner_id
        """

    /// The tasks that somebody has, by module.
    static func all(_ connection: any Connection, of contract: ContractID) throws -> [String: ContractTask] {
        let found: [ContractTask] = try connection.all(selection + " WHERE contract_id = \(contract)")
        return Dictionary(uniqueKeysWithValues: found.map { ($0.module, $0) })
    }

    /// Says who looks after a module and until when; false when somebody else said so meanwhile.
    static func save(
        _ connection: any Connection, _ contract: ContractID, _ module: Module, version: Int, owner: PersonID?,
        due: Day?, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO contract_task (contract_id, module, owner_id, due_on, version, updated_at, updated_by)
            VALUES (\(contract), \(module.rawValue), \(owner), \(due), \(version + 1), \(at), \(person))
            ON CONFLICT (contract_id, module) DO UPDATE SET owner_id = excluded.owner_id, due_on = excluded.due_on,
                version = excluded.version, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            WHERE contract_task.version = \(version)
            """) == 1
    }

    /// The people of the city's team who may write, as choices.
    static func owners(_ connection: any Connection, city: String) throws -> [Option] {
        var seen: Set<PersonID> = []
        return try CityTeam.all(connection, of: city).flatMap { try Membership.all(connection, in: $0.organisation) }
            .filter { $0.level != .viewer && seen.insert($0.person).inserted }
            .map { Option($0.person.description, $0.name, translated: false) }
    }
}
