import Storage

/// The tables of the room.
enum MonitoringMigration {
    static let migration = Migration(
        "monitoring-001",
        sql: """
            -- Owner, visibility and interval of an indicator of the contract's table B-3.1.
            CREATE TABLE monitoring_indicator (
                city_code TEXT NOT NULL REFERENCES city (code),
                indicator TEXT NOT NULL CHECK (indicator <> ''),
                owner_id TEXT REFERENCES person (id),
                is_shown BOOLEAN NOT NULL,
                collection_interval TEXT NOT NULL,
                observes TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                updated_at TEXT NOT NULL,
                updated_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (city_code, indicator)
            );
            -- Measured values; a correction is a further row. Without a value it takes another one back.
            CREATE TABLE monitoring_value (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                indicator TEXT NOT NULL CHECK (indicator <> ''),
                measured_on TEXT NOT NULL,
                period_start TEXT,
                value DOUBLE PRECISION,
                source TEXT NOT NULL CHECK (source <> ''),
                evidence_name TEXT NOT NULL,
                evidence_hash TEXT REFERENCES blob (hash),
                evidence_link TEXT NOT NULL,
                note TEXT NOT NULL,
                corrects_id TEXT UNIQUE REFERENCES monitoring_value (id),
                recorded_at TEXT NOT NULL,
                recorded_by TEXT REFERENCES person (id),
                CHECK (value IS NOT NULL OR corrects_id IS NOT NULL)
            );
            CREATE INDEX monitoring_value_indicator ON monitoring_value (city_code, indicator, measured_on);
            -- How far a measure was on a day, by its id in the plan's document.
            CREATE TABLE monitoring_measure (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                measure TEXT NOT NULL CHECK (measure <> ''),
                on_day TEXT NOT NULL,
                status TEXT NOT NULL
                    CHECK (status IN ('not-started', 'begun', 'on-track', 'delayed', 'done', 'stopped')),
                share_percent DOUBLE PRECISION NOT NULL CHECK (share_percent >= 0 AND share_percent <= 100),
                spent_eur_cents BIGINT CHECK (spent_eur_cents >= 0),
                spending TEXT NOT NULL CHECK (spending IN ('estimated', 'paid', 'audited')),
                note TEXT NOT NULL,
                recorded_at TEXT NOT NULL,
                recorded_by TEXT REFERENCES person (id),
                CHECK (status <> 'stopped' OR note <> '')
            );
            CREATE INDEX monitoring_measure_city ON monitoring_measure (city_code, measure, on_day);
            CREATE TABLE monitoring_report (
                city_code TEXT NOT NULL REFERENCES city (code),
                year BIGINT NOT NULL,
                summary TEXT NOT NULL,
                outlook TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                updated_at TEXT NOT NULL,
                updated_by TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (city_code, year)
            );
            CREATE TABLE monitoring_publication (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                year BIGINT NOT NULL,
                number BIGINT NOT NULL CHECK (number > 0),
                content_hash TEXT NOT NULL REFERENCES blob (hash),
                published_at TEXT NOT NULL,
                published_by TEXT REFERENCES person (id),
                UNIQUE (city_code, year, number)
            );
            -- What people were reminded of, so that nobody is reminded of it twice.
            CREATE TABLE monitoring_reminder (
                id TEXT PRIMARY KEY,
                city_code TEXT NOT NULL REFERENCES city (code),
                indicator TEXT NOT NULL,
                due_on TEXT NOT NULL,
                level TEXT NOT NULL CHECK (level IN ('owner', 'certifier')),
                sent_at TEXT NOT NULL,
                UNIQUE (city_code, indicator, due_on, level)
            );
            """)
}
