import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who made and published a city's plan is part of
/// its history.
enum ScenarioPersonalData {
    static let declarations = [
        PersonalDataDeclaration("scenario_frames_changed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT city_code, created_at, updated_at FROM scenario_frame
                WHERE created_by = \(person) OR updated_by = \(person) ORDER BY created_at, city_code
                """)
        },
        PersonalDataDeclaration("scenarios_changed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, name, created_at, updated_at FROM scenario
                WHERE created_by = \(person) OR updated_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("scenario_publications") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, number, note, published_at FROM scenario_publication
                WHERE published_by = \(person) ORDER BY published_at, id
                """)
        },
        PersonalDataDeclaration("scenario_withdrawals") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT publication_id, reason, withdrawn_at FROM scenario_withdrawal
                WHERE withdrawn_by = \(person) ORDER BY withdrawn_at, publication_id
                """)
        },
    ]
}
