import Contract
import Storage
import Web

extension ContractDerivation {
    static func find(_ connection: any Connection, of contract: ContractID) throws -> ContractDerivation? {
        try connection.first("SELECT * FROM contract_derivation WHERE contract_id = \(contract)")
    }

    /// Whether inventory or plan changed since the contract's tables were filled from them.
    static func isBehind(_ connection: any Connection, _ record: ContractRecord) throws -> Bool {
        guard let fingerprint = try fingerprint(connection, of: record) else { return false }
        return try find(connection, of: record.id)?.fingerprint != fingerprint
    }

    /// The versions of what the tables are filled from, and of the frame that says how; nil without a plan.
    static func fingerprint(_ connection: any Connection, of record: ContractRecord) throws -> String? {
        let city = record.city
        let counts: [[Int?]] = try connection.all(
            """
            SELECT
                (SELECT version FROM scenario_frame WHERE city_code = \(city)) AS frame,
                (SELECT CAST(SUM(version) AS BIGINT) FROM scenario WHERE city_code = \(city)) AS scenarios,
                (SELECT COUNT(*) FROM measure WHERE city_code = \(city)) AS measures,
                (SELECT CAST(SUM(version) AS BIGINT) FROM measure WHERE city_code = \(city)) AS changes,
                (SELECT version FROM investment_frame WHERE city_code = \(city)) AS money
            """
        ) { row in
            [
                try row("frame"), try row("scenarios"), try row("measures"), try row("changes"), try row("money"),
            ]
        }
        guard let found = counts.first, found[0] != nil else { return nil }
        let years = "\(record.frame.template.rawValue) \(record.frame.targetYear)"
        return ([years] + found.map { "\($0 ?? 0)" }).joined(separator: " ")
    }

    /// Writes down that the tables say what inventory and plan say now.
    static func note(_ connection: any Connection, _ record: ContractRecord, by person: PersonID, at: Instant) throws {
        guard let fingerprint = try fingerprint(connection, of: record) else { return }
        try connection.execute(
            """
            INSERT INTO contract_derivation (contract_id, fingerprint, derived_at, derived_by)
            VALUES (\(record.id), \(fingerprint), \(at), \(person))
            ON CONFLICT (contract_id) DO UPDATE SET fingerprint = excluded.fingerprint,
                derived_at = excluded.derived_at, derived_by = excluded.derived_by
            """)
    }
}
