import Foundation
import Selection
import Storage
import Web

extension BidRecord {
    private static let selection: Statement = """
        SELECT bid.id AS id, bid.call_id AS call_id, open_call.slug AS call_slug,
            bid.organisation_id AS organisation_id, organisation.name AS organisation_name,
            bid.revision AS revision, bid.started_at AS started_at
        FROM bid JOIN open_call ON open_call.id = bid.call_id
        JOIN organisation ON organisation.id = bid.organisation_id
        """

    static func find(_ connection: any Connection, id: BidID) throws -> BidRecord? {
        try connection.first(selection + " WHERE bid.id = \(id)")
    }

    static func find(
        _ connection: any Connection, call: OpenCallID, organisation: OrganisationID
    ) throws -> BidRecord? {
        try connection.first(selection + " WHERE bid.call_id = \(call) AND bid.organisation_id = \(organisation)")
    }

    /// The bids of some organisations, the newest first.
    static func all(_ connection: any Connection, of organisations: [OrganisationID]) throws -> [BidRecord] {
        guard !organisations.isEmpty else { return [] }
        return try connection.all(
            selection + " WHERE bid.organisation_id IN (\(list: organisations)) ORDER BY bid.id DESC LIMIT 200")
    }

    static func start(
        _ connection: any Connection, id: BidID, in call: OpenCallID, of organisation: OrganisationID,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO bid (id, call_id, organisation_id, started_at, started_by)
            VALUES (\(id), \(call), \(organisation), \(at), \(person))
            """)
    }

    /// Names for the history.
    static func names(_ connection: any Connection, _ ids: [String]) throws -> [String: String] {
        let found: [(String, String)] = try connection.all(
            """
            SELECT bid.id AS id, organisation.name AS name FROM bid
            JOIN organisation ON organisation.id = bid.organisation_id WHERE bid.id IN (\(list: ids))
            """
        ) { row in (try row("id"), try row("name")) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    // MARK: Answers

    /// The answers as they were at a revision.
    static func answers(_ connection: any Connection, of id: BidID, at revision: Int) throws -> BidAnswers {
        let rows: [(String, String?)] = try connection.all(
            """
            SELECT question, answer FROM bid_answer AS given WHERE bid_id = \(id) AND revision =
                (SELECT MAX(revision) FROM bid_answer
                    WHERE bid_id = given.bid_id AND question = given.question AND revision <= \(revision))
            """
        ) { row in (try row("question"), try row("answer")) }
        var answers = BidAnswers()
        for (question, text) in rows {
            guard let text else { continue }
            answers[question] = try JSONDecoder().decode(BidAnswer.self, from: Data(text.utf8))
        }
        return answers
    }

    /// Writes what changed as the next revision; the revision that stands after it.
    static func save(
        _ connection: any Connection, _ record: BidRecord, _ changes: [String: BidAnswer?], by person: PersonID,
        at: Instant
    ) throws -> Int {
        guard !changes.isEmpty else { return record.revision }
        let next = record.revision + 1
        try connection.execute("UPDATE bid SET revision = \(next) WHERE id = \(record.id)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for (question, answer) in changes.sorted(by: { $0.key < $1.key }) {
            let text = try answer.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
            try connection.execute(
                """
                INSERT INTO bid_answer (bid_id, question, revision, answer, saved_at, saved_by)
                VALUES (\(record.id), \(question), \(next), \(text), \(at), \(person))
                """)
        }
        return next
    }

    /// Whether somebody wrote one of the answers as they stand.
    static func isAuthor(_ connection: any Connection, _ person: PersonID, of id: BidID) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM bid_answer AS given WHERE bid_id = \(id) AND saved_by = \(person) AND revision =
                (SELECT MAX(revision) FROM bid_answer WHERE bid_id = given.bid_id AND question = given.question)
            """)
    }

    // MARK: Eligibility

    static func declarations(_ connection: any Connection, of id: BidID) throws -> [String: Bool] {
        let rows: [(String, Bool)] = try connection.all(
            "SELECT rule, is_met FROM bid_declaration WHERE bid_id = \(id)"
        ) { row in (try row("rule"), try row("is_met")) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    static func declare(
        _ connection: any Connection, _ id: BidID, rule: String, met: Bool, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO bid_declaration (bid_id, rule, is_met, declared_at, declared_by)
            VALUES (\(id), \(rule), \(met), \(at), \(person))
            ON CONFLICT (bid_id, rule) DO UPDATE SET is_met = excluded.is_met, declared_at = excluded.declared_at,
                declared_by = excluded.declared_by
            """)
    }

    // MARK: Certifying

    /// Who certified this content; nil where nobody did.
    static func certifier(_ connection: any Connection, of id: BidID, _ hash: String) throws -> String? {
        try connection.value(
            """
            SELECT person.name AS name FROM bid_certification
            JOIN person ON person.id = bid_certification.certified_by
            WHERE bid_certification.bid_id = \(id) AND bid_certification.content_hash = \(hash)
            """)
    }

    static func certify(
        _ connection: any Connection, _ id: BidID, _ hash: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO bid_certification (bid_id, content_hash, certified_at, certified_by)
            VALUES (\(id), \(hash), \(at), \(person)) ON CONFLICT (bid_id, content_hash) DO NOTHING
            """)
    }
}

extension BidSubmission {
    private static let selection: Statement = """
        SELECT bid_submission.*, person.name AS author, bid_withdrawal.withdrawn_at AS withdrawn_at
        FROM bid_submission JOIN person ON person.id = bid_submission.submitted_by
        LEFT JOIN bid_withdrawal ON bid_withdrawal.submission_id = bid_submission.id
        """

    /// The submissions of a bid, the newest first.
    static func all(_ connection: any Connection, of bid: BidID) throws -> [BidSubmission] {
        try connection.all(selection + " WHERE bid_submission.bid_id = \(bid) ORDER BY bid_submission.number DESC")
    }

    /// All receipts of a call in their order: the chain.
    static func chain(_ connection: any Connection, of call: OpenCallID) throws -> [BidSubmission] {
        try connection.all(selection + " WHERE bid_submission.call_id = \(call) ORDER BY bid_submission.number")
    }

    struct Content: Sendable {
        let edition: Int
        let text: String
        let hash: String
    }

    /// Receives a bid: the next number of its call, chained to the receipt before.
    static func receive(
        _ connection: any Connection, id: ID<BidSubmissionKind>, _ record: BidRecord, _ content: Content,
        by person: PersonID, at: Instant
    ) throws {
        // The call's row is written first, so that two at the same moment stand in line on both engines.
        try connection.execute("UPDATE open_call SET version = version WHERE id = \(record.call)")
        let last: (Int, String)? = try connection.first(
            """
            SELECT number, receipt_hash FROM bid_submission WHERE call_id = \(record.call)
            ORDER BY number DESC LIMIT 1
            """
        ) { row in (try row("number"), try row("receipt_hash")) }
        let number = (last?.0 ?? 0) + 1
        let previous = last?.1 ?? BidReceipt.start
        let receipt = BidReceipt(
            number: number, bid: record.id.description, contentHash: content.hash, at: at.description,
            previousHash: previous)
        try connection.execute(
            """
            INSERT INTO bid_submission (id, bid_id, call_id, number, edition, content, content_hash, previous_hash,
                receipt_hash, submitted_at, submitted_by)
            VALUES (\(id), \(record.id), \(record.call), \(number), \(content.edition), \(content.text),
                \(content.hash), \(previous), \(receipt.hash), \(at), \(person))
            """)
    }

    static func withdraw(
        _ connection: any Connection, _ id: ID<BidSubmissionKind>, reason: String, by person: PersonID, at: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO bid_withdrawal (submission_id, reason, withdrawn_at, withdrawn_by)
            VALUES (\(id), \(reason), \(at), \(person)) ON CONFLICT (submission_id) DO NOTHING
            """) == 1
    }
}

extension OpenCallExtension {
    static func moments(_ connection: any Connection, of call: OpenCallID) throws -> [Instant] {
        try connection.all("SELECT until_moment FROM open_call_extension WHERE call_id = \(call)") { row in
            try row("until_moment")
        }
    }

    static func add(
        _ connection: any Connection, id: ID<OpenCallExtensionKind>, to call: OpenCallID, until: Instant,
        reason: String,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO open_call_extension (id, call_id, until_moment, reason, extended_at, extended_by)
            VALUES (\(id), \(call), \(until), \(reason), \(at), \(person))
            """)
    }
}
