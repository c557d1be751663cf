import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the person's pseudonym: who entered, certified and published a city's
/// figures is part of the figures' history.
enum InventoryPersonalData {
    static let declarations = [
        PersonalDataDeclaration("inventories_started") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, year, created_at FROM inventory
                WHERE created_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("inventories_changed_last") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, year, boundary, source, updated_at FROM inventory
                WHERE updated_by = \(person) ORDER BY updated_at, id
                """)
        },
        PersonalDataDeclaration("inventory_rows_changed_last") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, inventory_id, gpc_reference, label, reason, source, note, updated_at FROM inventory_row
                WHERE updated_by = \(person) ORDER BY updated_at, id
                """)
        },
        PersonalDataDeclaration("inventory_documents_added") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, inventory_id, name, size_bytes, added_at FROM inventory_document
                WHERE added_by = \(person) ORDER BY added_at, id
                """)
        },
        PersonalDataDeclaration("inventory_certifications") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, inventory_id, version, content_hash, certified_at FROM inventory_certification
                WHERE certified_by = \(person) ORDER BY certified_at, id
                """)
        },
        PersonalDataDeclaration("inventory_publications") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, inventory_id, number, content_hash, reason, published_at FROM inventory_publication
                WHERE published_by = \(person) ORDER BY published_at, id
                """)
        },
        PersonalDataDeclaration("inventory_imports") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, inventory_id, file_name, created_at, confirmed_at FROM inventory_import
                WHERE created_by = \(person) OR confirmed_by = \(person) ORDER BY created_at, id
                """)
        },
    ]
}
