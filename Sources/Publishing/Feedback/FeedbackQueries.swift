import Members
import Storage
import Web

extension Feedback {
    static let pageSize = 50

    private static let selection: Statement = """
        SELECT feedback.*, COALESCE((
            SELECT state FROM feedback_answer WHERE feedback_id = feedback.id ORDER BY feedback_answer.id DESC LIMIT 1),
            'open') AS state
        FROM feedback
        """

    static func find(_ connection: any Connection, _ id: ID<FeedbackKind>) throws -> Feedback? {
        try connection.first(selection + " WHERE feedback.id = \(id)")
    }

    /// From the newest on.
    static func list(
        _ connection: any Connection, states: [State], _ place: ListPlace<ID<FeedbackKind>>, limit: Int
    ) throws -> [Feedback] {
        var statement: Statement = "SELECT * FROM (" + selection
        statement += ") AS feedback WHERE state IN (\(list: states))"
        statement += place.condition("id", descending: true) + place.order("id", descending: true)
        return try connection.all(statement + " LIMIT \(limit)")
    }

    static func send(
        _ connection: any Connection, id: ID<FeedbackKind>, page: String, message: String, email: String?,
        language: Language, by: PersonID?, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO feedback (id, page, message, email, language, sent_by, sent_at)
            VALUES (\(id), \(page), \(message), \(email), \(language), \(by), \(at))
            """)
    }

    /// Records what was done; closing the matter erases where its sender could be reached.
    static func answer(
        _ connection: any Connection, id: ID<FeedbackAnswer>, feedback: ID<FeedbackKind>, state: State, note: String,
        by: PersonID, at: Instant
    ) throws {
        try connection.execute(
            """
            INSERT INTO feedback_answer (id, feedback_id, state, note, answered_by, answered_at)
            VALUES (\(id), \(feedback), \(state), \(note), \(by), \(at))
            """)
        if state.isClosed {
            try connection.execute("UPDATE feedback SET email = NULL WHERE id = \(feedback)")
        }
    }

    /// Removes what was closed before a moment; returns how many.
    static func removeClosed(_ connection: any Connection, before moment: Instant) throws -> Int {
        let old: [ID<FeedbackKind>] = try connection.all(
            """
            SELECT feedback_id FROM feedback_answer AS newest
            WHERE answered_at < \(moment) AND state IN ('solved', 'declined') AND NOT EXISTS (
                SELECT 1 FROM feedback_answer AS later
                WHERE later.feedback_id = newest.feedback_id AND later.id > newest.id)
            """
        ) { try $0("feedback_id") }
        guard !old.isEmpty else { return 0 }
        try connection.execute("DELETE FROM feedback_answer WHERE feedback_id IN (\(list: old))")
        return try connection.execute("DELETE FROM feedback WHERE id IN (\(list: old))")
    }

    /// Those who are told that feedback came in.
    static func readers(_ connection: any Connection) throws -> [PersonID] {
        let roles = Array(FeedbackRules.roles)
        return try connection.all(
            """
            SELECT DISTINCT person.id FROM person JOIN person_role ON person_role.person_id = person.id
            WHERE person_role.role IN (\(list: roles)) AND person.disabled_at IS NULL ORDER BY person.id
            """
        ) { try $0("id") }
    }
}

extension Feedback {
    /// What a person sent, for their own copy.
    static func sent(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            "SELECT id, page, message, email, language, sent_at FROM feedback WHERE sent_by = \(person) ORDER BY id")
    }
}

extension FeedbackAnswer {
    /// The oldest first.
    static func all(_ connection: any Connection, of feedback: ID<FeedbackKind>) throws -> [FeedbackAnswer] {
        try connection.all("SELECT * FROM feedback_answer WHERE feedback_id = \(feedback) ORDER BY id")
    }

    /// What a person recorded about feedback, for their own copy.
    static func written(_ connection: any Connection, by person: PersonID) throws -> [PersonalDataDeclaration.Record] {
        try PersonalDataDeclaration.records(
            connection,
            """
            SELECT feedback_id, state, note, answered_at FROM feedback_answer
            WHERE answered_by = \(person) ORDER BY id
            """)
    }
}
