import Storage
import Web

/// What the rooms keep under a person's name, for their own copy.
///
/// When a person is deleted these rows stay with the pseudonym: who accepted, signed and decided is part of a contract.
enum CommitmentPersonalData {
    static let declarations = [
        PersonalDataDeclaration("commitments_written") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, contract_id, institution, created_at, updated_at FROM commitment
                WHERE created_by = \(person) OR updated_by = \(person) OR withdrawn_by = \(person)
                ORDER BY created_at, id
                """)
        },
        PersonalDataDeclaration("commitments_accepted") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, commitment_id, version, paper_name, accepted_at FROM commitment_acceptance
                WHERE accepted_by = \(person) ORDER BY accepted_at, id
                """)
        },
        PersonalDataDeclaration("commitment_documents_made") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, contract_id, blob_hash, made_at FROM commitment_document
                WHERE made_by = \(person) ORDER BY made_at, id
                """)
        },
        PersonalDataDeclaration("commitment_signatures_recorded") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, commitment_id, form, file_name, signer, note, recorded_at FROM commitment_signature
                WHERE recorded_by = \(person) ORDER BY recorded_at, id
                """)
        },
        PersonalDataDeclaration("commitment_progress_reported") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, commitment_id, status, evidence, recorded_at FROM commitment_progress
                WHERE recorded_by = \(person) ORDER BY recorded_at, id
                """)
        },
        PersonalDataDeclaration("labels_decided") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT label.id AS id, contract_id, label.reason AS reason, decided_at,
                    label_revocation.reason AS revocation_reason FROM label
                LEFT JOIN label_revocation ON label_revocation.label_id = label.id
                WHERE decided_by = \(person) OR revoked_by = \(person) ORDER BY decided_at, label.id
                """)
        },
        PersonalDataDeclaration("contracts_published") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT id, city_code, number, published_at, withdrawn_at, withdrawal_reason FROM contract_publication
                WHERE published_by = \(person) OR withdrawn_by = \(person) ORDER BY published_at, id
                """)
        },
        PersonalDataDeclaration("contract_parts_withheld") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT contract_id, place, set_at FROM contract_visibility
                WHERE set_by = \(person) ORDER BY set_at, contract_id, place
                """)
        },
        PersonalDataDeclaration("contract_files_requested") { connection, person in
            try PersonalDataDeclaration.records(
                connection,
                """
                SELECT content_hash, format, language, template, requested_at FROM contract_export
                WHERE requested_by = \(person) ORDER BY requested_at, content_hash
                """)
        },
    ]
}
