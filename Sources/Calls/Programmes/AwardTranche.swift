import Storage
import Web

/// A part of an award's money, with what must be reached for it.
struct AwardTranche: Sendable, RowDecodable {
    let id: TrancheID
    let number: Int
    let title: String
    let milestone: String
    let cents: Int
    let dueOn: Day
    let needsReport: Bool

    init(row: Row) throws {
        id = try row("id")
        number = try row("number")
        title = try row("title")
        milestone = try row("milestone")
        cents = try row("cents")
        dueOn = try row("due_on")
        needsReport = try row("needs_report")
    }

    struct Content: Sendable {
        let title: String
        let milestone: String
        let cents: Int
        let dueOn: Day
        let needsReport: Bool
    }

    /// How far a tranche is; from its rows.
    enum State: String, Sendable, CaseIterable {
        case planned, late, reported, returned, accepted, proposed, refused, approved, paid

        /// Key of the word.
        var title: String {
            switch self {
            case .planned: "Planned"
            case .late: "Report late"
            case .reported: "Report sent"
            case .returned: "Report returned"
            case .accepted: "Report accepted"
            case .proposed: "Payment proposed"
            case .refused: "Payment refused"
            case .approved: "Payment approved"
            case .paid: "Paid out"
            }
        }

        var tone: Components.Tone {
            switch self {
            case .planned: .neutral
            case .late, .returned, .refused: .bad
            case .reported, .accepted, .proposed, .approved: .information
            case .paid: .good
            }
        }
    }
}

/// A beneficiary's report on a tranche, with the decision on it.
struct AwardReport: Sendable, RowDecodable {
    let id: AwardReportID
    let tranche: TrancheID
    let text: String
    let spentCents: Int
    let blobHash: String?
    let fileName: String?
    let sentAt: Instant
    let author: String
    let isAccepted: Bool?
    let reason: String?

    init(row: Row) throws {
        id = try row("id")
        tranche = try row("tranche_id")
        text = try row("text")
        spentCents = try row("spent_cents")
        blobHash = try row("blob_hash")
        fileName = try row("file_name")
        sentAt = try row("sent_at")
        author = try row("author")
        isAccepted = try row("is_accepted")
        reason = try row("reason")
    }
}

/// A payment of a tranche: proposed by one person, decided by another, then recorded as done.
struct AwardPayment: Sendable, RowDecodable {
    let id: PaymentID
    let tranche: TrancheID
    let cents: Int
    let proposedAt: Instant
    let proposer: PersonID
    let proposerName: String
    let isApproved: Bool?
    let decider: String?
    let reason: String?
    let paidOn: Day?
    let reference: String?

    init(row: Row) throws {
        id = try row("id")
        tranche = try row("tranche_id")
        cents = try row("cents")
        proposedAt = try row("proposed_at")
        proposer = try row("proposed_by")
        proposerName = try row("proposer_name")
        isApproved = try row("is_approved")
        decider = try row("decider")
        reason = try row("reason")
        paidOn = try row("paid_on")
        reference = try row("reference")
    }
}
