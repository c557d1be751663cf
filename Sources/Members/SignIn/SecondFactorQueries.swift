import Storage
import Web

extension SecondFactor {
    package static func find(_ connection: any Connection, of person: PersonID) throws -> SecondFactor? {
        try connection.first("SELECT * FROM second_factor WHERE person_id = \(person)")
    }

    /// Sets up a person's authenticator, in place of one they had.
    package static func enrol(
        _ connection: any Connection, person: PersonID, secret: String, lastStep: Int64 = 0, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO second_factor (person_id, secret, created_at, last_step)
            VALUES (\(person), \(secret), \(at), \(lastStep))
            ON CONFLICT (person_id) DO UPDATE
            SET secret = excluded.secret, created_at = excluded.created_at, last_step = excluded.last_step
            """)
    }

    /// Takes the authenticator and its recovery codes away; false when there was none.
    static func remove(_ connection: any Connection, of person: PersonID) throws -> Bool {
        try connection.execute("DELETE FROM recovery_code WHERE person_id = \(person)")
        return try connection.execute("DELETE FROM second_factor WHERE person_id = \(person)") == 1
    }

    /// Checks what was typed and uses it up, code or recovery code; nil when it is neither.
    static func prove(
        _ connection: any Connection, person: PersonID, typed: String, at: Instant
    ) throws -> Proof? {
        guard let factor = try find(connection, of: person), let secret = Base32.decode(factor.secret) else {
            return nil
        }
        if let step = OneTimeCode.matchingStep(typed, secret: secret, atUnixSeconds: at.milliseconds / 1000) {
            let isNew =
                try connection.execute(
                    "UPDATE second_factor SET last_step = \(step) WHERE person_id = \(person) AND last_step < \(step)")
                == 1
            return isNew ? .code : nil
        }
        let isUsed =
            try connection.execute(
                """
                UPDATE recovery_code SET used_at = \(at)
                WHERE person_id = \(person) AND digest = \(RecoveryCode.digest(typed, of: person)) AND used_at IS NULL
                """) == 1
        return isUsed ? .recoveryCode : nil
    }

    // MARK: Recovery codes

    static func setRecoveryCodes(
        _ connection: any Connection, of person: PersonID, _ codes: [String], at: Instant
    ) throws {
        try connection.execute("DELETE FROM recovery_code WHERE person_id = \(person)")
        for code in codes {
            try connection.execute(
                """
                INSERT INTO recovery_code (person_id, digest, created_at)
                VALUES (\(person), \(RecoveryCode.digest(code, of: person)), \(at))
                """)
        }
    }

    static func unusedRecoveryCodes(_ connection: any Connection, of person: PersonID) throws -> Int {
        try connection.value(
            "SELECT COUNT(*) FROM recovery_code WHERE person_id = \(person) AND used_at IS NULL") ?? 0
    }

    /// Whether all these codes are unused codes of the person.
    static func hold(_ connection: any Connection, _ codes: [String], of person: PersonID) throws -> Bool {
        let digests = codes.map { RecoveryCode.digest($0, of: person) }
        let known: Int =
            try connection.value(
                """
                SELECT COUNT(*) FROM recovery_code
                WHERE person_id = \(person) AND used_at IS NULL AND digest IN (\(list: digests))
                """) ?? 0
        return !codes.isEmpty && known == codes.count
    }
}
