import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who wrote a city's finances is part of its history.
enum InvestmentPersonalData {
    static let declarations = [
        PersonalDataDeclaration("investment_frames_changed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT city_code, created_at, updated_at FROM investment_frame
                WHERE created_by = \(person) OR updated_by = \(person) ORDER BY created_at, city_code
                """)
        }
    ]
}
