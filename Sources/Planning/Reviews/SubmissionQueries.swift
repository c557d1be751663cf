import Cities
import Contract
import Members
import Storage
import Web

extension Submission {
    fileprivate static let selection: Statement = """
        SELECT submission.*, contract_snapshot.revision AS revision, contract_snapshot.content_hash AS content_hash,
            person.name AS author, submission_withdrawal.withdrawn_at AS withdrawn_at,
            submission_decision.outcome AS outcome, submission_decision.reason AS reason,
            submission_decision.decided_at AS decided_at, decider.name AS decided_by_name,
            (SELECT COUNT(*) FROM review JOIN review_sending ON review_sending.review_id = review.id
                WHERE review.submission_id = submission.id) AS sent_reviews
        FROM submission
        JOIN contract_snapshot ON contract_snapshot.id = submission.snapshot_id
        JOIN person ON person.id = submission.submitted_by
        LEFT JOIN submission_withdrawal ON submission_withdrawal.submission_id = submission.id
        LEFT JOIN submission_decision ON submission_decision.submission_id = submission.id
        LEFT JOIN person AS decider ON decider.id = submission_decision.decided_by
        """

    package static func find(_ connection: any Connection, id: SubmissionID) throws -> Submission? {
        try connection.first(selection + " WHERE submission.id = \(id)")
    }

    /// The rounds of a contract, the newest first.
    package static func all(_ connection: any Connection, of contract: ContractID) throws -> [Submission] {
        try connection.all(selection + " WHERE submission.contract_id = \(contract) ORDER BY submission.round DESC")
    }

    /// The round before this one.
    func previous(_ connection: any Connection) throws -> Submission? {
        try connection.first(
            Self.selection
                + """
                 WHERE submission.contract_id = \(contract) AND submission.round < \(round)
                ORDER BY submission.round DESC LIMIT 1
                """)
    }

    /// What a reviewer was given, the newest first.
    package static func assigned(_ connection: any Connection, to person: PersonID) throws -> [Submission] {
        try connection.all(
            selection
                + """
                 JOIN submission_reviewer ON submission_reviewer.submission_id = submission.id
                WHERE submission_reviewer.person_id = \(person) AND submission_withdrawal.withdrawn_at IS NULL
                ORDER BY submission.id DESC LIMIT 200
                """)
    }

    /// Adds a round with what it froze.
    static func add(
        _ connection: any Connection, id: SubmissionID, of snapshot: ContractSnapshot, message: String,
        by person: PersonID, at: Instant
    ) throws {
        let last: Int? = try connection.value(
            "SELECT MAX(round) FROM submission WHERE contract_id = \(snapshot.contract)")
        try connection.execute(
            """
            INSERT INTO submission (id, contract_id, round, snapshot_id, message, submitted_at, submitted_by)
            VALUES (\(id), \(snapshot.contract), \((last ?? 0) + 1), \(snapshot.id), \(message), \(at), \(person))
            """)
    }

    func withdraw(_ connection: any Connection, by person: PersonID, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO submission_withdrawal (submission_id, withdrawn_at, withdrawn_by)
            VALUES (\(id), \(at), \(person))
            """)
    }

    func decide(
        _ connection: any Connection, _ outcome: Outcome, reason: String, by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO submission_decision (submission_id, outcome, reason, decided_at, decided_by)
            VALUES (\(id), \(outcome), \(reason), \(at), \(person))
            """)
    }

    // MARK: Reviewers

    /// A person who reviews, or could.
    struct Reviewer: Sendable, RowDecodable {
        let person: PersonID
        let name: String

        init(row: Row) throws {
            person = try row("person_id")
            name = try row("name")
        }
    }

    func reviewers(_ connection: any Connection) throws -> [Reviewer] {
        try connection.all(
            """
            SELECT submission_reviewer.person_id AS person_id, person.name AS name FROM submission_reviewer
            JOIN person ON person.id = submission_reviewer.person_id
            WHERE submission_id = \(id) ORDER BY person.name, person.id
            """)
    }

    /// Evaluators and programme officers outside the city's team.
    func candidates(_ connection: any Connection) throws -> [Reviewer] {
        let roles = [Role.evaluator, .programmeOfficer]
        return try connection.all(
            """
            SELECT DISTINCT person.id AS person_id, person.name AS name FROM person
            JOIN person_role ON person_role.person_id = person.id
            WHERE person_role.role IN (\(list: roles)) AND person.disabled_at IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM membership
                    JOIN city_team ON city_team.organisation_id = membership.organisation_id
                    JOIN contract ON contract.city_code = city_team.city_code
                    WHERE membership.person_id = person.id AND contract.id = \(contract))
            ORDER BY person.name, person_id
            """)
    }

    func isReviewer(_ connection: any Connection, _ person: PersonID) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM submission_reviewer WHERE submission_id = \(id) AND person_id = \(person)")
    }

    func assign(_ connection: any Connection, _ reviewer: PersonID, by person: PersonID, at: Instant) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO submission_reviewer (submission_id, person_id, assigned_at, assigned_by)
            VALUES (\(id), \(reviewer), \(at), \(person)) ON CONFLICT (submission_id, person_id) DO NOTHING
            """) == 1
    }

    // MARK: Who is told

    /// Who looks after reviews.
    static func officers(_ connection: any Connection) throws -> [PersonID] {
        try connection.all(
            """
            SELECT DISTINCT person.id FROM person JOIN person_role ON person_role.person_id = person.id
            WHERE person_role.role = \(Role.programmeOfficer) AND person.disabled_at IS NULL ORDER BY person.id
            """
        ) { try $0("id") }
    }

    /// The editors and certifiers of a city's team.
    static func team(_ connection: any Connection, of city: City) throws -> [PersonID] {
        try CityTeam.all(connection, of: city.code).flatMap { team in
            try Membership.all(connection, in: team.organisation).filter { $0.level != .viewer }.map(\.person)
        }
    }
}

extension ContractStatus {
    package static func of(_ connection: any Connection, _ record: ContractRecord) throws -> ContractStatus {
        let latest = try Submission.all(connection, of: record.id).first
        return ContractStatus(
            Facts(
                latest: latest,
                hasCouncilDecision: try connection.exists(
                    "SELECT 1 FROM council_decision WHERE contract_id = \(record.id)"),
                hasLabel: try Label.newest(connection, of: record.id) != nil,
                hasNextIteration: try next(connection, record) != nil))
    }

    /// The contract that followed.
    static func next(_ connection: any Connection, _ record: ContractRecord) throws -> ContractRecord? {
        try ContractRecord.all(connection, of: record.city).first { $0.iteration == record.iteration + 1 }
    }
}

extension CouncilDecision {
    /// What a council decided, the newest first.
    static func all(_ connection: any Connection, of contract: ContractID) throws -> [CouncilDecision] {
        try connection.all(
            """
            SELECT council_decision.*, person.name AS author, contract_snapshot.content_hash AS content_hash
            FROM council_decision JOIN person ON person.id = council_decision.recorded_by
            JOIN submission ON submission.id = council_decision.submission_id
            JOIN contract_snapshot ON contract_snapshot.id = submission.snapshot_id
            WHERE council_decision.contract_id = \(contract) ORDER BY council_decision.id DESC
            """)
    }

    /// What is recorded of a decision.
    struct Content: Sendable {
        let number: String
        let day: Day
        let body: String
        let note: String
        let documentHash: String
        let documentName: String
    }

    static func record(
        _ connection: any Connection, id: ID<CouncilDecision>, on submission: Submission, _ content: Content,
        by person: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO council_decision (id, contract_id, submission_id, number, decided_on, body, note,
                document_hash, document_name, recorded_at, recorded_by)
            VALUES (\(id), \(submission.contract), \(submission.id), \(content.number), \(content.day),
                \(content.body), \(content.note), \(content.documentHash), \(content.documentName), \(at), \(person))
            """)
    }
}

extension Submission {
    /// Rounds that wait for the hub's decision, the oldest first.
    static func undecided(_ connection: any Connection) throws -> [Submission] {
        try connection.all(
            selection
                + """
                 WHERE submission_withdrawal.withdrawn_at IS NULL AND submission_decision.outcome IS NULL
                ORDER BY submission.id LIMIT 200
                """)
    }
}
