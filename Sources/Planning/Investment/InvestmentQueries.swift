import Storage
import Web

extension InvestmentFrame {
    package static func find(_ connection: any Connection, city: String) throws -> InvestmentFrame? {
        try connection.first("SELECT * FROM investment_frame WHERE city_code = \(city)")
    }

    /// Writes the frame unless somebody changed it meanwhile; false then.
    /// - Parameter version: the version that was read; 0 where there was none.
    package static func save(
        _ connection: any Connection, city: String, version: Int, _ content: Content, by person: PersonID, at: Instant
    ) throws -> Bool {
        if version == 0 {
            return try connection.execute(
                """
                INSERT INTO investment_frame (city_code, content, version, created_at, created_by, updated_at, updated_by)
                VALUES (\(city), \(try content.json()), 1, \(at), \(person), \(at), \(person))
                ON CONFLICT (city_code) DO NOTHING
                """) == 1
        }
        return try connection.execute(
            """
            UPDATE investment_frame SET content = \(try content.json()), version = version + 1, updated_at = \(at),
                updated_by = \(person)
            WHERE city_code = \(city) AND version = \(version)
            """) == 1
    }
}
