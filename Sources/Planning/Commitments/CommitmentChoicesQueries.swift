import Storage
import Web

/// What people choose from in the room's forms.
enum CommitmentChoices {
    /// The organisations of the hub by their names.
    static func organisations(_ connection: any Connection) throws -> [Option] {
        try connection.all("SELECT id, name FROM organisation ORDER BY sort_key, id LIMIT 2000") { row in
            Option(try row("id"), try row("name"), translated: false)
        }
    }
}
