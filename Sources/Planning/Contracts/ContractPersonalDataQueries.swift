import Storage
import Web

/// What the room keeps under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who wrote a contract is part of its history.
enum ContractPersonalData {
    static let declarations = [
        PersonalDataDeclaration("contract_parts_saved") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT contract_id, place, version, saved_at FROM contract_part_version
                WHERE saved_by = \(person) ORDER BY saved_at, contract_id, place
                """)
        },
        PersonalDataDeclaration("contracts_changed") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, iteration, created_at, updated_at FROM contract
                WHERE created_by = \(person) OR updated_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("contract_tasks") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT contract_id, module, due_on, updated_at FROM contract_task
                WHERE owner_id = \(person) OR updated_by = \(person) ORDER BY contract_id, module
                """)
        },
        PersonalDataDeclaration("contract_presence") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT contract_id, place, since, seen_at FROM contract_presence
                WHERE person_id = \(person) ORDER BY seen_at, contract_id, place
                """)
        },
        PersonalDataDeclaration("contract_derivations") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT contract_id, derived_at FROM contract_derivation
                WHERE derived_by = \(person) ORDER BY derived_at, contract_id
                """)
        },
        PersonalDataDeclaration("contract_waivers") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, contract_id, rule, place, reason, created_at, withdrawn_at FROM contract_waiver
                WHERE created_by = \(person) OR withdrawn_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("contract_snapshots") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, contract_id, revision, taken_at FROM contract_snapshot
                WHERE taken_by = \(person) ORDER BY taken_at, id
                """)
        },
        PersonalDataDeclaration("contract_comments") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, contract_id, kind, place, content, created_at FROM contract_comment
                WHERE created_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("contract_comment_answers") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, comment_id, content, created_at FROM contract_comment_answer
                WHERE created_by = \(person) ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("contract_comment_resolutions") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT comment_id, resolved_at FROM contract_comment_resolution
                WHERE resolved_by = \(person) ORDER BY resolved_at, comment_id
                """)
        },
        PersonalDataDeclaration("contract_imports") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, contract_id, file_name, created_at, confirmed_at FROM contract_import
                WHERE created_by = \(person) OR confirmed_by = \(person) ORDER BY created_at, id
                """)
        },
    ]
}
