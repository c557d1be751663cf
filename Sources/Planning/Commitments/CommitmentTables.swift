import Storage

/// The tables of the room.
enum CommitmentTables {
    static let migration = Migration(
        "commitments-001",
        sql: """
            CREATE TABLE commitment (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                institution TEXT NOT NULL CHECK (institution <> ''),
                organisation_id TEXT REFERENCES organisation (id),
                helix TEXT NOT NULL CHECK (helix IN ('public', 'business', 'academia', 'civil society')),
                tier TEXT NOT NULL CHECK (tier IN ('premium', 'framework', 'basic')),
                is_national BOOLEAN NOT NULL,
                sector TEXT NOT NULL,
                legal_form TEXT NOT NULL,
                person TEXT NOT NULL,
                position TEXT NOT NULL,
                pledge TEXT NOT NULL,
                amount TEXT NOT NULL,
                due_year BIGINT CHECK (due_year BETWEEN 2000 AND 2100),
                evidence TEXT NOT NULL,
                is_public BOOLEAN NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL REFERENCES person (id),
                updated_at TEXT NOT NULL,
                updated_by TEXT NOT NULL REFERENCES person (id),
                withdrawn_at TEXT,
                withdrawn_by TEXT REFERENCES person (id)
            );
            CREATE INDEX commitment_contract ON commitment (contract_id);
            CREATE INDEX commitment_organisation ON commitment (organisation_id);
            CREATE TABLE commitment_acceptance (
                id TEXT PRIMARY KEY,
                commitment_id TEXT NOT NULL REFERENCES commitment (id),
                version BIGINT NOT NULL,
                is_public BOOLEAN NOT NULL,
                -- Proof of what the city entered for an organisation.
                paper_hash TEXT REFERENCES blob (hash),
                paper_name TEXT NOT NULL,
                accepted_at TEXT NOT NULL,
                accepted_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX commitment_acceptance_commitment ON commitment_acceptance (commitment_id, id);
            -- What is signed: a PDF of a frozen contract.
            CREATE TABLE commitment_document (
                id TEXT PRIMARY KEY,
                contract_id TEXT NOT NULL REFERENCES contract (id),
                snapshot_id TEXT NOT NULL REFERENCES contract_snapshot (id),
                blob_hash TEXT NOT NULL REFERENCES blob (hash),
                made_at TEXT NOT NULL,
                made_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX commitment_document_contract ON commitment_document (contract_id, id);
            CREATE TABLE commitment_signature (
                id TEXT PRIMARY KEY,
                commitment_id TEXT NOT NULL REFERENCES commitment (id),
                document_id TEXT REFERENCES commitment_document (id),
                form TEXT NOT NULL CHECK (form IN ('digital', 'paper', 'refusal')),
                blob_hash TEXT REFERENCES blob (hash),
                file_name TEXT NOT NULL,
                -- What was found in a signed PDF, as JSON.
                findings TEXT,
                signer TEXT NOT NULL,
                signed_on TEXT NOT NULL,
                note TEXT NOT NULL,
                recorded_at TEXT NOT NULL,
                recorded_by TEXT NOT NULL REFERENCES person (id),
                CHECK (form = 'refusal' OR blob_hash IS NOT NULL),
                CHECK ((form = 'digital') = (findings IS NOT NULL))
            );
            CREATE INDEX commitment_signature_commitment ON commitment_signature (commitment_id, id);
            CREATE TABLE commitment_progress (
                id TEXT PRIMARY KEY,
                commitment_id TEXT NOT NULL REFERENCES commitment (id),
                status TEXT NOT NULL CHECK (status IN ('open', 'under way', 'kept', 'not kept')),
                evidence TEXT NOT NULL,
                is_own BOOLEAN NOT NULL,
                recorded_at TEXT NOT NULL,
                recorded_by TEXT NOT NULL REFERENCES person (id)
            );
            CREATE INDEX commitment_progress_commitment ON commitment_progress (commitment_id, id);
            """)
}
