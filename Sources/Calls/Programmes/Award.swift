import Storage
import Web

package enum AwardKind {}
package enum TrancheKind {}
package enum AwardReportKind {}
package enum PaymentKind {}
package enum RecoveryKind {}
package enum HoldKind {}
package enum AwardChangeKind {}
typealias AwardID = ID<AwardKind>
typealias TrancheID = ID<TrancheKind>
typealias AwardReportID = ID<AwardReportKind>
typealias PaymentID = ID<PaymentKind>
typealias RecoveryID = ID<RecoveryKind>
typealias HoldID = ID<HoldKind>
typealias AwardChangeID = ID<AwardChangeKind>

/// Money of a programme promised to an organisation.
struct Award: Sendable, RowDecodable {
    let id: AwardID
    let programme: SupportProgrammeID
    let organisation: OrganisationID
    let organisationName: String
    let title: String
    /// The number of the bid, of the decision, or of both.
    let reference: String
    /// The most that is paid, in cents of the programme's currency.
    let ceilingCents: Int
    let ownCents: Int
    let decidedOn: Day
    let until: Day

    var path: String { "/awards/\(id)" }

    init(row: Row) throws {
        id = try row("id")
        programme = try row("programme_id")
        organisation = try row("organisation_id")
        organisationName = try row("organisation_name")
        title = try row("title")
        reference = try row("reference")
        ceilingCents = try row("ceiling_cents")
        ownCents = try row("own_cents")
        decidedOn = try row("decided_on")
        until = try row("until_day")
    }

    /// What is written when it is made.
    struct Content: Sendable, Equatable {
        var organisation: OrganisationID
        var title: String
        var reference: String
        var ceilingCents: Int
        var ownCents: Int
        var decidedOn: Day
        var until: Day
    }

    static let migration = Migration("awards-001", sql: schema)

    private static let schema = """
        CREATE TABLE award (
            id TEXT PRIMARY KEY,
            programme_id TEXT NOT NULL REFERENCES support_programme (id),
            organisation_id TEXT NOT NULL REFERENCES organisation (id),
            title TEXT NOT NULL CHECK (title <> ''),
            reference TEXT NOT NULL,
            ceiling_cents BIGINT NOT NULL CHECK (ceiling_cents > 0),
            own_cents BIGINT NOT NULL CHECK (own_cents >= 0),
            decided_on TEXT NOT NULL,
            until_day TEXT NOT NULL,
            created_at TEXT NOT NULL,
            created_by TEXT NOT NULL REFERENCES person (id),
            CHECK (decided_on <= until_day)
        );
        CREATE INDEX award_programme ON award (programme_id, id);
        CREATE INDEX award_organisation ON award (organisation_id, id);
        CREATE TABLE award_agreement (
            award_id TEXT PRIMARY KEY REFERENCES award (id),
            number TEXT NOT NULL CHECK (number <> ''),
            signed_on TEXT NOT NULL,
            blob_hash TEXT NOT NULL REFERENCES blob (hash),
            file_name TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_aid_check (
            award_id TEXT PRIMARY KEY REFERENCES award (id),
            checked_on TEXT NOT NULL,
            -- The aid of the single undertaking as the register shows it, one a line.
            earlier TEXT NOT NULL,
            -- Euro cents.
            earlier_cents BIGINT NOT NULL,
            grant_cents BIGINT NOT NULL CHECK (grant_cents > 0),
            rate TEXT NOT NULL,
            blob_hash TEXT NOT NULL REFERENCES blob (hash),
            file_name TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_tranche (
            id TEXT PRIMARY KEY,
            award_id TEXT NOT NULL REFERENCES award (id),
            number BIGINT NOT NULL,
            title TEXT NOT NULL CHECK (title <> ''),
            -- What must be reached, and what proves it.
            milestone TEXT NOT NULL,
            cents BIGINT NOT NULL CHECK (cents > 0),
            due_on TEXT NOT NULL,
            needs_report BOOLEAN NOT NULL,
            UNIQUE (award_id, number)
        );
        CREATE TABLE award_report (
            id TEXT PRIMARY KEY,
            tranche_id TEXT NOT NULL REFERENCES award_tranche (id),
            text TEXT NOT NULL CHECK (text <> ''),
            spent_cents BIGINT NOT NULL CHECK (spent_cents >= 0),
            blob_hash TEXT REFERENCES blob (hash),
            file_name TEXT,
            sent_at TEXT NOT NULL,
            sent_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE INDEX award_report_tranche ON award_report (tranche_id, id);
        CREATE TABLE award_report_decision (
            report_id TEXT PRIMARY KEY REFERENCES award_report (id),
            is_accepted BOOLEAN NOT NULL,
            reason TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            decided_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_payment (
            id TEXT PRIMARY KEY,
            tranche_id TEXT NOT NULL REFERENCES award_tranche (id),
            cents BIGINT NOT NULL CHECK (cents > 0),
            proposed_at TEXT NOT NULL,
            proposed_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE INDEX award_payment_tranche ON award_payment (tranche_id, id);
        CREATE TABLE award_payment_approval (
            payment_id TEXT PRIMARY KEY REFERENCES award_payment (id),
            is_approved BOOLEAN NOT NULL,
            reason TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            decided_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_payment_record (
            payment_id TEXT PRIMARY KEY REFERENCES award_payment (id),
            paid_on TEXT NOT NULL,
            reference TEXT NOT NULL CHECK (reference <> ''),
            recorded_at TEXT NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_hold (
            id TEXT PRIMARY KEY,
            award_id TEXT NOT NULL REFERENCES award (id),
            reason TEXT NOT NULL CHECK (reason <> ''),
            held_at TEXT NOT NULL,
            held_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE INDEX award_hold_award ON award_hold (award_id, id);
        CREATE TABLE award_hold_release (
            hold_id TEXT PRIMARY KEY REFERENCES award_hold (id),
            reason TEXT NOT NULL CHECK (reason <> ''),
            released_at TEXT NOT NULL,
            released_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_change (
            id TEXT PRIMARY KEY,
            award_id TEXT NOT NULL REFERENCES award (id),
            kind TEXT NOT NULL CHECK (kind IN ('term', 'budget', 'partners', 'content')),
            reason TEXT NOT NULL CHECK (reason <> ''),
            until_day TEXT,
            ceiling_cents BIGINT,
            asked_at TEXT NOT NULL,
            asked_by TEXT NOT NULL REFERENCES person (id),
            CHECK ((kind = 'term') = (until_day IS NOT NULL)),
            CHECK ((kind = 'budget') = (ceiling_cents IS NOT NULL))
        );
        CREATE INDEX award_change_award ON award_change (award_id, id);
        CREATE TABLE award_change_decision (
            change_id TEXT PRIMARY KEY REFERENCES award_change (id),
            is_accepted BOOLEAN NOT NULL,
            reason TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            decided_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE TABLE award_recovery (
            id TEXT PRIMARY KEY,
            award_id TEXT NOT NULL REFERENCES award (id),
            cents BIGINT NOT NULL CHECK (cents > 0),
            reason TEXT NOT NULL CHECK (reason <> ''),
            due_on TEXT NOT NULL,
            claimed_at TEXT NOT NULL,
            claimed_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE INDEX award_recovery_award ON award_recovery (award_id, id);
        CREATE TABLE award_recovery_receipt (
            id TEXT PRIMARY KEY,
            recovery_id TEXT NOT NULL REFERENCES award_recovery (id),
            cents BIGINT NOT NULL CHECK (cents > 0),
            received_on TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id)
        );
        CREATE INDEX award_recovery_receipt_recovery ON award_recovery_receipt (recovery_id, id);
        """
}
