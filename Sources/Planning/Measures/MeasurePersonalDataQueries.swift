import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who wrote a city's measures is part of their history.
enum MeasurePersonalData {
    static let declarations = [
        PersonalDataDeclaration("measures_changed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, slug, created_at, updated_at FROM measure
                WHERE created_by = \(person) OR updated_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("measure_publications") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, number, source, published_at FROM measure_publication
                WHERE published_by = \(person) ORDER BY published_at, id
                """)
        },
        PersonalDataDeclaration("measure_imports") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, file_name, created_at, confirmed_at FROM measure_import
                WHERE created_by = \(person) OR confirmed_by = \(person) ORDER BY created_at, id
                """)
        },
    ]
}
